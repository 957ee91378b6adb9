// SPDX-License-Identifier: Apache-2.0
#include "annotation/calendar.h"

#include <chrono>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day ymd(const Date& date) {
  return chrono::year{date.year} / chrono::month{static_cast<unsigned>(date.month)} /
         chrono::day{static_cast<unsigned>(date.day)};
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

}  // namespace

DayNumber to_day(const Date& date) {
  return chrono::sys_days{ymd(date)}.time_since_epoch().count();
}

Date to_date(DayNumber day) {
  const chrono::year_month_day value{chrono::sys_days{chrono::days{day}}};
  return {static_cast<int>(value.year()), static_cast<int>(static_cast<unsigned>(value.month())),
          static_cast<int>(static_cast<unsigned>(value.day()))};
}

int weekday_of(DayNumber day) {
  return static_cast<int>(chrono::weekday{chrono::sys_days{chrono::days{day}}}.iso_encoding());
}

int days_in_month(int year, int month) {
  const chrono::year_month_day_last last =
      chrono::year{year} / chrono::month{static_cast<unsigned>(month)} / chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

bool is_valid(const Date& date) {
  return date.year > 0 && date.year < 10000 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

Date add_months(Date date, int months) {
  const int total = date.year * 12 + (date.month - 1) + months;
  date.year = total / 12;
  date.month = total % 12 + 1;
  date.day = std::min(date.day, days_in_month(date.year, date.month));
  return date;
}

std::optional<Date> parse_day(std::string_view edtf) {
  if (edtf.size() < 10 || edtf[4] != '-' || edtf[7] != '-') return std::nullopt;
  if (edtf.size() > 10 && edtf[10] != 'T' && edtf[10] != '~' && edtf[10] != '?')
    return std::nullopt;
  if (!all_digits(edtf.substr(0, 4)) || !all_digits(edtf.substr(5, 2)) ||
      !all_digits(edtf.substr(8, 2))) {
    return std::nullopt;
  }
  const Date date{std::stoi(std::string(edtf.substr(0, 4))),
                  std::stoi(std::string(edtf.substr(5, 2))),
                  std::stoi(std::string(edtf.substr(8, 2)))};
  if (!is_valid(date)) return std::nullopt;
  return date;
}

std::string edtf_day(const Date& date) {
  return edtf_month(date.year, date.month) + "-" + padded(date.day, 2);
}

std::string edtf_month(int year, int month) {
  return edtf_year(year) + "-" + padded(month, 2);
}

std::string edtf_year(int year) {
  return padded(year, 4);
}

std::string edtf_days(const Date& a, const Date& b) {
  return edtf_day(a) + "/" + edtf_day(b);
}

}  // namespace counterpoint::annotation
