// SPDX-License-Identifier: Apache-2.0
#include "annotation/date_words.h"

#include <string>

#include "annotation/chars.h"
#include "annotation/numbers.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2100;

// The part of a spoken year behind its century: "ninety-six", "eleven", "oh four".
optional<int> spoken_rest(const DateWords& w, TokenIndex& at) {
  const auto& numbers = w.words().lexicon.numbers;
  const NumberWord* first = find(numbers, w.word(at));
  if (first == nullptr) return std::nullopt;
  const int value = static_cast<int>(first->value);
  if (first->kind == NumberWord::Kind::unit) {
    if (value < 10) return std::nullopt;
    ++at;
    return value;
  }
  if (first->kind != NumberWord::Kind::ten) return std::nullopt;
  const TokenIndex last = at + (is_dash(w.word(at + 1)) ? 2 : 1);
  const NumberWord* unit = find(numbers, w.word(last));
  const bool has_unit = unit != nullptr && unit->kind == NumberWord::Kind::unit && unit->value < 10;
  at = has_unit ? last + 1 : at + 1;
  return value + (has_unit ? static_cast<int>(unit->value) : 0);
}

}  // namespace

optional<int> DateWords::month(TokenIndex i) const {
  const int* number = i < end_ ? find(words_.lexicon.months, words_.at(i)) : nullptr;
  if (number == nullptr || !starts_upper(words_.written(i))) return std::nullopt;
  return *number;
}

bool DateWords::is_plain_month(TokenIndex i) const {
  const Token& token = words_.token(i);
  const string_view form = words_.at(i);
  if (token.upos == Upos::PROPN) return true;
  if (token.upos != Upos::X)
    return token.upos == Upos::NOUN && !words_.is(i, WordRole::homonym_month);
  if (form.size() > 5) return true;
  return words_.is(i - 1, WordRole::before_short_month);
}

optional<int> DateWords::day(TokenIndex i) const {
  string_view form = word(i);
  if (form.size() > 2 && !all_digits(form)) {
    const string_view ending = form.substr(form.size() - 2);
    if (!words_.lexicon.roles.has(ending, WordRole::ordinal_ending)) return std::nullopt;
    form.remove_suffix(2);
  }
  if (!all_digits(form) || form.empty() || form.size() > 2) return std::nullopt;
  const int number = std::stoi(std::string(form));
  if (number < 1 || number > 31) return std::nullopt;
  return number;
}

optional<int> DateWords::spoken_day(TokenIndex& at) const {
  const auto number = at < end_ ? number_at(words_, at, end_) : std::nullopt;
  if (!number || !number->ordinal || number->value < 1 || number->value > 31) return std::nullopt;
  at = number->last;
  return static_cast<int>(number->value);
}

optional<int> DateWords::year(TokenIndex i) const {
  const string_view form = word(i);
  if (form.size() != 4 || !all_digits(form)) return std::nullopt;
  const int number = std::stoi(std::string(form));
  if (number < kFirstYear || number > kLastYear) return std::nullopt;
  return number;
}

optional<int> DateWords::spoken_century(TokenIndex i) const {
  const NumberWord* number = find(words_.lexicon.numbers, word(i));
  const bool counts = number != nullptr && number->kind != NumberWord::Kind::decade;
  if (!counts || number->value < 18 || number->value > 20) return std::nullopt;
  return static_cast<int>(number->value) * 100;
}

optional<DateDraft> DateWords::spoken_year(TokenIndex i) const {
  DateDraft draft{.time = {}, .at = i + 1};
  if (word(i) == "two" && word(i + 1) == "thousand") {
    draft.at = i + 2;
    const TokenIndex unit_at = draft.at + (word(draft.at) == "and" ? 1 : 0);
    const NumberWord* unit = find(words_.lexicon.numbers, word(unit_at));
    const bool small = unit != nullptr && unit->kind == NumberWord::Kind::unit;
    draft.time.year = 2000 + (small ? static_cast<int>(unit->value) : 0);
    if (small) draft.at = unit_at + 1;
    return draft;
  }
  const optional<int> century = spoken_century(i);
  if (!century) return std::nullopt;
  if (*century < 2000 && word(i + 1) == "hundred") {
    draft.time.year = *century;
    ++draft.at;
    return draft;
  }
  const auto rest = spoken_rest(*this, draft.at);
  if (!rest || *rest > 99) return std::nullopt;
  draft.time.year = *century + *rest;
  return draft;
}

optional<int> DateWords::year_offset(TokenIndex& at) const {
  const TimeWord* which = at < end_ ? time_word(words_, at, TimeClass::deictic) : nullptr;
  if (which == nullptr || word(at + 1) != "year") return std::nullopt;
  at += 2;
  return which->offset;
}

bool DateWords::is_range_mark(TokenIndex i) const {
  return is_dash(word(i)) || is(i, WordRole::range_mark);
}

bool DateWords::has_four_digits(TokenIndex i) const {
  return words_.at(i).size() == 4 && all_digits(words_.at(i));
}

bool DateWords::names_many(TokenIndex i) const {
  return i < end_ && words_.token(i).upos == Upos::NOUN && words_.token(i).xpos == "NNS";
}

}  // namespace counterpoint::annotation
