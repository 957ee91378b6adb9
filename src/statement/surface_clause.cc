// SPDX-License-Identifier: Apache-2.0
#include "statement/surface_clause.h"

#include <algorithm>

#include "statement/phrase.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// How far behind the cue a "that" may stand: "told reporters in the capital on Monday that".
constexpr TokenIndex kThatReach = 10;
// Words behind a closing cue: "said in a statement on Tuesday evening".
constexpr TokenIndex kClosingWords = 10;

// [sentence.first, comma) as a clause; empty: it is none.
Span clause_up_to(const Tree& tree, const Sentence& sentence, TokenIndex comma) {
  TokenIndex first = comma;
  while (first > sentence.first && tree.word(first - 1) != ";") --first;
  if (comma - first < 3 || !has_finite(tree, first, comma)) return {};
  return {tree.token(first).span.begin, tree.token(comma).span.begin};
}

bool is_closing(const Tree& tree, TokenIndex i) {
  const Upos upos = tree.token(i).upos;
  return upos == Upos::PUNCT || upos == Upos::ADV;
}

// "and warned", ", saying": the end of what the first cue governs.
bool is_next_cue(const AttributionContext& context, TokenIndex i) {
  const Tree& tree = context.tree;
  if (i + 1 >= tree.size() || !cue_of(context, i + 1)) return false;
  return tree.token(i).upos == Upos::CCONJ ||
         (tree.word(i) == "," && tree.token(i + 1).xpos == "VBG");
}

Span after_cue(const AttributionContext& context, TokenIndex verb, const Sentence& sentence) {
  const Tree& tree = context.tree;
  TokenIndex first = verb + 1;
  for (TokenIndex i = verb + 1; i < std::min(sentence.last, verb + kThatReach); ++i) {
    // "showed images and reported | that order had been restored"
    if (is_next_cue(context, i)) return {};
    if (tree.is_word(i, WordClass::clause_mark) && tree.token(i).upos != Upos::DET) {
      first = i + 1;
      break;
    }
  }
  TokenIndex last = first;
  while (last < sentence.last && !is_next_cue(context, last)) ++last;
  if (last - first < 3 || !has_finite(tree, first, last)) return {};
  return {tree.token(first).span.begin, tree.token(last - 1).span.end};
}

Span before_source(const Tree& tree, TokenIndex verb, TokenIndex source, const Sentence& sentence) {
  const TokenIndex edge =
      source < 0 ? verb : std::min(verb, tree.tokens_in(noun_phrase(tree, source).core).first);
  TokenIndex comma = edge;
  while (comma > sentence.first && tree.word(comma - 1) != ",") {
    // Only the source's own words may stand between the comma and the cue; "the region, WHICH they
    // ruled".
    if (edge - comma > 2 || is_relative(tree, comma - 1)) return {};
    --comma;
  }
  return clause_up_to(tree, sentence, comma - 1);
}

// "..., the prefecture said on Tuesday.": only when and where it was said stands behind the cue.
bool closes_sentence(const Tree& tree, TokenIndex verb, const Sentence& sentence) {
  TokenIndex rest = verb + 1;
  while (rest < sentence.last && is_closing(tree, rest)) ++rest;
  if (rest >= sentence.last) return true;
  // "..., the minister announced after the court ruled that ...": when it was said.
  if (tree.token(rest).upos == Upos::SCONJ && !tree.is_word(rest, WordClass::clause_mark)) {
    return true;
  }
  if (sentence.last - rest > kClosingWords) return false;
  const bool adjunct = tree.token(rest).upos == Upos::ADP || is_time(tree, rest);
  return adjunct && !has_finite(tree, rest, sentence.last);
}

}  // namespace

Span clause_before(const AttributionContext& context, TokenIndex token) {
  const Tree& tree = context.tree;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(token)];
  if (token - 1 < sentence.first || tree.word(token - 1) != ",") return {};
  return trimmed(tree.document().text, clause_up_to(tree, sentence, token - 1));
}

bool is_thin(const Tree& tree, const Span& content) {
  const auto [first, last] = tree.tokens_in(content);
  if (last - first >= 3) return false;
  for (TokenIndex i = first; i < last; ++i) {
    const TokenIndex subject = tree.child(i, {"nsubj"});
    if (tree.token(i).upos == Upos::VERB && subject >= first && subject < last) return false;
  }
  return true;
}

Span surface_clause_before(const AttributionContext& context, TokenIndex verb, TokenIndex source) {
  const Tree& tree = context.tree;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(verb)];
  return trimmed(tree.document().text, before_source(tree, verb, source, sentence));
}

Span surface_clause(const AttributionContext& context, TokenIndex verb, TokenIndex source) {
  const Tree& tree = context.tree;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(verb)];
  const Span words = closes_sentence(tree, verb, sentence)
                         ? before_source(tree, verb, source, sentence)
                         : after_cue(context, verb, sentence);
  return trimmed(tree.document().text, words);
}

}  // namespace counterpoint::statement
