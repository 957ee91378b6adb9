// SPDX-License-Identifier: Apache-2.0
// What time expressions take over from earlier ones of their text.
#include "annotation/times.h"

namespace counterpoint::annotation {
namespace {

using std::optional;

// Whether other expressions can be counted from this one.
bool is_date(const TimeExpression& time) {
  if (time.type == TimexType::duration || time.type == TimexType::set) return false;
  return time.form == TimeForm::calendar || time.form == TimeForm::weekday ||
         time.form == TimeForm::offset || time.in_text;
}

bool is_quarter(const TimeExpression& time) {
  return time.form == TimeForm::calendar && time.quarter.has_value();
}

bool is_shorter_than_quarter(TimeUnit unit) {
  return unit == TimeUnit::day || unit == TimeUnit::week || unit == TimeUnit::hour;
}

// "the nine months": what is counted behind it is counted in years.
bool is_long_period(const TimeExpression& time) {
  return time.type == TimexType::duration && time.unit == TimeUnit::month && time.offset >= 6;
}

// Bytes between "the quarter" and the date in "the quarter ended Sept. 30".
constexpr std::uint32_t kEnded = 10;

std::int32_t antecedent_of(const std::vector<TimeExpression>& times, std::size_t i,
                           std::int32_t date, std::int32_t quarter) {
  const TimeExpression& time = times[i];
  if (time.form == TimeForm::offset) return time.offset == -1 ? quarter : -1;  // "a year ago"
  if (time.unit == TimeUnit::quarter && time.offset == 0 && i + 1 < times.size()) {
    const TimeExpression& next = times[i + 1];
    const bool ended = next.span.begin - time.span.end <= kEnded && next.span.begin > time.span.end;
    if (ended && next.form == TimeForm::calendar && next.day) {
      return static_cast<std::int32_t>(i + 1);
    }
  }
  if (is_shorter_than_quarter(time.unit) || time.weekday) return date;
  const bool of_quarters = time.unit == TimeUnit::quarter || time.unit == TimeUnit::year;
  return of_quarters && quarter >= 0 ? quarter : date;
}

}  // namespace

void propagate_years(std::vector<TimeExpression>& times) {
  optional<int> year;
  for (TimeExpression& time : times) {
    const bool dated = time.form == TimeForm::calendar || time.form == TimeForm::span_of;
    if (!dated) continue;
    if (time.year && time.month && !time.year_inferred) {
      year = time.end_year ? time.end_year : time.year;
    } else if (!time.year && time.month && year) {
      time.year = year;
      time.year_inferred = true;
      if (time.form == TimeForm::span_of) time.end_year = year;
    }
  }
}

void link_antecedents(std::vector<TimeExpression>& times) {
  std::int32_t date = -1;
  std::int32_t quarter = -1;
  for (std::size_t i = 0; i < times.size(); ++i) {
    TimeExpression& time = times[i];
    if (time.in_text) time.antecedent = antecedent_of(times, i, date, quarter);
    const auto index = static_cast<std::int32_t>(i);
    if (is_quarter(time)) quarter = index;
    if (is_long_period(time)) quarter = -1;
    if (is_date(time)) date = index;
  }
}

}  // namespace counterpoint::annotation
