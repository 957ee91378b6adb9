// SPDX-License-Identifier: Apache-2.0
// Calendar dates: one date or the two ends of a range, with its time of day.
#include <string_view>

#include "annotation/chars.h"
#include "annotation/date_words.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

class Reader {
 public:
  Reader(const Words& words, TokenIndex first, TokenIndex end) : w_(words, end), first_(first) {}

  optional<TimeMatch> read() const {
    optional<DateDraft> date = one_date(first_);
    if (!date) return std::nullopt;
    join_end(*date);
    add_clock(*date);
    return TimeMatch{date->time, first_, date->at};
  }

 private:
  optional<DateDraft> one_date(TokenIndex i) const {
    if (auto date = numeric_date(w_, i)) return date;
    if (auto date = weekday_and_date(i)) return date;
    if (auto date = deictic_month(w_, i)) return date;
    const TokenIndex at = i + (w_.word(i) == "the" && i + 1 < w_.end() ? 1 : 0);
    if (auto date = day_month_date(w_, at)) return date;
    if (auto date = part_of(i)) return date;
    if (auto date = month_first_date(w_, w_.word(at).starts_with("mid-") ? at : i)) return date;
    if (auto date = decade_date(w_, at)) return date;
    if (auto date = century_date(w_, at)) return date;
    if (auto date = season_date(w_, at)) return date;
    if (auto date = year_named(at)) return date;
    return year_alone(w_, i);
  }

  // "Saturday, 25 April", "Friday Oct. 13", "this coming Sunday, March eighth".
  optional<DateDraft> weekday_and_date(TokenIndex i) const {
    TokenIndex at = i;
    while (at < w_.end() && time_word(w_.words(), at, TimeClass::deictic) != nullptr) ++at;
    const bool named = at < w_.end() && starts_upper(w_.words().written(at)) &&
                       find(w_.words().lexicon.weekdays, w_.word(at)) != nullptr;
    if (!named) return std::nullopt;
    const int weekday = *find(w_.words().lexicon.weekdays, w_.word(at));
    ++at;
    if (w_.word(at) == ",") ++at;
    if (w_.word(at) == "the") ++at;
    auto date = day_month_date(w_, at);
    if (!date) date = month_first_date(w_, at);
    if (!date || !date->time.day) return std::nullopt;
    date->time.weekday = weekday;
    return date;
  }

  // "the year 2000", "the year two thousand".
  optional<DateDraft> year_named(TokenIndex i) const {
    if (w_.word(i) != "year") return std::nullopt;
    auto date = w_.spoken_year(i + 1);
    if (!date && w_.year(i + 1)) {
      date = DateDraft{.time = {}, .at = i + 2};
      date->time.year = w_.year(i + 1);
    }
    return date;
  }

  // "early June", "the end of May", "late 2011", "the early 1980s", "the last half of the '80s".
  optional<DateDraft> part_of(TokenIndex i) const {
    TokenIndex at = i + (w_.word(i) == "the" ? 1 : 0);
    const Words& words = w_.words();
    TimeModifier part = part_taken(words, at);
    if (part != TimeModifier::none && at < w_.end()) {
      ++at;
      if (is_dash(w_.word(at)) || w_.word(at) == "in") ++at;
    } else if (const TimeModifier* head = find(words.lexicon.span_heads, w_.word(at));
               head != nullptr && w_.word(at + 1) == "of") {
      part = *head;
      at += 2;
    } else {
      return std::nullopt;
    }
    if (w_.word(at) == "the") ++at;
    optional<DateDraft> draft = month_first_date(w_, at);
    if (!draft) draft = decade_date(w_, at);
    if (!draft) draft = century_date(w_, at);
    if (!draft) draft = season_date(w_, at);
    if (!draft && w_.year(at)) {
      draft = DateDraft{.time = {}, .at = at + 1};
      draft->time.year = w_.year(at);
    }
    if (!draft) return std::nullopt;
    if (!draft->time.day) draft->time.approximate = true;
    draft->time.modifier = part;
    return draft;
  }

  // "... until 12 June 2011", "1979 - 1982": the other end of a range.
  void join_end(DateDraft& draft) const {
    const bool plain = !draft.time.quarter && draft.time.season.empty() && !draft.time.century;
    if (draft.time.form == TimeForm::span_of || draft.time.decade || !plain) return;
    const bool between = w_.before(first_) == "between" && w_.word(draft.at) == "and";
    if (!w_.is_range_mark(draft.at) && !between) return;
    const TokenIndex next = draft.at + 1;
    optional<DateDraft> other = next < w_.end() ? one_date(next) : std::nullopt;
    if (!other && draft.time.year && !draft.time.month && w_.year(next)) {
      other = DateDraft{.time = {}, .at = next + 1};
      other->time.year = w_.year(next);
    }
    if (!other || other->time.form != TimeForm::calendar || other->time.decade) return;
    if (other->time.century || !other->time.season.empty()) return;
    if (draft.time.day.has_value() != other->time.day.has_value()) return;
    if (draft.time.month.has_value() != other->time.month.has_value()) return;
    draft.time.form = TimeForm::span_of;
    if (!draft.time.year) draft.time.year = other->time.year;
    draft.time.end_year = other->time.year ? other->time.year : draft.time.year;
    draft.time.end_month = other->time.month;
    draft.time.end_day = other->time.day;
    draft.at = other->at;
  }

  // "... 2009 12:49 am BST".
  void add_clock(DateDraft& draft) const {
    if (draft.time.form != TimeForm::calendar || !draft.time.day) return;
    TokenIndex at = draft.at;
    if (w_.word(at) == "," || w_.word(at) == "at") ++at;
    const auto clock = at < w_.end() ? clock_at(w_.words(), at, w_.end()) : std::nullopt;
    if (!clock) return;
    draft.time.clock = clock->time.clock;
    draft.time.type = TimexType::time;
    draft.at = clock->last;
  }

  DateWords w_;
  TokenIndex first_;
};

}  // namespace

optional<TimeMatch> calendar_at(const Words& words, TokenIndex i, TokenIndex end) {
  return Reader(words, i, end).read();
}

optional<TimeMatch> feast_at(const Words& words, TokenIndex i, TokenIndex end) {
  const TokenIndex at = i;
  for (const auto& feast : words.lexicon.feasts) {
    const auto last = at + static_cast<TokenIndex>(feast.words.size());
    if (last > end || !starts_upper(words.written(at))) continue;
    TokenIndex k = 0;
    while (at + k < last && words.at(at + k) == feast.words[static_cast<std::size_t>(k)]) ++k;
    if (at + k < last) continue;
    TimeMatch match{.time = {}, .first = i, .last = last};
    match.time.month = feast.value.month;
    match.time.day = feast.value.day;
    if (!feast.value.month) match.time.form = TimeForm::vague;
    const DateWords w(words, end);
    const TokenIndex year_at = last + (w.word(last) == "," || w.word(last) == "of" ? 1 : 0);
    if (const auto year = w.year(year_at)) {
      match.time.year = year;
      match.last = year_at + 1;
    }
    return match;
  }
  return std::nullopt;
}

}  // namespace counterpoint::annotation
