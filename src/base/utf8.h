// SPDX-License-Identifier: Apache-2.0
// UTF-8 without locale: validation, code points, and the byte <-> code point conversion of offsets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace counterpoint::utf8 {

// Offset of the first byte that is not valid UTF-8 (overlong forms and surrogates included), or
// std::string_view::npos when all is well.
[[nodiscard]] std::size_t find_invalid(std::string_view text);

// The text with every invalid byte replaced by U+FFFD.
[[nodiscard]] std::string repaired(std::string_view text);

// The code point starting at `offset` and its length in bytes; U+FFFD and 1 on an invalid byte.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
};
[[nodiscard]] CodePoint decode_long(std::string_view text, std::size_t offset);
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return {byte, 1};
  return decode_long(text, offset);
}

void append(std::string& text, char32_t code_point);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Lower-case by simple case mapping (ICU); other characters stay.
[[nodiscard]] std::string lower(std::string_view text);

// lower(), with typographic quotes and dashes made plain and runs of white space made one space.
[[nodiscard]] std::string folded(std::string_view text);

// Byte offset -> code point offset of one text, in O(1) per look-up after O(n) set-up.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  // `byte_offset` is clamped to the text's size; inside a sequence it counts as its start.
  [[nodiscard]] std::size_t at(std::size_t byte_offset) const;

 private:
  // Code points before each block of kBlock bytes; the rest is counted in the text.
  static constexpr std::size_t kBlock = 64;
  std::string_view text_;
  std::vector<std::uint32_t> before_;
};

}  // namespace counterpoint::utf8
