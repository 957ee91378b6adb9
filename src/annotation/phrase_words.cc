// SPDX-License-Identifier: Apache-2.0
#include "annotation/phrase_words.h"

#include <algorithm>

namespace counterpoint::annotation {
namespace {

bool is_past(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBN";
}

// "20 met the mayor".
bool has_object(const PhraseWords& phrase, TokenIndex verb) {
  if (verb + 1 >= phrase.sentence.last) return false;
  const Upos next = phrase.words.token(verb + 1).upos;
  return next == Upos::DET || next == Upos::PRON || next == Upos::PROPN || next == Upos::NOUN;
}

// "hundreds gathered", tagged as a participle: the parse still has the number for its subject.
bool is_active(const PhraseWords& phrase, TokenIndex participle) {
  const Words& words = phrase.words;
  for (TokenIndex i = std::max(phrase.sentence.first, participle - 3); i < participle; ++i) {
    if (words.token(i).head == participle && words.token(i).deprel == "nsubj") return true;
  }
  return false;
}

}  // namespace

bool PhraseWords::is_noun(TokenIndex i) const {
  const Token& token = words.token(i);
  if (!tagged(i)) {
    return !words.is(i, WordRole::phrase_end) && !is_state(i) &&
           !words.is(i, WordRole::determiner) && words.at(i) != "confirmed";
  }
  if (words.is(i, WordRole::never_noun)) return false;
  if (find(words.lexicon.weekdays, words.at(i)) != nullptr && token.upos == Upos::PROPN)
    return false;
  return token.xpos.starts_with("NN") || token.upos == Upos::NOUN || token.upos == Upos::PROPN;
}

bool PhraseWords::is_plural(TokenIndex i) const {
  const Token& token = words.token(i);
  if (tagged(i)) return token.xpos == "NNS" || token.xpos == "NNPS";
  const std::string_view form = words.at(i);
  return (form.ends_with("s") && !form.ends_with("ss")) ||
         find(words.lexicon.nouns, form) != nullptr;
}

bool PhraseWords::is_state(TokenIndex i) const {
  return find(words.lexicon.states, words.at(i)) != nullptr;
}

bool PhraseWords::describes(TokenIndex i) const {
  const Token& token = words.token(i);
  if (!tagged(i)) return is_state(i) || words.at(i) == "confirmed";
  if (words.is(i, WordRole::not_describing)) return false;
  if (token.upos == Upos::AUX || token.upos == Upos::DET) return false;
  return token.upos == Upos::ADJ || token.upos == Upos::ADV || token.xpos == "VBN" ||
         token.xpos == "VBG" || token.xpos.starts_with("JJ") || is_state(i);
}

bool PhraseWords::is_lost_participle(TokenIndex i) const {
  if (words.token(i).xpos != "VBD" || !words.at(i).ends_with("ed")) return false;
  TokenIndex noun = i + 1;
  while (inside(noun + 1) && is_noun(noun) && is_noun(noun + 1)) ++noun;
  if (!inside(noun) || !is_noun(noun) || !is_plural(noun)) return false;
  const bool determined = words.is(i - 2, WordRole::determiner) || words.at(i - 2) == "'s";
  if (determined) return true;
  // "600 promised peacekeepers have arrived": the sentence has its verb behind the noun.
  const Token* next = inside(noun + 1) ? &words.token(noun + 1) : nullptr;
  return next != nullptr && (next->upos == Upos::AUX || next->xpos == "VBD" || next->xpos == "VBP");
}

bool PhraseWords::is_need(TokenIndex i) const {
  if (!inside(i) || !words.is(i, WordRole::need) || !inside(i + 1) || !is_noun(i + 1)) return false;
  TokenIndex noun = i + 1;
  while (inside(noun + 1) && is_noun(noun + 1)) ++noun;
  return !is_plural(noun);
}

bool PhraseWords::stands_for_noun(TokenIndex i, TokenIndex first) const {
  if (words.lexicon.currencies.contains(word(i + 1))) return false;
  if (is_state(i)) return true;
  const Token& token = words.token(i);
  if (token.upos == Upos::ADV || token.xpos == "VBG" || token.xpos == "RB") return false;
  const bool finite = is_past(token) && (i != first || is_active(*this, i) || has_object(*this, i));
  if (finite || token.xpos == "VBD" || token.xpos == "VBP" || token.xpos == "VBZ") return false;
  return (token.upos == Upos::ADJ || token.xpos == "VBN") && token.xpos != "JJR" &&
         token.xpos != "JJS";
}

}  // namespace counterpoint::annotation
