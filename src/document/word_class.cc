// SPDX-License-Identifier: Apache-2.0
#include "document/word_class.h"

#include <algorithm>
#include <utility>

namespace counterpoint {

void WordClass::insert(std::vector<std::string> sequence) {
  if (sequence.empty()) return;
  by_first_word_[sequence.front()].push_back(std::move(sequence));
}

bool WordClass::contains(std::string_view word) const {
  const auto found = by_first_word_.find(word);
  return found != by_first_word_.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [](const auto& sequence) { return sequence.size() == 1; });
}

std::size_t WordClass::length_at(const std::vector<Word>& words, std::size_t from,
                                 std::size_t to) const {
  if (from >= to) return 0;
  const auto found = by_first_word_.find(words[from].lower);
  if (found == by_first_word_.end()) return 0;
  std::size_t longest = 0;
  for (const auto& sequence : found->second) {
    const std::size_t length = sequence.size();
    if (length <= longest || length > std::min(to - from, kMostMemberWords)) continue;
    const bool here = std::equal(
        sequence.begin(), sequence.end(), words.begin() + static_cast<std::ptrdiff_t>(from),
        [](const std::string& wanted, const Word& word) { return wanted == word.lower; });
    if (here) longest = length;
  }
  return longest;
}

std::vector<std::string> WordClass::first_words() const {
  std::vector<std::string> words;
  for (const auto& [word, sequences] : by_first_word_) words.push_back(word);
  return words;
}

std::size_t class_length(const std::vector<Word>& words, std::size_t from, std::size_t to,
                         std::string_view name, const WordClasses& classes) {
  const auto members = classes.find(name);
  return members == classes.end() ? 0 : members->second.length_at(words, from, to);
}

}  // namespace counterpoint
