// SPDX-License-Identifier: Apache-2.0
// Weekdays and times counted from the day of publication.
#include <algorithm>
#include <cmath>

#include "annotation/chars.h"
#include "annotation/numbers.h"
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

bool is_daypart(const Words& words, TokenIndex i, TokenIndex end) {
  return i < end && time_word(words, i, TimeClass::daypart) != nullptr;
}

// "at 1600 GMT", ", 18:45" behind a weekday.
void add_clock(const Words& words, TokenIndex end, TimeMatch& match) {
  TokenIndex at = match.last;
  if (at < end && (words.at(at) == "," || words.at(at) == "at")) ++at;
  const auto clock = at < end ? clock_at(words, at, end) : std::nullopt;
  if (!clock) return;
  match.time.clock = clock->time.clock;
  match.time.type = TimexType::time;
  match.last = clock->last;
}

TimeMatch started(TokenIndex i) {
  TimeMatch match{.time = {}, .first = i, .last = i + 1};
  match.time.form = TimeForm::offset;
  return match;
}

bool ends_sentence(string_view word) {
  return word == "." || word == "!" || word == "?" || word == ":";
}

// "yesterday", "overnight", "recently".
optional<TimeMatch> one_word(const Words& words, TokenIndex i, TokenIndex end) {
  TimeMatch match = started(i);
  // "USA Today": a capital letter in the middle of a name.
  const bool in_name = starts_upper(words.written(i)) && i > 0 &&
                       words.token(i).upos != Upos::NOUN && words.token(i).upos != Upos::ADV &&
                       starts_upper(words.written(i - 1)) && !ends_sentence(words.at(i - 1));
  if (const TimeWord* day = in_name ? nullptr : time_word(words, i, TimeClass::day)) {
    match.time.offset = day->offset;
    if (is_daypart(words, match.last, end)) {
      match.time.type = TimexType::time;
      ++match.last;
    }
    add_clock(words, end, match);
    return match;
  }
  if (const TimeWord* part = time_word(words, i, TimeClass::part)) {
    match.time.form = TimeForm::part_of_day;
    match.time.type = TimexType::time;
    match.time.offset = part->offset;
    match.time.approximate = words.at(i) == "overnight";
    return match;
  }
  if (time_word(words, i, TimeClass::vague) != nullptr) {
    match.time.form = TimeForm::vague;
    return match;
  }
  return std::nullopt;
}

// "this afternoon", "last night", "last week", "next year".
optional<TimeMatch> deictic(const Words& words, TokenIndex i, TokenIndex end) {
  const TimeWord* which = time_word(words, i, TimeClass::deictic);
  if (which == nullptr || i + 1 >= end) return std::nullopt;
  const TokenIndex noun = i + 1;
  TimeMatch match = started(i);
  match.last = noun + 1;
  match.time.offset = which->offset;
  const string_view form = words.at(noun);
  if (is_daypart(words, noun, end)) {
    match.time.form = TimeForm::part_of_day;
    match.time.type = TimexType::time;
    return match;
  }
  if (words.lexicon.seasons.contains(form)) {
    match.time.unit = TimeUnit::year;
    match.time.approximate = true;
    return match;
  }
  const UnitOfTime* unit = find(words.lexicon.time_units, form);
  if (unit == nullptr || form.ends_with("s") || unit->length == 0) return std::nullopt;
  if (unit->unit == TimeUnit::hour || (form == "day" && which->offset <= 0)) return std::nullopt;
  match.time.unit = unit->unit;
  match.time.offset *= unit->length;
  // "the past week" reaches to the day of publication, "last week" is the one before.
  if (words.at(i) == "past" || words.at(i) == "coming") {
    match.time.bound = which->offset < 0 ? TimeBound::since : TimeBound::until;
    match.time.type = TimexType::duration;
  }
  return match;
}

// Number and unit behind "past", "last", "next" or before "ago".
struct Count {
  int count = 0;
  bool vague = false;
  UnitOfTime unit;
  TokenIndex last = 0;
};

optional<Count> counted_unit(const Words& words, TokenIndex i, TokenIndex end) {
  Count result;
  TokenIndex at = i;
  double value = 1;
  if (const auto number = number_at(words, i, end);
      number && !number->ordinal && !number->fraction) {
    value = number->value;
    result.vague = number->vague;
    at = number->last;
  } else if (words.at(i) == "a" || words.at(i) == "an") {
    ++at;
  } else {
    result.vague = true;
    if (words.at(at) == "few" || words.at(at) == "many" || words.at(at) == "couple") ++at;
    if (words.at(at) == "of") ++at;
  }
  if (at < end && is_dash(words.at(at))) ++at;
  const UnitOfTime* unit = at < end ? find(words.lexicon.time_units, words.at(at)) : nullptr;
  if (unit == nullptr) return std::nullopt;
  result.unit = *unit;
  result.count = static_cast<int>(std::lround(value * unit->length));
  if (value != std::floor(value)) result.vague = true;
  result.last = at + 1;
  return result;
}

// "the past 24 hours", "the last two weeks", "the next few days".
optional<TimeMatch> span_to_now(const Words& words, TokenIndex i, TokenIndex end) {
  const TimeWord* which = time_word(words, i, TimeClass::deictic);
  if (which == nullptr || which->offset == 0) return std::nullopt;
  const auto count = counted_unit(words, i + 1, end);
  if (!count || (count->vague && count->last == i + 2 && !words.at(i + 1).ends_with("s"))) {
    return std::nullopt;
  }
  TimeMatch match = started(i);
  match.last = count->last;
  match.time.type = TimexType::duration;
  match.time.unit = count->unit.unit;
  match.time.offset = which->offset * count->count;
  match.time.bound = which->offset < 0 ? TimeBound::since : TimeBound::until;
  match.time.approximate = count->vague;
  if (count->vague) match.time.form = TimeForm::vague;
  return match;
}

// "two days ago", "a year earlier", "three weeks later".
optional<TimeMatch> ago(const Words& words, TokenIndex i, TokenIndex end) {
  const auto count = counted_unit(words, i, end);
  if (!count || count->last >= end) return std::nullopt;
  const TokenIndex mark = count->last;
  const bool back = time_word(words, mark, TimeClass::back) != nullptr;
  const bool in_text = time_word(words, mark, TimeClass::back_text) != nullptr ||
                       time_word(words, mark, TimeClass::forth_text) != nullptr;
  if (!back && !in_text) return std::nullopt;
  if (words.at(mark) == "before" && count->vague) return std::nullopt;
  TimeMatch match = started(i);
  match.last = mark + 1;
  match.time.unit = count->unit.unit;
  const bool forth = time_word(words, mark, TimeClass::forth_text) != nullptr;
  match.time.offset = forth ? count->count : -count->count;
  match.time.approximate = count->vague;
  if (in_text || count->vague) match.time.form = TimeForm::vague;
  return match;
}

// "the end of the month", "the beginning of this week".
optional<TimeMatch> part_of_unit(const Words& words, TokenIndex i, TokenIndex end) {
  if (!words.lexicon.span_heads.contains(words.at(i)) || words.at(i + 1) != "of" || i + 3 >= end) {
    return std::nullopt;
  }
  if (auto match = deictic(words, i + 2, end)) {
    if (match->time.form != TimeForm::offset) return std::nullopt;
    match->time.approximate = true;
    return match;
  }
  const UnitOfTime* unit = find(words.lexicon.time_units, words.at(i + 3));
  if (words.at(i + 2) != "the" || unit == nullptr || unit->length != 1) return std::nullopt;
  if (words.at(i + 3).ends_with("s") || unit->unit == TimeUnit::hour) return std::nullopt;
  TimeMatch match = started(i);
  match.last = i + 4;
  match.time.unit = unit->unit;
  match.time.approximate = true;
  return match;
}

// "recent days", "the coming weeks".
optional<TimeMatch> recent(const Words& words, TokenIndex i, TokenIndex end) {
  if (time_word(words, i, TimeClass::vague_adj) == nullptr || i + 1 >= end) return std::nullopt;
  const UnitOfTime* unit = find(words.lexicon.time_units, words.at(i + 1));
  if (unit == nullptr || !words.at(i + 1).ends_with("s")) return std::nullopt;
  TimeMatch match = started(i);
  match.last = i + 2;
  match.time.form = TimeForm::vague;
  match.time.unit = unit->unit;
  return match;
}

}  // namespace

optional<TimeMatch> weekday_at(const Words& words, TokenIndex i, TokenIndex end) {
  TokenIndex at = i;
  TimeMatch match = started(i);
  match.time.form = TimeForm::weekday;
  if (time_word(words, at, TimeClass::part_mod) != nullptr || words.at(at) == "earlier" ||
      words.at(at) == "later") {
    ++at;
    if (at < end && (words.at(at) == "on" || words.at(at) == "in")) ++at;
  }
  if (at < end && words.at(at) == "the" && at == i) ++at;
  if (at < end) {
    if (const TimeWord* which = time_word(words, at, TimeClass::deictic)) {
      match.time.direction = which->offset;
      ++at;
    }
  }
  if (at >= end) return std::nullopt;
  if (time_word(words, at, TimeClass::weekend) != nullptr) {
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
  } else if (is_daypart(words, match.last, end)) {
    ++match.last;
    match.time.type = TimexType::time;
  }
  add_clock(words, end, match);
  return match;
}

optional<TimeMatch> relative_at(const Words& words, TokenIndex i, TokenIndex end) {
  TokenIndex at = i;
  const bool part = time_word(words, i, TimeClass::part_mod) != nullptr ||
                    time_word(words, i, TimeClass::back_text) != nullptr ||
                    time_word(words, i, TimeClass::forth_text) != nullptr;
  if (part && i + 1 < end && words.at(i) != "before") {
    ++at;
    if (time_word(words, at, TimeClass::deictic) == nullptr &&
        time_word(words, at, TimeClass::day) == nullptr) {
      return std::nullopt;
    }
  } else if (words.at(i) == "the" && i + 1 < end) {
    ++at;
  }
  optional<TimeMatch> match = span_to_now(words, at, end);
  if (!match) match = deictic(words, at, end);
  if (!match) match = part_of_unit(words, at, end);
  if (!match) match = recent(words, at, end);
  if (!match && words.at(i) != "the") match = one_word(words, at, end);
  if (!match && at == i) match = ago(words, i, end);
  if (!match) return std::nullopt;
  // "the last year" without a count is a length up to now, "last year" a date.
  match->first = i;
  return match;
}

}  // namespace counterpoint::annotation
