// SPDX-License-Identifier: Apache-2.0
// Attributions by "according to" and by nouns that name a saying.
#include <algorithm>
#include <optional>

#include "statement/attribution.h"
#include "statement/phrase_table.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// Number of tokens of a phrase that brings in a source ("according to") at `i`; 0: none.
TokenIndex source_phrase_at(const Tree& tree, TokenIndex i) {
  return phrase_at(tree, WordClass::according, i,
                   tree.annotation().sentences[tree.sentence_of(i)].last);
}

// The noun of "according to NOUN": its head in UD, else the next nominal; of "in the words of NOUN"
// the noun behind the last of the `n` words.
TokenIndex according_noun(const Tree& tree, TokenIndex according, TokenIndex n) {
  if (n > 2) {
    const TokenIndex noun = tree.head(according + n - 1);
    return noun > according + n - 1 ? noun : -1;
  }
  const TokenIndex head = tree.head(according);
  if (head > according && tree.is(according, {"case", "mark"})) return head;
  const TokenIndex oblique = tree.child(according, {"obl", "nmod", "pobj"});
  if (oblique >= 0) return oblique;
  for (TokenIndex i = according + 2; i < std::min(tree.size(), according + 8); ++i) {
    const Upos upos = tree.token(i).upos;
    if (upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON) return i;
  }
  return -1;
}

// What the phrase [phrase.begin, phrase.end) governs: its clause, without the phrase.
Span governed_clause(const Tree& tree, TokenIndex according, TokenIndex noun, const Span& phrase) {
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(according)];
  Span content = sentence.span;
  TokenIndex top = tree.is(according, {"case", "mark"}) ? noun : according;
  // "in the WORDS of the diplomat"
  if (tree.head(according) > according && tree.head(according) < noun) top = tree.head(according);
  const TokenIndex governor = tree.head(top);
  if (governor >= 0 && !tree.annotation().tokens.empty()) {
    content = tree.subtree(governor, {top});
  }
  if (phrase.begin <= content.begin) content.begin = std::max(content.begin, phrase.end);
  if (phrase.end >= content.end) content.end = std::min(content.end, phrase.begin);
  const std::string& text = tree.document().text;
  return trimmed(text, without_edge(text, content, phrase));
}

bool is_saying_clause(const Tree& tree, TokenIndex clause) {
  return tree.has_child_word(clause, WordClass::clause_mark) || tree.child(clause, {"nsubj"}) >= 0;
}

// "the government's position is THAT ...": the words behind "that", to the end of the sentence.
Span words_equated(const Tree& tree, TokenIndex noun) {
  constexpr TokenIndex kReach = 8;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(noun)];
  for (TokenIndex i = noun + 1; i + 3 < std::min(sentence.last, noun + kReach); ++i) {
    const Upos upos = tree.token(i).upos;
    if (upos == Upos::VERB || upos == Upos::PUNCT) return {};
    if (upos != Upos::AUX) continue;
    const bool that =
        tree.token(i + 1).upos == Upos::SCONJ && tree.is_word(i + 1, WordClass::clause_mark);
    if (!that) return {};
    return trimmed(tree.document().text,
                   {tree.token(i + 2).span.begin, tree.token(sentence.last - 1).span.end});
  }
  return {};
}

// "the army's latest tally of bodies WAS 44": a number that somebody's own count is.
Span number_equated(const Tree& tree, TokenIndex noun) {
  constexpr TokenIndex kReach = 8;
  if (!tree.words().has(WordClass::reckoning, tree.token(noun).lemma)) return {};
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(noun)];
  for (TokenIndex i = noun + 1; i + 1 < std::min(sentence.last, noun + kReach); ++i) {
    const Upos upos = tree.token(i).upos;
    if (upos == Upos::PUNCT) return {};
    if (upos != Upos::AUX && upos != Upos::VERB) continue;
    TokenIndex last = i + 1;
    bool number = false;
    while (last < sentence.last && tree.token(last).upos != Upos::PUNCT) {
      number = number || is_quantity(tree, last);
      ++last;
    }
    if (!number) return {};
    return trimmed(tree.document().text,
                   {tree.token(noun).span.begin, tree.token(last - 1).span.end});
  }
  return {};
}

// Who is behind the noun: "X's claim", "a claim by X", "X made the claim that".
TokenIndex noun_source(const Tree& tree, TokenIndex noun) {
  const TokenIndex owner = tree.child(noun, {"nmod:poss"});
  if (owner >= 0) return owner;
  for (const TokenIndex c : tree.children(noun)) {
    if (tree.is(c, {"nmod", "obl"}) && tree.has_child_word(c, WordClass::sayer)) return c;
  }
  return -1;
}

// "By the UNION's count, 1,400 marched", "... inside, on the army's tally": what somebody's own
// number tells is the rest of its clause.
std::optional<Attribution> by_own_count(const AttributionContext& context, TokenIndex count) {
  const Tree& tree = context.tree;
  const TokenIndex owner = tree.child(count, {"nmod:poss"});
  const TokenIndex link = tree.child(count, {"case"});
  if (owner < 0 || link < 0 || link > owner || tree.token(owner).upos == Upos::PRON) return {};
  if (!tree.words().has(WordClass::reckoning, tree.token(count).lemma)) return {};
  if (tree.lower(link) != "by" && tree.lower(link) != "on") return {};
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(count)];
  const Span phrase{tree.token(link).span.begin, tree.token(count).span.end};
  TokenIndex first = sentence.first, last = sentence.last;
  for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
    if (tree.word(i) != ";") continue;
    if (i < link) first = i + 1;
    if (i > count) last = std::min(last, i);
  }
  const bool opens = link == first;
  const bool closes = count + 1 >= last || tree.token(count + 1).upos == Upos::PUNCT;
  if (!opens && !closes) return {};
  Attribution a;
  a.content = opens ? Span{phrase.end, tree.token(last - 1).span.end}
                    : Span{tree.token(first).span.begin, phrase.begin};
  a.content = trimmed(tree.document().text, a.content);
  const auto [begin, end] = tree.tokens_in(a.content);
  if (!has_finite(tree, begin, end)) return {};
  a.cue = phrase;
  a.cue_token = count;
  a.source = owner;
  return a;
}

}  // namespace

std::vector<Attribution> find_according_to(const AttributionContext& context) {
  const Tree& tree = context.tree;
  std::vector<Attribution> found;
  if (!tree.annotation().parsed) return found;
  for (TokenIndex i = 0; i < tree.size(); ++i) {
    if (auto own = by_own_count(context, i)) found.push_back(std::move(*own));
    const TokenIndex n = source_phrase_at(tree, i);
    if (n == 0) continue;
    const TokenIndex noun = according_noun(tree, i, n);
    if (noun < 0 || tree.words().has(WordClass::nobody, tree.token(noun).lemma)) continue;
    if (quote_around(context.quotes, tree.token(i).span)) continue;
    const Span phrase{tree.token(i).span.begin, tree.subtree(noun).end};
    Attribution a;
    a.cue = Span{tree.token(i).span.begin, tree.token(i + n - 1).span.end};
    a.cue_token = i;
    a.source = noun;
    a.content = governed_clause(tree, i, noun, phrase);
    if (a.content.empty()) continue;
    if (a.content.contains(phrase)) a.inserted.push_back(phrase);
    found.push_back(a);
  }
  return found;
}

std::vector<Attribution> find_by_noun(const AttributionContext& context) {
  const Tree& tree = context.tree;
  std::vector<Attribution> found;
  for (TokenIndex i = 0; i < tree.size(); ++i) {
    if (tree.token(i).upos != Upos::NOUN) continue;
    if (const TokenIndex owner = tree.child(i, {"nmod:poss"}); owner >= 0) {
      Attribution a;
      a.cue = tree.token(i).span;
      a.cue_token = i;
      a.source = owner;
      a.content = number_equated(tree, i);
      const bool pronoun = tree.token(owner).upos == Upos::PRON;
      if (!a.content.empty() && !pronoun && is_somebody(context, owner)) found.push_back(a);
    }
    const auto cue = context.lexicon.cue_nouns.find(tree.token(i).lemma);
    if (cue == context.lexicon.cue_nouns.end()) continue;
    if (quote_around(context.quotes, tree.token(i).span)) continue;
    if (const TokenIndex owner = noun_source(tree, i); owner >= 0) {
      Attribution a;
      a.cue = tree.token(i).span;
      a.cue_token = i;
      a.source = owner;
      a.act = cue->second;
      a.content = words_equated(tree, i);
      if (!a.content.empty()) {
        found.push_back(a);
        continue;
      }
    }
    for (const TokenIndex c : tree.children(i)) {
      if (c < i || !tree.is(c, {"acl", "ccomp"}) || tree.is(c, {"acl:relcl"})) continue;
      if (!is_saying_clause(tree, c)) continue;
      Attribution a;
      a.cue = tree.token(i).span;
      a.cue_token = i;
      a.source = noun_source(tree, i);
      a.act = cue->second;
      Span span = tree.subtree(c);
      const auto [first, last] = tree.tokens_in(span);
      if (first < last && tree.is_word(first, WordClass::clause_mark)) {
        span.begin = tree.token(first).span.end;
      }
      a.content = trimmed(tree.document().text, span);
      // "reports, WITH rebels saying", "a story that WAS different": no clause that the noun tells.
      const TokenIndex begin = tree.tokens_in(a.content).first;
      const bool attribute = tree.token(begin).upos == Upos::AUX || tree.lower(begin) == "with";
      if (!a.content.empty() && !attribute) found.push_back(a);
    }
  }
  return found;
}

}  // namespace counterpoint::statement
