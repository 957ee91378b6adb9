// SPDX-License-Identifier: Apache-2.0
#include "annotation/text_lines.h"

#include <algorithm>
#include <string>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

using std::size_t;

// Longest line that a fixed width can have produced.
constexpr size_t kMaxWrapWidth = 120;

// Offsets where a section forces a break.
std::vector<size_t> section_borders(const Document& document) {
  std::vector<size_t> borders;
  for (const Section& section : document.sections) {
    borders.push_back(section.span.begin);
    borders.push_back(section.span.end);
    if (section.role == SectionRole::heading) {
      const size_t line = document.text.find('\n', section.span.begin);
      if (line != std::string::npos) borders.push_back(line);
    }
  }
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  return borders;
}

// Stretches between blank lines and section borders.
std::vector<Block> paragraphs(const Document& document) {
  const std::string& text = document.text;
  const std::vector<size_t> borders = section_borders(document);
  std::vector<Block> blocks;
  auto border = borders.begin();
  size_t begin = 0;
  size_t blank = 0;  // the next blank line at or behind `begin`; looked for once
  while (begin < text.size()) {
    if (blank <= begin) blank = std::min(text.find("\n\n", begin), text.size());
    size_t end = blank;
    while (border != borders.end() && *border <= begin) ++border;
    if (border != borders.end()) end = std::min(end, *border);
    const size_t first = skip_space(text, begin, end);
    if (first < end) {
      blocks.push_back(
          {first, trim_end(text, first, end), static_cast<std::uint32_t>(blocks.size())});
    }
    begin = end < text.size() && text[end] == '\n' ? end + 1 : end;
  }
  return blocks;
}

size_t longest_line(std::string_view text, const Block& block) {
  size_t longest = 0;
  for (size_t at = block.begin; at < block.end;) {
    const size_t line = std::min(text.find('\n', at), block.end);
    longest = std::max(longest, line - at);
    at = line + 1;
  }
  return longest;
}

// Whether the line break at `at` only wraps a line: the next word would not have fitted.
bool is_wrap(std::string_view text, const Block& block, size_t at, size_t longest) {
  const size_t next = skip_space(text, at, block.end);
  if (next >= block.end) return false;
  const char32_t first = decode_at(text, next).value;
  if (is_lower(first)) return true;
  if (longest > kMaxWrapWidth || longest < 40 || first == '-' || first == '*' || first == '=') {
    return false;
  }
  const size_t previous = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const size_t line_begin =
      previous == std::string_view::npos ? block.begin : std::max(block.begin, previous + 1);
  const size_t word = std::min(text.find_first_of(" \n", next), block.end) - next;
  return at - line_begin + 1 + word > longest;
}

}  // namespace

size_t skip_space(std::string_view text, size_t at, size_t end) {
  while (at < end) {
    const auto c = decode_at(text, at);
    if (classify(c.value) != CharClass::space) break;
    at += c.length;
  }
  return at;
}

size_t trim_end(std::string_view text, size_t begin, size_t end) {
  while (end > begin) {
    const auto c = decode_before(text, end);
    if (classify(c.value) != CharClass::space) break;
    end -= c.length;
  }
  return end;
}

// Cuts a paragraph at the line breaks that are not wraps.
std::vector<Block> text_lines(const Document& document) {
  const std::string_view text = document.text;
  std::vector<Block> result;
  for (const Block& block : paragraphs(document)) {
    const size_t longest = longest_line(text, block);
    size_t begin = block.begin;
    for (size_t at = block.begin; at < block.end; ++at) {
      if (text[at] != '\n' || is_wrap(text, block, at, longest)) continue;
      const size_t end = trim_end(text, begin, at);
      if (end > begin) result.push_back({begin, end, block.paragraph});
      begin = skip_space(text, at, block.end);
    }
    if (begin < block.end) result.push_back({begin, block.end, block.paragraph});
  }
  return result;
}

}  // namespace counterpoint::annotation
