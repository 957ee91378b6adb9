// SPDX-License-Identifier: Apache-2.0
// Patterns of words, as written in packs/<language>/document/*.tsv:
//
//   word        this word, whatever its case          a|b      one of these words
//   [a|b]       the same, but may be absent           © : ? |  this mark (other marks are skipped)
//   ..          up to 3 words    ...  up to 8 words
//   <year> <number> <clock> <name>  1900-2099; digits; 18:45 or 18.45; up to 6 capitalised words
//   <class>     a word (or words) of that class in words.tsv, e.g. <month>
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/words.h"

namespace counterpoint {

// class -> its members, each a sequence of lower-case words.
using WordClasses = std::map<std::string, std::set<std::vector<std::string>>, std::less<>>;

class Pattern {
 public:
  Pattern() = default;
  explicit Pattern(std::string_view written);

  // Index behind the last word matched when the pattern matches at words[from]; nothing otherwise.
  [[nodiscard]] std::optional<std::size_t> match(const std::vector<Word>& words, std::size_t from,
                                                 std::size_t to, const WordClasses& classes) const;

  // The words that a match can begin with; empty if it can begin with others too.
  [[nodiscard]] const std::set<std::string>& first_words() const;

  [[nodiscard]] bool empty() const { return elements_.empty(); }

 private:
  enum class Kind { words, mark, gap, year, number, clock, name, word_class };
  struct Element {
    Kind kind = Kind::words;
    std::set<std::string> any;  // words; or the mark; or the class's name
    std::size_t most = 1;       // gap
    bool optional = false;
  };
  struct Matcher;

  static Element element_of(std::string_view written);

  std::vector<Element> elements_;
};

// Length in words of the longest member of a class at words[from]; 0 if none.
[[nodiscard]] std::size_t class_length(const std::vector<Word>& words, std::size_t from,
                                       std::size_t to, std::string_view name,
                                       const WordClasses& classes);

[[nodiscard]] bool is_year(std::string_view word);
[[nodiscard]] bool is_number(std::string_view word);
[[nodiscard]] bool is_clock(std::string_view word);

}  // namespace counterpoint
