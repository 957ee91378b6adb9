// SPDX-License-Identifier: Apache-2.0
// Joins the blocks that are the report into the document's text, with map and sections, and lists
// the others as dropped.
#pragma once

#include <string_view>
#include <vector>

#include "document/block.h"

namespace counterpoint {

// A block that is part of the text.
struct Placed {
  BlockKind kind = BlockKind::paragraph;
  Span span;
};

// Writes text, map, sections and dropped of `document`. `bytes` are the bytes received, to tell
// separators that stand there as they are.
std::vector<Placed> assemble(const Page& page, std::string_view bytes, Document& document);

}  // namespace counterpoint
