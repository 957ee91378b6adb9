// SPDX-License-Identifier: Apache-2.0
// Days and months with what stands around them, in all the orders that English newsrooms use.
#include <string>

#include "annotation/calendar.h"
#include "annotation/chars.h"
#include "annotation/date_words.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

void set(TimeExpression& time, int year, int month, int day) {
  time.year = year;
  time.month = month;
  time.day = day;
}

// "28/4/2009", "4-28-09": three numbers that can be a date.
bool three_numbers(string_view form, int (&parts)[3]) {
  std::size_t begin = 0;
  for (int k = 0; k < 3; ++k) {
    const std::size_t slash = k < 2 ? form.find_first_of("/.-", begin) : form.size();
    if (slash == string_view::npos || slash == begin) return false;
    const string_view part = form.substr(begin, slash - begin);
    if (!all_digits(part) || part.size() > (k == 2 ? 4u : 2u) || (k == 2 && part.size() == 3)) {
      return false;
    }
    parts[k] = std::stoi(std::string(part));
    begin = slash + 1;
  }
  return parts[0] >= 1 && parts[0] <= 31 && parts[1] >= 1 && parts[1] <= 31;
}

// Reads ", 2011", "2011", "of 2011" or "last year" behind a month.
void add_year(const DateWords& w, DateDraft& draft) {
  TokenIndex i = draft.at;
  if (w.word(i) == "," || w.word(i) == "of") ++i;
  TokenIndex behind = i;
  if (const auto offset = w.word(draft.at) == "," ? std::nullopt : w.year_offset(behind)) {
    draft.time.year_offset = offset;
    draft.at = behind;
    return;
  }
  const auto number = w.year(i);
  if (!number || (w.word(draft.at) == "," && w.names_many(i + 1))) return;
  const auto& zones = w.words().lexicon.zones;
  if (find(zones, w.word(i + 1)) != nullptr) return;  // "4 June, 1600 GMT"
  draft.time.year = number;
  draft.at = i + 1;
}

void close_days(TimeExpression& time, int last_day) {
  time.form = TimeForm::span_of;
  time.end_year = time.year;
  time.end_month = time.month;
  time.end_day = last_day;
}

// The day behind a month, with the end of a range: "June 6", "June 4-12", "March eighth".
bool add_day(const DateWords& w, DateDraft& draft) {
  TokenIndex behind = draft.at;
  draft.time.day = w.day(behind);
  if (draft.time.day) {
    ++behind;
  } else {
    draft.time.day = w.spoken_day(behind);
    if (w.is(behind, WordRole::part_behind_month)) draft.time.day.reset();
  }
  const bool counts = draft.time.day && w.names_many(behind) && w.word(behind) != "days";
  if (!draft.time.day || counts) {
    draft.time.day.reset();
    return false;
  }
  draft.at = behind;
  if (w.is_range_mark(draft.at) && w.day(draft.at + 1) && !w.month(draft.at + 2)) {
    const int last_day = *w.day(draft.at + 1);
    draft.at += 2;
    add_year(w, draft);
    close_days(draft.time, last_day);
    return true;
  }
  return false;
}

}  // namespace

optional<DateDraft> numeric_date(const DateWords& w, TokenIndex i) {
  DateDraft draft;
  draft.at = i + 1;
  const string_view form = w.word(i);
  if (const auto date = parse_day(form); date && form.size() == 10) {
    set(draft.time, date->year, date->month, date->day);
    return draft;
  }
  int parts[3] = {0, 0, 0};
  if (!three_numbers(form, parts)) return std::nullopt;
  if (parts[2] < 100) parts[2] += parts[2] < 50 ? 2000 : 1900;
  draft.time.year = parts[2];
  const bool day_is_second = parts[1] > 12 || parts[0] == parts[1];
  if (parts[0] > 12 && is_valid({parts[2], parts[1], parts[0]})) {
    set(draft.time, parts[2], parts[1], parts[0]);
  } else if (day_is_second && is_valid({parts[2], parts[0], parts[1]})) {
    set(draft.time, parts[2], parts[0], parts[1]);
  } else {
    draft.time.approximate = true;  // day and month cannot be told apart
  }
  return draft;
}

// "last May", "next March", "this September".
optional<DateDraft> deictic_month(const DateWords& w, TokenIndex i) {
  const TimeWord* which = time_word(w.words(), i, TimeClass::deictic);
  if (which == nullptr || !w.month(i + 1)) return std::nullopt;
  optional<DateDraft> draft = month_first_date(w, i + 1);
  if (!draft) return std::nullopt;
  draft->time.direction = which->offset;
  draft->time.past = which->offset < 0;
  draft->time.future = which->offset > 0;
  if (which->offset == 0 && !draft->time.year) draft->time.year_offset = 0;
  return draft;
}

// "6 June", "6th of June", "4-12 June", "3 and 6 June" behind "between".
optional<DateDraft> day_month_date(const DateWords& w, TokenIndex i) {
  TokenIndex at = i + 1;
  auto first_day = w.day(i);
  if (!first_day) {
    at = i;
    first_day = w.spoken_day(at);
    if (!first_day || w.word(at) != "of") return std::nullopt;
  }
  optional<int> last_day;
  const bool both = w.word(at) == "and" && w.before(i) == "between";
  if ((w.is_range_mark(at) || both) && w.day(at + 1)) {
    last_day = w.day(at + 1);
    at += 2;
  }
  if (w.word(at) == "of") ++at;
  const auto number = w.month(at);
  if (!number) return std::nullopt;
  DateDraft draft{.time = {}, .at = at + 1};
  draft.time.month = number;
  draft.time.day = first_day;
  add_year(w, draft);
  if (last_day) close_days(draft.time, *last_day);
  return draft;
}

// "June 6, 2011", "June 4-12", "June 2011", "mid-March", "June".
optional<DateDraft> month_first_date(const DateWords& w, TokenIndex i) {
  DateDraft draft{.time = {}, .at = i + 1};
  optional<int> number = w.month(i);
  if (!number && w.word(i).starts_with("mid-")) {
    const int* inner = find(w.words().lexicon.months, w.word(i).substr(4));
    if (inner == nullptr) return mid_year_date(w, i);
    number = *inner;
    draft.time.approximate = true;
    draft.time.modifier = TimeModifier::mid;
  }
  if (!number) return std::nullopt;
  draft.time.month = number;
  if (!draft.time.approximate && add_day(w, draft)) return draft;
  const TokenIndex year_at = draft.at + (w.word(draft.at) == "," ? 1 : 0);
  if (const auto spoken = w.spoken_year(year_at)) {
    draft.time.year = spoken->time.year;
    draft.at = spoken->at;
    return draft;
  }
  add_year(w, draft);
  const bool bare = !draft.time.day && !draft.time.year && !draft.time.approximate;
  // "May Day"; but "June day" is a day of the month.
  const bool day_name = w.word(i + 1) == "day" && starts_upper(w.words().written(i + 1));
  if (bare && (!w.is_plain_month(i) || day_name)) return std::nullopt;
  return draft;
}

}  // namespace counterpoint::annotation
