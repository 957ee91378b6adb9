// SPDX-License-Identifier: Apache-2.0
#include "annotation/counted_noun.h"

#include <algorithm>

#include "annotation/groups.h"
#include "annotation/noun_phrase.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

// Over a modifier behind a number: "of the 8,000 or so evacuees".
TokenIndex behind_modifier(const Words& words, const Sentence& sentence, TokenIndex i) {
  for (const auto& phrase : words.lexicon.after) {
    const auto size = static_cast<TokenIndex>(phrase.words.size());
    bool same = i + size < sentence.last;
    for (TokenIndex k = 0; k < size && same; ++k) {
      same = words.at(i + k) == phrase.words[static_cast<std::size_t>(k)];
    }
    if (same) return i + size;
  }
  return i;
}

// "of the last 12 hostages", "of the first 40 tents": the word before the number.
bool is_ranked(const Words& words, const Sentence& sentence, TokenIndex i) {
  if (i + 1 >= sentence.last) return false;
  const bool ranks =
      words.is(i, WordRole::not_describing) || find(words.lexicon.ordinals, words.at(i)) != nullptr;
  const auto number = ranks ? number_at(words, i + 1, sentence.last) : std::nullopt;
  return number && !number->ordinal && !number->vague;
}

// "of whom nine died": what follows is a verb, whatever its tag.
bool is_of_whom(const Words& words, const Sentence& sentence, const Amount& amount) {
  const bool whom = amount.first > sentence.first && words.at(amount.first - 1) == "whom";
  return whom && words.token(amount.last).upos == Upos::VERB;
}

// Where the phrase begins behind "of": over determiners and the number of "of the 40 detainees".
// -1: a pronoun or sum of money stands there.
TokenIndex behind_of(const Words& words, const Sentence& sentence, TokenIndex i) {
  const auto word = [&](TokenIndex at) {
    return at < sentence.last ? words.at(at) : string_view{};
  };
  const auto is_determiner = [&](TokenIndex at) {
    return at < sentence.last && words.is(at, WordRole::determiner);
  };
  // "of those killed" speaks of nobody by a noun, "of those men" does.
  if (i < sentence.last && words.is(i, WordRole::plural_pointing)) {
    const bool noun = i + 1 < sentence.last && (words.token(i + 1).xpos.starts_with("NN"));
    return noun ? i + 1 : -1;
  }
  while (is_determiner(i)) ++i;
  for (const auto& phrase : words.lexicon.before) {
    bool same = true;
    for (std::size_t k = 0; k < phrase.words.size() && same; ++k) {
      same = word(i + static_cast<TokenIndex>(k)) == phrase.words[k];
    }
    const auto size = static_cast<TokenIndex>(phrase.words.size());
    if (same && number_at(words, i + size, sentence.last)) i += size;
  }
  if (words.lexicon.currencies.contains(word(i))) return -1;
  if (is_ranked(words, sentence, i)) ++i;
  if (const auto number = number_at(words, i, sentence.last); number && !number->ordinal) {
    i = behind_modifier(words, sentence, number->last);
    if (word(i) == "of") ++i;
    while (is_determiner(i)) ++i;
  }
  return i;
}

// "200 (80 per cent) of the houses"
TokenIndex behind_brackets(const Words& words, const Sentence& sentence, TokenIndex i) {
  constexpr TokenIndex kLongest = 6;
  if (words.at(i) != "(") return i;
  TokenIndex close = i + 1;
  while (close < std::min(i + kLongest, sentence.last) && words.at(close) != ")") ++close;
  return words.at(close) == ")" && words.at(close + 1) == "of" ? close + 1 : i;
}

// "its crew of 44": a group whose members go by its own name.
TokenIndex crew(const Words& words, const Sentence& sentence, const Amount& amount) {
  const TokenIndex group = amount.first - 2;
  const bool counted =
      group >= sentence.first && words.at(group + 1) == "of" && words.is(group, WordRole::crew);
  return counted ? group : -1;
}

}  // namespace

TokenIndex counted_noun(const Words& words, const Sentence& sentence, const Amount& amount,
                        const std::vector<bool>& in_time) {
  TokenIndex i = amount.last;
  if (i >= sentence.last || is_of_whom(words, sentence, amount)) return -1;
  NounPhrase phrase(words, sentence, in_time);
  if (is_joint(words, i) && i + 1 < sentence.last) {
    const bool strong = words.is(i + 1, WordRole::behind_hyphen);
    return strong ? phrase.noun(i + 2, false) : i + 1;
  }
  i = behind_brackets(words, sentence, i);
  while (words.is(i, WordRole::more_of) && words.at(i + 1) == "of") ++i;
  if (words.at(i) != "of") {
    const TokenIndex noun = phrase.noun(i, true);
    return noun < 0 ? crew(words, sentence, amount) : noun;
  }
  // "the 300 of the police": the of-phrase owns them.
  if (!amount.number.vague && amount.first > sentence.first &&
      (words.at(amount.first - 1) == "the" || words.at(amount.first - 1) == "'s")) {
    return -1;
  }
  ++i;
  if (i < sentence.last && words.is(i, WordRole::plain_object)) {
    return phrase.noun(i + 1, false);
  }
  const TokenIndex begin = behind_of(words, sentence, i);
  if (begin < 0) return -1;
  const TokenIndex noun = phrase.noun(begin, true);
  // "six counts of murder and 11 of attempted murder": not eleven murders.
  const bool whole = amount.number.vague || begin > i;
  return !whole && noun >= 0 && words.token(noun).xpos == "NN" ? -1 : noun;
}

TokenIndex whole_noun(const Words& words, const Sentence& sentence, const Amount& amount,
                      const std::vector<bool>& in_time) {
  TokenIndex i = amount.last;
  if (i >= sentence.last || is_of_whom(words, sentence, amount)) return -1;
  NounPhrase phrase(words, sentence, in_time);
  if (words.at(i) == "of") {
    ++i;
    if (i < sentence.last && words.is(i, WordRole::plain_object)) return phrase.noun(i + 1, false);
    i = behind_of(words, sentence, i);
    return i < 0 ? -1 : phrase.noun(i, true);
  }
  const bool whole = amount.number.fraction;  // "half the village", "half its fleet"
  while (whole && i < sentence.last && words.is(i, WordRole::determiner)) ++i;
  return phrase.noun(i, false);
}

}  // namespace counterpoint::annotation
