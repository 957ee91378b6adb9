// SPDX-License-Identifier: Apache-2.0
// Classes of characters that the rules of this stage ask for.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace counterpoint::annotation {

enum class CharClass { space, letter, digit, mark, other };

[[nodiscard]] CharClass classify(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] inline bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
[[nodiscard]] inline bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019';
}
// Closing quotes and brackets; straight quotes are both.
[[nodiscard]] bool is_closer(char32_t c);
[[nodiscard]] bool is_opener(char32_t c);

// The code point that ends just before `offset`; 0 at the start.
[[nodiscard]] utf8::CodePoint decode_before(std::string_view text, std::size_t offset);
// The code point at `offset`; 0 of length 0 at the end.
[[nodiscard]] inline utf8::CodePoint decode_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? utf8::decode(text, offset) : utf8::CodePoint{0, 0};
}

// ASCII shortcuts on whole words.
[[nodiscard]] bool all_digits(std::string_view word);
[[nodiscard]] bool starts_upper(std::string_view word);
[[nodiscard]] bool has_letter(std::string_view word);

}  // namespace counterpoint::annotation
