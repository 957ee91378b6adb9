// SPDX-License-Identifier: Apache-2.0
#include "statement/naming.h"

#include <algorithm>

#include "statement/phrase_table.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

constexpr TokenIndex kReach = 20;

bool is_capitalised(const Tree& tree, TokenIndex i) {
  return tree.lower(i) != tree.word(i);
}

// "calls | himself | Captain Tilahun", "gave his name | only as | Musa": the name behind the phrase
// that begins at `i` and has `n` words.
Span name_at(const Tree& tree, TokenIndex i, TokenIndex last) {
  const TokenIndex end = over_capitals(tree, i, last);
  if (end <= i || is_time(tree, i)) return {};
  return {tree.token(i).span.begin, tree.token(end - 1).span.end};
}

// "who came over in 2016, Ri Tae-gun, said": between the comma that ends the clause and the next.
Span name_behind_clause(const Tree& tree, TokenIndex first, TokenIndex last) {
  for (TokenIndex i = first; i + 1 < last; ++i) {
    if (tree.word(i) != ",") continue;
    const TokenIndex end = over_capitals(tree, i + 1, last);
    const bool whole = end - i > 2 && (end >= last || tree.token(end).upos == Upos::PUNCT);
    return whole ? name_at(tree, i + 1, end) : Span{};
  }
  return {};
}

}  // namespace

TokenIndex over_capitals(const Tree& tree, TokenIndex i, TokenIndex last) {
  TokenIndex end = i;
  for (const TokenIndex begin = i; i < last; ++i) {
    const Upos upos = tree.token(i).upos;
    const bool name = is_capitalised(tree, i) && upos != Upos::DET && upos != Upos::PRON;
    const bool number = upos == Upos::NUM && end > begin && end == i;
    const bool joined = end > begin && tree.word(i - 1) == "-" &&
                        tree.token(i - 1).span.end == tree.token(i).span.begin;
    if (name || number || joined)
      end = i + 1;
    else if (upos != Upos::PROPN && upos != Upos::X && tree.word(i) != "&" && tree.word(i) != "-")
      break;
  }
  return end;
}

TokenIndex over_body_name(const Tree& tree, TokenIndex i, TokenIndex last) {
  TokenIndex end = over_capitals(tree, i, last);
  bool open = false;  // a preposition of the name stands before: "and" joins what it governs
  while (end > i && end + 1 < last && is_capitalised(tree, end + 1)) {
    const bool link = tree.token(end).upos == Upos::ADP && !is_capitalised(tree, end);
    const bool joins = open && tree.token(end).upos == Upos::CCONJ;
    const bool belongs = link && tree.is_word(end, WordClass::maker);
    if (!belongs && !joins) break;
    const TokenIndex next = over_capitals(tree, end + 1, last);
    if (next <= end + 1) break;
    open = true;
    end = next;
  }
  return end;
}

Span name_behind(const Tree& tree, const NounPhrase& phrase) {
  TokenIndex begin = tree.tokens_in(phrase.core).second;
  // The parse may take the name for the head, behind all that brings it in.
  for (TokenIndex i = tree.tokens_in(phrase.core).first; i < phrase.head; ++i) {
    const TokenIndex n = phrase_at(tree, WordClass::naming, i, phrase.head);
    if (n > 1) return name_at(tree, i + n, begin);
  }
  for (TokenIndex i = phrase.head + 1; i < begin; ++i) {
    if (is_relative(tree, i)) begin = i;  // the core ran on over the clause
  }
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(phrase.head)];
  const TokenIndex last = std::min(sentence.last, begin + kReach);
  if (begin >= last) return {};
  const bool comma = tree.word(begin) == ",";
  const TokenIndex opening = comma && begin + 1 < last ? begin + 1 : begin;
  // "Friends of Kathryn, known as Katie": the name is not theirs.
  if (tree.token(phrase.head).xpos == "NNS") return {};
  const bool clause = is_relative(tree, opening) || tree.is_word(opening, WordClass::relative);
  // "one of the pilgrims, Sushila Bai"
  const bool one_of = comma && tree.lower(phrase.head) == "one";
  if (one_of) return name_behind_clause(tree, begin, last);
  if (!clause && phrase_at(tree, WordClass::naming, opening, last) == 0) return {};
  for (TokenIndex i = opening; i < last; ++i) {
    const TokenIndex n = phrase_at(tree, WordClass::naming, i, last);
    if (n == 0 || i + n >= last) continue;
    if (const Span name = name_at(tree, i + n, last); !name.empty()) return name;
  }
  return clause && tree.token(phrase.head).xpos == "NN" ? name_behind_clause(tree, opening, last)
                                                        : Span{};
}

}  // namespace counterpoint::statement
