// SPDX-License-Identifier: Apache-2.0
// Classes of words, as words.tsv names them: months, agencies, labels of columns, ...
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/words.h"

namespace counterpoint {

// Lets maps keyed by strings be asked with views.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>()(word);
  }
};

template <class Value>
using ByWord = std::unordered_map<std::string, Value, WordHash, std::equal_to<>>;

// A longer member of a class is never found.
constexpr std::size_t kMostMemberWords = 5;

// Members are sequences of lower-case words, found by their first word.
class WordClass {
 public:
  void insert(std::vector<std::string> sequence);

  // Whether the word alone is a member.
  [[nodiscard]] bool contains(std::string_view word) const;

  // Length in words of the longest member at words[from]; 0 if none.
  [[nodiscard]] std::size_t length_at(const std::vector<Word>& words, std::size_t from,
                                      std::size_t to) const;

  // The words that members begin with, in no order.
  [[nodiscard]] std::vector<std::string> first_words() const;

 private:
  ByWord<std::vector<std::vector<std::string>>> by_first_word_;
};

using WordClasses = ByWord<WordClass>;

// Length in words of the longest member of a class at words[from]; 0 if none, or no such class.
[[nodiscard]] std::size_t class_length(const std::vector<Word>& words, std::size_t from,
                                       std::size_t to, std::string_view name,
                                       const WordClasses& classes);

}  // namespace counterpoint
