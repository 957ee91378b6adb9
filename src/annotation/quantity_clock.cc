// SPDX-License-Identifier: Apache-2.0
// Times of day that no time expression has: "0345", "until ten on Monday", "opens at nine".
#include <cmath>

#include "annotation/amount_context.h"

namespace counterpoint::annotation {
namespace {

constexpr double kHours = 12;

// "0911: ...", the entries of a live page; "at 0345".
bool is_four_digits(const AmountContext& context) {
  const std::string_view form = context.word(context.amount.number.first);
  if (form.size() != 4 || !all_digits(form)) return false;
  const bool hours = form[0] < '2' || (form[0] == '2' && form[1] < '4');
  return hours && form[2] < '6' && (context.word(context.next()) == ":" || form[0] == '0');
}

// Whether a day follows: "at ten on Monday", "until six tomorrow".
bool is_before_day(const AmountContext& context) {
  TokenIndex i = context.next();
  if (context.word(i) == "on") ++i;
  const Lexicon& lexicon = context.words.lexicon;
  return find(lexicon.weekdays, context.word(i)) != nullptr ||
         find_time_word(lexicon, context.word(i), TimeClass::day) != nullptr;
}

}  // namespace

bool closes_clause(const AmountContext& context) {
  const std::string_view next = context.word(context.next());
  return next.empty() || !has_letter(next) || context.is(context.next(), WordRole::conjunction);
}

bool could_be_hour(const AmountContext& context) {
  const Number& number = context.amount.number;
  const bool whole =
      number.value >= 1 && number.value <= kHours && number.value == std::floor(number.value);
  return whole && context.bare() && !number.ordinal && !number.fraction && !number.scaled;
}

bool is_bare_clock(const AmountContext& context) {
  if (!context.bare()) return false;
  if (is_four_digits(context)) return true;
  if (!could_be_hour(context)) return false;
  const std::string_view before = context.word(context.previous());
  if (before == "until" || before == "till")
    return is_before_day(context) || closes_clause(context);
  if (before != "at") return false;
  const bool acts = context.is(context.previous() - 1, WordRole::hour_verb);
  return is_before_day(context) || (acts && closes_clause(context));
}

}  // namespace counterpoint::annotation
