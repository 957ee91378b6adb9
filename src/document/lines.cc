// SPDX-License-Identifier: Apache-2.0
#include "document/lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace counterpoint {
namespace {

// Width of white space at `at`: its bytes, or 0. Covers the no-break and other Unicode spaces.
std::size_t space_length(std::string_view text, std::size_t at) {
  const auto c = utf8::decode(text, at);
  const bool space = c.value <= U' ' || c.value == 0xA0 ||
                     (c.value >= 0x2000 && c.value <= 0x200B) || c.value == 0x202F ||
                     c.value == 0x3000 || c.value == 0xFEFF;
  return space ? c.length : 0;
}

Line line_of(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  while (begin < end) {
    const std::size_t length = space_length(text, begin);
    if (length == 0) break;
    line.indent += text[begin] == '\t' ? 4 : 1;
    begin += length;
  }
  std::size_t last = begin;
  for (std::size_t at = begin; at < end;) {
    const auto c = utf8::decode(text, at);
    const bool space = space_length(text, at) > 0;
    at += c.length;
    if (!space) last = at;
  }
  line.range = {begin, last};
  return line;
}

std::size_t width(const Line& line) {
  return line.range.end - line.range.begin;
}

std::string_view words_of(std::string_view text, const Line& line) {
  return text.substr(line.range.begin, width(line));
}

// A text broken at a margin has many lines that end in mid-sentence and hardly any beyond 100
// bytes.
bool is_wrapped(std::string_view text, const std::vector<Line>& lines) {
  std::size_t inner = 0, open = 0, wide = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_empty) continue;
    ++inner;
    if (!ends_with_stop(words_of(text, lines[i])) && width(lines[i]) >= 40) ++open;
    if (width(lines[i]) > 100) ++wide;
  }
  return inner >= 2 && 2 * open >= inner && 20 * wide <= inner;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool after_empty = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\r\f\v", begin), text.size());
    Line line = line_of(text, begin, end);
    if (width(line) == 0) {
      // A carriage return before a line feed is no empty line of its own.
      const bool pair = end > 0 && begin > 0 && text[begin - 1] == '\r' && text[begin] == '\n';
      if (!pair) after_empty = true;
    } else {
      line.after_empty = after_empty;
      after_empty = false;
      lines.push_back(line);
    }
    begin = end + 1;
  }
  return lines;
}

LineStyle style_of(std::string_view text, const std::vector<Line>& lines) {
  if (is_wrapped(text, lines)) return LineStyle::wrapped;
  std::size_t single = 0, several = 0, touching = 0;
  for (const Line& line : lines) {
    if (!ends_with_stop(words_of(text, line))) continue;
    if (!line.after_empty) ++touching;
    ++(split_sentences(words_of(text, line)).size() <= 1 ? single : several);
  }
  const bool one_each = touching >= 4 && 8 * several <= single;
  return one_each ? LineStyle::sentences : LineStyle::items;
}

bool runs_on(std::string_view text, const Line& before, const Line& line, LineStyle style) {
  const bool stopped = ends_with_stop(words_of(text, before));
  const std::string_view next = words_of(text, line);
  if (style != LineStyle::wrapped) return !stopped && starts_lower(next);
  if (starts_lower(next)) return true;
  if (line.indent > before.indent + 1) return false;  // a new paragraph by indentation
  const bool list = next.size() > 2 && (next.starts_with("- ") || next.starts_with("* ") ||
                                        next.starts_with("\xE2\x80\xA2"));
  if (list) return false;
  return width(before) >= 40;
}

}  // namespace counterpoint
