// SPDX-License-Identifier: Apache-2.0
// Repeated times.
#include "annotation/chars.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {

using std::optional;

optional<TimeMatch> repeated_at(const Words& words, TokenIndex i, TokenIndex end) {
  TimeMatch match{.time = {}, .first = i, .last = i + 1};
  match.time.type = TimexType::set;
  match.time.form = TimeForm::vague;
  if (const TimeWord* word = time_word(words, i, TimeClass::set_word)) {
    // "paid monthly" - but a "monthly payment" is a kind of payment.
    const Upos next = i + 1 < end ? words.token(i + 1).upos : Upos::PUNCT;
    if (words.token(i).upos == Upos::PROPN || next == Upos::NOUN || next == Upos::PROPN ||
        next == Upos::ADJ) {
      return std::nullopt;
    }
    match.time.length = word->code;
    return match;
  }
  TokenIndex at = i + 1;
  const bool rate = time_word(words, i, TimeClass::rate) != nullptr && i + 2 < end &&
                    words.is(at, WordRole::rate_mark);
  if (rate) ++at;
  if (!rate && time_word(words, i, TimeClass::set) == nullptr) return std::nullopt;
  if (at >= end || (words.at(i) == "each" && words.at(at) == "of")) return std::nullopt;
  if (const int* weekday = find(words.lexicon.weekdays, words.at(at))) {
    match.time.weekday = *weekday;
  } else if (const int* month = find(words.lexicon.months, words.at(at))) {
    match.time.month = *month;
  } else if (add_daypart(words, at, end, match.time)) {
    match.time.length = "P1D";
  } else if (time_word(words, at, TimeClass::weekend) != nullptr) {
    match.time.length = "P1W";
  } else if (words.at(at) == "other") {
    const UnitOfTime* unit = find(words.lexicon.time_units, words.at(at + 1));
    if (unit == nullptr || ++at >= end) return std::nullopt;
    match.time.length = iso_length(2, false, *unit);
  } else {
    const auto found = counted_unit(words, at, end);
    if (!found || (found->last == at + 1 && words.at(at).ends_with("s"))) return std::nullopt;
    const bool single = found->last == at + 1;
    match.time.length = single ? iso_length(1, false, found->unit) : found->length;
    match.time.unit = found->unit.unit;
    at = found->last - 1;
  }
  match.last = at + 1;
  if (match.time.weekday && add_daypart(words, match.last, end, match.time)) ++match.last;
  return match;
}

}  // namespace counterpoint::annotation
