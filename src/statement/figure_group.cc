// SPDX-License-Identifier: Apache-2.0
#include "statement/figure_group.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/figure_measure.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// "the 76 dead", "those missing": a state that stands for the people.
TokenIndex named_state(const Tree& tree, const Counted& counted) {
  const TokenIndex next = counted.end;
  const bool definite = counted.first > 0 && tree.is_word(counted.first - 1, WordClass::definite);
  if (!definite || next >= tree.size() || !tree.is_word(next, WordClass::state)) return -1;
  return next;
}

TokenIndex noun_of(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  if (counted.noun >= 0) return counted.noun;
  if (const TokenIndex state = named_state(tree, counted); state >= 0) return state;
  if (const TokenIndex noun = predicate_noun(words, counted); noun >= 0) return noun;
  // "two of them", where nothing before tells who they are.
  const TokenIndex noun = tallied_noun(words, counted);
  // "the number of dead", but not "five sailors were missing, not nine"
  const bool thing = noun >= 0 && (is_noun(tree, noun) || tree.is_word(noun - 1, WordClass::of));
  if (thing && !tree.is_word(noun, WordClass::tally)) return noun;
  return -1;
}

// Whether the words of [first, last) name one thing only: no number and no verb among them.
bool is_plain(const Tree& tree, const Span& span) {
  const auto [first, last] = tree.tokens_in(span);
  for (TokenIndex i = first; i < last; ++i) {
    if (is_quantity(tree, i) || is_finite(tree, i)) return false;
    if (tree.word(i) == "," || tree.token(i).upos == Upos::AUX) return false;
  }
  return true;
}

Span words_around(const Tree& tree, TokenIndex noun) {
  Span span = tree.token(noun).span;
  for (const TokenIndex c : tree.children(noun)) {
    if (tree.sentence_of(c) != tree.sentence_of(noun)) continue;
    const bool before = c < noun && tree.is(c, {"amod", "compound", "nmod:poss"});
    const bool after =
        c > noun &&
        (tree.is(c, {"conj"}) || (tree.is(c, {"nmod"}) && tree.is_word(noun + 1, WordClass::of)));
    const Span part = tree.subtree(c);
    if ((!before && !after) || !is_plain(tree, part)) continue;
    span.begin = std::min(span.begin, part.begin);
    span.end = std::max(span.end, part.end);
  }
  return span;
}

void describe(const FigureWords& words, FigureGroup& group) {
  const Tree& tree = words.tree();
  const Lexicon& lexicon = words.lexicon();
  const auto [first, last] = tree.tokens_in(group.span);
  for (TokenIndex i = first; i < last; ++i) {
    const auto entry = lexicon.groups.find(tree.token(i).lemma);
    // State forces win over the general word beside them: "120 members of the security forces".
    if (entry != lexicon.groups.end() &&
        (group.civilian == Civilian::unknown || entry->second != Civilian::civilian)) {
      group.civilian = entry->second;
    }
    const auto side = lexicon.demonyms.find(utf8::folded(tree.word(i)));
    if (side != lexicon.demonyms.end() && group.side.empty()) group.side = side->second;
  }
}

}  // namespace

FigureGroup group_of(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  FigureGroup group;
  const TokenIndex noun = noun_of(words, counted);
  if (noun < 0) return group;
  Span span = words_around(tree, noun);
  // The number itself is no part of the group.
  const std::uint32_t number_end = tree.token(counted.number).span.end;
  if (noun > counted.number) span.begin = std::max(span.begin, number_end);
  // "3,100 of the town's 12,000 people"
  for (TokenIndex i = noun - 1; i > counted.number; --i) {
    if (!is_quantity(tree, i)) continue;
    span.begin = std::max(span.begin, tree.token(i).span.end);
    break;
  }
  group.span = trimmed(tree.document().text, span);
  group.text = std::string(tree.text(group.span));
  describe(words, group);
  return group;
}

}  // namespace counterpoint::statement
