// SPDX-License-Identifier: Apache-2.0
// Ages: "a 45-year-old", "Olena Kravets, 61,", "boys of 14", "the youngest is 58", "in her
// sixties".
#include "annotation/amount_context.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

constexpr double kOldestAge = 110;
constexpr double kYoungestInBrackets = 4;  // "(1)", "(2)" number things
// How far before "are under 18" its people stand.
constexpr TokenIndex kSubjectReach = 8;

// "45-year-old", "39 years old", "nine months of age", "18yo".
bool is_old(const AmountContext& context) {
  TokenIndex unit = context.unit_at();
  if (context.is(unit, WordRole::years_old)) return true;
  if (find(context.words.lexicon.time_units, context.word(unit)) == nullptr) return false;
  ++unit;
  if (context.word(unit) == "of" && context.word(unit + 1) == "age") return true;
  if (is_dash(context.word(unit))) ++unit;
  return context.is(unit, WordRole::old);
}

// "aged 7", "ages 3", "at the age of 12", "aged just 16".
bool behind_age_word(const AmountContext& context) {
  TokenIndex i = context.amount.first - 1;
  if (context.is(i, WordRole::just)) --i;
  if (context.word(i) == "of" || context.is(i, WordRole::copula)) --i;
  return context.is(i, WordRole::aged);
}

// "lowers the voting age from 21 to 18", "the age limit is 30".
bool behind_changed_age(const AmountContext& context) {
  constexpr TokenIndex kReach = 6;
  const auto steps_over = [&](TokenIndex i) {
    return context.upos(i) == Upos::ADP || context.upos(i) == Upos::AUX ||
           context.upos(i) == Upos::NUM || context.word(i) == "limit";
  };
  TokenIndex i = context.amount.first - 1;
  if (!steps_over(i)) return false;
  while (i > context.amount.first - kReach && steps_over(i)) --i;
  return context.word(i) == "age";
}

// "he died on Friday at 91", "widowed at 19": no hour.
bool behind_life_event(const AmountContext& context) {
  constexpr TokenIndex kReach = 6;
  constexpr double kLastHour = 12;
  const TokenIndex at = context.amount.first - 1;
  if (context.word(at) != "at" || context.amount.number.value <= kLastHour) return false;
  for (TokenIndex i = at - 1; i > at - kReach && context.word(i) != ","; --i) {
    if (context.is(i, WordRole::life_event)) return true;
  }
  return false;
}

bool names_person(const AmountContext& context, TokenIndex i) {
  if (i < context.sentence.first || i >= context.sentence.last) return false;
  const Token& token = context.words.token(i);
  if (token.upos != Upos::PROPN && token.upos != Upos::X) {
    const bool state = find(context.words.lexicon.states, context.word(i)) != nullptr;
    return is_person_noun(context, i) || (state && context.word(i - 1) == "the");
  }
  return starts_upper(context.words.written(i)) && has_letter(context.word(i)) &&
         find(context.words.lexicon.months, context.word(i)) == nullptr;
}

// "Basil Masri, 39, was", "a grandmother, 71, and". A single name before the comma is as likely a
// place, "Reuters, 12,", so a name has two words.
bool between_commas(const AmountContext& context) {
  const string_view after = context.word(context.next());
  const bool closed = after.empty() || after == "," || after == "." || after == ";" ||
                      after == ")" || (is_dash(after) && !context.joint(context.next()));
  TokenIndex comma = context.previous();
  if (context.is(comma, WordRole::now)) --comma;  // "the king, now 86, has"
  const TokenIndex name = comma - 1;
  if (context.word(comma) != "," || !closed || !names_person(context, name)) return false;
  if (!context.amount.number.digits) return is_one_person(context, name);  // "her daughter, eight,"
  if (is_person_noun(context, name) || name > context.sentence.first) return true;
  // "Karim, 30, and": the place of a report goes on with its day or its words.
  return context.is(context.next() + 1, WordRole::conjunction) || comma < context.previous();
}

// "two prisoners, 19 and 24, have": as many ages as people, joined by "and".
bool between_commas_in_a_pair(const AmountContext& context) {
  const auto is_number = [&](TokenIndex i) { return digits_value(context.word(i)).has_value(); };
  const bool first = context.is(context.next(), WordRole::conjunction) &&
                     is_number(context.next() + 1) && context.word(context.next() + 2) == ",";
  const bool second = context.is(context.previous(), WordRole::conjunction) &&
                      is_number(context.previous() - 1) && context.word(context.next()) == ",";
  if (first == second) return false;
  const TokenIndex comma = first ? context.previous() : context.previous() - 2;
  return context.word(comma) == "," && is_person_noun(context, comma - 1) &&
         context.words.token(comma - 1).xpos == "NNS";
}

bool in_brackets(const AmountContext& context) {
  const TokenIndex open = context.previous();
  const bool closed = context.word(context.next()) == ")" || context.word(context.next()) == ",";
  if (context.word(open) != "(" || !closed || context.words.joined(open - 1)) return false;
  return context.amount.number.value >= kYoungestInBrackets && names_person(context, open - 1);
}

// Whether the copula at `i` speaks of one person: "he was", "the gunman, believed to be", "the man
// is thought to have been", "the minister, who is".
bool is_said_of_person(const AmountContext& context, TokenIndex i) {
  constexpr TokenIndex kReach = 8;
  const auto steps_over = [&](TokenIndex at) {
    const string_view form = context.word(at);
    return context.is(at, WordRole::supposed) || context.is(at, WordRole::copula) ||
           context.is(at, WordRole::perfect_auxiliary) || context.is(at, WordRole::now) ||
           form == "to" || form == "," || form == "who";
  };
  TokenIndex subject = i - 1;
  while (subject > i - kReach && steps_over(subject)) --subject;
  if (context.is(subject, WordRole::age_subject) || is_one_person(context, subject)) return true;
  // a name that the parse has for the subject of the number
  const TokenIndex number = context.amount.number.first;
  for (TokenIndex k = subject; k >= context.sentence.first && k > subject - 3; --k) {
    const Token& token = context.words.token(k);
    if (token.head == number && token.deprel == "nsubj") return token.xpos == "NNP";
  }
  return false;
}

// "he was 45", "She turned 18 in jail", "the youngest of them is 58".
bool behind_copula(const AmountContext& context) {
  TokenIndex i = context.amount.first - 1;
  if (context.is(i, WordRole::just)) --i;
  if (context.is(i, WordRole::youngest)) return true;
  // "boys as young as 12"
  const bool compares = context.word(i) == "as" && context.word(i - 2) == "as";
  if (compares && context.is(i - 1, WordRole::old_or_young)) return true;
  if (!context.is(i, WordRole::copula) && !context.is(i, WordRole::supposed)) return false;
  if (context.word(i) == "turned" || is_said_of_person(context, i)) return true;
  for (TokenIndex k = i - 1; k >= i - 6; --k) {
    if (context.is(k, WordRole::youngest)) return true;
  }
  return false;
}

bool is_over_or_under(const AmountContext& context) {
  return context.amount.modified && context.is(context.amount.first, WordRole::age_bound);
}

// "a mother of five"
bool has_children(const AmountContext& context, TokenIndex parent) {
  constexpr double kMostChildren = 20;
  return context.is(parent, WordRole::parent) && context.amount.number.value <= kMostChildren;
}

// "boys of 14", "men over 45", "patients who are under 18".
bool of_people(const AmountContext& context) {
  TokenIndex i = context.amount.first - 1;
  if (context.word(i) == "of" && is_person_noun(context, i - 1))
    return !has_children(context, i - 1);
  if (!is_over_or_under(context)) return false;
  if (is_person_noun(context, i) || context.is(i, WordRole::anyone)) return true;
  if (!context.is(i, WordRole::copula) || context.amount.number.value > 100) return false;
  for (TokenIndex k = i - 1; k >= i - kSubjectReach; --k) {
    if (names_person(context, k) && context.upos(k) != Upos::PROPN) return true;
  }
  return false;
}

}  // namespace

bool is_person_noun(const AmountContext& context, TokenIndex i) {
  if (i < context.sentence.first || i >= context.sentence.last) return false;
  const Lexicon& lexicon = context.words.lexicon;
  const std::string& lemma = context.words.token(i).lemma;
  const string_view form = context.word(i);
  if (lexicon.groups.contains(lemma)) return false;
  if (find(lexicon.genders, lemma) != nullptr || find(lexicon.genders, form) != nullptr)
    return true;
  if (lexicon.person_nouns.contains(lemma) || lexicon.person_nouns.contains(form)) return true;
  const MentionType* type = find(lexicon.noun_types, lemma);
  if (type == nullptr) type = find(lexicon.noun_types, form);
  return type != nullptr && *type == MentionType::person;
}

bool is_one_person(const AmountContext& context, TokenIndex i) {
  return is_person_noun(context, i) && context.words.token(i).xpos == "NN";
}

bool is_age(const AmountContext& context) {
  const Amount& amount = context.amount;
  const Number& number = amount.number;
  if (number.decade || is_old(context)) return true;
  if (number.vague || number.ordinal || number.fraction || number.value > kOldestAge) return false;
  const TokenIndex unit = context.unit_at();
  if (find(context.words.lexicon.units, context.word(unit)) != nullptr) return false;
  if (behind_age_word(context)) return true;
  const bool counts = context.followed_by_noun() || context.joint(context.next());
  if (counts) return false;
  if (of_people(context) || behind_changed_age(context) || behind_life_event(context)) return true;
  if (behind_copula(context)) return true;
  if (amount.modified) return false;
  if (between_commas(context)) return true;
  return number.digits && (between_commas_in_a_pair(context) || in_brackets(context));
}

}  // namespace counterpoint::annotation
