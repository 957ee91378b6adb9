// SPDX-License-Identifier: Apache-2.0
#include "document/headline_stop.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace counterpoint {
namespace {

// Bounds set on the texts of tests/unit/document/headline_test.cc.
constexpr std::size_t kLeastWords = 3;
constexpr std::size_t kMostWords = 14;
constexpr std::size_t kLeastWordsBelow = 15;
constexpr std::size_t kReachBelow = 60;   // words: a headline is told again at once
constexpr std::size_t kLeastLetters = 4;  // shorter words are mostly grammar
constexpr std::size_t kStem = 4;  // "breaks" and "broke" differ, "killed" and "kills" do not

bool is_content(const Word& word) {
  return word.is_word && word.end - word.begin >= kLeastLetters;
}

bool ends_in_one_full_stop(std::string_view line) {
  return line.ends_with('.') && !line.ends_with("..");
}

bool is_quotation_mark(const Word& word) {
  return word.lower == "\"" || word.lower == "\xE2\x80\x9C" || word.lower == "\xE2\x80\x9D";
}

// "Dam Breaks Above Village.": every longer word begins with a capital, and they are not one name.
bool is_capitalised(const std::vector<Word>& words) {
  std::size_t content = 0;
  for (const Word& word : words) {
    if (!is_content(word)) continue;
    if (!word.capital) return false;
    ++content;
  }
  return content >= 3;
}

std::size_t count_told_again(const std::vector<Word>& line, const std::vector<Word>& below) {
  std::set<std::string> stems;
  for (std::size_t i = 0; i < std::min(below.size(), kReachBelow); ++i) {
    if (is_content(below[i])) stems.insert(below[i].lower.substr(0, kStem));
  }
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [&](const Word& word) {
    return is_content(word) && stems.contains(word.lower.substr(0, kStem));
  }));
}

}  // namespace

bool is_headline_with_stop(std::string_view line, std::string_view below, const PhraseBook& book) {
  if (!ends_in_one_full_stop(line) || !ends_with_stop(below)) return false;
  const auto words = split_words(line), next = split_words(below);
  const auto count = count_words(line);
  if (count < kLeastWords || count > kMostWords || count_words(below) < kLeastWordsBelow ||
      count_words(below) < 2 * count) {
    return false;
  }
  const bool quoted = std::any_of(words.begin(), words.end(), is_quotation_mark);
  const bool article = std::any_of(words.begin(), words.end(), [&book](const Word& word) {
    return book.is("article", word.lower);
  });
  if (quoted) return false;
  if (is_capitalised(words)) return true;
  const auto content =
      static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_content));
  return !article && content >= 3 && 2 * count_told_again(words, next) >= content;
}

}  // namespace counterpoint
