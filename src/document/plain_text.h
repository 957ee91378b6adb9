// SPDX-License-Identifier: Apache-2.0
// Plain text as blocks: paragraphs are told from hard-wrapped lines and from one item per line, and
// encyclopaedia mark-up ("== Heading ==", infobox lists) from running text.
#pragma once

#include "document/block.h"

namespace counterpoint {

[[nodiscard]] Page read_plain_text(const MappedText& source);

}  // namespace counterpoint
