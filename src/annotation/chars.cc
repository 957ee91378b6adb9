// SPDX-License-Identifier: Apache-2.0
#include "annotation/chars.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace counterpoint::annotation {
namespace {

UChar32 icu(char32_t c) {
  return static_cast<UChar32>(c);
}

}  // namespace

CharClass classify(char32_t c) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::letter;
    if (is_ascii_digit(c)) return CharClass::digit;
    if (c <= ' ' || c == 0x7f) return CharClass::space;
    return CharClass::other;
  }
  if (c == 0xA0 || c == 0x200B || c == 0xFEFF || u_isUWhiteSpace(icu(c))) return CharClass::space;
  if (u_isalpha(icu(c))) return CharClass::letter;
  if (u_isdigit(icu(c))) return CharClass::digit;
  const auto type = u_charType(icu(c));
  if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_FORMAT_CHAR) {
    return CharClass::mark;
  }
  return CharClass::other;
}

bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(icu(c)) || u_istitle(icu(c));
}

bool is_lower(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(icu(c)) != 0;
}

bool is_closer(char32_t c) {
  return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == U'}' || c == U'\u201D' ||
         c == U'\u2019' || c == U'\u00BB' || c == U'\u203A';
}

bool is_opener(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'(' || c == U'[' || c == U'{' || c == U'\u201C' ||
         c == U'\u2018' || c == U'\u00AB' || c == U'\u2039' || c == U'\u201E' || c == U'\u201A';
}

utf8::CodePoint decode_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset > text.size()) return {0, 0};
  std::size_t at = offset - 1;
  while (at > 0 && offset - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return utf8::decode(text, at);
}

bool all_digits(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool starts_upper(std::string_view word) {
  return !word.empty() && is_upper(utf8::decode(word, 0).value);
}

bool has_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const auto c = utf8::decode(word, at);
    if (classify(c.value) == CharClass::letter) return true;
    at += c.length;
  }
  return false;
}

}  // namespace counterpoint::annotation
