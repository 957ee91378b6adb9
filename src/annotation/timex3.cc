// SPDX-License-Identifier: Apache-2.0
#include "annotation/timex3.h"

#include <optional>

#include "annotation/calendar.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string;

// How deep "a year earlier" may be counted from what is itself counted from something.
constexpr int kDepth = 4;

string type_name(TimexType type) {
  switch (type) {
    case TimexType::date:
      return "DATE";
    case TimexType::time:
      return "TIME";
    case TimexType::duration:
      return "DURATION";
    case TimexType::set:
      return "SET";
  }
  return "DATE";
}

string mod_name(const TimeExpression& time) {
  switch (time.modifier) {
    case TimeModifier::start:
      return "START";
    case TimeModifier::mid:
      return "MID";
    case TimeModifier::end:
      return "END";
    case TimeModifier::more_than:
      return "MORE_THAN";
    case TimeModifier::less_than:
      return "LESS_THAN";
    case TimeModifier::at_least:
      return "EQUAL_OR_MORE";
    case TimeModifier::at_most:
      return "EQUAL_OR_LESS";
    case TimeModifier::none:
      break;
  }
  return time.approximate && time.season.empty() && time.day_part != "NI" ? "APPROX" : "";
}

// "1998-W07" of the week that holds the day.
string iso_week(DayNumber day) {
  const DayNumber thursday = day - weekday_of(day) + 4;
  const int year = to_date(thursday).year;
  const int week = static_cast<int>((thursday - to_day({year, 1, 1})) / 7) + 1;
  return edtf_year(year) + "-W" + (week < 10 ? "0" : "") + std::to_string(week);
}

string quarter_value(int year, int quarter) {
  return edtf_year(year) + "-Q" + std::to_string(quarter);
}

// The value of the unit that holds `date`, `offset` units on.
string unit_value(const TimeExpression& time, Date date) {
  const DayNumber day = to_day(date);
  switch (time.unit) {
    case TimeUnit::hour:
      return edtf_day(date);
    case TimeUnit::day:
      return edtf_day(to_date(day + time.offset));
    case TimeUnit::week:
      return iso_week(day + 7L * time.offset);
    case TimeUnit::month:
      date = add_months(date, time.offset);
      return edtf_month(date.year, date.month);
    case TimeUnit::quarter:
      date = add_months(date, 3 * time.offset);
      return quarter_value(date.year, (date.month + 2) / 3);
    case TimeUnit::year:
      break;
  }
  const string year = edtf_year(date.year + time.offset);
  if (time.decade) return year.substr(0, 3);
  return time.century ? year.substr(0, 2) : year;
}

// "T17:00" without its zone, or "TNI".
string time_of_day(const TimeExpression& time) {
  if (!time.clock.empty()) return time.clock.substr(0, 6);
  return time.day_part.empty() ? "" : "T" + time.day_part;
}

// The first day of a TIMEX3 date: "1998", "1998-02", "1998-02-19", "1998-Q1", "1998-W07".
optional<Date> first_day(const string& value) {
  if (value.size() < 4 || value.find('X') != string::npos || value[0] < '0' || value[0] > '9') {
    return std::nullopt;
  }
  if (const auto day = parse_day(value.substr(0, 10))) return day;
  const int year = std::stoi(value.substr(0, 4));
  if (value.size() < 7) return Date{year, 1, 1};
  if (value[5] == 'Q') return Date{year, (value[6] - '0') * 3 - 2, 1};
  if (value[5] == 'W' && value.size() >= 8) {
    const DayNumber fourth = to_day({year, 1, 4});
    return to_date(fourth - weekday_of(fourth) + 1 + 7L * (std::stoi(value.substr(6, 2)) - 1));
  }
  if (value[5] < '0' || value[5] > '9') return Date{year, 1, 1};
  return Date{year, std::stoi(value.substr(5, 2)), 1};
}

class Writer {
 public:
  Writer(const std::vector<TimeExpression>& times, std::string_view anchor)
      : times_(times), anchor_text_(anchor), anchor_(parse_day(anchor)) {}

  string value(const TimeExpression& time, int depth) const {
    if (time.type == TimexType::set) return set_value(time);
    if (time.type == TimexType::duration) return time.length.empty() ? "PXX" : time.length;
    if (time.reference != TimeReference::none) return reference_value(time.reference);
    if (time.in_text) return in_text_value(time, depth);
    switch (time.form) {
      case TimeForm::calendar:
      case TimeForm::span_of:
        return calendar_value(time);
      case TimeForm::weekday:
        return weekday_value(time);
      case TimeForm::offset:
        return anchor_ ? unit_value(time, *anchor_) + time_of_day(time) : unknown(time);
      case TimeForm::part_of_day:
        return part_of_day_value(time);
      case TimeForm::clock:
        return (anchor_ ? edtf_day(*anchor_) : "XXXX-XX-XX") + time_of_day(time);
      case TimeForm::vague:  // "the year"; a feast that moves
        if (time.month) return calendar_value(dated(time));
        if (time.unit != TimeUnit::day && anchor_) return unit_value(time, *anchor_);
        break;
    }
    return "XXXX-XX-XX";
  }

 private:
  static string set_value(const TimeExpression& time) {
    const string part = time.day_part.empty() ? "" : "T" + time.day_part;
    if (time.weekday) return "XXXX-WXX-" + std::to_string(*time.weekday) + part;
    if (time.month) return "XXXX-" + edtf_month(0, *time.month).substr(5);
    if (!part.empty()) return "XXXX-XX-XX" + part;
    return time.length.empty() ? "PXX" : time.length;
  }

  static TimeExpression dated(TimeExpression time) {
    time.form = TimeForm::calendar;
    return time;
  }

  static string reference_value(TimeReference reference) {
    return reference == TimeReference::past      ? "PAST_REF"
           : reference == TimeReference::present ? "PRESENT_REF"
                                                 : "FUTURE_REF";
  }

  static string unknown(const TimeExpression& time) {
    switch (time.unit) {
      case TimeUnit::week:
        return "XXXX-WXX";
      case TimeUnit::month:
        return "XXXX-XX";
      case TimeUnit::quarter:
        return "XXXX-QX";
      case TimeUnit::year:
        return "XXXX";
      default:
        return "XXXX-XX-XX";
    }
  }

  // What resolve() says of the days, without bound and doubt.
  optional<string> day_of(TimeExpression time) const {
    time.bound = TimeBound::none;
    time.approximate = false;
    auto edtf = resolve(time, anchor_text_);
    if (edtf) edtf = edtf->substr(0, edtf->find('/'));
    return edtf;
  }

  string calendar_value(const TimeExpression& time) const {
    string year = "XXXX";
    TimeExpression whole = time;
    if (!time.season.empty()) whole.month = season_month(time.season);
    if (const auto day = day_of(whole)) {
      if (time.decade) return day->substr(0, 3);
      if (time.century) return day->substr(0, 2);
      const bool plain = !time.quarter && !time.half && time.season.empty();
      if (plain) return *day + time_of_day(time);
      year = day->substr(0, 4);
    }
    if (time.quarter) return year + "-Q" + std::to_string(*time.quarter);
    if (time.half) return year + "-H" + std::to_string(*time.half);
    if (!time.season.empty()) return year + "-" + time.season;
    if (time.month && time.day) return edtf_day({0, *time.month, *time.day}).replace(0, 4, year);
    if (time.month) return edtf_month(0, *time.month).replace(0, 4, year);
    return year;
  }

  static int season_month(const string& season) {
    return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
  }

  string weekday_value(const TimeExpression& time) const {
    const auto day = day_of(time);
    if (time.end_weekday) {
      const auto first = day ? parse_day(*day) : std::nullopt;
      return first ? iso_week(to_day(*first)) + "-WE" : "XXXX-WXX-WE";
    }
    if (!day) return "XXXX-WXX-" + std::to_string(time.weekday.value_or(1)) + time_of_day(time);
    return *day + time_of_day(time);
  }

  string part_of_day_value(const TimeExpression& time) const {
    if (!anchor_) return "XXXX-XX-XX" + time_of_day(time);
    return edtf_day(to_date(to_day(*anchor_) + time.offset)) + time_of_day(time);
  }

  string in_text_value(const TimeExpression& time, int depth) const {
    optional<Date> from = anchor_;
    bool of_quarter = false;
    bool found = false;
    bool ended = false;
    if (time.antecedent >= 0 && depth < kDepth) {
      const TimeExpression& other = times_[static_cast<std::size_t>(time.antecedent)];
      const string base = value(other, depth + 1);
      if (const auto day = first_day(base)) {
        from = day;
        found = true;
        of_quarter = base.find("-Q") != string::npos;
        ended = &other > &time;  // "the quarter ended Sept. 30"
      }
    }
    if (time.year) {
      return of_quarter ? quarter_value(*time.year, (from->month + 2) / 3) : edtf_year(*time.year);
    }
    if (!from) return unknown(time);
    if (time.weekday) return weekday_from(time, *from);
    if (!time.day_part.empty()) return unit_value(time, *from) + time_of_day(time);
    if (time.unit == TimeUnit::quarter && !of_quarter && !ended) {
      // Without a quarter to go back to it is the last one that was over at publication.
      if (!anchor_) return unknown(time);
      return unit_value(time, add_months(*anchor_, -3));
    }
    if (time.unit == TimeUnit::year && of_quarter && time.offset != 0) {
      return quarter_value(from->year + time.offset, (from->month + 2) / 3);
    }
    // A period that the text speaks of without naming it is that of its publication.
    if (!found && time.offset == 0) return unit_value(time, *anchor_);
    return unit_value(time, *from);
  }

  static string weekday_from(const TimeExpression& time, const Date& from) {
    const DayNumber start = to_day(from);
    const int back = (weekday_of(start) - *time.weekday + 7) % 7;
    if (time.offset > 0) return edtf_day(to_date(start + (back == 0 ? 7 : 7 - back)));
    if (time.offset < 0) return edtf_day(to_date(start - (back == 0 ? 7 : back)));
    return edtf_day(to_date(start - back));
  }

  const std::vector<TimeExpression>& times_;
  std::string_view anchor_text_;
  optional<Date> anchor_;
};

}  // namespace

Timex3 timex3(const std::vector<TimeExpression>& times, std::size_t index,
              std::string_view anchor) {
  const TimeExpression& time = times[index];
  return {type_name(time.type), Writer(times, anchor).value(time, 0), mod_name(time)};
}

}  // namespace counterpoint::annotation
