// SPDX-License-Identifier: Apache-2.0
// Times of day.
#include <cmath>
#include <string>

#include "annotation/chars.h"
#include "annotation/numbers.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string;
using std::string_view;

string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

// "18:45", "18.45", "1845", "6": hours and minutes, as far as stated.
struct Reading {
  int hour = -1;
  int minute = 0;
  bool colon = false;  // written as a time whatever follows
};

optional<Reading> reading(string_view form) {
  Reading result;
  const auto mark = form.find_first_of(":.");
  string hour(form.substr(0, mark));
  string minute = mark == string_view::npos ? "0" : string(form.substr(mark + 1));
  if (mark == string_view::npos && form.size() == 4) {
    hour = string(form.substr(0, 2));
    minute = string(form.substr(2));
  }
  if (!all_digits(hour) || hour.size() > 2) return std::nullopt;
  if (minute.find(':') == 2) minute.resize(2);  // seconds
  if (!all_digits(minute) || minute.size() > 2) return std::nullopt;
  if (mark != string_view::npos && minute.size() != 2) return std::nullopt;
  result.hour = std::stoi(hour);
  result.minute = std::stoi(minute);
  result.colon = mark != string_view::npos && form[mark] == ':';
  if (result.hour > 24 || result.minute > 59) return std::nullopt;
  return result;
}

// The half of the day at i: 'a', 'p' or 0.
char half_of_day(const WordRoles& roles, string_view form) {
  if (roles.has(form, WordRole::before_noon)) return 'a';
  if (roles.has(form, WordRole::after_noon)) return 'p';
  return 0;
}

// Reads a zone, also "(1325 GMT)" behind another clock, and "local time".
TokenIndex add_zone(const Words& words, TokenIndex at, TokenIndex end, string& zone, bool& found) {
  if (at >= end) return at;
  if (words.at(at) == "local" && words.at(at + 1) == "time") {
    found = true;
    return at + 2;
  }
  const string* offset = find(words.lexicon.zones, words.at(at));
  const string_view written = words.written(at);
  if (offset == nullptr || !starts_upper(written)) return at;
  zone = *offset;
  found = true;
  return at + 1;
}

optional<TimeMatch> close(const Words& words, TokenIndex i, TokenIndex end, TokenIndex at,
                          Reading clock, char half) {
  string zone;
  bool has_zone = false;
  at = add_zone(words, at, end, zone, has_zone);
  if (half == 'p' && clock.hour < 12) clock.hour += 12;
  if (half == 'a' && clock.hour == 12) clock.hour = 0;
  if (!half && !has_zone && !clock.colon) return std::nullopt;
  TimeMatch match{.time = {}, .first = i, .last = at};
  match.time.type = TimexType::time;
  match.time.form = TimeForm::clock;
  match.time.clock = "T" + two_digits(clock.hour) + ":" + two_digits(clock.minute) + zone;
  return match;
}

// "in the morning", "at night" at `at`: its half of the day goes into `half`. The token behind it.
TokenIndex add_part_of_day(const Words& words, TokenIndex at, TokenIndex end, int hour,
                           char& half) {
  constexpr int kFirstOfNight = 6;
  const bool in_the = words.at(at) == "in" && words.at(at + 1) == "the";
  const TokenIndex part = in_the ? at + 2 : words.at(at) == "at" ? at + 1 : end;
  if (part >= end) return at;
  const TimeWord* word = time_word(words, part, TimeClass::daypart);
  if (word == nullptr || in_the == (word->code == "NI")) return at;
  const bool after_midnight = word->code == "MO" || (word->code == "NI" && hour < kFirstOfNight);
  half = after_midnight ? 'a' : 'p';
  return part + 1;
}

// The hour named at i: "six", "11".
optional<int> spoken_hour(const Words& words, TokenIndex i, TokenIndex end) {
  const auto number = i < end ? number_at(words, i, end) : std::nullopt;
  const bool hour = number && number->last == i + 1 && !number->ordinal && !number->vague &&
                    number->value >= 1 && number->value <= 12 &&
                    number->value == std::floor(number->value);
  return hour ? optional<int>(static_cast<int>(number->value)) : std::nullopt;
}

// The hour at i, or 12 of "noon" and "midnight".
optional<int> named_hour(const Words& words, TokenIndex i, TokenIndex end) {
  if (i < end && time_word(words, i, TimeClass::daypart_clock) != nullptr) return 12;
  return spoken_hour(words, i, end);
}

// "twenty to eleven", not "by ten to two" or "about ten to twelve men": minutes in words, a
// multiple of five, and nothing that the hour could count.
bool is_minutes_to(const Words& words, TokenIndex i, TokenIndex hour, TokenIndex end) {
  const auto minutes = number_at(words, i, end);
  if (!minutes || minutes->digits || std::fmod(minutes->value, 5) != 0) return false;
  const string_view before = words.at(i - 1);
  if (before == "by" || before == "from" || hour >= end) return false;
  if (time_word(words, hour, TimeClass::daypart_clock) != nullptr) return true;
  if (before == "to" || all_digits(words.at(hour))) return false;
  const bool counts = hour + 1 < end && (words.token(hour + 1).upos == Upos::NOUN ||
                                         words.token(hour + 1).upos == Upos::ADJ);
  return !counts;
}

// "half past six", "a quarter to nine", "ten past two", "six o'clock". A spoken clock does not say
// which half of the day it means.
optional<TimeMatch> spoken(const Words& words, TokenIndex i, TokenIndex end) {
  const bool timed = words.is(i - 1, WordRole::before_hour);
  if (const auto hour = spoken_hour(words, i, end)) {
    const bool marked = words.at(i + 1) == "o'clock";
    TokenIndex last = i + (marked ? 2 : 1);
    char half = 0;
    const TokenIndex behind = add_part_of_day(words, last, end, *hour, half);
    if (marked || (timed && behind > last))
      return close(words, i, end, behind, {*hour, 0, true}, half);
  }
  TokenIndex at = i + (words.at(i) == "a" ? 1 : 0);
  int minutes = words.at(at) == "half" ? 30 : words.at(at) == "quarter" ? 15 : 0;
  if (minutes > 0) {
    ++at;
  } else if (const auto number = number_at(words, i, end); number && number->value < 30) {
    minutes = static_cast<int>(number->value);
    at = number->last;
    if (words.at(at) == "minutes") ++at;
  }
  const bool past = words.at(at) == "past";
  const bool counted_back = minutes == 15 || words.at(at - 1) == "minutes" ||
                            (timed && is_minutes_to(words, i, at + 1, end));
  const bool to = words.at(at) == "to" && counted_back;
  const auto hour = past || to ? named_hour(words, at + 1, end) : std::nullopt;
  if (minutes == 0 || !hour) return std::nullopt;
  const Reading clock = past ? Reading{*hour, minutes, true}
                             : Reading{*hour == 1 ? 12 : *hour - 1, 60 - minutes, true};
  TokenIndex last = at + 2;
  char half = last < end ? half_of_day(words.lexicon.roles, words.at(last)) : '\0';
  last = half ? last + 1 : add_part_of_day(words, last, end, clock.hour, half);
  return close(words, i, end, last, clock, half);
}

}  // namespace

optional<TimeMatch> clock_at(const Words& words, TokenIndex i, TokenIndex end) {
  if (const TimeWord* noon = time_word(words, i, TimeClass::daypart_clock)) {
    TimeMatch match{.time = {}, .first = i, .last = i + 1};
    match.time.type = TimexType::time;
    match.time.form = TimeForm::clock;
    match.time.clock = noon->code;
    return match;
  }
  if (auto match = spoken(words, i, end)) return match;
  const auto clock = reading(words.at(i));
  if (!clock) return std::nullopt;
  TokenIndex at = i + 1;
  if (at < end && words.at(at) == "o'clock") {
    return close(words, i, end, at + 1, {clock->hour, 0, true}, 0);
  }
  const char half = at < end ? half_of_day(words.lexicon.roles, words.at(at)) : '\0';
  if (half) ++at;
  const bool four_digits = words.at(i).size() == 4 && all_digits(words.at(i));
  if (half && (four_digits || clock->hour > 12 || clock->hour == 0)) return std::nullopt;
  if (four_digits && at < end && (words.at(at) == "hours" || words.at(at) == "hrs")) {
    return close(words, i, end, at + 1, {clock->hour, clock->minute, true}, 0);
  }
  const bool bare_hour = words.at(i).size() <= 2;
  if (bare_hour && !half) return std::nullopt;
  return close(words, i, end, at, *clock, half);
}

void add_clock(const Words& words, TokenIndex end, TimeMatch& match) {
  TokenIndex at = match.last;
  if (at < end && (words.at(at) == "," || words.at(at) == "at")) ++at;
  const auto clock = at < end ? clock_at(words, at, end) : std::nullopt;
  if (!clock) return;
  match.time.clock = clock->time.clock;
  match.time.type = TimexType::time;
  match.last = clock->last;
}

}  // namespace counterpoint::annotation
