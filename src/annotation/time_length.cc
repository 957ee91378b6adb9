// SPDX-License-Identifier: Apache-2.0
// Lengths of time.
#include <cmath>
#include <string>

#include "annotation/chars.h"
#include "annotation/numbers.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string;
using std::string_view;

// The number before a unit, and the token behind it.
struct Count {
  double value = 1;
  bool vague = false;
  TokenIndex at = 0;
};

// "2 1/2": a whole number with a fraction as a word of its own.
void add_fraction(const Words& words, TokenIndex end, Count& count) {
  if (count.at >= end || words.at(count.at).find('/') == string_view::npos) return;
  const auto part = number_at(words, count.at, end);
  if (!part || !part->fraction) return;
  count.value += part->value;
  count.at = part->last;
}

// "three quarters", which otherwise is a fraction.
optional<Count> counted_quarters(const Words& words, TokenIndex i, TokenIndex end) {
  const auto number = number_at(words, i, end);
  if (!number || !number->fraction || words.at(number->last - 1) != "quarters") {
    return std::nullopt;
  }
  return Count{std::round(number->value * 4), false, number->last - 1};
}

optional<Count> count_before_unit(const Words& words, TokenIndex i, TokenIndex end) {
  Count count{.value = 1, .vague = false, .at = i};
  const string_view form = words.at(i);
  if (form == "couple" || (form == "a" && words.at(i + 1) == "couple")) {
    count = {2, true, form == "a" ? i + 2 : i + 1};
  } else if ((form == "half" && words.is(i + 1, WordRole::article)) ||
             (time_word(words, i, TimeClass::one) != nullptr && words.at(i + 1) == "half")) {
    count = {0.5, false, i + 2};
  } else if (const auto quarters = counted_quarters(words, i, end)) {
    return quarters;
  } else if (const auto number = number_at(words, i, end);
             number && !number->ordinal && (!number->fraction || form.find('/') != form.npos)) {
    count = {number->value, number->vague, number->last};
    if (!number->fraction) add_fraction(words, end, count);
  } else if (time_word(words, i, TimeClass::one) != nullptr) {
    ++count.at;
  } else {
    count.vague = true;
    if (words.is(i, WordRole::vague_count)) ++count.at;
  }
  if (count.at == i) return count;
  if (words.at(count.at) == "of") ++count.at;
  if (count.at < end && is_dash(words.at(count.at))) ++count.at;
  while (count.at < end && time_word(words, count.at, TimeClass::length_mod) != nullptr) {
    ++count.at;
  }
  return count.at < end ? optional(count) : std::nullopt;
}

// "39 years old", "a 2-year-old", "20 and 50 years of age".
bool is_age(const Words& words, TokenIndex at) {
  if (is_dash(words.at(at))) ++at;
  return words.is(at, WordRole::old) || (words.at(at) == "of" && words.at(at + 1) == "age");
}

// "for a month", "spent a week" - not "$5m a day", "twice a week", "a second wave".
bool measures(const Words& words, TokenIndex i) {
  if (words.at(i + 1) == "second") return false;
  if (words.at(i + 1) == "half" || words.at(i) == "another") return true;
  if (is_dash(words.at(i + 2)) && words.joined(i + 1)) return false;  // "a year-long siege"
  if (i == 0 || time_word(words, i - 1, TimeClass::measure) != nullptr) return true;
  if (time_word(words, i - 1, TimeClass::rate) != nullptr) return false;
  const Token& before = words.token(i - 1);
  return before.upos == Upos::ADP || before.upos == Upos::VERB || before.upos == Upos::ADV ||
         before.upos == Upos::SCONJ || before.upos == Upos::PRON;
}

// Whether a bare unit ("years", "for weeks") is a length here.
bool stands_bare(const Words& words, TokenIndex i, TokenIndex end) {
  const string_view form = words.at(i);
  if (!form.ends_with("s") && form != "millennia") return false;
  if (words.is(i, WordRole::never_bare_unit)) return false;
  const bool of = i + 1 < end && words.at(i + 1) == "of";
  return words.is(i - 1, WordRole::before_bare_unit) || of;
}

}  // namespace

string iso_length(double count, bool vague, const UnitOfTime& unit) {
  const bool clock = unit.letter.starts_with("T");
  const string letter = clock ? unit.letter.substr(1) : unit.letter;
  const string start = clock ? "PT" : "P";
  if (vague) return start + "X" + letter;
  const auto whole = static_cast<long>(std::floor(count));
  string body = start + (whole > 0 ? std::to_string(whole) + letter : "");
  if (letter == "E" && whole > 1) return "P" + std::to_string(whole * 10) + "Y";
  if (count == std::floor(count)) return body;
  const bool half = count - std::floor(count) == 0.5;
  if (half && letter == "Y") return body + "6M";
  if (half && unit.letter == "TH") return body + "30M";
  if (half && unit.letter == "TM") return body + "30S";
  if (half && letter == "D") return body + "T12H";
  if (half && letter == "E" && whole == 0) return "P5Y";
  if (half && letter == "C" && whole == 0) return "P50Y";
  return start + std::to_string(count).substr(0, std::to_string(whole).size() + 2) + letter;
}

optional<UnitCount> counted_unit(const Words& words, TokenIndex i, TokenIndex end) {
  const auto count = count_before_unit(words, i, end);
  if (!count) return std::nullopt;
  const UnitOfTime* unit = find(words.lexicon.time_units, words.at(count->at));
  if (unit == nullptr) return std::nullopt;
  UnitCount result{.count = 0, .vague = count->vague, .unit = *unit, .length = {}, .last = 0};
  double value = count->value;
  result.last = count->at + 1;
  if (words.at(result.last) == "and" && words.at(result.last + 1) == "a" &&
      words.at(result.last + 2) == "half" && result.last + 2 < end) {
    value += 0.5;  // "a minute and a half"
    result.last += 3;
  }
  const bool pair = count->vague && value == 2;  // "a couple" is two, more or less
  result.length = iso_length(value, count->vague && !pair, *unit);
  result.count = static_cast<int>(std::lround(value * unit->length));
  if (value != std::floor(value)) result.vague = true;
  return result;
}

namespace {

// "year-long", "weeklong": the length alone.
optional<TimeMatch> long_at(const Words& words, TokenIndex i, TokenIndex end) {
  TimeMatch match{.time = {}, .first = i, .last = i + 1};
  match.time.type = TimexType::duration;
  match.time.form = TimeForm::vague;
  if (const TimeWord* word = time_word(words, i, TimeClass::length_word)) {
    match.time.length = word->code;
    return match;
  }
  const UnitOfTime* unit = find(words.lexicon.time_units, words.at(i));
  const bool is_long =
      unit != nullptr && i + 2 < end && is_dash(words.at(i + 1)) && words.at(i + 2) == "long";
  if (!is_long) return std::nullopt;
  match.time.unit = unit->unit;
  match.time.length = iso_length(1, false, *unit);
  match.last = i + 3;
  return match;
}

}  // namespace

optional<TimeMatch> length_at(const Words& words, TokenIndex i, TokenIndex end) {
  if (auto match = long_at(words, i, end)) return match;
  TokenIndex at = i;
  TimeMatch match{.time = {}, .first = i, .last = i};
  match.time.type = TimexType::duration;
  match.time.form = TimeForm::vague;
  if (words.at(at) == "the" || words.is(at, WordRole::plural_pointing)) ++at;
  const bool article = at > i;
  const TimeWord* part = at < end ? time_word(words, at, TimeClass::length_part) : nullptr;
  if (part != nullptr && at + 1 < end) ++at;
  if (at >= end) return std::nullopt;
  const bool one = time_word(words, at, TimeClass::one) != nullptr;
  if (one && (article || !measures(words, at))) return std::nullopt;
  if (article && part == nullptr && at + 1 < end && words.at(at).ends_with("s") &&
      words.at(at + 1) == "ahead" && find(words.lexicon.time_units, words.at(at)) != nullptr) {
    match.last = at + 2;  // "the weeks ahead"
    match.time.length = counted_unit(words, at, end)->length;
    return match;
  }
  const auto found = counted_unit(words, at, end);
  if (!found || is_age(words, found->last)) return std::nullopt;
  // "three quarters", "a quarter" are parts of something.
  if (found->unit.letter == "Q" && !article && !found->vague && found->count < 4) {
    return std::nullopt;
  }
  if (found->last == at + 1) {  // no number
    const bool first_hours = article && part != nullptr && words.at(at).ends_with("s");
    if (!first_hours && (at > i || !stands_bare(words, at, end))) return std::nullopt;
  }
  match.last = found->last;
  // "weeks or months"
  if (found->last == at + 1 && words.is(match.last, WordRole::conjunction) &&
      match.last + 1 < end && words.at(match.last + 1).ends_with("s") &&
      find(words.lexicon.time_units, words.at(match.last + 1)) != nullptr) {
    match.last += 2;
  }
  match.time.unit = found->unit.unit;
  match.time.approximate = found->length.find('X') != string::npos;  // a half is exact
  match.time.length = found->length;
  match.time.offset = found->last == at + 1 ? 0 : found->count;
  return match;
}

}  // namespace counterpoint::annotation
