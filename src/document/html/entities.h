// SPDX-License-Identifier: Apache-2.0
// Maps the text that the parser decoded back to the bytes of the page it came from.
#pragma once

#include <string_view>

#include "document/mapped_text.h"

namespace counterpoint::html {

// `decoded` is the text of `raw`, which stands at `byte_begin` of the page and may hold entities,
// line breaks of two bytes, and tags and comments that the parser ignored. Equal bytes map exactly,
// an entity as a whole. Where the two cannot be matched the rest maps as a whole.
[[nodiscard]] MappedText align_entities(std::string_view decoded, std::string_view raw,
                                        std::size_t byte_begin);

}  // namespace counterpoint::html
