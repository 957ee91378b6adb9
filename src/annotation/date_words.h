// SPDX-License-Identifier: Apache-2.0
// Single words of calendar dates, as one sentence has them.
#pragma once

#include <optional>
#include <string_view>

#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// A date as far as it has been read; `at` is the token behind it.
struct DateDraft {
  TimeExpression time;
  TokenIndex at = 0;
};

// The words of the sentence that ends before `end`. Holds a reference to `words`.
class DateWords {
 public:
  DateWords(const Words& words, TokenIndex end) : words_(words), end_(end) {}

  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] TokenIndex end() const { return end_; }
  // The folded word at i; empty behind the sentence.
  [[nodiscard]] std::string_view word(TokenIndex i) const {
    return i < end_ ? words_.at(i) : std::string_view{};
  }
  // Whether the word at i, before the end of the sentence, plays the part.
  [[nodiscard]] bool is(TokenIndex i, WordRole role) const {
    return words_.lexicon.roles.has(word(i), role);
  }
  [[nodiscard]] std::string_view before(TokenIndex i) const { return words_.at(i - 1); }

  // The month named at i, by a word with a capital letter.
  [[nodiscard]] std::optional<int> month(TokenIndex i) const;
  // Whether the month at i can stand without day or year: "may" and "march" must be no verbs.
  [[nodiscard]] bool is_plain_month(TokenIndex i) const;
  // "6", "6th" as a day of the month.
  [[nodiscard]] std::optional<int> day(TokenIndex i) const;
  // "sixth", "twenty-first" behind a month, as broadcasts are written down; `at` moves behind it.
  [[nodiscard]] std::optional<int> spoken_day(TokenIndex& at) const;
  // Four digits that can be a year.
  [[nodiscard]] std::optional<int> year(TokenIndex i) const;
  // "nineteen ninety-six", "two thousand four", "nineteen hundred".
  [[nodiscard]] std::optional<DateDraft> spoken_year(TokenIndex i) const;
  // "this year", "last year": years from the anchor's own, and in `at` the token behind.
  [[nodiscard]] std::optional<int> year_offset(TokenIndex& at) const;

  // The hundreds of a year that begins with this word: 1900 of "nineteen".
  [[nodiscard]] std::optional<int> spoken_century(TokenIndex i) const;
  [[nodiscard]] bool is_range_mark(TokenIndex i) const;
  [[nodiscard]] bool has_four_digits(TokenIndex i) const;
  // A plural noun: "In June, 2000 people" is a count, not the year.
  [[nodiscard]] bool names_many(TokenIndex i) const;

 private:
  const Words& words_;
  TokenIndex end_;
};

// The token behind "year-ago" or "year-earlier" at i; i itself where neither stands there.
[[nodiscard]] TokenIndex behind_year_ago(const DateWords& words, TokenIndex i);

// The kinds of dates, each beginning at token i.
[[nodiscard]] std::optional<DateDraft> numeric_date(const DateWords& words, TokenIndex i);
[[nodiscard]] std::optional<DateDraft> day_month_date(const DateWords& words, TokenIndex i);
[[nodiscard]] std::optional<DateDraft> month_first_date(const DateWords& words, TokenIndex i);
[[nodiscard]] std::optional<DateDraft> deictic_month(const DateWords& words, TokenIndex i);
[[nodiscard]] std::optional<DateDraft> decade_date(const DateWords& words, TokenIndex i);
[[nodiscard]] std::optional<DateDraft> century_date(const DateWords& words, TokenIndex i);
[[nodiscard]] std::optional<DateDraft> season_date(const DateWords& words, TokenIndex i);
[[nodiscard]] std::optional<DateDraft> mid_year_date(const DateWords& words, TokenIndex i);
[[nodiscard]] std::optional<DateDraft> year_alone(const DateWords& words, TokenIndex i);

}  // namespace counterpoint::annotation
