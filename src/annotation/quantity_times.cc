// SPDX-License-Identifier: Apache-2.0
#include "annotation/quantity_times.h"

#include <algorithm>

#include "annotation/amount.h"
#include "annotation/chars.h"
#include "annotation/modifiers.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

class Reader {
 public:
  Reader(const Words& words, const Sentence& sentence, const TimeExpression& time, TokenIndex first,
         TokenIndex last)
      : words_(words), sentence_(sentence), time_(time), first_(first), last_(last) {}

  std::vector<Quantity> read() {
    if (!time_.clock.empty()) clock();
    const bool dated = time_.form == TimeForm::calendar || time_.form == TimeForm::span_of;
    if (dated && time_.year && !time_.month && !time_.decade && time_.clock.empty()) years();
    if (!dated) length();
    return std::move(result_);
  }

 private:
  string_view word(TokenIndex i) const {
    return i >= sentence_.first && i < sentence_.last ? words_.at(i) : string_view{};
  }

  bool is(TokenIndex i, WordRole role) const { return words_.lexicon.roles.has(word(i), role); }

  // A quantity over [first, last) with the modifier before it.
  Quantity quantity(QuantityKind kind, TokenIndex first, TokenIndex last) const {
    Amount amount;
    amount.first = first;
    amount.last = last;
    amount.number.digits = true;
    amount.quantity.kind = kind;
    amount.quantity.number = words_.span(first, last);
    if (!is(first - 1, WordRole::before_time_number))
      read_modifiers_before(words_, sentence_, amount);
    amount.quantity.approximate = amount.effect == Effect::about || amount.effect == Effect::hedge;
    amount.quantity.span = words_.span(amount.first, last);
    return amount.quantity;
  }

  void clock() {
    for (TokenIndex i = first_; i < last_; ++i) {
      const auto match = clock_at(words_, i, last_);
      if (!match || time_word(words_, i, TimeClass::daypart_clock) != nullptr) continue;
      result_.push_back(quantity(QuantityKind::clock, i, match->last));
      return;
    }
  }

  bool is_year(TokenIndex i) const { return word(i).size() == 4 && all_digits(word(i)); }

  void years() {
    TokenIndex begin = first_;
    while (begin < last_ && !is_year(begin)) ++begin;
    if (begin == last_) return;
    const bool range = time_.form == TimeForm::span_of && time_.end_year.has_value();
    const TokenIndex end = range ? last_ : begin + 1;
    Quantity found = quantity(QuantityKind::year, begin, end);
    if (range && word(begin - 1) == "between") found.span = words_.span(begin - 1, end);
    found.min = *time_.year;
    found.max = range ? *time_.end_year : *time_.year;
    result_.push_back(std::move(found));
  }

  // The number of a length: "two" of "two days ago", "24" of "the past 24 hours".
  void length() {
    for (TokenIndex i = first_; i < last_; ++i) {
      auto amount = amount_at(words_, i, sentence_);
      if (!amount || amount->number.ordinal || amount->number_last >= last_) continue;
      const TokenIndex unit = unit_behind(*amount);
      if (unit < 0) continue;
      if (is_story_day(*amount, unit) || is_war(*amount, unit)) return;
      amount->quantity.kind = QuantityKind::duration;
      amount->quantity.noun = unit;
      if (is_of_child(*amount)) set_age(amount->quantity, unit);
      result_.push_back(amount->quantity);
      return;
    }
  }

  // "a baby of three months"
  bool is_of_child(const Amount& amount) const {
    const TokenIndex of = amount.first - 1;
    return word(of) == "of" && is(of - 1, WordRole::child) && is(of - 2, WordRole::article);
  }

  // Years are what an age is counted in.
  void set_age(Quantity& quantity, TokenIndex unit) const {
    quantity.kind = QuantityKind::age;
    if (find(words_.lexicon.time_units, word(unit))->unit == TimeUnit::year) quantity.noun = -1;
  }

  TokenIndex unit_behind(const Amount& amount) const {
    for (TokenIndex i = amount.last; i < last_; ++i) {
      if (find(words_.lexicon.time_units, word(i)) != nullptr) return i;
    }
    return -1;
  }

  // "the Thirty Years War", "the Six-Day War": a name.
  bool is_war(const Amount& amount, TokenIndex unit) const {
    const TokenIndex first = amount.number.first;
    return first > sentence_.first && starts_upper(words_.written(first)) &&
           starts_upper(words_.written(unit)) && unit + 1 < sentence_.last &&
           (starts_upper(words_.written(unit + 1)) || word(unit + 1).starts_with("'"));
  }

  // "One day, the soldiers came": some day, not a length.
  bool is_story_day(const Amount& amount, TokenIndex unit) const {
    if (amount.modified || amount.range || word(amount.number.first) != "one") return false;
    if (!is(unit, WordRole::story_unit)) return false;
    if (is(unit + 1, WordRole::story_behind) || unit + 1 < last_) return false;
    const string_view before = word(amount.first - 1);
    return before.empty() || !has_letter(before) || is(amount.first - 1, WordRole::story_before) ||
           word(unit + 1) == ",";
  }

  const Words& words_;
  const Sentence& sentence_;
  const TimeExpression& time_;
  TokenIndex first_;
  TokenIndex last_;
  std::vector<Quantity> result_;
};

}  // namespace

std::vector<Quantity> quantities_of_time(const Words& words, const Sentence& sentence,
                                         const TimeExpression& time, TokenIndex first,
                                         TokenIndex last) {
  return Reader(words, sentence, time, first, last).read();
}

}  // namespace counterpoint::annotation
