// SPDX-License-Identifier: Apache-2.0
#include "annotation/quantity_kind.h"

#include "annotation/amount_context.h"
#include "annotation/counted_noun.h"

namespace counterpoint::annotation {
namespace {

constexpr double kFirstYear = 1000;
constexpr double kLastYear = 2100;

// "up 40% on 2016", "compared with 2016": a year of these days.
bool is_compared_year(const AmountContext& context) {
  constexpr double kFirst = 1950;
  constexpr double kLast = 2050;
  const std::string_view before = context.word(context.amount.first - 1);
  const double value = context.amount.number.value;
  return (before == "on" || before == "with" || before == "than") && value >= kFirst &&
         value < kLast;
}

// "in 1258", "between 1642 and 1651": years that are no time expression, for want of other words
// of dates around them.
bool is_year(const AmountContext& context) {
  const Amount& amount = context.amount;
  const bool bound = amount.modified && !amount.quantity.approximate;
  if (bound || !amount.number.digits || amount.number.scaled) return false;
  if (context.is(context.next(), WordRole::era) || context.word(amount.first - 1) == "ad")
    return true;
  if (context.word(amount.number.first).size() != 4 || context.followed_by_noun()) return false;
  if (amount.number.value < kFirstYear || amount.number.value > kLastYear) return false;
  if (context.word(amount.first) == "between") return true;
  if (amount.range && amount.number_last - amount.number.first == 3 &&
      is_dash(context.word(amount.number.last))) {
    return amount.quantity.max && *amount.quantity.max <= kLastYear;
  }
  return context.is(amount.first - 1, WordRole::before_rare_year) || is_compared_year(context);
}

// An age in days, weeks or months names its unit; "years" is what an age is counted in.
TokenIndex age_unit(const AmountContext& context) {
  const TokenIndex at = context.unit_at();
  const UnitOfTime* unit = find(context.words.lexicon.time_units, context.word(at));
  return unit != nullptr && unit->unit != TimeUnit::year ? at : -1;
}

// "14.250 people": groups by a stop, where a decimal makes no sense.
void read_stop_as_group(const AmountContext& context) {
  Amount& amount = context.amount;
  const std::string_view form = context.word(amount.number.first);
  const auto stop = form.find('.');
  const bool grouped = stop <= 3 && form.size() == stop + 4;
  if (!grouped || amount.range || amount.number.scaled || amount.number.value >= 1000) return;
  for (auto* bound : {&amount.quantity.min, &amount.quantity.max}) {
    if (*bound) **bound *= 1000;
  }
}

class Classifier {
 public:
  Classifier(AmountContext context, const std::vector<bool>& in_time)
      : context_(context), in_time_(in_time) {}

  bool run() {
    const Number& number = context_.amount.number;
    if (is_no_quantity(context_)) return false;
    if (is_money(context_)) return set(QuantityKind::money, -1);
    if (is_age(context_)) return set(QuantityKind::age, age_unit(context_));
    if (is_year(context_)) return set(QuantityKind::year, -1);
    if (is_name(context_)) return set(QuantityKind::version, -1);
    if (number.ordinal) return set(QuantityKind::ordinal, -1);
    if (is_bare_clock(context_)) return set(QuantityKind::clock, -1);
    if (const auto measure = measured(context_)) return set(measure->kind, unit_of(*measure));
    if (number.fraction) return set(QuantityKind::fraction, whole());
    read_stop_as_group(context_);
    return set(QuantityKind::count,
               counted_noun(context_.words, context_.sentence, context_.amount, in_time_));
  }

 private:
  bool set(QuantityKind kind, TokenIndex noun) {
    context_.amount.quantity.kind = kind;
    context_.amount.quantity.noun = noun;
    return true;
  }

  TokenIndex whole() const {
    return whole_noun(context_.words, context_.sentence, context_.amount, in_time_);
  }
  TokenIndex unit_of(const Measure& measure) const {
    return measure.kind == QuantityKind::percent ? whole() : measure.unit;
  }

  AmountContext context_;
  const std::vector<bool>& in_time_;
};

}  // namespace

bool set_kind(const Words& words, const Sentence& sentence, const std::vector<bool>& in_time,
              Amount& amount) {
  return Classifier({words, sentence, amount}, in_time).run();
}

}  // namespace counterpoint::annotation
