// SPDX-License-Identifier: Apache-2.0
// Stretches of a document that no sentence crosses: paragraphs, cut at the lines that end one. Made
// from the text and its sections; read by the splitting of sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "counterpoint/document.h"

namespace counterpoint::annotation {

// Bytes [begin, end), without white space around them.
struct Block {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t paragraph = 0;
};

// A line break ends a block, except before a lower-case letter and in text whose lines were wrapped
// at a fixed width. Cost linear in the text.
[[nodiscard]] std::vector<Block> text_lines(const Document& document);

// The first byte at or behind `at` that is no white space, at most `end`.
[[nodiscard]] std::size_t skip_space(std::string_view text, std::size_t at, std::size_t end);
// Where text [begin, end) ends without the white space behind it.
[[nodiscard]] std::size_t trim_end(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace counterpoint::annotation
