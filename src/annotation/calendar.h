// SPDX-License-Identifier: Apache-2.0
// Days of the Gregorian calendar and how EDTF writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace counterpoint::annotation {

// Days since 1970-01-01.
using DayNumber = long;

struct Date {
  int year = 0;
  int month = 1;
  int day = 1;

  friend auto operator<=>(const Date&, const Date&) = default;
};

[[nodiscard]] DayNumber to_day(const Date& date);
[[nodiscard]] Date to_date(DayNumber day);
[[nodiscard]] int weekday_of(DayNumber day);  // 1 Monday .. 7 Sunday
[[nodiscard]] int days_in_month(int year, int month);
[[nodiscard]] bool is_valid(const Date& date);
// The date `months` later, on the last day of the month where the day does not exist.
[[nodiscard]] Date add_months(Date date, int months);

// "2011-06-06", also as the beginning of "2011-06-06T16:00Z"; nullopt for anything else.
[[nodiscard]] std::optional<Date> parse_day(std::string_view edtf);

[[nodiscard]] std::string edtf_day(const Date& date);               // 2011-06-06
[[nodiscard]] std::string edtf_month(int year, int month);          // 2011-06
[[nodiscard]] std::string edtf_year(int year);                      // 2011
[[nodiscard]] std::string edtf_days(const Date& a, const Date& b);  // 2011-06-04/2011-06-12

}  // namespace counterpoint::annotation
