// SPDX-License-Identifier: Apache-2.0
#include "dossier/claims/pattern.h"

#include <algorithm>

namespace counterpoint {
namespace {

constexpr std::size_t kGap = 4;  // words that "_" may skip: the reach within one phrase

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

WordPattern::WordPattern(std::string_view text) {
  bool gap = false;
  for (const std::string_view word : split(text, ' ')) {
    if (word == "_") {
      gap = true;
      continue;
    }
    Step step;
    step.gap_before = gap && !steps_.empty();
    gap = false;
    for (std::string_view choice : split(word, '|')) {
      const bool beginning = choice.ends_with('*');
      if (beginning) choice.remove_suffix(1);
      step.choices.push_back({std::string(choice), beginning});
    }
    steps_.push_back(std::move(step));
  }
}

bool WordPattern::fits(const Step& step, const PatternWord& word) {
  return std::any_of(step.choices.begin(), step.choices.end(), [&](const Choice& choice) {
    if (choice.beginning) return word.word.starts_with(choice.text);
    return word.word == choice.text || word.lemma == choice.text;
  });
}

std::optional<std::size_t> WordPattern::match_from(const std::vector<PatternWord>& words,
                                                   std::size_t at, std::size_t last,
                                                   std::size_t step) const {
  if (step == steps_.size()) return at;
  const std::size_t reach = steps_[step].gap_before ? kGap : 0;
  for (std::size_t i = at; i < last && i <= at + reach; ++i) {
    if (!fits(steps_[step], words[i])) continue;
    if (const auto end = match_from(words, i + 1, last, step + 1)) return end;
  }
  return std::nullopt;
}

std::optional<WordPattern::Match> WordPattern::find(const std::vector<PatternWord>& words,
                                                    std::size_t first, std::size_t last) const {
  if (steps_.empty()) return std::nullopt;
  for (std::size_t i = first; i < last; ++i) {
    if (!fits(steps_.front(), words[i])) continue;
    if (const auto end = match_from(words, i + 1, last, 1)) return Match{i, *end};
  }
  return std::nullopt;
}

}  // namespace counterpoint
