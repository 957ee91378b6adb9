// SPDX-License-Identifier: Apache-2.0
// A page as a list of blocks: what every format is read into, and what all rules about pages work
// on, before the blocks are joined into the document's text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/mapped_text.h"
#include "document/words.h"

namespace counterpoint {

enum class BlockKind {
  paragraph,
  title,
  heading,
  item,
  caption,
  label,
  column_label,
  row,
  infobox
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;              // heading: 1 (title) to 6
  bool mostly_links = false;  // on a page: what is clicked, not read
  bool tight = false;         // stands under the block before it without an empty line
  bool after_line = false;    // plain text: no empty line before it, though it begins a paragraph
  MappedText text;    // of a page: single spaces, except between the lines of verse or code; of
                      // plain text: the white space within a line as it stands
  std::string label;  // infobox: the field; row and paragraph: the column it stands under
  std::vector<Range> labels;  // column_label: the labels within its text
  std::string dropped;        // the reason why it is not part of the report; empty: it is
};

// A page as read from one format. What the rules add goes straight into the document.
struct Page {
  std::vector<Block> blocks;
  // Pieces without blocks: scripts, style sheets, hidden parts.
  std::vector<Dropped> dropped;
};

}  // namespace counterpoint
