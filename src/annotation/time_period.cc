// SPDX-License-Identifier: Apache-2.0
// Quarters, halves and fiscal years, and times counted from another one of the text.
#include "annotation/chars.h"
#include "annotation/date_words.h"
#include "annotation/numbers.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

// "year-ago", "year-earlier": the token behind, or i.
TokenIndex behind_year_ago(const DateWords& w, TokenIndex i) {
  if (w.word(i) != "year") return i;
  if (!is_dash(w.word(i + 1))) return i;
  const TokenIndex at = i + 2;
  if (at >= w.end()) return i;
  const bool back = time_word(w.words(), at, TimeClass::back) != nullptr ||
                    time_word(w.words(), at, TimeClass::back_text) != nullptr;
  return back ? at + 1 : i;
}

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
  if (w.word(at) == "last" || w.word(at) == "final" || w.word(at) == "latter") return ++at, 5;
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

// "third quarter", "third-quarter", "first half of 2011", with what stands before and behind.
optional<DateDraft> numbered_period(const DateWords& w, TokenIndex i) {
  DateDraft draft{.time = {}, .at = i};
  read_lead(w, draft);
  const int rank = rank_at(w, draft.at);
  if (rank == 0) return std::nullopt;
  if (w.word(draft.at) == "fiscal") ++draft.at;
  if (is_dash(w.word(draft.at))) ++draft.at;
  const bool quarter = w.word(draft.at) == "quarter" || w.word(draft.at) == "quarters";
  const bool half = w.word(draft.at) == "half" && (rank <= 2 || rank == 5);
  if (!quarter && !half) return std::nullopt;
  if (quarter && rank == 5 && w.before(draft.at) != "final") return std::nullopt;
  ++draft.at;
  const bool led = draft.time.year || draft.time.year_offset;
  const bool dated = (draft.time.year ? false : read_year_behind(w, draft)) || led;
  if (half && !dated) return std::nullopt;  // a half of a match, too
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
  draft.time.month = 12;
  draft.time.day = 31;
  if (const auto year = w.year(draft.at)) {
    draft.time.year = year;
    ++draft.at;
  }
  return draft;
}

TimeMatch counted_in_text(TokenIndex i, TimeUnit unit, int offset) {
  TimeMatch match{.time = {}, .first = i, .last = i + 1};
  match.time.form = TimeForm::vague;
  match.time.in_text = true;
  match.time.unit = unit;
  match.time.offset = offset;
  return match;
}

// "a year earlier", "two days later", "the day before".
optional<TimeMatch> shifted(const DateWords& w, TokenIndex i) {
  const Words& words = w.words();
  const bool the = w.word(i) == "the";
  const auto count = counted_unit(words, the ? i + 1 : i, w.end());
  if (!count || count->last >= w.end()) return std::nullopt;
  if (!the && count->last == i + 1 && !words.at(i).ends_with("s")) return std::nullopt;
  const TokenIndex mark = count->last;
  const bool back = time_word(words, mark, TimeClass::back_text) != nullptr;
  const bool forth = time_word(words, mark, TimeClass::forth_text) != nullptr;
  if (!back && !forth) return std::nullopt;
  if (the && words.at(mark) != "before") return std::nullopt;
  // "two days before the vote" is a length; "the day before" ends its phrase.
  const Upos next = mark + 1 < w.end() ? words.token(mark + 1).upos : Upos::PUNCT;
  if (words.at(mark) == "before" && next != Upos::PUNCT) return std::nullopt;
  TimeMatch match =
      counted_in_text(i, count->unit.unit, forth ? count->count : -count->count);
  match.last = mark + 1;
  match.time.approximate = count->vague;
  if (count->vague || count->unit.length == 0) {
    match.time.type = TimexType::duration;
    match.time.length = count->length;
  }
  return match;
}

// The unit or "period" at i with what it stands for; "period" takes its antecedent's own length.
bool take_unit(const DateWords& w, TokenIndex i, TimeMatch& match) {
  match.last = i + 1;
  if (w.word(i) == "period") {
    match.time.unit = TimeUnit::quarter;
    return true;
  }
  const UnitOfTime* unit = i < w.end() ? find(w.words().lexicon.time_units, w.word(i)) : nullptr;
  if (unit == nullptr || w.word(i).ends_with("s") || unit->length != 1) return false;
  if (unit->unit == TimeUnit::hour) return false;
  match.time.unit = unit->unit;
  return true;
}

// "the year-ago period", "year-earlier profit".
optional<TimeMatch> year_ago(const DateWords& w, TokenIndex i) {
  TokenIndex at = i + (w.word(i) == "the" ? 1 : 0);
  if (time_word(w.words(), at, TimeClass::in_text) != nullptr) ++at;
  const TokenIndex behind = behind_year_ago(w, at);
  if (behind == at) return std::nullopt;
  TimeMatch match = counted_in_text(i, TimeUnit::year, -1);
  if (const auto count = behind < w.end() ? counted_unit(w.words(), behind, w.end()) : std::nullopt;
      count && count->last > behind + 1) {
    match.time.type = TimexType::duration;  // "the year-earlier nine months"
    match.time.length = count->length;
    match.last = count->last;
    return match;
  }
  if (!take_unit(w, behind, match)) match.last = behind;
  const bool quarter = w.word(behind) == "quarter";
  match.time.unit = quarter ? TimeUnit::quarter : TimeUnit::year;
  if (quarter) match.time.offset = -4;
  return match;
}

bool joins_noun(const DateWords& w, TokenIndex i) {
  if (i >= w.end()) return false;
  const Upos upos = w.words().token(i).upos;
  return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::NUM;
}

// "the following year", "the same day", "that quarter", "the latest quarter", "the quarter".
optional<TimeMatch> same_unit(const DateWords& w, TokenIndex i) {
  const bool the = w.word(i) == "the";
  TokenIndex at = i + (the ? 1 : 0);
  const TimeWord* which = at < w.end() ? time_word(w.words(), at, TimeClass::in_text) : nullptr;
  TimeMatch match = counted_in_text(i, TimeUnit::day, which != nullptr ? which->offset : 0);
  if (const auto year = the ? w.year(at) : std::nullopt) {  // "the 1988 period"
    if (w.word(at + 1) != "period" && w.word(at + 1) != "quarter") return std::nullopt;
    match.time.year = year;
    return take_unit(w, at + 1, match) ? optional(match) : std::nullopt;
  }
  if (which == nullptr) {
    const auto unit = w.word(at);
    const bool current = unit == "year" || unit == "month" || unit == "week";
    const auto next = w.word(at + 1);
    const bool ends = next != "of" && next != "that" && !is_dash(next) && next != "ended" &&
                      next != "ending" && !joins_noun(w, at + 1);
    if (the && current && ends && take_unit(w, at, match)) {
      match.time.in_text = false;  // the one in which the report is published
      return match;
    }
    if (the && w.word(at) == "year" && (w.word(at + 1) == "ended" || w.word(at + 1) == "ending")) {
      match.last = at + 1;
      match.time.type = TimexType::duration;
      match.time.length = "P1Y";
      return match;
    }
    const bool quarter = the && w.word(at) == "quarter" && w.word(at + 1) != "of" &&
                         !is_dash(w.word(at + 1));
    return quarter && take_unit(w, at, match) ? optional(match) : std::nullopt;
  }
  ++at;
  if (w.word(at) == "fiscal") ++at;
  if (the != (w.word(at - 1) != "that")) return std::nullopt;
  if (const int* weekday = at < w.end() ? find(w.words().lexicon.weekdays, w.word(at)) : nullptr) {
    match.time.weekday = *weekday;
    match.last = at + 1;
    return match;
  }
  return take_unit(w, at, match) ? optional(match) : std::nullopt;
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

optional<TimeMatch> in_text_at(const Words& words, TokenIndex i, TokenIndex end) {
  const DateWords w(words, end);
  if (auto match = shifted(w, i)) return match;
  if (auto match = year_ago(w, i)) return match;
  return same_unit(w, i);
}

}  // namespace counterpoint::annotation
