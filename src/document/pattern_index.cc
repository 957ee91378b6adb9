// SPDX-License-Identifier: Apache-2.0
#include "document/pattern_index.h"

#include <algorithm>

namespace counterpoint {
namespace {

void append(std::vector<std::size_t>& rules, const std::vector<std::size_t>& more) {
  rules.insert(rules.end(), more.begin(), more.end());
}

}  // namespace

void PatternIndex::add(std::size_t rule, const Pattern& pattern, const WordClasses& classes) {
  const Pattern::Opening opening = pattern.opening(classes);
  for (const std::string& word : opening.words) {
    ByFirst& entry = by_word_[word];
    (opening.only_words ? entry.only : entry.also).push_back(rule);
  }
  if (opening.digit) by_digit_.push_back(rule);
  if (opening.capital) by_capital_.push_back(rule);
  if (opening.anything) by_anything_.push_back(rule);
}

void PatternIndex::find_also(const Word& word, Rules& rules) const {
  if (const auto found = by_word_.find(word.lower); found != by_word_.end()) {
    append(rules, found->second.also);
  }
  const char first = word.lower.empty() ? ' ' : word.lower.front();
  if (first >= '0' && first <= '9') append(rules, by_digit_);
  if (word.capital) append(rules, by_capital_);
}

void PatternIndex::find(const std::vector<Word>& words, std::size_t at, std::size_t to,
                        std::vector<std::size_t>& rules) const {
  rules.clear();
  if (at >= to) return;
  if (const auto found = by_word_.find(words[at].lower); found != by_word_.end()) {
    rules = found->second.only;
  }
  const auto others = static_cast<std::ptrdiff_t>(rules.size());
  append(rules, by_anything_);
  // A pattern skips marks before the word that it begins with.
  for (std::size_t i = at; i < to; ++i) {
    find_also(words[i], rules);
    if (words[i].is_word) break;
  }
  std::sort(rules.begin() + others, rules.end());
  rules.erase(std::unique(rules.begin() + others, rules.end()), rules.end());
}

}  // namespace counterpoint
