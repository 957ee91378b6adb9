// SPDX-License-Identifier: Apache-2.0
// The lines of a plain text, and whether they were broken by hand, by a margin, or hold one item
// each.
#pragma once

#include <string_view>
#include <vector>

#include "document/words.h"

namespace counterpoint {

struct Line {
  Range range;               // without white space at both ends
  std::size_t indent = 0;    // columns of white space before it
  bool after_empty = false;  // an empty line stands before it
};

// Lines that are not blank.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

// How lines that are not parted by an empty line belong together.
enum class LineStyle {
  wrapped,    // broken at a margin: they run on
  items,      // each is a paragraph
  sentences,  // each is a sentence of one long paragraph
};

[[nodiscard]] LineStyle style_of(std::string_view text, const std::vector<Line>& lines);

// Whether `line` goes on with `before`, which no empty line parts from it.
[[nodiscard]] bool runs_on(std::string_view text, const Line& before, const Line& line,
                           LineStyle style);

}  // namespace counterpoint
