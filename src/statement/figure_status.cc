// SPDX-License-Identifier: Apache-2.0
#include "statement/figure_status.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "statement/figure_measure.h"

namespace counterpoint::statement {
namespace {

// The reach of an adverb, auxiliary or participle of the same clause.
constexpr TokenIndex kReach = 6;

std::optional<FigureStatus> status_at(const FigureWords& words, TokenIndex i) {
  const auto& table = words.lexicon().figure_status;
  if (words.tree().token(i).upos == Upos::NOUN) return std::nullopt;  // "22 suspects"
  auto entry = table.find(words.tree().token(i).lemma);
  if (entry == table.end()) entry = table.find(words.tree().lower(i));
  return entry == table.end() ? std::nullopt : std::optional(entry->second);
}

// "50 deaths could not be verified", "were killed could not": a modal of another clause than the
// number's, which a finite verb parts from it.
bool is_of_another_clause(const Tree& tree, TokenIndex modal, TokenIndex number) {
  if (tree.token(modal).xpos != "MD") return false;
  const auto [first, last] = std::minmax(modal, number);
  for (TokenIndex i = first + 1; i < last; ++i) {
    const std::string& tag = tree.token(i).xpos;
    if (tag == "VBD" || tag == "VBZ" || tag == "VBP") return true;
  }
  return false;
}

// The status word nearest to `at` within [first, last).
std::optional<FigureStatus> nearest(const FigureWords& words, TokenIndex at, TokenIndex first,
                                    TokenIndex last) {
  std::optional<FigureStatus> best;
  TokenIndex best_distance = last - first + 1;
  for (TokenIndex i = first; i < last; ++i) {
    const auto status = status_at(words, i);
    if (!status || std::abs(i - at) >= best_distance) continue;
    if (is_of_another_clause(words.tree(), i, at)) continue;
    best = status;
    best_distance = std::abs(i - at);
  }
  return best;
}

}  // namespace

FigureStatus status_of(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(counted.head())];
  // "confirmed deaths", "deaths likely to have been caused": what is said of the noun counts first.
  if (const TokenIndex noun = tallied_noun(words, counted); noun >= 0) {
    const TokenIndex first = std::max(sentence.first, noun - 2);
    const TokenIndex last = std::min(counted.first, noun + 3);
    if (const auto status = nearest(words, noun, first, last)) return *status;
  }
  const TokenIndex first = std::max(sentence.first, counted.number - kReach);
  const TokenIndex last =
      std::min(sentence.last, std::max(counted.noun, counted.number) + kReach + 1);
  return nearest(words, counted.number, first, last).value_or(FigureStatus::unstated);
}

FigureScope scope_of(const Tree& tree, const Counted& counted) {
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(counted.head())];
  for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
    const std::string pair = tree.lower(i) + " " + tree.lower(i + 1);
    if (tree.is_word(i, WordClass::cumulative)) return FigureScope::cumulative;
    if (tree.words().has(WordClass::cumulative, pair)) return FigureScope::cumulative;
  }
  return FigureScope::unknown;
}

}  // namespace counterpoint::statement
