// SPDX-License-Identifier: Apache-2.0
// Weekdays, weekends and parts of the day.
#include "annotation/chars.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

// A weekday's full name; "Sat" and "Sun" date only within a full date.
const int* full_weekday(const Words& words, TokenIndex i) {
  const string_view form = words.at(i);
  if (!form.ends_with("day") && !form.ends_with("days")) return nullptr;
  return starts_upper(words.written(i)) ? find(words.lexicon.weekdays, form) : nullptr;
}

// "last", "this coming": moves `at` behind them and sets the direction.
void read_direction(const Words& words, TokenIndex end, TokenIndex& at, TimeExpression& time) {
  while (at + 1 < end) {
    const TimeWord* which = time_word(words, at, TimeClass::deictic);
    if (which == nullptr) return;
    if (time.direction == 0) time.direction = which->offset;
    ++at;
  }
}

}  // namespace

TimeModifier part_taken(const Words& words, TokenIndex i) {
  if (time_word(words, i, TimeClass::back_text) != nullptr && words.at(i) != "before") {
    return TimeModifier::start;  // "earlier this month"
  }
  if (time_word(words, i, TimeClass::forth_text) != nullptr) return TimeModifier::end;
  const TimeWord* word = time_word(words, i, TimeClass::part_mod);
  if (word == nullptr) return TimeModifier::none;
  return word->code == "start" ? TimeModifier::start
         : word->code == "mid" ? TimeModifier::mid
                               : TimeModifier::end;
}

bool add_daypart(const Words& words, TokenIndex i, TokenIndex end, TimeExpression& time) {
  const TimeWord* part = i < end ? time_word(words, i, TimeClass::daypart) : nullptr;
  if (part == nullptr) return false;
  time.day_part = part->code;
  return true;
}

optional<TimeMatch> weekday_at(const Words& words, TokenIndex i, TokenIndex end) {
  TokenIndex at = i;
  TimeMatch match{.time = {}, .first = i, .last = i + 1};
  match.time.form = TimeForm::weekday;
  match.time.modifier = part_taken(words, at);
  if (match.time.modifier != TimeModifier::none) {
    ++at;
    if (at < end && (words.at(at) == "on" || words.at(at) == "in")) ++at;
  }
  if (at < end && words.at(at) == "the" && at == i) ++at;
  read_direction(words, end, at, match.time);
  if (at >= end) return std::nullopt;
  if (time_word(words, at, TimeClass::weekend) != nullptr) {
    if (at == i && words.at(i - 1) != "at" && words.at(i - 1) != "over") return std::nullopt;
    match.time.weekday = 6;
    match.time.end_weekday = 7;
    match.last = at + 1;
    return match;
  }
  const int* weekday = full_weekday(words, at);
  if (weekday == nullptr || (at > i && words.at(at - 1) == "the")) return std::nullopt;
  match.time.weekday = *weekday;
  match.last = at + 1;
  if (words.at(at).ends_with("s")) {
    match.time.type = TimexType::set;
    match.time.form = TimeForm::vague;
    if (add_daypart(words, match.last, end, match.time)) ++match.last;
    return match;
  }
  if (add_daypart(words, match.last, end, match.time)) {
    const bool plural = words.at(match.last).ends_with("s");  // "Tuesday nights"
    ++match.last;
    match.time.type = plural ? TimexType::set : TimexType::time;
    if (plural) match.time.form = TimeForm::vague;
  }
  add_clock(words, end, match);
  return match;
}

}  // namespace counterpoint::annotation
