// SPDX-License-Identifier: Apache-2.0
// Patterns of words, as written in packs/<language>/document/*.tsv:
//
//   word        this word, whatever its case          a|b      one of these words
//   [a|b]       the same, but may be absent           © : ? |  this mark (other marks are skipped)
//   ..          up to 3 words    ...  up to 8 words
//   <year> <number> <clock> <name>  1900-2099; digits; 18:45 or 18.45; up to 6 capitalised words
//   <class>     a word (or words) of that class in words.tsv, e.g. <month>
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/word_class.h"

namespace counterpoint {

class Pattern {
 public:
  Pattern() = default;
  explicit Pattern(std::string_view written);

  // Index behind the last word matched when the pattern matches at words[from]; nothing otherwise.
  [[nodiscard]] std::optional<std::size_t> match(const std::vector<Word>& words, std::size_t from,
                                                 std::size_t to, const WordClasses& classes) const;

  // What the first word or mark that a match takes can be.
  struct Opening {
    std::set<std::string> words;
    bool only_words = false;  // the first element is a list of words that must be there
    bool digit = false;       // a word that begins with a digit
    bool capital = false;     // a capitalised word
    bool anything = false;
  };
  [[nodiscard]] Opening opening(const WordClasses& classes) const;

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

[[nodiscard]] bool is_year(std::string_view word);
[[nodiscard]] bool is_number(std::string_view word);
[[nodiscard]] bool is_clock(std::string_view word);

}  // namespace counterpoint
