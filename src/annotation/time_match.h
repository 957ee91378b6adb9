// SPDX-License-Identifier: Apache-2.0
// The families of time expressions; each function reads one that begins exactly at token `i`.
#pragma once

#include <optional>

#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

struct TimeMatch {
  TimeExpression time;  // span, bound and governor are filled by find_times
  TokenIndex first = 0;
  TokenIndex last = 0;  // half-open
};

// "6 June 2011", "June 6", "Tue Apr 28, 2009", "mid-March", "the 1980s", "1979-1982",
// "4-12 June 2011", "2011-06-06".
[[nodiscard]] std::optional<TimeMatch> calendar_at(const Words& words, TokenIndex i,
                                                   TokenIndex end);
// "Monday night", "early on Tuesday", "last Friday", "the weekend".
[[nodiscard]] std::optional<TimeMatch> weekday_at(const Words& words, TokenIndex i, TokenIndex end);
// "yesterday", "this afternoon", "overnight", "earlier this month", "two days ago",
// "the past 24 hours", "recently".
[[nodiscard]] std::optional<TimeMatch> relative_at(const Words& words, TokenIndex i,
                                                   TokenIndex end);
// "1600 GMT", "12:49 am BST", "5pm".
[[nodiscard]] std::optional<TimeMatch> clock_at(const Words& words, TokenIndex i, TokenIndex end);
// "45 minutes", "two and a half month"; "every day", "daily".
[[nodiscard]] std::optional<TimeMatch> length_at(const Words& words, TokenIndex i, TokenIndex end);

// Whether word i has the class in the pack.
[[nodiscard]] inline const TimeWord* time_word(const Words& words, TokenIndex i, TimeClass kind) {
  return find_time_word(words.lexicon, words.at(i), kind);
}

}  // namespace counterpoint::annotation
