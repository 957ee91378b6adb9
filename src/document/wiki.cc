// SPDX-License-Identifier: Apache-2.0
#include "document/wiki.h"

#include <algorithm>

namespace counterpoint {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<WikiHeading> find_wiki_heading(std::string_view line) {
  std::size_t level = 0;
  while (level < line.size() && line[level] == '=') ++level;
  if (level == 0 || level > 6 || line.size() < 2 * level + 1) return std::nullopt;
  if (line.find_first_not_of('=', line.size() - level) != std::string_view::npos)
    return std::nullopt;
  Range range{level, line.size() - level};
  while (range.begin < range.end && line[range.begin] == ' ') ++range.begin;
  while (range.end > range.begin && line[range.end - 1] == ' ') --range.end;
  if (range.begin >= range.end || line[range.end - 1] == '=') return std::nullopt;
  return WikiHeading{static_cast<int>(level), range};
}

std::optional<InfoboxRow> find_infobox_row(std::string_view line) {
  if (!line.starts_with("- ") && !line.starts_with("* ") && !line.starts_with("| ")) {
    return std::nullopt;
  }
  const std::size_t mark = line.find_first_of(":=");
  if (mark > 50) return std::nullopt;
  InfoboxRow row{{2, mark}, {2, line.size()}};
  while (row.field.end > row.field.begin && line[row.field.end - 1] == ' ') --row.field.end;
  if (row.field.begin >= row.field.end) return std::nullopt;
  return row;
}

bool is_infobox_opener(std::string_view line) {
  return (line.starts_with("Infobox") || line.starts_with("infobox")) && line.size() < 60 &&
         !ends_with_stop(line) && count_words(line) <= 4;
}

std::size_t count_citation_markers(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && end < at + 5 && is_digit(text[end])) ++end;
    if (end > at + 1 && end < text.size() && text[end] == ']') ++count;
  }
  return count;
}

}  // namespace counterpoint
