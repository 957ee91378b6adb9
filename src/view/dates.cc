// SPDX-License-Identifier: Apache-2.0
// EDTF in the words people use. The report's web app has the same in model/edtf.ts.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "view/words.h"

namespace counterpoint::view {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

struct Point {
  std::string year, month, day, clock;
  bool about = false;
};

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string year_words(std::string_view year) {
  if (year.ends_with("XX")) return fmt::format("the {}00s", year.substr(0, 2));
  if (year.ends_with("X")) return fmt::format("the {}0s", year.substr(0, 3));
  return std::string(year);
}

std::optional<Point> read_point(std::string text) {
  Point point;
  point.about = text.find_first_of("~?%") != std::string::npos;
  std::erase_if(text, [](char c) { return c == '~' || c == '?' || c == '%'; });
  const std::size_t clock = text.find('T');
  if (clock != std::string::npos) {
    point.clock = text.substr(clock + 1, 5);
    text.resize(clock);
  }
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  point.year = text.substr(0, 4);
  if (text.size() == 4) return point;
  const int month = number_of(text.substr(5, 2));
  if (text[4] != '-' || month < 1 || month > 12) return std::nullopt;
  point.month = kMonths[static_cast<std::size_t>(month - 1)];
  if (text.size() == 7) return point;
  const int day = number_of(text.substr(8, 2));
  if (text[7] != '-' || day < 1 || day > 31) return std::nullopt;
  point.day = fmt::format("{}", day);
  return point;
}

std::string joined(std::initializer_list<std::string> parts) {
  std::string line;
  for (const std::string& part : parts) {
    if (!part.empty()) line += (line.empty() ? "" : " ") + part;
  }
  return line;
}

std::string point_words(const Point& point) {
  return joined(
      {point.about ? "about" : "", point.day, point.month, year_words(point.year), point.clock});
}

std::string range_words(Point from, const Point& to) {
  if (from.year == to.year && !from.month.empty() && !from.about) {
    if (from.month == to.month && !from.day.empty()) from.month.clear();
    from.year.clear();
  }
  return point_words(from) + " to " + point_words(to);
}

bool is_open(std::string_view end) {
  return end.empty() || end == "..";
}

}  // namespace

std::string time_words(const std::string& edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash == std::string::npos) {
    const auto point = read_point(edtf);
    return point ? point_words(*point) : edtf;
  }
  const std::string left = edtf.substr(0, slash), right = edtf.substr(slash + 1);
  const auto from = read_point(left), to = read_point(right);
  if (is_open(left) && to) return "until " + point_words(*to);
  if (is_open(right) && from) return "from " + point_words(*from);
  if (!from || !to) return edtf;
  return left == right ? point_words(*to) : range_words(*from, *to);
}

std::string time_key(const std::string& edtf) {
  if (edtf.empty()) return "~";
  const std::size_t slash = std::min(edtf.find('/'), edtf.size());
  std::string start = edtf.substr(0, slash);
  if (is_open(start) && slash < edtf.size()) start = edtf.substr(slash + 1);
  std::erase_if(start, [](char c) { return c == '~' || c == '?' || c == '%'; });
  std::replace(start.begin(), start.end(), 'X', '0');
  return start;
}

}  // namespace counterpoint::view
