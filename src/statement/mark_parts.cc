// SPDX-License-Identifier: Apache-2.0
#include "statement/mark_parts.h"

#include <algorithm>

#include "statement/attribution.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

using Range = std::pair<TokenIndex, TokenIndex>;

// The token of the range that hangs on none of the others; -1: it is empty.
TokenIndex top_of(const Tree& tree, const Range& range) {
  for (TokenIndex i = range.first; i < range.second; ++i) {
    const TokenIndex head = tree.head(i);
    if (head < range.first || head >= range.second) return i;
  }
  return -1;
}

// The last verb of the cue: what it governs is told ("went on to say", "stopped short of calling").
TokenIndex last_verb(const Tree& tree, const Range& range) {
  for (TokenIndex i = range.second; i-- > range.first;) {
    if (tree.token(i).upos == Upos::VERB) return i;
  }
  return -1;
}

bool is_passive(const Tree& tree, TokenIndex verb) {
  return tree.child(verb, {"nsubj:pass", "aux:pass"}) >= 0;
}

TokenIndex agent_of(const Tree& tree, TokenIndex verb) {
  for (const TokenIndex c : tree.children(verb)) {
    if (tree.is(c, {"obl"}) && tree.has_child_word(c, WordClass::agent)) return c;
  }
  return -1;
}

// "for a new inquiry": the noun phrase behind a preposition that is the cue's last word.
Span behind_preposition(const Tree& tree, const Range& cue) {
  const TokenIndex last = cue.second - 1;
  if (tree.token(last).upos != Upos::ADP) return {};
  const TokenIndex noun = tree.head(last);
  if (noun <= last || !tree.is(last, {"case", "mark"})) return {};
  Span words = tree.subtree(noun);
  words.begin = std::max(words.begin, tree.token(last).span.end);
  return words;
}

}  // namespace

TokenIndex cue_token(const Tree& tree, const Span& cue) {
  const Range range = tree.tokens_in(cue);
  for (TokenIndex i = range.first; i < range.second; ++i) {
    if (tree.token(i).upos == Upos::VERB) return i;
  }
  return top_of(tree, range);
}

TokenIndex source_beside(const Tree& tree, const Span& cue) {
  const TokenIndex token = cue_token(tree, cue);
  if (token < 0) return -1;
  if (tree.token(token).upos == Upos::NOUN) return tree.child(token, {"nmod:poss"});
  if (tree.token(token).upos != Upos::VERB) return -1;
  if (is_passive(tree, token)) return agent_of(tree, token);
  if (tree.words().has(WordClass::seeming, tree.token(token).lemma)) return -1;
  return subject_of(tree, token);
}

Span content_beside(const Tree& tree, const Span& cue) {
  const Range range = tree.tokens_in(cue);
  const TokenIndex verb = last_verb(tree, range);
  const Span phrase = range.first < range.second ? behind_preposition(tree, range) : Span{};
  if (!phrase.empty() || verb < 0) return phrase;
  for (const auto relation : {"ccomp", "xcomp", "obj"}) {
    const TokenIndex part = tree.child(verb, {relation});
    if (part > verb && tree.subtree(part).begin >= cue.end) return tree.subtree(part);
  }
  const TokenIndex subject = tree.child(verb, {"nsubj:pass"});
  const bool noun = subject >= 0 && is_noun(tree, subject);
  return noun && tree.token(subject).upos != Upos::PRON ? tree.subtree(subject) : Span{};
}

}  // namespace counterpoint::statement
