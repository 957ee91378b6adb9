// SPDX-License-Identifier: Apache-2.0
// Times counted from another one of the text.
#include "annotation/date_words.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;

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
  TimeMatch match = counted_in_text(i, count->unit.unit, forth ? count->count : -count->count);
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

// The next one of the text, not the one to come: "the next day" - but "over the next day".
const TimeWord* in_text_word(const DateWords& w, TokenIndex i, bool the) {
  const Words& words = w.words();
  if (i >= w.end()) return nullptr;
  if (const TimeWord* word = time_word(words, i, TimeClass::in_text)) return word;
  const TimeWord* next = time_word(words, i, TimeClass::deictic);
  if (!the || next == nullptr || w.word(i) != "next") return nullptr;
  return time_word(words, i - 2, TimeClass::measure) == nullptr ? next : nullptr;
}

// "the following year", "the same day", "that quarter", "the latest quarter", "the quarter".
optional<TimeMatch> same_unit(const DateWords& w, TokenIndex i) {
  const bool the = w.word(i) == "the";
  TokenIndex at = i + (the ? 1 : 0);
  const TimeWord* which = in_text_word(w, at, the);
  TimeMatch match = counted_in_text(i, TimeUnit::day, which != nullptr ? which->offset : 0);
  if (const auto year = the ? w.year(at) : std::nullopt) {  // "the 1988 period"
    if (!w.is(at + 1, WordRole::reported_period)) return std::nullopt;
    match.time.year = year;
    return take_unit(w, at + 1, match) ? optional(match) : std::nullopt;
  }
  if (which == nullptr) {
    const auto unit = w.word(at);
    const bool current = w.is(at, WordRole::running_unit);
    const bool ends =
        !w.is(at + 1, WordRole::not_ending) && !is_dash(w.word(at + 1)) && !joins_noun(w, at + 1);
    if (the && current && ends && take_unit(w, at, match)) {
      match.time.in_text = false;  // the one in which the report is published
      return match;
    }
    if (the && current && w.is(at + 1, WordRole::ending) && take_unit(w, at, match)) {
      match.time.in_text = false;
      match.time.type = TimexType::duration;
      match.time.length = "P1" + find(w.words().lexicon.time_units, unit)->letter;
      return match;
    }
    const bool quarter =
        the && w.word(at) == "quarter" && w.word(at + 1) != "of" && !is_dash(w.word(at + 1));
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
  if (add_daypart(w.words(), at, w.end(), match.time)) {  // "that night"
    match.time.type = TimexType::time;
    match.last = at + 1;
    return match;
  }
  return take_unit(w, at, match) ? optional(match) : std::nullopt;
}

}  // namespace

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

optional<TimeMatch> in_text_at(const Words& words, TokenIndex i, TokenIndex end) {
  const DateWords w(words, end);
  if (auto match = shifted(w, i)) return match;
  if (auto match = year_ago(w, i)) return match;
  return same_unit(w, i);
}

}  // namespace counterpoint::annotation
