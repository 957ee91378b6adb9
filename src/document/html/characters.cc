// SPDX-License-Identifier: Apache-2.0
#include "document/html/characters.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.h"

namespace counterpoint::html {
namespace {

struct Named {
  std::string_view name;
  std::string_view text;
};

constexpr Named kNamed[] = {
#include "document/html/named_characters.inc"
};

constexpr std::size_t kLongestName = 33;

// Numbers 128 to 159 mean what Windows-1252 has there; 0: nothing.
constexpr std::array<char32_t, 32> kWindows{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

struct Reference {
  std::size_t length = 0;  // bytes of `raw`; 0: no reference
  std::string text;
};

int digit_of(char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 32);
  return hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

char32_t valid_character(std::uint32_t value) {
  const bool bad = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF);
  if (bad) return 0xFFFD;
  if (value >= 0x80 && value < 0xA0 && kWindows[value - 0x80] != 0) return kWindows[value - 0x80];
  return static_cast<char32_t>(value);
}

Reference numbered(std::string_view raw) {
  const bool hex = raw.size() > 2 && (raw[2] | 32) == 'x';
  std::size_t at = hex ? 3 : 2;
  const std::size_t first = at;
  std::uint32_t value = 0;
  for (; at < raw.size() && digit_of(raw[at], hex) >= 0; ++at) {
    const auto digit = static_cast<std::uint32_t>(digit_of(raw[at], hex));
    value = std::min<std::uint32_t>(value * (hex ? 16 : 10) + digit, 0x110000);
  }
  if (at == first) return {};
  if (at < raw.size() && raw[at] == ';') ++at;
  Reference reference{at, {}};
  utf8::append(reference.text, valid_character(value));
  return reference;
}

const Named* find_name(std::string_view name) {
  const auto* found =
      std::lower_bound(std::begin(kNamed), std::end(kNamed), name,
                       [](const Named& a, std::string_view b) { return a.name < b; });
  return found != std::end(kNamed) && found->name == name ? found : nullptr;
}

// The longest name that stands there: "&notit;" is "&not" and "it;".
Reference named(std::string_view raw, bool in_attribute) {
  std::size_t end = 1;
  while (end < raw.size() && end < kLongestName && is_letter_or_digit(raw[end])) ++end;
  if (end < raw.size() && raw[end] == ';') ++end;
  for (; end > 2; --end) {
    const Named* found = find_name(raw.substr(1, end - 1));
    if (found == nullptr) continue;
    const bool open = raw[end - 1] != ';';
    const bool goes_on = end < raw.size() && (raw[end] == '=' || is_letter_or_digit(raw[end]));
    if (in_attribute && open && goes_on) return {};
    return {end, std::string(found->text)};
  }
  return {};
}

bool is_special(char c) {
  return c == '&' || c == '\r' || c == '\0';
}

Reference reference_at(std::string_view raw, bool in_attribute) {
  if (raw.size() < 2) return {};
  return raw[1] == '#' ? numbered(raw) : named(raw, in_attribute);
}

}  // namespace

MappedText decoded_text(std::string_view raw, std::size_t byte_begin) {
  MappedText text;
  for (std::size_t at = 0; at < raw.size();) {
    std::size_t special = at;
    while (special < raw.size() && !is_special(raw[special])) ++special;
    if (special > at) text.append_exact(raw.substr(at, special - at), byte_begin + at);
    at = special;
    if (at == raw.size()) break;
    if (raw[at] == '\r') {
      const std::size_t length = raw.substr(at, 2) == "\r\n" ? 2 : 1;
      text.append_for("\n", byte_begin + at, byte_begin + at + length);
      at += length;
    } else if (raw[at] == '\0') {
      ++at;
    } else if (const auto found = reference_at(raw.substr(at), false); found.length > 0) {
      text.append_for(found.text, byte_begin + at, byte_begin + at + found.length);
      at += found.length;
    } else {
      text.append_exact(raw.substr(at, 1), byte_begin + at);
      ++at;
    }
  }
  return text;
}

std::string decoded_attribute(std::string_view raw) {
  std::string text;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t special = std::min(raw.find('&', at), raw.size());
    text += raw.substr(at, special - at);
    at = special;
    if (at == raw.size()) break;
    const auto found = reference_at(raw.substr(at), true);
    text += found.length > 0 ? std::string_view(found.text) : "&";
    at += std::max<std::size_t>(found.length, 1);
  }
  return text;
}

}  // namespace counterpoint::html
