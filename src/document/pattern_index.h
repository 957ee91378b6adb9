// SPDX-License-Identifier: Apache-2.0
// Which of many patterns are worth trying at a place: those that can begin with the word there.
#pragma once

#include <vector>

#include "document/pattern.h"

namespace counterpoint {

class PatternIndex {
 public:
  // `rule` is the caller's number for the pattern; rules are added in rising order. Classes that
  // grow later are not seen.
  void add(std::size_t rule, const Pattern& pattern, const WordClasses& classes);

  // Rules whose pattern may match at words[at], in place of what `rules` held: first those that
  // begin with that very word, then the others, each in rising order. A rule left out does not
  // match.
  void find(const std::vector<Word>& words, std::size_t at, std::size_t to,
            std::vector<std::size_t>& rules) const;

 private:
  using Rules = std::vector<std::size_t>;
  struct ByFirst {
    Rules only;  // patterns whose first element is these words and must be there
    Rules also;  // patterns that can begin with this word among others, and behind marks
  };

  void find_also(const Word& word, Rules& rules) const;

  ByWord<ByFirst> by_word_;
  Rules by_digit_, by_capital_, by_anything_;
};

}  // namespace counterpoint
