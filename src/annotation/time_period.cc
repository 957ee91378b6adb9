// SPDX-License-Identifier: Apache-2.0
// Quarters, halves and fiscal years.
#include <algorithm>

#include "annotation/chars.h"
#include "annotation/date_words.h"
#include "annotation/numbers.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

// What stands before "third quarter": "fiscal", "1988", "last year's", "year-earlier".
void read_lead(const DateWords& w, DateDraft& draft) {
  TokenIndex& at = draft.at;
  if (w.word(at) == "fiscal") ++at;
  if (const auto year = w.year(at)) {
    draft.time.year = year;
    ++at;
    if (w.word(at) == "'s") ++at;
  } else if (const TokenIndex behind = behind_year_ago(w, at); behind > at) {
    draft.time.year_offset = -1;
    at = behind;
  } else {
    TokenIndex probe = at;
    const auto offset = w.year_offset(probe);
    if (offset && (w.word(probe) == "'s" || w.word(probe) == "'")) {
      draft.time.year_offset = offset;
      at = probe + 1;
    } else if (const TimeWord* which = time_word(w.words(), at, TimeClass::in_text);
               which != nullptr && at + 1 < w.end()) {
      if (which->offset < 0) draft.time.year_offset = -1;
      ++at;
    }
  }
  if (w.word(at) == "fiscal") ++at;
}

// The rank before "quarter" and "half": 1..4, 5 for "last" and "final".
int rank_at(const DateWords& w, TokenIndex& at) {
  if (time_word(w.words(), at, TimeClass::one) != nullptr) return 0;
  if (w.is(at, WordRole::last_part)) return ++at, 5;
  const auto number = at < w.end() ? number_at(w.words(), at, w.end()) : std::nullopt;
  const bool ranks = number && number->value >= 1 && number->value <= 4;
  const bool rank = ranks && number->ordinal;
  if (!rank) return 0;
  at = number->last;
  return static_cast<int>(number->value);
}

// "of 1984", "of fiscal 1990", "of last year", "1990" behind a quarter; false where none is there.
bool read_year_behind(const DateWords& w, DateDraft& draft) {
  TokenIndex at = draft.at;
  if (w.word(at) == "of" || w.word(at) == ",") ++at;
  const bool of = w.word(draft.at) == "of";
  if (of && w.word(at) == "the") ++at;
  if (w.word(at) == "fiscal") ++at;
  if (of && w.word(at) == "year" && w.word(at + 1) != "'s") {
    const auto year = w.year(at + 1);
    if (year) draft.time.year = year;
    draft.at = at + (year ? 2 : 1);
    return true;
  }
  if (const auto year = w.year(at)) {
    if (w.word(draft.at) == "," && w.names_many(at + 1)) return false;
    draft.time.year = year;
    draft.at = at + 1;
    return true;
  }
  if (const auto decade = of ? decade_date(w, at) : std::nullopt) {
    draft.time.decade = true;
    draft.time.year = decade->time.year;
    draft.at = decade->at;
    return true;
  }
  const auto offset = w.year_offset(at);
  if (!offset) return false;
  draft.time.year_offset = offset;
  draft.at = at;
  return true;
}

// Whether money or a share of a hundred stands near: halves of a year are a matter of business.
bool speaks_of_money(const DateWords& w, TokenIndex i) {
  constexpr TokenIndex kNear = 25;
  for (TokenIndex at = std::max(i - kNear, 0); at < std::min(i + kNear, w.end()); ++at) {
    const auto* unit = find(w.words().lexicon.units, w.word(at));
    const bool share =
        unit != nullptr && (*unit == QuantityKind::money || *unit == QuantityKind::percent);
    if (share || w.words().lexicon.currencies.contains(w.word(at))) return true;
  }
  return false;
}

// "third quarter", "third-quarter", "first half of 2011", with what stands before and behind.
optional<DateDraft> numbered_period(const DateWords& w, TokenIndex i) {
  DateDraft draft{.time = {}, .at = i};
  read_lead(w, draft);
  const int rank = rank_at(w, draft.at);
  if (rank == 0) return std::nullopt;
  if (w.word(draft.at) == "fiscal") ++draft.at;
  if (is_dash(w.word(draft.at))) ++draft.at;
  const bool quarter = w.is(draft.at, WordRole::quarter);
  const bool half = w.word(draft.at) == "half" && (rank <= 2 || rank == 5);
  if (!quarter && !half) return std::nullopt;
  if (quarter && rank == 5 && w.before(draft.at) != "final") return std::nullopt;
  ++draft.at;
  const bool led = draft.time.year || draft.time.year_offset;
  const bool dated = (draft.time.year ? false : read_year_behind(w, draft)) || led;
  if (half && !dated && !speaks_of_money(w, i)) return std::nullopt;  // a half of a match, too
  if (quarter) draft.time.quarter = rank == 5 ? 4 : rank;
  if (half && draft.time.decade) {
    draft.time.modifier = rank == 1 ? TimeModifier::start : TimeModifier::end;
  } else if (half) {
    draft.time.half = rank == 5 ? 2 : rank;
  }
  if (quarter && draft.time.decade) return std::nullopt;
  return draft;
}

// "fiscal 1988", "fiscal year 1988", "the fiscal year", "the current fiscal year".
optional<DateDraft> fiscal_year(const DateWords& w, TokenIndex i) {
  if (w.word(i) != "fiscal") return std::nullopt;
  DateDraft draft{.time = {}, .at = i + 1};
  const bool named = w.word(draft.at) == "year";
  if (named) ++draft.at;
  if (const auto year = w.year(draft.at)) {
    draft.time.year = year;
    ++draft.at;
    return draft;
  }
  if (!named || w.before(i) != "the") return std::nullopt;
  draft.time.year_offset = 0;
  return draft;
}

// "year-end", "year end", "the year's end".
optional<DateDraft> year_end(const DateWords& w, TokenIndex i) {
  if (w.word(i) != "year") return std::nullopt;
  const TokenIndex at = i + (is_dash(w.word(i + 1)) || w.word(i + 1) == "'s" ? 2 : 1);
  if (w.word(at) != "end") return std::nullopt;
  if (w.word(i + 1) == "'s" && w.before(i) != "the") return std::nullopt;
  DateDraft draft{.time = {}, .at = at + 1};
  draft.time.form = TimeForm::vague;  // the books' end, no day on which something happened
  draft.time.month = 12;
  draft.time.day = 31;
  if (const auto year = w.year(draft.at)) {
    draft.time.year = year;
    ++draft.at;
  }
  return draft;
}

}  // namespace

optional<TimeMatch> period_at(const Words& words, TokenIndex i, TokenIndex end) {
  const DateWords w(words, end);
  const TokenIndex at = i + (w.word(i) == "the" ? 1 : 0);
  auto draft = numbered_period(w, at);
  if (!draft) draft = fiscal_year(w, at);
  if (!draft) draft = year_end(w, at);
  if (!draft) return std::nullopt;
  if (at > i && is_dash(w.before(draft->at - 1)) && draft->time.quarter) {
    return std::nullopt;  // "the third-quarter results": the article is the noun's
  }
  return TimeMatch{draft->time, i, draft->at};
}

}  // namespace counterpoint::annotation
