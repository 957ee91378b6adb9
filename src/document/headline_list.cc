// SPDX-License-Identifier: Apache-2.0
#include "document/headline_list.h"

#include <algorithm>
#include <utility>

namespace counterpoint {
namespace {

// A headline, or the list is taken for running text.
constexpr std::size_t kMostWords = 40;

enum class Part { none, clock, year, month, weekday, day, zone };

bool is_day(std::string_view word) {
  std::size_t digits = 0;
  while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9') ++digits;
  if (digits == 0 || digits > 2) return false;
  const std::string_view ending = word.substr(digits);
  return ending.empty() || ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
}

Part part_of(const Word& word, const PhraseBook& book) {
  if (is_clock(word.lower)) return Part::clock;
  if (is_year(word.lower)) return Part::year;
  if (is_day(word.lower)) return Part::day;
  if (book.is("month", word.lower)) return Part::month;
  if (book.is("weekday", word.lower)) return Part::weekday;
  if (book.is("zone", word.lower)) return Part::zone;
  return Part::none;
}

bool is_separator(const Word& word) {
  return !word.is_word && (word.lower == "," || word.lower == "|" || word.lower == "-" ||
                           word.lower == "." || word.lower == "/");
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Cheap to ask of every block before its words are parted: no stamp is without an hour.
bool may_hold_clock(std::string_view text) {
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    const bool mark = text[at] == ':' || text[at] == '.';
    if (mark && is_digit(text[at - 1]) && is_digit(text[at + 1])) return true;
  }
  return false;
}

}  // namespace

std::optional<Range> find_stamp(std::string_view text, std::size_t from, const PhraseBook& book) {
  if (!may_hold_clock(text)) return std::nullopt;
  const auto words = split_words(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].begin < from || part_of(words[at], book) == Part::none) continue;
    std::size_t parts[7] = {};
    std::size_t last = at, end = at;
    for (; end < words.size(); ++end) {
      const Part part = part_of(words[end], book);
      if (part == Part::none && !is_separator(words[end])) break;
      if (part != Part::none) last = end;
      ++parts[static_cast<std::size_t>(part)];
    }
    const auto has = [&parts](Part part) { return parts[static_cast<std::size_t>(part)] > 0; };
    if (has(Part::clock) && has(Part::month) && (has(Part::year) || has(Part::day))) {
      return Range{words[at].begin, words[last].end};
    }
    at = end;
  }
  return std::nullopt;
}

bool starts_with_stamp(std::string_view text, const PhraseBook& book) {
  const auto stamp = find_stamp(text, 0, book);
  return stamp && stamp->begin == 0;
}

namespace {

bool is_line(const Block& block) {
  return block.kind != BlockKind::heading && block.dropped.empty() &&
         count_words(block.text.text()) <= kMostWords;
}

// The entries of a live report are dated too, but they are sentences.
bool is_headline(const Block& block) {
  return is_line(block) && !ends_with_stop(block.text.text());
}

// Cuts the text before a glued stamp off as a block of its own, so that a stamp begins its block.
void part_stamp(std::vector<Block>& blocks, std::size_t index, std::size_t at) {
  Block tail = blocks[index];
  tail.text = blocks[index].text.slice(at, blocks[index].text.size());
  tail.tight = true;
  blocks[index].text = trimmed(blocks[index].text.slice(0, at));
  blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(tail));
}

// A stamp at the end of a line (glued to a headline or alone) heads the line that follows.
bool ends_with_list_stamp(const Block& block, const PhraseBook& book, std::size_t& at) {
  if (block.kind == BlockKind::heading || !block.dropped.empty()) return false;
  const auto stamp = find_stamp(block.text.text(), 0, book);
  if (!stamp || block.text.text().find_first_not_of(" .,|", stamp->end) != std::string::npos) {
    return false;
  }
  at = stamp->begin;
  return true;
}

}  // namespace

void drop_headline_lists(Page& page, const PhraseBook& book) {
  auto& blocks = page.blocks;
  std::vector<std::size_t> stamps;  // blocks whose text ends with a stamp
  std::vector<std::size_t> at(blocks.size(), 0);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (ends_with_list_stamp(blocks[i], book, at[i])) stamps.push_back(i);
  }
  // Runs of stamps on neighbouring lines, or with one headline between two of them.
  for (std::size_t last = stamps.size(); last > 0;) {
    std::size_t first = last - 1;
    while (first > 0 && stamps[first] - stamps[first - 1] <= 2 &&
           is_headline(blocks[stamps[first]]) && is_headline(blocks[stamps[first] - 1])) {
      --first;
    }
    if (last - first >= 2) {
      const std::size_t begin = stamps[first];
      std::size_t end = stamps[last - 1] + 1;
      if (end < blocks.size() && is_line(blocks[end])) ++end;
      for (std::size_t i = begin + 1; i < end; ++i) blocks[i].dropped = "related";
      if (at[begin] == 0) {
        blocks[begin].dropped = "related";
      } else {
        part_stamp(blocks, begin, at[begin]);
        blocks[begin + 1].dropped = "related";
      }
    }
    last = first;
  }
}

}  // namespace counterpoint
