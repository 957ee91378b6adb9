// SPDX-License-Identifier: Apache-2.0
// Times counted from the day of publication, and words that only say before, now or after.
#include <cmath>

#include "annotation/chars.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

TimeMatch started(TokenIndex i) {
  TimeMatch match{.time = {}, .first = i, .last = i + 1};
  match.time.form = TimeForm::offset;
  return match;
}

bool ends_sentence(string_view word) {
  return word == "." || word == "!" || word == "?" || word == ":";
}

// "USA Today": a capital letter in the middle of a name.
bool is_in_name(const Words& words, TokenIndex i) {
  return starts_upper(words.written(i)) && i > 0 && words.token(i).upos != Upos::NOUN &&
         words.token(i).upos != Upos::ADV && starts_upper(words.written(i - 1)) &&
         !ends_sentence(words.at(i - 1));
}

// "mid-afternoon", "mid-week", "mid-year".
optional<TimeMatch> mid_of(const Words& words, TokenIndex i) {
  TimeMatch match = started(i);
  match.time.modifier = TimeModifier::mid;
  match.time.approximate = true;
  const string_view rest = words.at(i).substr(4);
  if (const TimeWord* part = find_time_word(words.lexicon, rest, TimeClass::daypart)) {
    match.time.form = TimeForm::part_of_day;
    match.time.type = TimexType::time;
    match.time.day_part = part->code;
    match.time.approximate = false;
    return match;
  }
  const UnitOfTime* unit = find(words.lexicon.time_units, rest);
  if (unit == nullptr || unit->length != 1 || unit->unit == TimeUnit::hour || rest == "day" ||
      rest.ends_with("s")) {
    return std::nullopt;
  }
  match.time.unit = unit->unit;
  return match;
}

// "yesterday", "overnight".
optional<TimeMatch> one_word(const Words& words, TokenIndex i, TokenIndex end) {
  TimeMatch match = started(i);
  if (words.at(i).starts_with("mid-")) return mid_of(words, i);
  const TimeWord* day = time_word(words, i, TimeClass::day);
  if (day != nullptr && !is_in_name(words, i)) {
    match.time.offset = day->offset;
    if (add_daypart(words, match.last, end, match.time)) {
      match.time.type = TimexType::time;
      ++match.last;
    }
    add_clock(words, end, match);
    return match;
  }
  if (const TimeWord* part = time_word(words, i, TimeClass::part)) {
    match.time.form = TimeForm::part_of_day;
    match.time.type = TimexType::time;
    match.time.day_part = part->code;
    match.time.approximate = words.at(i) == "overnight";
    return match;
  }
  return std::nullopt;
}

// "this afternoon", "last night", "last week", "next year", "the current quarter".
optional<TimeMatch> deictic(const Words& words, TokenIndex i, TokenIndex end) {
  const TimeWord* which = time_word(words, i, TimeClass::deictic);
  if (which == nullptr || i + 1 >= end) return std::nullopt;
  TokenIndex noun = i + 1;
  if (words.at(noun) == "fiscal" && noun + 1 < end) ++noun;
  TimeMatch match = started(i);
  match.last = noun + 1;
  match.time.offset = which->offset;
  const string_view form = words.at(noun);
  if (add_daypart(words, noun, end, match.time)) {
    match.time.form = TimeForm::part_of_day;
    match.time.type = TimexType::time;
    return match;
  }
  const UnitOfTime* unit = find(words.lexicon.time_units, form);
  if (unit == nullptr || form.ends_with("s") || unit->length == 0) return std::nullopt;
  if (starts_upper(words.written(noun))) return std::nullopt;  // "This Week", a programme
  if (unit->unit == TimeUnit::hour || (form == "day" && which->offset <= 0)) return std::nullopt;
  match.time.unit = unit->unit;
  match.time.offset *= unit->length;
  match.time.decade = unit->letter == "E";
  match.time.century = unit->letter == "C";
  // "the past week" reaches to the day of publication, "last week" is the one before.
  const bool article = words.at(i - 1) == "the" && which->offset != 0 && unit->length == 1;
  if (words.is(i, WordRole::around_now) || article) {
    match.time.bound = which->offset < 0 ? TimeBound::since : TimeBound::until;
    match.time.type = TimexType::duration;
    match.time.length =
        (unit->letter.starts_with("T") ? "PT1" + unit->letter.substr(1) : "P1" + unit->letter);
  }
  return match;
}

// "the past 24 hours", "the last two weeks", "the next few days".
optional<TimeMatch> span_to_now(const Words& words, TokenIndex i, TokenIndex end) {
  const TimeWord* which = time_word(words, i, TimeClass::deictic);
  if (which == nullptr || which->offset == 0 || i + 1 >= end) return std::nullopt;
  const auto count = counted_unit(words, i + 1, end);
  const bool bare = count && count->last == i + 2;
  if (!count || (bare && !words.at(i + 1).ends_with("s"))) return std::nullopt;
  if (bare && time_word(words, i, TimeClass::vague_adj) != nullptr) return std::nullopt;
  TimeMatch match = started(i);
  match.last = count->last;
  match.time.type = TimexType::duration;
  match.time.unit = count->unit.unit;
  match.time.offset = which->offset * count->count;
  match.time.bound = which->offset < 0 ? TimeBound::since : TimeBound::until;
  match.time.approximate = count->vague;
  match.time.length = count->length;
  if (count->vague || count->unit.length == 0) match.time.form = TimeForm::vague;
  return match;
}

// "two days ago", "a week or so ago", "years ago".
optional<TimeMatch> ago(const Words& words, TokenIndex i, TokenIndex end) {
  const auto count = counted_unit(words, i, end);
  if (!count || count->last >= end) return std::nullopt;
  TokenIndex mark = count->last;
  const bool or_so = words.at(mark) == "or" && words.at(mark + 1) == "so" && mark + 2 < end;
  if (or_so) mark += 2;
  const bool back = time_word(words, mark, TimeClass::back) != nullptr;
  const bool forth = time_word(words, mark, TimeClass::forth) != nullptr;
  if (!back && !forth) return std::nullopt;
  TimeMatch match = started(i);
  match.last = mark + 1;
  match.time.unit = count->unit.unit;
  match.time.offset = back ? -count->count : count->count;
  match.time.approximate = count->vague || or_so;
  match.time.in_text = match.time.unit == TimeUnit::year && !count->vague;
  if (count->vague || count->unit.length == 0) {
    match.time.form = TimeForm::vague;
    match.time.reference = back ? TimeReference::past : TimeReference::future;
  }
  return match;
}

// "the end of the month", "the beginning of this week", "the rest of the year".
optional<TimeMatch> part_of_unit(const Words& words, TokenIndex i, TokenIndex end) {
  const TimeModifier* head = find(words.lexicon.span_heads, words.at(i));
  if (head == nullptr || words.at(i + 1) != "of" || i + 3 >= end) return std::nullopt;
  if (auto match = deictic(words, i + 2, end)) {
    if (match->time.form != TimeForm::offset) return std::nullopt;
    match->time.approximate = true;
    match->time.modifier = *head;
    return match;
  }
  const TokenIndex noun = i + (words.at(i + 3) == "fiscal" && i + 4 < end ? 4 : 3);
  const UnitOfTime* unit = find(words.lexicon.time_units, words.at(noun));
  if (words.at(i + 2) != "the" || unit == nullptr || unit->length != 1) return std::nullopt;
  if (words.at(noun).ends_with("s") || unit->unit == TimeUnit::hour) return std::nullopt;
  TimeMatch match = started(i);
  match.last = noun + 1;
  match.time.unit = unit->unit;
  match.time.approximate = true;
  match.time.modifier = *head;
  return match;
}

TimeReference reference_of(const TimeWord& word) {
  return word.offset < 0   ? TimeReference::past
         : word.offset > 0 ? TimeReference::future
                           : TimeReference::present;
}

// Tokens of a unit in the plural, also "weeks and months", from i; 0: none.
TokenIndex plural_units(const Words& words, TokenIndex i, TokenIndex end) {
  const auto is_plural = [&](TokenIndex at) {
    return at < end && words.at(at).ends_with("s") &&
           find(words.lexicon.time_units, words.at(at)) != nullptr;
  };
  if (!is_plural(i)) return 0;
  const bool pair = words.is(i + 1, WordRole::conjunction);
  return pair && is_plural(i + 2) ? 3 : 1;
}

}  // namespace

optional<TimeMatch> reference_at(const Words& words, TokenIndex i, TokenIndex end) {
  TimeMatch match{.time = {}, .first = i, .last = i + 1};
  match.time.form = TimeForm::vague;
  if (const TimeWord* word = time_word(words, i, TimeClass::vague)) {
    // "soon after", "as soon as": counted from something else.
    const bool compared = words.at(i + 1) == "after" || words.at(i - 1) == "as";
    if (compared && word->offset > 0) return std::nullopt;
    match.time.reference = reference_of(*word);
    return match;
  }
  const TokenIndex at = i + (words.at(i) == "the" && i + 1 < end ? 1 : 0);
  if (const TimeWord* word = time_word(words, at, TimeClass::vague_adj)) {
    match.time.reference = reference_of(*word);
    const TokenIndex units = plural_units(words, at + 1, end);
    match.last = at + 1 + units;
    if (units > 0) {
      match.time.unit = find(words.lexicon.time_units, words.at(at + 1))->unit;
      return match;
    }
    const bool adjective = words.token(at).upos == Upos::ADJ && word->offset == 0;
    if (adjective && at == i && !starts_upper(words.written(at))) return match;
  }
  const TimeWord* noun = at > i ? time_word(words, at, TimeClass::vague_noun) : nullptr;
  const bool ends =
      at + 1 >= end ||
      (words.token(at + 1).upos != Upos::NOUN && words.token(at + 1).upos != Upos::ADJ &&
       words.token(at + 1).upos != Upos::NUM && words.at(at + 1) != "of");
  if (noun == nullptr || !ends) return std::nullopt;
  match.time.reference = reference_of(*noun);
  match.last = at + 1;
  return match;
}

optional<TimeMatch> relative_at(const Words& words, TokenIndex i, TokenIndex end) {
  TokenIndex at = i;
  const TimeModifier part = part_taken(words, i);
  if (part != TimeModifier::none && i + 1 < end) {
    ++at;
    if (words.at(at) == "in" && words.at(at + 1) == "the")
      at += 2;
    else if (words.at(at) == "the")
      ++at;
    if (at >= end) return std::nullopt;
    TimeExpression ignored;
    if (at == i + 1 && add_daypart(words, at, end, ignored) && part != TimeModifier::none &&
        words.at(i) != "earlier" && words.at(i) != "later") {
      TimeMatch match = started(i);  // "mid afternoon", "late evening"
      add_daypart(words, at, end, match.time);
      match.last = at + 1;
      match.time.form = TimeForm::part_of_day;
      match.time.type = TimexType::time;
      match.time.modifier = part;
      return match;
    }
    if (time_word(words, at, TimeClass::deictic) == nullptr &&
        time_word(words, at, TimeClass::day) == nullptr) {
      return std::nullopt;
    }
  } else if (words.at(i) == "the" && i + 1 < end) {
    ++at;
  }
  optional<TimeMatch> match = span_to_now(words, at, end);
  if (!match) match = deictic(words, at, end);
  if (!match) match = part_of_unit(words, at, end);
  if (!match && words.at(i) != "the") match = one_word(words, at, end);
  if (!match && at == i) match = ago(words, i, end);
  if (!match) return std::nullopt;
  if (part != TimeModifier::none) match->time.modifier = part;
  match->first = i;
  return match;
}

}  // namespace counterpoint::annotation
