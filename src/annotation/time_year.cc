// SPDX-License-Identifier: Apache-2.0
// Years, decades, centuries and seasons.
#include <string>

#include "annotation/chars.h"
#include "annotation/date_words.h"
#include "annotation/numbers.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

// Whether the words around the four digits at i speak of dates.
bool dates_year(const DateWords& w, TokenIndex i) {
  const Words& words = w.words();
  if (words.is(i - 1, WordRole::before_year)) return true;
  const string_view previous = w.before(i);
  const bool joined = is_dash(previous) || words.is(i - 1, WordRole::year_joint);
  if (joined && i >= 2 && w.has_four_digits(i - 2)) return true;
  if (is_dash(w.word(i + 1)) && w.has_four_digits(i + 2)) return true;
  if (i + 1 >= w.end()) return previous == "for";
  const Token& next = w.words().token(i + 1);
  const int value = *w.year(i);
  const bool modern = value >= 1900 && value < 2050;
  if (modern && words.is(i - 1, WordRole::before_modern_year)) return !w.names_many(i + 1);
  if ((next.xpos == "NN" || next.xpos == "NNP") && modern) return true;
  return words.is(i - 1, WordRole::before_named_year) && next.xpos != "NNS" &&
         (next.upos == Upos::NOUN || next.upos == Upos::PROPN || next.upos == Upos::ADJ);
}

// "in 2000 cases": the number counts the noun behind it.
bool is_counted(const DateWords& w, TokenIndex i) {
  const Lexicon& lexicon = w.words().lexicon;
  const string_view next = w.word(i + 1);
  if (find(lexicon.units, next) != nullptr || find(lexicon.zones, next) != nullptr) return true;
  const Token& token = w.words().token(i);
  if (token.deprel != "nummod" || token.head != i + 1 || !w.names_many(i + 1)) return false;
  // "In 1987 floods killed ...": the noun is the verb's subject, so "in" governs the year alone.
  const bool governed = i > 0 && w.words().token(i - 1).deprel == "case";
  return !(governed && w.words().token(i + 1).deprel.starts_with("nsubj"));
}

}  // namespace

// "mid-1980s", "mid-2011".
optional<DateDraft> mid_year_date(const DateWords& w, TokenIndex i) {
  const std::string rest(w.word(i).substr(4));
  DateDraft draft{.time = {}, .at = i + 1};
  draft.time.approximate = true;
  draft.time.modifier = TimeModifier::mid;
  draft.time.decade = rest.size() == 5 && rest.back() == 's';
  const std::string digits = draft.time.decade ? rest.substr(0, 4) : rest;
  if (digits.size() != 4 || !all_digits(digits)) return std::nullopt;
  draft.time.year = std::stoi(digits);
  return draft;
}

// "1980s", "'80s", "80s" behind "the", "1980's", "the eighties".
optional<DateDraft> decade_date(const DateWords& w, TokenIndex i) {
  string_view form = w.word(i);
  DateDraft draft{.time = {}, .at = i + 1};
  draft.time.decade = true;
  const auto century = w.spoken_century(i);  // "the nineteen eighties"
  const bool spoken = century && *century < 2000;
  if (const int* year = spoken ? find(w.words().lexicon.decades, w.word(i + 1)) : nullptr) {
    draft.time.year = *year - 1900 + *century;
    ++draft.at;
    return draft;
  }
  // "in her late forties" is an age
  const bool aged = w.words().is(i - 2, WordRole::owner) && w.words().at(i - 3) == "in";
  const bool dated = !aged && w.words().is(i - 1, WordRole::before_decade);
  if (const int* year = dated ? find(w.words().lexicon.decades, form) : nullptr) {
    draft.time.year = *year;
    return draft;
  }
  bool clipped = form.starts_with("'");
  if (clipped) form.remove_prefix(1);
  if (form.empty() && clipped) {  // the apostrophe is a token of its own
    form = w.word(i + 1);
    ++draft.at;
  }
  if (form.ends_with("s")) {
    form.remove_suffix(1);
  } else if (w.word(draft.at) == "'s" && w.words().joined(i) && form.size() == 4 &&
             form.back() == '0') {
    ++draft.at;
  } else {
    return std::nullopt;
  }
  const bool four = form.size() == 4 && form[3] == '0';
  const bool two = form.size() == 2 && form[1] == '0' && (w.before(i) == "the" || clipped);
  if (!all_digits(form) || (!four && !two)) return std::nullopt;
  draft.time.year = std::stoi(std::string(form)) + (two ? 1900 : 0);
  return draft;
}

// "11th century", "the nineteenth century".
optional<DateDraft> century_date(const DateWords& w, TokenIndex i) {
  const auto rank = i < w.end() ? number_at(w.words(), i, w.end()) : std::nullopt;
  if (!rank || !rank->ordinal || rank->value < 1 || rank->value > 22) return std::nullopt;
  TokenIndex at = rank->last;
  if (is_dash(w.word(at))) ++at;
  if (w.word(at) != "century") return std::nullopt;
  DateDraft draft{.time = {}, .at = at + 1};
  draft.time.century = true;
  draft.time.year = (static_cast<int>(rank->value) - 1) * 100;
  return draft;
}

// "summer 2011", "the spring of 2011", "last fall"; "the summer" where nothing else is named so.
optional<DateDraft> season_date(const DateWords& w, TokenIndex i) {
  const TimeWord* which = time_word(w.words(), i, TimeClass::deictic);
  TokenIndex at = i + (which != nullptr ? 1 : 0);
  if (which != nullptr && time_word(w.words(), at, TimeClass::deictic) != nullptr) ++at;
  const std::string* season = find(w.words().lexicon.seasons, w.word(at));
  if (season == nullptr) return std::nullopt;
  DateDraft draft{.time = {}, .at = at + 1};
  draft.time.season = *season;
  draft.time.approximate = true;
  if (which != nullptr) {
    draft.time.direction = which->offset;
    draft.time.past = which->offset < 0;
    draft.time.future = which->offset > 0;
    if (which->offset == 0) draft.time.year_offset = 0;
    return draft;
  }
  TokenIndex year_at = at + 1;
  if (w.word(year_at) == "of" || w.word(year_at) == ",") ++year_at;
  if (const auto spoken = w.spoken_year(year_at)) {
    draft.time.year = spoken->time.year;
    draft.at = spoken->at;
    return draft;
  }
  TokenIndex behind = year_at;
  if (const auto offset = w.year_offset(behind)) {
    draft.time.year_offset = offset;
    draft.at = behind;
    return draft;
  }
  draft.time.year = w.year(year_at);
  if (draft.time.year) {
    draft.at = year_at + 1;
    return draft;
  }
  // "over the summer", "in winter": the nearest one. "fall" and "spring" alone are other words.
  const bool article = w.before(i) == "the";
  const TokenIndex previous = article ? i - 2 : i - 1;
  const bool clear = article || (*season != "FA" && *season != "SP");
  const bool dated = w.words().is(previous, WordRole::before_season);
  const bool noun = w.words().token(at).upos == Upos::NOUN || w.words().token(at).upos == Upos::X;
  const bool ends = draft.at >= w.end() || w.words().token(draft.at).upos != Upos::NOUN;
  if (!clear || !dated || !noun || !ends || w.word(draft.at) == "of") return std::nullopt;
  return draft;
}

// A year alone, where the words around it speak of dates; "the year two thousand", "1979-82".
optional<DateDraft> year_alone(const DateWords& w, TokenIndex i) {
  if (auto spoken = w.spoken_year(i)) {
    const bool thousands = w.word(i) == "two";
    const bool twenty = w.spoken_century(i) == 2000;
    const bool dated = w.words().is(i - 1, WordRole::before_spoken_year);
    if (thousands && w.before(i) != "year") return std::nullopt;
    if (twenty && (!dated || w.names_many(spoken->at))) return std::nullopt;
    return spoken;
  }
  const auto number = w.year(i);
  if (!number || *number < 1700) return std::nullopt;
  if (!dates_year(w, i) || is_counted(w, i)) return std::nullopt;
  DateDraft draft{.time = {}, .at = i + 1};
  draft.time.year = number;
  if (is_dash(w.word(i + 1)) && all_digits(w.word(i + 2)) && w.word(i + 2).size() == 2 &&
      w.words().joined(i + 1)) {
    draft.time.form = TimeForm::span_of;
    draft.time.end_year = *number / 100 * 100 + std::stoi(std::string(w.word(i + 2)));
    draft.at = i + 3;
  }
  return draft;
}

}  // namespace counterpoint::annotation
