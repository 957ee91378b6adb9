// SPDX-License-Identifier: Apache-2.0
// The report's part of a page as blocks: paragraphs, headings, list items, captions, table rows.
#pragma once

#include "document/block.h"
#include "document/html/main_text.h"

namespace counterpoint::html {

// Blocks of the main text in document order, and what was left out of the page, with reasons.
// Blocks that are mostly links are dropped as related.
[[nodiscard]] Page read_blocks(const Dom& dom, const MainText& main);

}  // namespace counterpoint::html
