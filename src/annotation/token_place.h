// SPDX-License-Identifier: Apache-2.0
// Where the cutting of words stands in a sentence. Made by tokenize(); read by the rules for each
// kind of token, which answer where the token that begins here ends.
#pragma once

#include <cstddef>
#include <string_view>

#include "annotation/chars.h"
#include "annotation/lexicon.h"

namespace counterpoint::annotation {

struct TokenPlace {
  std::string_view text;  // up to the sentence's end
  std::size_t at = 0;     // the token begins here
  std::size_t chunk_begin = 0;
  std::size_t chunk_end = 0;  // next white space
  const Lexicon& lexicon;

  [[nodiscard]] char32_t char_at(std::size_t offset) const { return decode_at(text, offset).value; }
  [[nodiscard]] char32_t char_before() const { return decode_before(text, at).value; }
  [[nodiscard]] bool opens_chunk() const { return at == chunk_begin; }
  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return text.substr(begin, end - begin);
  }
};

// Letters, digits and the marks on them.
[[nodiscard]] inline bool is_word_char(char32_t c) {
  const CharClass k = classify(c);
  return k == CharClass::letter || k == CharClass::digit || k == CharClass::mark;
}

[[nodiscard]] inline std::size_t skip_word(const TokenPlace& place, std::size_t at) {
  while (at < place.text.size() && is_word_char(place.char_at(at))) {
    at += decode_at(place.text, at).length;
  }
  return at;
}

// The rules below answer `place.at` where there is no token of their kind.

// token_marks.cc
// URLs, mail addresses, hashtags, user names and file names, without the punctuation behind them.
[[nodiscard]] std::size_t address_end(const TokenPlace& place);
// ":-)" before white space or closing punctuation.
[[nodiscard]] std::size_t face_end(const TokenPlace& place);
// "...", "--", "!!!", "?!", ".?", "***", "''", "$$$".
[[nodiscard]] std::size_t run_end(const TokenPlace& place);
// "°C": a unit of its own.
[[nodiscard]] std::size_t degrees_end(const TokenPlace& place);
// "US$", "C$", "$"; "Rs" and the like right before a number.
[[nodiscard]] std::size_t currency_end(const TokenPlace& place);

// token_words.cc
// "'80s", "'em", and the clitic of a name in quotes: "Post"'s.
[[nodiscard]] std::size_t apostrophe_end(const TokenPlace& place);
// "1,000", "18:45", "2011-06-06", and the number of "5pm"; none where the letters behind belong to
// it ("35th").
[[nodiscard]] std::size_t number_end(const TokenPlace& place);
// A word with its clitic: "don't", "U.S.", "anti-army".
[[nodiscard]] std::size_t word_end(const TokenPlace& place);
// Bytes of the clitic that ends the word [place.at, end): "n't", "'s" ..., or 0.
[[nodiscard]] std::size_t clitic_length(const TokenPlace& place, std::size_t end);

}  // namespace counterpoint::annotation
