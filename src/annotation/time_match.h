// SPDX-License-Identifier: Apache-2.0
// The families of time expressions; each function reads one that begins exactly at token `i`, in
// the sentence that ends before `end`.
#pragma once

#include <optional>
#include <string>

#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

struct TimeMatch {
  TimeExpression time;  // span, bound and governor are filled by find_times
  TokenIndex first = 0;
  TokenIndex last = 0;  // half-open
};

// "6 June 2011", "June 6", "Tue Apr 28, 2009", "mid-March", "the 1980s", "1979-1982",
// "4-12 June 2011", "2011-06-06", "July last year", "the 19th century", "last fall".
[[nodiscard]] std::optional<TimeMatch> calendar_at(const Words& words, TokenIndex i,
                                                   TokenIndex end);
// "Christmas Eve", "Ramadan".
[[nodiscard]] std::optional<TimeMatch> feast_at(const Words& words, TokenIndex i, TokenIndex end);
// "the third quarter", "last year's first half", "the fiscal year", "fiscal 2011".
[[nodiscard]] std::optional<TimeMatch> period_at(const Words& words, TokenIndex i, TokenIndex end);
// "a year earlier", "the year-ago period", "the following day", "the latest quarter": counted from
// a time in the text.
[[nodiscard]] std::optional<TimeMatch> in_text_at(const Words& words, TokenIndex i, TokenIndex end);
// "Monday night", "early on Tuesday", "last Friday", "the weekend".
[[nodiscard]] std::optional<TimeMatch> weekday_at(const Words& words, TokenIndex i, TokenIndex end);
// "yesterday", "this afternoon", "overnight", "earlier this month", "two days ago",
// "the past 24 hours".
[[nodiscard]] std::optional<TimeMatch> relative_at(const Words& words, TokenIndex i,
                                                   TokenIndex end);
// "recently", "now", "in recent days", "the future".
[[nodiscard]] std::optional<TimeMatch> reference_at(const Words& words, TokenIndex i,
                                                    TokenIndex end);
// "1600 GMT", "12:49 am BST", "5pm".
[[nodiscard]] std::optional<TimeMatch> clock_at(const Words& words, TokenIndex i, TokenIndex end);
// "45 minutes", "two and a half months", "the first nine months".
[[nodiscard]] std::optional<TimeMatch> length_at(const Words& words, TokenIndex i, TokenIndex end);
// "every day", "each Thursday", "daily".
[[nodiscard]] std::optional<TimeMatch> repeated_at(const Words& words, TokenIndex i,
                                                   TokenIndex end);

// Number and unit: "two days", "a few weeks", "2 1/2 years", "30-year", "years".
struct UnitCount {
  int count = 0;  // in units of `unit.unit`, rounded
  bool vague = false;
  UnitOfTime unit;
  std::string length;  // as TimeExpression::length
  TokenIndex last = 0;
};
// A bare unit counts as a vague number of them.
[[nodiscard]] std::optional<UnitCount> counted_unit(const Words& words, TokenIndex i,
                                                    TokenIndex end);

// So many units as TimeExpression::length writes them: "P3D", "PT24H", "P2Y6M", "PXW".
[[nodiscard]] std::string iso_length(double count, bool vague, const UnitOfTime& unit);

// Whether word i has the class in the pack.
[[nodiscard]] inline const TimeWord* time_word(const Words& words, TokenIndex i, TimeClass kind) {
  return find_time_word(words.lexicon, words.at(i), kind);
}

// Joins the time of day behind a day to it: "at 1600 GMT", ", 18:45".
void add_clock(const Words& words, TokenIndex end, TimeMatch& match);

// The part of a period that a word such as "early" takes.
[[nodiscard]] TimeModifier part_taken(const Words& words, TokenIndex i);

// Where the expression's part of the day stands at token `i` ("night"), its sign goes into `time`.
bool add_daypart(const Words& words, TokenIndex i, TokenIndex end, TimeExpression& time);

}  // namespace counterpoint::annotation
