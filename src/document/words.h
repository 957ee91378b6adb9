// SPDX-License-Identifier: Apache-2.0
// Words and sentences of running text, as far as reading a page needs them: to find phrases and to
// cut. The language's real sentences and tokens are made by `annotation`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace counterpoint {

// A word or a single punctuation mark. Words glued together by a scraper ("protestsGMT") are two.
struct Word {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  std::string lower;     // lower case, typographic apostrophes made plain
  bool is_word = false;  // false: punctuation
  bool capital = false;  // begins with an upper-case letter
};

// "bbc.co.uk", "U.S", "18:45", "don't", "al-Jazeera" and "a@b.org" are one word each.
[[nodiscard]] std::vector<Word> split_words(std::string_view text);

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Rough sentences, without the white space between them: they end at a stop (with closing quotes
// and brackets) before a capital, digit, quote or bracket; and after a bracket that opened the
// sentence.
[[nodiscard]] std::vector<Range> split_sentences(std::string_view text);

// Ends like a sentence: . ! ? or an ellipsis, with closing quotes and brackets after it.
[[nodiscard]] bool ends_with_stop(std::string_view text);

// Words proper, punctuation aside.
[[nodiscard]] std::size_t count_words(std::string_view text);

[[nodiscard]] bool starts_upper(std::string_view text);
[[nodiscard]] bool starts_lower(std::string_view text);

}  // namespace counterpoint
