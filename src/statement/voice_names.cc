// SPDX-License-Identifier: Apache-2.0
#include "statement/voice_names.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/naming.h"
#include "statement/phrase_table.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

bool is_capitalised(const Tree& tree, TokenIndex i) {
  return tree.lower(i) != tree.word(i);
}

bool is_dash(std::string_view word) {
  return word == "-" || word == "\u2013" || word == "\u2014" || word == "--";
}

// The name that makes up an apposition, up to its comma or relative clause.
Span name_in(const Tree& tree, const Span& apposition) {
  auto [first, last] = tree.tokens_in(apposition);
  if (first < last && tree.token(first).upos == Upos::DET && is_capitalised(tree, first)) return {};
  if (first < last && tree.is_word(first, WordClass::article)) ++first;
  const TokenIndex end = over_capitals(tree, first, last);
  if (end <= first || is_time(tree, first)) return {};
  const bool whole = end == last ||
                     (tree.token(end).upos == Upos::PUNCT && tree.word(end) != "-") ||
                     is_relative(tree, end);
  if (!whole) return {};
  const Span name{tree.token(first).span.begin, tree.token(end - 1).span.end};
  // "the Local Co-ordinating Committees": as long as it was taken for a name.
  const std::int32_t m = tree.mention_at(first);
  if (m < 0) return name;
  const Mention& mention = tree.annotation().mentions[static_cast<std::size_t>(m)];
  const bool longer = mention.named && mention.first == first && mention.last > end;
  return longer ? mention.span : name;
}

// "Secretary of State | John Harker": the narrowest name of two or more words that ends where
// `words` do.
Span narrowest_name(const Tree& tree, const Span& words) {
  const auto& mentions = tree.annotation().mentions;
  Span best = words;
  for (auto m = std::lower_bound(
           mentions.begin(), mentions.end(), words.begin,
           [](const Mention&mention, std::uint32_t offset) { return mention.span.begin < offset; });
       m != mentions.end() && m->span.begin < words.end; ++m) {
    const bool name = m->named && m->type == MentionType::person && m->last - m->first > 1;
    if (name && m->span.end == words.end && m->span.size() < best.size()) best = m->span;
  }
  return best;
}

}  // namespace

GivenName given_name(const Lexicon& lexicon, const Tree& tree, const NounPhrase& phrase) {
  const auto is_body = [&](TokenIndex noun) {
    return noun >= 0 && lexicon.bodies.contains(utf8::lower(tree.token(noun).lemma));
  };
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(phrase.head)];
  const auto [first, last] = tree.tokens_in(phrase.core);
  // The last common noun before a run of capitals that ends the core.
  TokenIndex begin = last;
  while (begin > first && over_capitals(tree, begin - 1, last) == last) --begin;
  if (begin > first && begin < last && tree.token(begin - 1).upos == Upos::NOUN &&
      !is_time(tree, begin) && is_capitalised(tree, begin) && !is_capitalised(tree, begin - 1)) {
    const Span name{tree.token(begin).span.begin, tree.token(last - 1).span.end};
    if (is_body(begin - 1)) {
      const TokenIndex end = over_body_name(tree, begin, sentence.last);
      return {{name.begin, tree.token(end - 1).span.end}, true};
    }
  }
  const bool one = tree.lower(phrase.head) == "one";
  if (!phrase.person.empty() || (tree.token(phrase.head).upos != Upos::NOUN && !one)) return {};
  for (const Span& apposition : phrase.appositions) {
    const Span name = name_in(tree, apposition);
    if (name.empty() || name.begin < phrase.core.end) continue;
    const bool plural = tree.token(phrase.head).xpos == "NNS";
    if (is_body(phrase.head)) return {name, true};
    if (!plural && tree.tokens_in(name).second - tree.tokens_in(name).first > 1) {
      return {name, false};
    }
  }
  return {name_behind(tree, phrase), false};
}

Span without_titles(const Lexicon& lexicon, const Tree& tree, const Span& titled) {
  const Span person = narrowest_name(tree, titled);
  const auto [begin, end] = tree.tokens_in(person);
  TokenIndex first = begin;
  const TokenIndex last = end;
  const auto title_at = [&](TokenIndex i) -> TokenIndex {
    for (TokenIndex n = std::min<TokenIndex>(4, last - i - 1); n > 0; --n) {
      const std::string words = key_of(tree, i, n);
      if (lexicon.neutral_heads.contains(words) || lexicon.voice_kinds.contains(words)) return n;
    }
    return 0;
  };
  while (const TokenIndex n = title_at(first)) first += n;
  return first < last ? Span{tree.token(first).span.begin, person.end} : person;
}

bool is_known_body(const Lexicon& lexicon, const Tree& tree, const NounPhrase& phrase) {
  const auto [name, last] = tree.tokens_in(phrase.person);
  if (last <= name) return false;
  const TokenIndex core = tree.tokens_in(phrase.core).first;
  for (TokenIndex first = std::max(core, last - kLongestPhrase); first <= name; ++first) {
    if (lexicon.voice_kinds.contains(key_of(tree, first, last - first))) return true;
  }
  return false;
}

TokenIndex behind_place_line(const Tree& tree, TokenIndex source) {
  constexpr TokenIndex kLongest = 14;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(source)];
  const std::string_view opening = tree.word(sentence.first);
  if (opening.size() < 2 || utf8::lower(opening) == opening) return source;
  const std::int32_t m = tree.mention_at(sentence.first);
  const bool place =
      m >= 0 && tree.annotation().mentions[static_cast<std::size_t>(m)].type == MentionType::place;
  const bool capitals =
      std::none_of(opening.begin(), opening.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!capitals && !place) return source;
  const TokenIndex end = std::min(sentence.last, sentence.first + kLongest);
  for (TokenIndex dash = sentence.first + 1; dash + 1 < end; ++dash) {
    if (!is_dash(tree.word(dash)) || tree.token(dash - 1).span.end == tree.token(dash).span.begin)
      continue;
    if (source >= dash || tree.token(dash + 1).upos == Upos::PUNCT) return source;
    const TokenIndex head = title_head(tree, {tree.token(dash + 1).span.begin, sentence.span.end});
    return head >= 0 ? head : source;
  }
  return source;
}

TokenIndex member_of(const Tree& tree, TokenIndex source) {
  constexpr TokenIndex kLongest = 7;
  const TokenIndex first = tree.annotation().sentences[tree.sentence_of(source)].first;
  for (TokenIndex i = source - 1; i > first && source - i < kLongest; --i) {
    const Upos upos = tree.token(i).upos;
    if (upos == Upos::ADP) {
      const std::int32_t body = tree.mention_at(source);
      const bool person = tree.token(i - 1).upos == Upos::PROPN && tree.mention_at(i - 1) >= 0;
      const bool apart = person && tree.mention_at(i - 1) != body;
      const bool member =
          apart && tree.is_word(i, WordClass::belonging) &&
          tree.annotation().mentions[static_cast<std::size_t>(tree.mention_at(i - 1))].type ==
              MentionType::person;
      return member ? i - 1 : source;
    }
    if (upos != Upos::PROPN && upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::DET)
      return source;
  }
  return source;
}

bool names_nobody(const Lexicon& lexicon, const Tree& tree, const NounPhrase& phrase) {
  const auto [first, last] = tree.tokens_in(phrase.core);
  for (TokenIndex i = first; i < last; ++i) {
    const Upos upos = tree.token(i).upos;
    const bool empty = upos == Upos::PRON || upos == Upos::DET || upos == Upos::PUNCT ||
                       tree.is_word(i, WordClass::quantifier);
    // "claims were made": a saying without a sayer.
    const bool saying = last - first == 1 && lexicon.cue_nouns.contains(tree.token(i).lemma) &&
                        !lexicon.document_nouns.contains(tree.token(i).lemma);
    if (!empty && !saying) return false;
  }
  return first < last;
}

}  // namespace counterpoint::statement
