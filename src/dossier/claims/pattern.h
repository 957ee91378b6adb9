// SPDX-License-Identifier: Apache-2.0
// Word patterns of issues.tsv: "switch _ side|sides", "mutin*".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace counterpoint {

// The words a pattern is matched against: one entry a token.
struct PatternWord {
  std::string word;   // lower case
  std::string lemma;  // lower case
};

// One alternative: words with choices and beginnings, and gaps of up to four words.
class WordPattern {
 public:
  // `text` as in issues.tsv, without its ! or + mark. An empty pattern matches nothing.
  explicit WordPattern(std::string_view text);

  struct Match {
    std::size_t first = 0;
    std::size_t last = 0;  // half-open
  };
  // The first match that lies in words [first, last), or nullopt.
  [[nodiscard]] std::optional<Match> find(const std::vector<PatternWord>& words, std::size_t first,
                                          std::size_t last) const;

 private:
  struct Choice {
    std::string text;
    bool beginning = false;
  };
  struct Step {
    std::vector<Choice> choices;
    bool gap_before = false;
  };
  [[nodiscard]] static bool fits(const Step& step, const PatternWord& word);
  [[nodiscard]] std::optional<std::size_t> match_from(const std::vector<PatternWord>& words,
                                                      std::size_t at, std::size_t last,
                                                      std::size_t step) const;
  std::vector<Step> steps_;
};

}  // namespace counterpoint
