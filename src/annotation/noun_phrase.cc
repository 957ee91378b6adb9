// SPDX-License-Identifier: Apache-2.0
#include "annotation/noun_phrase.h"

#include "annotation/chars.h"
#include "annotation/letter_name.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

// So many words of a phrase are read: adjectives, compounds and hyphens before its noun.
constexpr int kPhrase = 12;

}  // namespace

TokenIndex NounPhrase::noun(TokenIndex i, bool states) {
  if (of_.is_need(i)) return -1;
  first_ = i;
  for (int step = 0; step < kPhrase && of_.inside(i) && !closed_; ++step) i = read(i);
  if (candidate_ >= 0) return candidate_;
  return states && state_ >= 0 ? state_ : name_;
}

TokenIndex NounPhrase::read(TokenIndex i) {
  const Words& words = of_.words;
  const string_view form = words.at(i);
  if (const TokenIndex name = name_end(words, of_.sentence, i); name > i) {
    name_ = name - 1;
    return name;
  }
  if (const auto found = number_at(words, i, of_.sentence.last); found && !found->ordinal)
    return second_number(i, *found);
  if (of_.joint(i) || form == "\"" || form == "'" || form == "(") return i + 1;
  if (form == "'s") return possessor(i);
  if (!has_letter(form)) return mark(i);
  if (of_.is_noun(i)) return noun_word(i);
  if (candidate_ >= 0) return close(i);
  if (words.is(i, WordRole::conjunction)) return joined_adjective(i);
  if (words.is(i, WordRole::added)) return i + 1;
  if (of_.describes(i) || (i == first_ && of_.is_lost_participle(i))) return adjective(i);
  return close(i);
}

TokenIndex NounPhrase::close(TokenIndex i) {
  closed_ = true;
  return i;
}

// A second number ends the phrase, unless it measures or belongs to what an owner has.
TokenIndex NounPhrase::second_number(TokenIndex i, const Number& number) {
  if (of_.joint(number.last)) return number.last;  // "two 14-storey towers"
  const bool measure = find(of_.words.lexicon.units, of_.word(number.last)) != nullptr;
  if (measure) return number.last + 1;  // "six 122mm rockets"
  const bool owned = candidate_ < 0 && i > first_ && of_.word(i - 1) == "'s";
  // "none of the promised 45 ambulances"
  const bool described = adjective_ == i - 1 && of_.words.is(first_ - 1, WordRole::determiner);
  return owned || described ? number.last : close(i);
}

// "the country's 26 provinces": the noun before was its owner.
TokenIndex NounPhrase::possessor(TokenIndex i) {
  if (candidate_ < 0) return close(i);
  candidate_ = -1;
  return i + 1;
}

// A comma between two adjectives: "120 heavily armed, masked men".
TokenIndex NounPhrase::mark(TokenIndex i) {
  const bool adjectives = of_.word(i) == "," && candidate_ < 0 && adjective_ == i - 1;
  return adjectives && leads_to_noun(i + 1) ? i + 1 : close(i);
}

TokenIndex NounPhrase::joined_adjective(TokenIndex i) {
  const bool joins = adjective_ == i - 1 && !of_.is_state(adjective_) && leads_to_noun(i + 1);
  return joins ? i + 1 : close(i);
}

// Whether the adjectives from `i` on end in a noun.
bool NounPhrase::leads_to_noun(TokenIndex i) const {
  for (const TokenIndex first = i; i < first + 4 && of_.inside(i); ++i) {
    if (of_.is_noun(i)) return i > first || adjective_ >= 0;
    if (!of_.describes(i)) return false;
  }
  return false;
}

// A noun ends the phrase unless another follows that it stands before: "police officers".
TokenIndex NounPhrase::noun_word(TokenIndex i) {
  candidate_ = i;
  const TokenIndex next = i + 1;
  if (of_.word(next) == "'s" || of_.word(next) == "'") return next;
  if (of_.joint(next)) return compound_goes_on(next + 1) ? next : close(i);
  if (!of_.inside(next)) return close(i);
  if (name_end(of_.words, of_.sentence, next) > next) return next;
  if (!of_.is_noun(next)) return close(i);
  const bool before_head =
      of_.tagged(i) && relation(of_.words, i) == "compound" && of_.words.token(i).head > i;
  return !of_.is_plural(i) || before_head ? next : close(i);
}

// "daughter-in-law" ends with its first noun, "security-force members" goes on.
bool NounPhrase::compound_goes_on(TokenIndex i) const {
  return of_.inside(i) && (of_.is_noun(i) || of_.describes(i)) && !of_.is_plural(i - 2);
}

TokenIndex NounPhrase::adjective(TokenIndex i) {
  adjective_ = i;
  if (is_people(i)) {
    candidate_ = i;
    return close(i);
  }
  if (of_.stands_for_noun(i, first_)) state_ = i;
  return i + 1;
}

// "one in three Lebanese": a people's adjective with nothing to modify.
bool NounPhrase::is_people(TokenIndex i) const {
  const bool goes_on =
      of_.inside(i + 1) && (of_.is_noun(i + 1) || of_.describes(i + 1) || of_.joint(i + 1));
  return !goes_on && of_.tagged(i) && starts_upper(of_.words.written(i)) && i > of_.sentence.first;
}

}  // namespace counterpoint::annotation
