// SPDX-License-Identifier: Apache-2.0
#include "view/terminal.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace counterpoint::view {
namespace {

// C0, DEL and C1 controls, and the marks that turn the direction of text around.
bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, i);
    i += c.length;
    if (is_unsafe(c.value))
      out.push_back(' ');
    else
      utf8::append(out, c.value);
  }
  return out;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

std::string Page::bold(std::string_view text) const {
  if (!options_.colour) return std::string(text);
  return "\x1b[1m" + std::string(text) + "\x1b[0m";
}

void Page::heading(std::string_view text) {
  const std::string line = printable(text);
  out_ += bold(line) + "\n" + std::string(utf8::count_code_points(line), '=') + "\n";
}

void Page::subheading(std::string_view text) {
  out_ += bold(printable(text)) + "\n";
}

void Page::blank() {
  out_ += "\n";
}

void Page::paragraph(std::string_view text, int indent, std::string_view first) {
  const auto width = static_cast<std::size_t>(std::max(options_.width, 30));
  std::string line =
      first.empty() ? std::string(static_cast<std::size_t>(indent), ' ') : std::string(first);
  std::size_t used = utf8::count_code_points(line);
  bool fresh = true;
  for (const std::string& word : words_of(printable(text))) {
    const std::size_t size = utf8::count_code_points(word);
    if (!fresh && used + 1 + size > width) {
      out_ += line + "\n";
      line = std::string(static_cast<std::size_t>(indent), ' ');
      used = static_cast<std::size_t>(indent);
      fresh = true;
    }
    if (!fresh) {
      line += ' ';
      ++used;
    }
    line += word;
    used += size;
    fresh = false;
  }
  out_ += line + "\n";
}

}  // namespace counterpoint::view
