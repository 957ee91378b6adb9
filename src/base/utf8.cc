// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>

namespace counterpoint::utf8 {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Plain form of typographic quotes and dashes; 0 when there is none.
char plain_form(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0x02BC:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201F:
    case 0xAB:
    case 0xBB:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      return '-';
    default:
      return 0;
  }
}

}  // namespace

CodePoint decode_long(std::string_view text, std::size_t offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int32_t>(0);
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - offset, 4));
  UChar32 c = 0;
  U8_NEXT(bytes + offset, i, length, c);
  if (c < 0) return {kReplacement, 1};
  return {static_cast<char32_t>(c), static_cast<std::size_t>(i)};
}

std::size_t find_invalid(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
  std::size_t i = 0;
  while (i < text.size()) {
    std::uint64_t eight = 0;
    if (i + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + i, sizeof eight);
      if ((eight & kHighBits) == 0) {
        i += sizeof eight;
        continue;
      }
    }
    const CodePoint c = decode(text, i);
    if (c.value == kReplacement && c.length == 1) return i;
    i += c.length;
  }
  return std::string_view::npos;
}

std::string repaired(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode(text, i);
    append(out, c.value);
    i += c.length;
  }
  return out;
}

void append(std::string& text, char32_t code_point) {
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
    return;
  }
  std::uint8_t buffer[4];
  std::int32_t length = 0;
  UBool error = false;
  U8_APPEND(buffer, length, 4, static_cast<UChar32>(code_point), error);
  if (error) return append(text, kReplacement);
  text.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode(text, i);
    append(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
    i += c.length;
  }
  return out;
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode(text, i);
    i += c.length;
    if (u_isUWhiteSpace(static_cast<UChar32>(c.value))) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else if (const char plain = plain_form(c.value)) {
      out.push_back(plain);
    } else {
      append(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kBlock == 0) before_.push_back(count);
    if (!is_continuation(text[i])) ++count;
  }
  before_.push_back(count);
}

std::size_t CodePointIndex::at(std::size_t byte_offset) const {
  byte_offset = std::min(byte_offset, text_.size());
  while (byte_offset > 0 && byte_offset < text_.size() && is_continuation(text_[byte_offset])) {
    --byte_offset;
  }
  const std::size_t block = byte_offset / kBlock;
  if (block + 1 >= before_.size() && byte_offset == text_.size()) return before_.back();
  return before_[block] +
         count_code_points(text_.substr(block * kBlock, byte_offset - block * kBlock));
}

}  // namespace counterpoint::utf8
