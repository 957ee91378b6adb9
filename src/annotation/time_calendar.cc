// SPDX-License-Identifier: Apache-2.0
// Calendar dates in all the orders that English newsrooms use.
#include <algorithm>
#include <string>

#include "annotation/calendar.h"
#include "annotation/chars.h"
#include "annotation/numbers.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2100;

// A date as far as it has been read; `at` is the token behind it.
struct Draft {
  TimeExpression time;
  TokenIndex at = 0;
};

class Reader {
 public:
  Reader(const Words& words, TokenIndex first, TokenIndex end)
      : words_(words), first_(first), end_(end) {}

  optional<TimeMatch> read() const {
    optional<Draft> date = one_date(first_);
    if (!date) return std::nullopt;
    join_end(*date);
    add_clock(*date);
    return TimeMatch{date->time, first_, date->at};
  }

 private:
  string_view word(TokenIndex i) const { return i < end_ ? words_.at(i) : string_view{}; }
  // The word before the expression, within the sentence.
  string_view before(TokenIndex i) const { return words_.at(i - 1); }

  optional<Draft> one_date(TokenIndex i) const {
    if (auto date = numeric(i)) return date;
    TokenIndex at = i;
    if (find(words_.lexicon.weekdays, word(i)) != nullptr && starts_upper(words_.written(i))) {
      ++at;
      if (word(at) == ",") ++at;
      if (auto date = day_month(at)) return date;
      if (auto date = month_first(at); date && date->time.day) return date;
      return std::nullopt;
    }
    if (auto date = deictic_month(i)) return date;
    if (word(at) == "the" && at + 1 < end_) ++at;
    if (auto date = day_month(at)) return date;
    if (auto date = part_of(i)) return date;
    if (auto date = month_first(i)) return date;
    if (auto date = decade(at)) return date;
    if (auto date = season(at)) return date;
    if (auto date = spoken_year(i)) return date;
    return year_alone(i);
  }

  // "last May", "next March".
  optional<Draft> deictic_month(TokenIndex i) const {
    const TimeWord* which = time_word(words_, i, TimeClass::deictic);
    if (which == nullptr || i + 1 >= end_ || !month(i + 1)) return std::nullopt;
    optional<Draft> draft = month_first(i + 1);
    if (!draft) return std::nullopt;
    draft->time.direction = which->offset;
    draft->time.past = which->offset < 0;
    draft->time.future = which->offset > 0;
    return draft;
  }

  // "nineteen ninety-six", as broadcasts are written down.
  optional<Draft> spoken_year(TokenIndex i) const {
    if (word(i) != "nineteen" && word(i) != "eighteen") return std::nullopt;
    const NumberWord* ten = find(words_.lexicon.numbers, word(i + 1));
    if (ten == nullptr || ten->kind != NumberWord::Kind::ten) return std::nullopt;
    Draft draft{.time = {}, .at = i + 2};
    int value = (word(i) == "nineteen" ? 1900 : 1800) + static_cast<int>(ten->value);
    const TokenIndex last = i + (is_dash(word(i + 2)) ? 3 : 2);
    const NumberWord* unit = find(words_.lexicon.numbers, word(last));
    if (unit != nullptr && unit->kind == NumberWord::Kind::unit && unit->value < 10) {
      value += static_cast<int>(unit->value);
      draft.at = last + 1;
    }
    draft.time.year = value;
    return draft;
  }

  // "2011-06-06", "28/4/2009", "4/28/2009".
  optional<Draft> numeric(TokenIndex i) const {
    Draft draft;
    draft.at = i + 1;
    if (const auto date = parse_day(word(i)); date && word(i).size() == 10) {
      set(draft.time, date->year, date->month, date->day);
      return draft;
    }
    int parts[3] = {0, 0, 0};
    if (!three_numbers(word(i), parts)) return std::nullopt;
    if (parts[2] < 100) parts[2] += parts[2] < 50 ? 2000 : 1900;
    draft.time.year = parts[2];
    const bool day_is_second = parts[1] > 12 || parts[0] == parts[1];
    if (parts[0] > 12 && is_valid({parts[2], parts[1], parts[0]})) {
      set(draft.time, parts[2], parts[1], parts[0]);
    } else if (day_is_second && is_valid({parts[2], parts[0], parts[1]})) {
      set(draft.time, parts[2], parts[0], parts[1]);
    } else {
      draft.time.approximate = true;  // day and month cannot be told apart
    }
    return draft;
  }

  static bool three_numbers(string_view form, int (&parts)[3]) {
    std::size_t begin = 0;
    for (int k = 0; k < 3; ++k) {
      const std::size_t slash = k < 2 ? form.find_first_of("/.-", begin) : form.size();
      if (slash == string_view::npos || slash == begin) return false;
      const string_view part = form.substr(begin, slash - begin);
      if (!all_digits(part) || part.size() > (k == 2 ? 4u : 2u) || (k == 2 && part.size() == 3)) {
        return false;
      }
      parts[k] = std::stoi(std::string(part));
      begin = slash + 1;
    }
    return parts[0] >= 1 && parts[0] <= 31 && parts[1] >= 1 && parts[1] <= 31;
  }

  static void set(TimeExpression& time, int year, int month, int day) {
    time.year = year;
    time.month = month;
    time.day = day;
  }

  // The month named at i. "may" and "march" must be names: capital letter and no verb.
  optional<int> month(TokenIndex i) const {
    const int* number = i < end_ ? find(words_.lexicon.months, words_.at(i)) : nullptr;
    if (number == nullptr || !starts_upper(words_.written(i))) return std::nullopt;
    return *number;
  }

  // Whether the month at i can stand without day or year.
  bool plain_month(TokenIndex i) const {
    const Token& token = words_.token(i);
    const string_view form = words_.at(i);
    if (token.upos == Upos::PROPN) return true;
    if (token.upos != Upos::X) return token.upos == Upos::NOUN && form != "may" && form != "march";
    if (form.size() > 5) return true;
    static constexpr string_view kBefore[] = {
        "in",   "of",   "since",  "until", "by",  "last",   "this",    "next", "early",
        "late", "from", "before", "after", "mid", "during", "through", "to"};
    return std::find(std::begin(kBefore), std::end(kBefore), before(i)) != std::end(kBefore);
  }

  // "6", "6th" as a day of the month.
  optional<int> day(TokenIndex i) const {
    string_view form = word(i);
    if (form.size() > 2 && !all_digits(form)) {
      const string_view ending = form.substr(form.size() - 2);
      if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return std::nullopt;
      form.remove_suffix(2);
    }
    if (!all_digits(form) || form.size() > 2) return std::nullopt;
    const int number = std::stoi(std::string(form));
    if (number < 1 || number > 31) return std::nullopt;
    return number;
  }

  optional<int> year(TokenIndex i) const {
    const string_view form = word(i);
    if (form.size() != 4 || !all_digits(form)) return std::nullopt;
    const int number = std::stoi(std::string(form));
    if (number < kFirstYear || number > kLastYear) return std::nullopt;
    return number;
  }

  // Reads ", 2011", "2011" or "of 2011" behind a month.
  void add_year(Draft& draft) const {
    TokenIndex i = draft.at;
    if (word(i) == "," || word(i) == "of") ++i;
    const auto number = year(i);
    if (!number || (word(draft.at) == "," && names_people(i + 1))) return;
    if (find(words_.lexicon.zones, word(i + 1)) != nullptr) return;  // "4 June, 1600 GMT"
    draft.time.year = number;
    draft.at = i + 1;
  }

  // "In June, 2000 people": a count, not the year.
  bool names_people(TokenIndex i) const {
    return i < end_ && words_.token(i).upos == Upos::NOUN && words_.token(i).xpos == "NNS";
  }

  bool is_range_mark(TokenIndex i) const {
    const string_view form = word(i);
    return is_dash(form) || form == "to" || form == "until" || form == "till" || form == "through";
  }

  // "6 June", "6th of June", "4-12 June", "3 and 6 June" behind "between".
  optional<Draft> day_month(TokenIndex i) const {
    const auto first_day = day(i);
    if (!first_day) return std::nullopt;
    TokenIndex at = i + 1;
    optional<int> last_day;
    const bool both = word(at) == "and" && before(i) == "between";
    if ((is_range_mark(at) || both) && day(at + 1)) {
      last_day = day(at + 1);
      at += 2;
    }
    if (word(at) == "of") ++at;
    const auto number = month(at);
    if (!number) return std::nullopt;
    Draft draft{.time = {}, .at = at + 1};
    draft.time.month = number;
    draft.time.day = first_day;
    add_year(draft);
    if (last_day) close_days(draft.time, *last_day);
    return draft;
  }

  static void close_days(TimeExpression& time, int last_day) {
    time.form = TimeForm::span_of;
    time.end_year = time.year;
    time.end_month = time.month;
    time.end_day = last_day;
  }

  // "June 6, 2011", "June 4-12", "June 2011", "mid-March", "June".
  optional<Draft> month_first(TokenIndex i) const {
    Draft draft{.time = {}, .at = i + 1};
    optional<int> number = month(i);
    if (!number && word(i).starts_with("mid-")) {
      const int* inner = find(words_.lexicon.months, word(i).substr(4));
      if (inner == nullptr) return mid_year(i);
      number = *inner;
      draft.time.approximate = true;
    }
    if (!number) return std::nullopt;
    draft.time.month = number;
    if (const auto spoken = spoken_year(i + 1)) {
      draft.time.year = spoken->time.year;
      draft.at = spoken->at;
      return draft;
    }
    draft.time.day = day(i + 1);
    const bool counts = draft.time.day && names_people(i + 2) && word(i + 2) != "days";
    if (draft.time.day && !counts) {
      draft.at = i + 2;
      if (is_range_mark(draft.at) && day(draft.at + 1) && !month(draft.at + 2)) {
        const int last_day = *day(draft.at + 1);
        draft.at += 2;
        add_year(draft);
        close_days(draft.time, last_day);
        return draft;
      }
    } else {
      draft.time.day.reset();
    }
    add_year(draft);
    const bool bare = !draft.time.day && !draft.time.year && !draft.time.approximate;
    if (bare && (!plain_month(i) || word(i + 1) == "day")) return std::nullopt;  // "May Day"
    return draft;
  }

  // "mid-1980s", "mid-2011".
  optional<Draft> mid_year(TokenIndex i) const {
    const std::string rest(word(i).substr(4));
    Draft draft{.time = {}, .at = i + 1};
    draft.time.approximate = true;
    draft.time.decade = rest.size() == 5 && rest.back() == 's';
    const std::string digits = draft.time.decade ? rest.substr(0, 4) : rest;
    if (digits.size() != 4 || !all_digits(digits)) return std::nullopt;
    draft.time.year = std::stoi(digits);
    return draft;
  }

  // "early June", "the end of May", "late 2011", "the early 1980s".
  optional<Draft> part_of(TokenIndex i) const {
    TokenIndex at = i + (word(i) == "the" ? 1 : 0);
    if (time_word(words_, at, TimeClass::part_mod) != nullptr && at < end_) {
      ++at;
      if (is_dash(word(at)) || word(at) == "in") ++at;
    } else if (words_.lexicon.span_heads.contains(word(at)) && word(at + 1) == "of") {
      at += word(at + 2) == "the" ? 3 : 2;
    } else {
      return std::nullopt;
    }
    optional<Draft> draft = month_first(at);
    if (!draft) draft = decade(at);
    if (!draft && year(at)) {
      draft = Draft{.time = {}, .at = at + 1};
      draft->time.year = year(at);
    }
    if (draft && !draft->time.day) draft->time.approximate = true;
    return draft;
  }

  // "1980s", "'80s", "80s" behind "the", "1980's".
  optional<Draft> decade(TokenIndex i) const {
    string_view form = word(i);
    TokenIndex at = i + 1;
    if (form.starts_with("'")) form.remove_prefix(1);
    if (form.ends_with("s")) {
      form.remove_suffix(1);
    } else if (word(at) == "'s" && words_.joined(i) && form.size() == 4 && form.back() == '0') {
      ++at;
    } else {
      return std::nullopt;
    }
    const bool four = form.size() == 4 && form[3] == '0';
    const bool two =
        form.size() == 2 && form[1] == '0' && (before(i) == "the" || words_.at(i).starts_with("'"));
    if (!all_digits(form) || (!four && !two)) return std::nullopt;
    Draft draft{.time = {}, .at = at};
    draft.time.decade = true;
    draft.time.year = std::stoi(std::string(form)) + (two ? 1900 : 0);
    return draft;
  }

  // "summer 2011", "the spring of 2011".
  optional<Draft> season(TokenIndex i) const {
    if (!words_.lexicon.seasons.contains(word(i))) return std::nullopt;
    TokenIndex at = i + 1;
    if (word(at) == "of" || word(at) == ",") ++at;
    if (!year(at)) return std::nullopt;
    Draft draft{.time = {}, .at = at + 1};
    draft.time.year = year(at);
    draft.time.approximate = true;
    return draft;
  }

  // A year alone, where the words around it speak of dates.
  optional<Draft> year_alone(TokenIndex i) const {
    const auto number = year(i);
    if (!number || *number < 1700) return std::nullopt;
    if (!dates_year(i) || is_counted(i)) return std::nullopt;
    Draft draft{.time = {}, .at = i + 1};
    draft.time.year = number;
    // "1979-82"
    if (is_dash(word(i + 1)) && all_digits(word(i + 2)) && word(i + 2).size() == 2 &&
        words_.joined(i + 1)) {
      draft.time.form = TimeForm::span_of;
      draft.time.end_year = *number / 100 * 100 + std::stoi(std::string(word(i + 2)));
      draft.at = i + 3;
    }
    return draft;
  }

  bool dates_year(TokenIndex i) const {
    static constexpr string_view kBefore[] = {
        "in",      "since",  "until",     "till",   "by",         "before", "after", "from",
        "of",      "during", "between",   "circa",  "early",      "late",   "mid",   "year",
        "through", "(",      "copyright", "\u00a9", "throughout", "[",      "around"};
    const string_view previous = before(i);
    if (std::find(std::begin(kBefore), std::end(kBefore), previous) != std::end(kBefore))
      return true;
    if ((is_dash(previous) || previous == "and" || previous == "to") && i >= 2 &&
        four_digits(i - 2)) {
      return true;
    }
    if (is_dash(word(i + 1)) && four_digits(i + 2)) return true;
    const bool described =
        previous == "the" || previous == "a" || previous == "'s" || previous == "his";
    if (i + 1 >= end_) return false;
    const string_view tag = words_.token(i + 1).xpos;
    const int value = *year(i);
    if ((tag == "NN" || tag == "NNP") && value >= 1900 && value < 2050) return true;
    const Upos next = words_.token(i + 1).upos;
    return described && (next == Upos::NOUN || next == Upos::PROPN || next == Upos::ADJ) &&
           words_.token(i + 1).xpos != "NNS";
  }

  bool four_digits(TokenIndex i) const {
    return words_.at(i).size() == 4 && all_digits(words_.at(i));
  }

  // "in 2000 cases": the number counts the noun behind it.
  bool is_counted(TokenIndex i) const {
    const string_view next = word(i + 1);
    if (find(words_.lexicon.units, next) != nullptr ||
        find(words_.lexicon.zones, next) != nullptr) {
      return true;
    }
    return words_.token(i).deprel == "nummod" && words_.token(i).head == i + 1 &&
           names_people(i + 1);
  }

  // "... until 12 June 2011", "1979 - 1982": the other end of a range.
  void join_end(Draft& draft) const {
    if (draft.time.form == TimeForm::span_of || draft.time.decade) return;
    const bool between = before(first_) == "between" && word(draft.at) == "and";
    if (!is_range_mark(draft.at) && !between) return;
    const TokenIndex next = draft.at + 1;
    optional<Draft> other = next < end_ ? one_date(next) : std::nullopt;
    if (!other && draft.time.year && !draft.time.month && year(next)) {
      other = Draft{.time = {}, .at = next + 1};
      other->time.year = year(next);
    }
    if (!other || other->time.form != TimeForm::calendar || other->time.decade) return;
    if (draft.time.day.has_value() != other->time.day.has_value()) return;
    draft.time.form = TimeForm::span_of;
    if (!draft.time.year) draft.time.year = other->time.year;
    draft.time.end_year = other->time.year ? other->time.year : draft.time.year;
    draft.time.end_month = other->time.month;
    draft.time.end_day = other->time.day;
    draft.at = other->at;
  }

  // "... 2009 12:49 am BST".
  void add_clock(Draft& draft) const {
    if (draft.time.form != TimeForm::calendar || !draft.time.day) return;
    TokenIndex at = draft.at;
    if (word(at) == "," || word(at) == "at") ++at;
    const auto clock = at < end_ ? clock_at(words_, at, end_) : std::nullopt;
    if (!clock) return;
    draft.time.clock = clock->time.clock;
    draft.time.type = TimexType::time;
    draft.at = clock->last;
  }

  const Words& words_;
  TokenIndex first_;
  TokenIndex end_;
};

}  // namespace

optional<TimeMatch> calendar_at(const Words& words, TokenIndex i, TokenIndex end) {
  return Reader(words, i, end).read();
}

}  // namespace counterpoint::annotation
