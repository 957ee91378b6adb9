// SPDX-License-Identifier: Apache-2.0
// From what a time expression says to an EDTF value, by the day of publication.
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "annotation/calendar.h"
#include "counterpoint/annotation.h"

namespace counterpoint {
namespace {

using annotation::Date;
using annotation::DayNumber;
using std::optional;
using std::string;

// Days between the anchor and a date within which the anchor's year beats an inferred one: the
// span of a running news story, as against a history.
constexpr DayNumber kNear = 60;

// A stretch of whole days, months or years as EDTF writes it.
struct Value {
  string from;
  string to;  // empty: `from` is the whole value
};

Value day_value(DayNumber day) {
  return {annotation::edtf_day(annotation::to_date(day)), {}};
}

Value days_value(DayNumber first, DayNumber last) {
  return {annotation::edtf_day(annotation::to_date(first)),
          annotation::edtf_day(annotation::to_date(last))};
}

// The month in which a season begins.
int first_month(std::string_view season) {
  return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
}

// The month that tells which year an expression without one belongs to.
int month_of(const TimeExpression& timex) {
  if (timex.month) return *timex.month;
  if (timex.quarter) return *timex.quarter * 3 - 2;
  return timex.season.empty() ? 1 : first_month(timex.season);
}

string part(int year, const optional<int>& month, const optional<int>& day) {
  if (month && day) return annotation::edtf_day({year, *month, *day});
  if (month) return annotation::edtf_month(year, *month);
  return annotation::edtf_year(year);
}

// How much nearer a coming date must be than the past one where no tense tells.
constexpr DayNumber kComingOdds = 2;

constexpr DayNumber kQuarter = 91;  // days

// The year, nearest to `year`, in which the stated day falls on the stated weekday.
optional<int> year_of_weekday(const TimeExpression& timex, int year) {
  if (!timex.weekday || !timex.month || !timex.day) return std::nullopt;
  for (const int candidate : {year, year - 1, year + 1}) {
    const Date date{candidate, *timex.month, *timex.day};
    if (!annotation::is_valid(date)) continue;
    if (annotation::weekday_of(annotation::to_day(date)) == *timex.weekday) return candidate;
  }
  return std::nullopt;
}

// The year for a month (and day) without one.
int nearest_year(const TimeExpression& timex, const Date& anchor) {
  const Date stated{anchor.year, month_of(timex), std::min(timex.day.value_or(1), 28)};
  const Date reference{anchor.year, anchor.month, timex.day ? std::min(anchor.day, 28) : 1};
  if (const auto year = year_of_weekday(timex, anchor.year)) return *year;
  const int next = stated < reference ? anchor.year + 1 : anchor.year;
  const int last = stated > reference ? anchor.year - 1 : anchor.year;
  if (timex.quarter && next != last) {
    // A quarter that is just over is still to be reported on.
    const DayNumber begun =
        annotation::to_day(reference) - annotation::to_day({last, stated.month, 1});
    const DayNumber coming =
        annotation::to_day({next, stated.month, 1}) - annotation::to_day(reference);
    return timex.future && coming < begun - kQuarter ? next : last;
  }
  if (timex.future) return next;
  if (timex.past || last == next) return last;
  const DayNumber today = annotation::to_day(reference);
  const DayNumber ahead = annotation::to_day({next, stated.month, stated.day}) - today;
  const DayNumber behind = today - annotation::to_day({last, stated.month, stated.day});
  const DayNumber odds = timex.bound == TimeBound::until ? 1 : kComingOdds;
  return ahead * odds < behind ? next : last;
}

optional<int> year_of(const TimeExpression& timex, const optional<Date>& anchor) {
  if (!timex.year && !anchor) return std::nullopt;
  if (!timex.year && timex.year_offset) return anchor->year + *timex.year_offset;
  if (!anchor || (timex.year && !timex.year_inferred)) return timex.year;
  const int nearest = nearest_year(timex, *anchor);
  if (!timex.year) return nearest;
  const Date near{nearest, timex.month.value_or(1), 1};
  const bool running = std::labs(annotation::to_day(near) - annotation::to_day(*anchor)) <= kNear;
  return running ? nearest : timex.year;
}

optional<Value> calendar(const TimeExpression& timex, const optional<Date>& anchor) {
  const optional<int> year = year_of(timex, anchor);
  if (!year) return std::nullopt;
  if (timex.month && timex.day && !annotation::is_valid({*year, *timex.month, *timex.day})) {
    return std::nullopt;
  }
  if (timex.decade) return Value{annotation::edtf_year(*year / 10).substr(1) + "X", {}};
  if (timex.century) return Value{annotation::edtf_year(*year / 100).substr(2) + "XX", {}};
  const auto months = [&](int first, int last) {
    return Value{annotation::edtf_month(*year, first), annotation::edtf_month(*year, last)};
  };
  if (timex.quarter) return months(*timex.quarter * 3 - 2, *timex.quarter * 3);
  if (timex.half) return months(*timex.half * 6 - 5, *timex.half * 6);
  Value value{part(*year, timex.month, timex.day), {}};
  if (timex.form != TimeForm::span_of) return value;
  int end_year = timex.end_year && !timex.year_inferred ? *timex.end_year : *year;
  const bool turns = timex.month && timex.end_month && *timex.end_month < *timex.month;
  if (turns && end_year == *year && !timex.end_year) ++end_year;
  value.to = part(end_year, timex.end_month, timex.end_day);
  if (value.to < value.from) return std::nullopt;
  return value;
}

optional<Value> weekday(const TimeExpression& timex, DayNumber anchor) {
  const int today = annotation::weekday_of(anchor);
  const int wanted = timex.weekday.value_or(today);
  const int back = (today - wanted + 7) % 7;
  DayNumber day = anchor - back;
  if (timex.direction > 0 || (timex.direction == 0 && timex.future)) {
    const int forth = (wanted - today + 7) % 7;
    day = anchor + (timex.direction > 0 && forth == 0 ? 7 : forth);
  } else if (timex.direction < 0 && back == 0) {
    day = anchor - 7;
  }
  if (!timex.end_weekday) return day_value(day);
  // "last weekend" said on a Sunday is not the one that is still going on.
  if (timex.direction < 0 && today == *timex.end_weekday && wanted != today) day -= 7;
  const DayNumber last = day + (*timex.end_weekday - wanted + 7) % 7;
  return days_value(day, last);
}

// Whole weeks, months and years counted from the anchor's own: "last week", "this month".
optional<Value> whole_unit(const TimeExpression& timex, const Date& anchor) {
  const DayNumber today = annotation::to_day(anchor);
  switch (timex.unit) {
    case TimeUnit::hour:
    case TimeUnit::day:
      return day_value(today + (timex.unit == TimeUnit::day ? timex.offset : 0));
    case TimeUnit::week: {
      const DayNumber monday = today - annotation::weekday_of(today) + 1 + 7L * timex.offset;
      return days_value(monday, monday + 6);
    }
    case TimeUnit::month: {
      const Date month = annotation::add_months({anchor.year, anchor.month, 1}, timex.offset);
      return Value{annotation::edtf_month(month.year, month.month), {}};
    }
    case TimeUnit::quarter: {
      const Date first{anchor.year, (anchor.month - 1) / 3 * 3 + 1, 1};
      const Date begin = annotation::add_months(first, 3 * timex.offset);
      const Date last = annotation::add_months(begin, 2);
      return Value{annotation::edtf_month(begin.year, begin.month),
                   annotation::edtf_month(last.year, last.month)};
    }
    case TimeUnit::year:
      return Value{annotation::edtf_year(anchor.year + timex.offset), {}};
  }
  return std::nullopt;
}

// The day so many units away: the start of "the past two weeks".
DayNumber shifted(const TimeExpression& timex, const Date& anchor) {
  const DayNumber today = annotation::to_day(anchor);
  switch (timex.unit) {
    case TimeUnit::hour: {
      const int days = (std::abs(timex.offset) + 23) / 24;
      return today + (timex.offset < 0 ? -days : days);
    }
    case TimeUnit::day:
      return today + timex.offset;
    case TimeUnit::week:
      return today + 7L * timex.offset;
    case TimeUnit::month:
      return annotation::to_day(annotation::add_months(anchor, timex.offset));
    case TimeUnit::quarter:
      return annotation::to_day(annotation::add_months(anchor, 3 * timex.offset));
    case TimeUnit::year:
      return annotation::to_day(annotation::add_months(anchor, 12 * timex.offset));
  }
  return today;
}

optional<Value> offset(const TimeExpression& timex, const Date& anchor) {
  const DayNumber today = annotation::to_day(anchor);
  if (timex.type == TimexType::duration) {
    const DayNumber other = shifted(timex, anchor);
    return other < today ? days_value(other, today) : days_value(today, other);
  }
  const bool counted = std::abs(timex.offset) > 1 && timex.unit == TimeUnit::week;
  if (counted) {
    Value value = day_value(shifted(timex, anchor));
    value.from += "~";
    return value;
  }
  return whole_unit(timex, anchor);
}

optional<Value> part_of_day(const TimeExpression& timex, DayNumber anchor) {
  if (timex.approximate) return days_value(anchor - 1, anchor);  // overnight
  return day_value(anchor + timex.offset);
}

optional<Value> unbound(const TimeExpression& timex, const optional<Date>& anchor) {
  if (timex.type == TimexType::set) return std::nullopt;
  switch (timex.form) {
    case TimeForm::calendar:
    case TimeForm::span_of:
      return calendar(timex, anchor);
    case TimeForm::vague:
      return std::nullopt;
    case TimeForm::weekday:
      return anchor ? weekday(timex, annotation::to_day(*anchor)) : std::nullopt;
    case TimeForm::offset:
      return anchor ? offset(timex, *anchor) : std::nullopt;
    case TimeForm::part_of_day:
      return anchor ? part_of_day(timex, annotation::to_day(*anchor)) : std::nullopt;
    case TimeForm::clock:
      return anchor ? optional(day_value(annotation::to_day(*anchor))) : std::nullopt;
  }
  return std::nullopt;
}

// Opens or closes the value on one side.
string bounded(const Value& value, TimeBound bound, const optional<Date>& anchor) {
  const string& last = value.to.empty() ? value.from : value.to;
  switch (bound) {
    case TimeBound::since: {
      const string end = anchor ? annotation::edtf_day(*anchor) : "..";
      return value.from + "/" + (end != ".." && end < value.from ? ".." : end);
    }
    case TimeBound::until:
      return "../" + last;
    case TimeBound::before:
      return "../" + value.from;
    case TimeBound::after:
      return last + "/..";
    case TimeBound::none:
    case TimeBound::about:
      break;
  }
  return value.to.empty() ? value.from : value.from + "/" + value.to;
}

}  // namespace

optional<string> resolve(const TimeExpression& timex, std::string_view anchor) {
  const optional<Date> day = annotation::parse_day(anchor);
  optional<Value> value = unbound(timex, day);
  if (!value) return std::nullopt;
  const bool about = timex.approximate && timex.form != TimeForm::part_of_day;
  if (about && !value->from.ends_with("~")) value->from += "~";
  if (about && !value->to.empty()) value->to += "~";
  if (timex.type == TimexType::duration) return bounded(*value, TimeBound::none, day);
  return bounded(*value, timex.bound, day);
}

}  // namespace counterpoint
