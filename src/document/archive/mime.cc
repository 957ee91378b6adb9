// SPDX-License-Identifier: Apache-2.0
#include "document/archive/mime.h"

#include <array>
#include <optional>

#include "base/utf8.h"
#include "document/charset.h"

namespace counterpoint {
namespace {

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// "=?charset?Q?text?=" at the beginning of `text`; its length goes to `length`.
std::optional<std::string> encoded_word(std::string_view text, std::size_t& length) {
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() ||
      text[charset_end + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t end = text.find("?=", charset_end + 3);
  if (end == std::string_view::npos || end > 1000) return std::nullopt;
  const char coding = static_cast<char>(text[charset_end + 1] | 32);
  std::string coded(text.substr(charset_end + 3, end - charset_end - 3));
  for (char& c : coded) {
    if (coding == 'q' && c == '_') c = ' ';
  }
  if (coding != 'q' && coding != 'b') return std::nullopt;
  const std::string bytes = coding == 'q' ? decoded_quoted_printable(coded) : decoded_base64(coded);
  std::string charset(text.substr(2, charset_end - 2));
  charset = charset.substr(0, charset.find('*'));
  length = end + 2;
  const auto converted = to_utf8(bytes, charset);
  return converted ? converted->text() : utf8::repaired(bytes);
}

}  // namespace

std::string decoded_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

std::string decoded_quoted_printable(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      bytes += text[at];
    } else if (at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 &&
               hex_digit(text[at + 2]) >= 0) {
      bytes += static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]));
      at += 2;
    } else if (text.substr(at + 1).starts_with("\r\n")) {
      at += 2;
    } else if (text.substr(at + 1).starts_with("\n")) {
      at += 1;
    } else if (at + 1 < text.size()) {
      bytes += '=';
    }
  }
  return bytes;
}

std::string decoded_header(std::string_view value) {
  std::string text;
  bool after_word = false;
  for (std::size_t at = 0; at < value.size();) {
    std::size_t length = 0;
    if (const auto word = encoded_word(value.substr(at), length)) {
      text += *word;
      at += length;
      after_word = true;
      continue;
    }
    // White space between two encoded words is not part of the text.
    const std::size_t next = value.find_first_not_of(" \t", at);
    if (after_word && next != std::string_view::npos && next > at &&
        value.substr(next).starts_with("=?")) {
      at = next;
      after_word = false;
      continue;
    }
    after_word = false;
    text += value[at++];
  }
  return utf8::repaired(text);
}

}  // namespace counterpoint
