// SPDX-License-Identifier: Apache-2.0
// Numbers that name: "phase 4", "flight 242", "the 737", "2-1", telephone numbers.
#include "annotation/amount_context.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

constexpr std::size_t kTelephoneDigits = 7;

// "35th Regiment", "46th and 55th SF Regiments", "the Third Reich" - not "the third Syrian town".
bool is_unit_name(const AmountContext& context) {
  const TokenIndex next = context.next();
  for (TokenIndex i = next; i < std::min(next + 7, context.sentence.last); ++i) {
    string_view form = context.words.at(i);
    if (form == "," || form == "." || form == ";") break;
    if (form.ends_with("s")) form.remove_suffix(1);
    const bool formation = context.words.lexicon.version_heads.contains(form);
    if (formation && starts_upper(context.words.written(i))) return true;
  }
  if (next >= context.sentence.last || !starts_upper(context.words.written(next))) return false;
  const TokenIndex first = context.amount.number.first;
  const bool digits = is_ascii_digit(static_cast<unsigned char>(context.word(first)[0]));
  const bool capital = first > context.sentence.first && starts_upper(context.words.written(first));
  return capital || (digits && context.upos(next) == Upos::PROPN);
}

// "its alert level at five", "the highest level of six", "the Group of 77".
bool behind_level(const AmountContext& context, TokenIndex marker) {
  const bool level = context.is(marker - 1, WordRole::level);
  const bool club = context.word(marker) == "of" && context.word(marker - 1) == "group" &&
                    marker - 1 > context.sentence.first &&
                    starts_upper(context.words.written(marker - 1));
  return (level || club) && !context.followed_by_noun();
}

// A noun that takes a number as its name, also over "5 and": "Articles 5 and 6".
bool behind_head(const AmountContext& context, TokenIndex i) {
  const Lexicon& lexicon = context.words.lexicon;
  const bool number_sign = context.word(i) == "no" && context.amount.number.digits &&
                           starts_upper(context.words.written(i));
  // "a stretch of road 250 metres long"
  const bool measures = find(lexicon.units, context.word(context.next())) != nullptr;
  if (number_sign || (!measures && lexicon.version_heads.contains(context.word(i)))) return true;
  const bool list = context.is(i, WordRole::list_mark);
  if (list && digits_value(context.word(i - 1)) && context.word(i - 2).ends_with("s")) {
    return lexicon.version_heads.contains(context.word(i - 2));
  }
  const Token& token = context.words.token(context.amount.number.first);
  const bool named = token.head == i && token.deprel == "nummod" && context.upos(i) == Upos::PROPN;
  return named && !context.followed_by_noun();
}

// "0800 555 111": groups of digits, the first of which begins with a nought.
bool is_dialled(const AmountContext& context) {
  const auto is_group = [&](TokenIndex i) {
    return context.word(i).size() > 1 && all_digits(context.word(i));
  };
  const TokenIndex first = context.amount.number.first;
  TokenIndex begin = first;
  while (begin > context.sentence.first && is_group(begin - 1)) --begin;
  return context.word(begin).starts_with('0') && (begin < first || is_group(first + 1));
}

bool is_telephone(const AmountContext& context) {
  const string_view form = context.word(context.amount.number.first);
  return context.amount.number.digits && all_digits(form) &&
         (context.word(context.previous()) == "+" || form.size() >= kTelephoneDigits ||
          is_dialled(context));
}

// "2-1": the second number is not above the first.
bool is_score(const AmountContext& context) {
  if (context.amount.range || !context.amount.number.digits || context.amount.modified)
    return false;
  const TokenIndex next = context.next();
  const TokenIndex previous = context.previous();
  const bool leads = is_dash(context.word(next)) && context.words.joined(next - 1) &&
                     digits_value(context.word(next + 1)).has_value();
  const bool trails = is_dash(context.word(previous)) && context.words.joined(previous) &&
                      digits_value(context.word(previous - 1)).has_value();
  return leads || trails;
}

// "Formula One", "Air Force One", "Channel Four".
bool is_capital(const AmountContext& context) {
  const TokenIndex first = context.amount.number.first;
  if (context.amount.number.digits || first <= context.sentence.first) return false;
  if (!starts_upper(context.words.written(first))) return false;
  // "the Three Gorges": small "the" before two capitals, so it is no headline.
  const bool name = context.words.written(first - 1) == "the" &&
                    context.next() < context.sentence.last &&
                    starts_upper(context.words.written(context.next()));
  if (name) return true;
  if (context.followed_by_noun()) return false;
  return context.upos(first - 1) == Upos::PROPN && starts_upper(context.words.written(first - 1));
}

// "Euro 2020", "Vision 2030": behind a name, a year is part of it.
bool is_edition(const AmountContext& context) {
  constexpr double kFirst = 1900;
  constexpr double kLast = 2100;
  const double value = context.amount.number.value;
  return context.word(context.amount.number.first).size() == 4 && value >= kFirst &&
         value < kLast && !context.followed_by_noun();
}

// "a Cessna 208", "the Antonov 26", "a white Peugeot 504": a make and its model, behind an article.
// "in the Hague 12 were hurt" begins with a place.
bool is_model(const AmountContext& context) {
  constexpr TokenIndex kLongestName = 5;
  const TokenIndex make = context.previous();
  const bool more = context.upos(context.next()) == Upos::NOUN &&
                    context.words.token(context.next()).xpos == "NNS";
  const bool capital =
      context.upos(make) == Upos::PROPN && starts_upper(context.words.written(make));
  if (!context.amount.number.digits || more || !capital) return false;
  if (is_edition(context)) return true;
  if (find(context.words.lexicon.units, context.word(context.unit_at())) != nullptr) return false;
  TokenIndex i = make;
  while (i > make - kLongestName &&
         (context.upos(i) == Upos::PROPN || context.upos(i) == Upos::ADJ))
    --i;
  if (context.word(i) == "a" || context.word(i) == "an") return true;
  return context.word(i) == "the" && context.upos(i - 1) != Upos::ADP;
}

// "call 101", "text 85258", "quoting incident 318".
bool is_quoted(const AmountContext& context) {
  if (!context.amount.number.digits || context.followed_by_noun()) return false;
  const TokenIndex i = context.previous();
  if (context.is(i, WordRole::dialled)) return true;
  if (context.is(i, WordRole::quoted) || context.is(i - 1, WordRole::quoted)) return true;
  if (context.word(i) != "on") return false;  // "call the helpline on 116 123"
  for (TokenIndex k = i - 1; k >= context.sentence.first && k > i - 5; --k) {
    if (context.is(k, WordRole::dialled)) return true;
  }
  return false;
}

// "a father-of-four"
bool is_family(const AmountContext& context, TokenIndex joint) {
  return context.word(joint - 1) == "of" && context.is(joint - 3, WordRole::parent);
}

}  // namespace

bool is_name(const AmountContext& context) {
  const Number& number = context.amount.number;
  if (number.ordinal) return is_unit_name(context);
  if (is_telephone(context) || is_score(context)) return true;
  if (!context.bare() || number.fraction) return false;
  const TokenIndex i = context.previous();
  if (i < context.sentence.first) return false;
  const bool determined = context.word(i) == "the" || context.is(i, WordRole::article);
  if (context.words.lexicon.number_names.contains(context.word(number.first))) {
    return determined || !context.followed_by_noun();
  }
  if (context.is(i, WordRole::level_mark)) return behind_level(context, i);
  if (context.joint(i)) return has_letter(context.word(i - 1)) && !is_family(context, i);
  return behind_head(context, i) || is_capital(context) || is_model(context) || is_quoted(context);
}

}  // namespace counterpoint::annotation
