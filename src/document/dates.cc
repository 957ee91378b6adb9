// SPDX-License-Identifier: Apache-2.0
#include "document/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace counterpoint {
namespace {

std::optional<int> to_int(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

int day_of(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ending)) word.remove_suffix(2);
  }
  if (word.empty() || word.size() > 2) return 0;
  const int day = to_int(word).value_or(0);
  return day <= 31 ? day : 0;
}

// Four digits, or two as in agency datelines of the last century.
int year_of(std::string_view word) {
  if (is_year(word)) return to_int(word).value_or(0);
  if (word.size() != 2 || !is_number(word)) return 0;
  const int two = to_int(word).value_or(0);
  return two >= 50 ? 1900 + two : 0;
}

class DateFinder {
 public:
  DateFinder(const std::vector<Word>& words, const PhraseBook& book) : words_(words), book_(book) {}

  [[nodiscard]] std::optional<FoundDate> at(std::size_t first) const {
    if (auto iso = iso_date(first)) return iso;
    std::size_t at = first;
    if (int day = day_of(words_[at].lower); day > 0) {
      at = next(at);
      const int month = month_at(at);
      const int year = month > 0 ? year_at(next(at)) : 0;
      if (year > 0) return FoundDate{year, month, day, first, next(at) + 1};
    } else if (const int month = month_at(at); month > 0) {
      at = next(at);
      day = at < words_.size() ? day_of(words_[at].lower) : 0;
      const int year = day > 0 ? year_at(next(at)) : 0;
      if (year > 999 && is_year(words_[next(at)].lower)) {
        return FoundDate{year, month, day, first, next(at) + 1};
      }
    }
    return std::nullopt;
  }

 private:
  // The next word, past commas and the stop of "Dec.".
  [[nodiscard]] std::size_t next(std::size_t at) const {
    ++at;
    while (at < words_.size() && (words_[at].lower == "," || words_[at].lower == ".")) ++at;
    return at;
  }

  [[nodiscard]] int month_at(std::size_t at) const {
    return at < words_.size() ? book_.number_of("month", words_[at].lower) : 0;
  }

  [[nodiscard]] int year_at(std::size_t at) const {
    return at < words_.size() ? year_of(words_[at].lower) : 0;
  }

  [[nodiscard]] std::optional<FoundDate> iso_date(std::size_t at) const {
    const std::string_view word = words_[at].lower;
    if (word.size() < 10 || word[4] != '-' || word[7] != '-' || !is_year(word.substr(0, 4))) {
      return std::nullopt;
    }
    const auto month = to_int(word.substr(5, 2)), day = to_int(word.substr(8, 2));
    if (!month || !day || *month < 1 || *month > 12 || *day < 1) return std::nullopt;
    return FoundDate{*to_int(word.substr(0, 4)), *month, *day, at, at + 1};
  }

  const std::vector<Word>& words_;
  const PhraseBook& book_;
};

int month_by_english_name(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kMonths{
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (name.starts_with(kMonths[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

}  // namespace

std::vector<FoundDate> find_dates(const std::vector<Word>& words, const PhraseBook& book) {
  std::vector<FoundDate> dates;
  const DateFinder finder(words, book);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].is_word) continue;
    if (auto date = finder.at(i); date && !edtf_of(date->year, date->month, date->day).empty()) {
      dates.push_back(*date);
      i = date->last_word - 1;
    }
  }
  return dates;
}

std::string edtf_of(int year, int month, int day) {
  static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return {};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (day > kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0)) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string edtf_from_metadata(std::string_view value) {
  const auto number = [&value](std::size_t at, std::size_t length) {
    return at + length <= value.size() ? to_int(value.substr(at, length)).value_or(0) : 0;
  };
  if (value.size() >= 10 && value[4] == '-' && value[7] == '-') {
    return edtf_of(number(0, 4), number(5, 2), number(8, 2));
  }
  if (value.size() == 8 && is_number(value))
    return edtf_of(number(0, 4), number(4, 2), number(6, 2));
  // "Tue, 07 Jun 2011 18:31:00 GMT", "June 7, 2011", "7 June 2011".
  int year = 0, month = 0, day = 0;
  for (const Word& word : split_words(value)) {
    if (year == 0 && is_year(word.lower)) year = to_int(word.lower).value_or(0);
    if (month == 0 && word.lower.size() >= 3) month = month_by_english_name(word.lower);
    if (day == 0) day = day_of(word.lower);
  }
  return edtf_of(year, month, day);
}

}  // namespace counterpoint
