// SPDX-License-Identifier: Apache-2.0
#include "annotation/times.h"

#include <algorithm>
#include <cstdlib>

#include "annotation/chars.h"
#include "annotation/groups.h"
#include "annotation/time_match.h"

namespace counterpoint::annotation {
namespace {

using std::optional;

// How far a verb is looked for above an expression's governor.
constexpr int kClimb = 3;

class Finder {
 public:
  explicit Finder(const Words& words) : words_(words) {
    if (words.ann.parsed) dependents_.emplace(words);
  }

  std::vector<TimeExpression> run() {
    for (const Sentence& sentence : words_.ann.sentences) {
      for (TokenIndex i = sentence.first; i < sentence.last;) {
        optional<TimeMatch> match = match_at(i, sentence.last);
        if (!match) {
          ++i;
          continue;
        }
        join_clock(*match, sentence.last);
        add_modifier(*match, sentence.first);
        finish(*match, sentence);
        i = match->last;
        result_.push_back(match->time);
      }
    }
    return std::move(result_);
  }

 private:
  optional<TimeMatch> match_at(TokenIndex i, TokenIndex end) const {
    for (const auto family : {feast_at, period_at, in_text_at, calendar_at, weekday_at, relative_at,
                              clock_at, repeated_at, reference_at, length_at}) {
      if (auto match = family(words_, i, end)) return match;
    }
    return std::nullopt;
  }

  // "1600 GMT on Monday", "5pm yesterday": one expression.
  void join_clock(TimeMatch& match, TokenIndex end) const {
    if (match.time.form != TimeForm::clock) return;
    TokenIndex at = match.last;
    if (at < end && words_.at(at) == "(") {  // "(1325 GMT)"
      const auto zoned = at + 1 < end ? clock_at(words_, at + 1, end) : std::nullopt;
      if (!zoned || zoned->last >= end || words_.at(zoned->last) != ")") return;
      match.time.clock = zoned->time.clock;
      at = match.last = zoned->last + 1;
    }
    if (at < end && (words_.at(at) == "on" || words_.at(at) == ",")) ++at;
    if (at >= end) return;
    optional<TimeMatch> day = calendar_at(words_, at, end);
    if (!day) day = weekday_at(words_, at, end);
    if (!day) day = relative_at(words_, at, end);
    if (!day || !dates_a_day(day->time) || !day->time.clock.empty()) return;
    const std::string clock = match.time.clock;
    match.time = day->time;
    match.time.clock = clock;
    match.time.type = TimexType::time;
    match.last = day->last;
  }

  static bool dates_a_day(const TimeExpression& time) {
    if (time.form == TimeForm::calendar) return time.day.has_value();
    if (time.form == TimeForm::weekday) return !time.end_weekday;
    return time.form == TimeForm::offset && time.unit == TimeUnit::day &&
           time.type == TimexType::date;
  }

  // "more than an hour", "nearly two years": what stands before a length is part of it.
  void add_modifier(TimeMatch& match, TokenIndex begin) const {
    TimeExpression& time = match.time;
    const bool takes = time.type == TimexType::duration || time.form == TimeForm::offset ||
                       time.form == TimeForm::clock || time.in_text;
    if (!takes) return;
    for (const auto& phrase : words_.lexicon.before) {
      const auto size = static_cast<TokenIndex>(phrase.words.size());
      const TokenIndex first = match.first - size;
      if (first < begin || phrase.value == Effect::none) continue;
      TokenIndex k = 0;
      while (k < size && words_.at(first + k) == phrase.words[static_cast<std::size_t>(k)]) ++k;
      if (k < size) continue;
      // "over the past year": a preposition of its own.
      if (size == 1 && words_.token(first).upos == Upos::ADP) return;
      if (phrase.value == Effect::at_least) time.modifier = TimeModifier::at_least;
      if (phrase.value == Effect::at_most) time.modifier = TimeModifier::at_most;
      if (phrase.words[0] == "more") time.modifier = TimeModifier::more_than;
      if (phrase.words[0] == "less") time.modifier = TimeModifier::less_than;
      if (phrase.value == Effect::about || phrase.value == Effect::nearly) time.approximate = true;
      const bool counted = time.form == TimeForm::offset && std::abs(time.offset) > 1;
      if (time.type == TimexType::duration || counted || time.form == TimeForm::clock) {
        match.first = first;
      }
      return;
    }
  }

  void finish(TimeMatch& match, const Sentence& sentence) const {
    TimeExpression& time = match.time;
    time.span = words_.span(match.first, match.last);
    if (time.bound == TimeBound::none && time.type != TimexType::duration &&
        time.type != TimexType::set && time.form != TimeForm::span_of &&
        time.reference == TimeReference::none) {
      time.bound = bound_before(match, sentence);
    }
    if (time.bound == TimeBound::about) time.approximate = true;
    if (dependents_) {
      set_governor(match);
    } else {
      time.future = time.future || speaks_of_future(sentence.first, sentence.last);
    }
    const bool from = words_.at(match.first - 1) == "from";  // "from Monday", past or future
    if ((time.bound == TimeBound::since && !from) || time.direction < 0) {
      time.future = false;
      time.past = true;
    }
    if (time.bound == TimeBound::until || time.bound == TimeBound::before || reaches_to(match)) {
      // "has until Friday" is to come, "burned until Friday" is over.
      const bool weekday = time.form == TimeForm::weekday && time.direction == 0;
      if (dependents_ && weekday && !time.past) time.future = true;
      time.past = false;
    }
    if (time.direction > 0 || (time.form == TimeForm::offset && time.offset > 0))
      time.future = true;
  }

  // "extended to 16 November", "through January": the end of what has begun by then.
  bool reaches_to(const TimeMatch& match) const {
    return words_.is(match.first - 1, WordRole::range_end);
  }

  TimeBound bound_before(const TimeMatch& match, const Sentence& sentence) const {
    TokenIndex i = match.first - 1;
    const bool possessor = words_.at(match.last) == "'s" && match.last < sentence.last;
    if (i >= sentence.first && words_.at(i) == "the") --i;
    if (i < sentence.first || possessor) return TimeBound::none;
    if (words_.at(i) == "to" && i > sentence.first && words_.at(i - 1) == "prior") {
      return TimeBound::before;
    }
    // "after Friday prayers": the bound is the prayers'.
    const bool modifies = match.time.form == TimeForm::weekday && match.last < sentence.last &&
                          words_.token(match.last).upos == Upos::NOUN;
    if (modifies) return TimeBound::none;
    if (time_word(words_, i, TimeClass::since)) return TimeBound::since;
    if (time_word(words_, i, TimeClass::until)) {
      return words_.at(i) == "by" && match.time.form == TimeForm::clock ? TimeBound::none
                                                                        : TimeBound::until;
    }
    if (time_word(words_, i, TimeClass::before)) return TimeBound::before;
    if (time_word(words_, i, TimeClass::after)) return TimeBound::after;
    if (time_word(words_, i, TimeClass::about)) return TimeBound::about;
    return TimeBound::none;
  }

  void set_governor(TimeMatch& match) const {
    const TokenRange range{match.first, match.last};
    TokenIndex top = range.last - 1;
    for (TokenIndex i = range.first; i < range.last; ++i) {
      if (!range.contains(words_.token(i).head)) top = i;
    }
    match.time.governor = words_.token(top).head;
    match.time.past = is_past(match, match.time.governor);
    match.time.future = match.time.future || (!match.time.past && is_future(match.time.governor));
  }

  // "said", "fled", "visited", whatever their tag; not "put", which is its own present.
  bool is_past_form(std::string_view word) const {
    const std::string* lemma = find(words_.lexicon.verbs, word);
    if (lemma != nullptr) return *lemma != word && !word.ends_with("ing") && !word.ends_with("s");
    return word.size() > 4 && word.ends_with("ed");
  }

  // The verb just before the expression ("said Thursday") tells more surely than the parse.
  bool is_past(const TimeMatch& match, TokenIndex governor) const {
    TokenIndex i = match.first - 1;
    while (i > 0 && words_.token(i).upos == Upos::ADP && i > match.first - 3) --i;
    if (i >= 0 && (words_.token(i).xpos == "VBD" || is_past_form(words_.at(i)))) return true;
    if (governor < 0) return false;
    if (words_.token(governor).xpos == "VBD") return true;
    if (words_.token(governor).xpos != "VBN") return false;
    for (const TokenIndex child : dependents_->of(governor)) {
      if (relation(words_, child) == "aux" && words_.token(child).upos == Upos::AUX) {
        if (words_.is(child, WordRole::perfect_auxiliary)) return !is_future(governor);
      }
    }
    return false;
  }

  bool is_future(TokenIndex governor) const {
    for (int step = 0; step < kClimb && governor >= 0; ++step) {
      const Token& token = words_.token(governor);
      if (step == 0 && is_expected(governor)) return true;
      const bool verb = token.upos == Upos::VERB || token.upos == Upos::AUX;
      for (const TokenIndex child : dependents_->of(governor)) {
        const auto rel = relation(words_, child);
        if (rel == "aux" && words_.lexicon.future_auxiliaries.contains(words_.token(child).lemma)) {
          return true;
        }
      }
      if (verb) return infinitive_of_future(governor);
      governor = token.head;
    }
    return false;
  }

  // "is due Friday", "scheduled for Monday".
  bool is_expected(TokenIndex governor) const {
    const Token& token = words_.token(governor);
    if (token.xpos != "VBN" && token.upos != Upos::ADJ) return false;
    if (!words_.lexicon.future_heads.contains(words_.at(governor))) return false;
    for (const TokenIndex child : dependents_->of(governor)) {
      if (words_.is(child, WordRole::past_auxiliary)) return false;
    }
    return true;
  }

  // "to be held": an infinitive under "due", "plan", "expect".
  bool infinitive_of_future(TokenIndex verb) const {
    bool infinitive = false;
    for (const TokenIndex child : dependents_->of(verb)) {
      if (words_.at(child) == "to" && child < verb) infinitive = true;
    }
    if (!infinitive) return false;
    for (const TokenIndex child : dependents_->of(verb)) {
      if (words_.is(child, WordRole::present_be)) return true;  // "is to open"
    }
    const TokenIndex above = words_.token(verb).head;
    if (above < 0) return false;
    if (words_.is(above, WordRole::present_be)) return true;
    for (const TokenIndex child : dependents_->of(above)) {
      if (words_.at(child) == "had") return false;  // "had been due to open"
    }
    return words_.lexicon.future_heads.contains(words_.token(above).lemma) ||
           words_.lexicon.future_heads.contains(words_.at(above));
  }

  bool speaks_of_future(TokenIndex first, TokenIndex last) const {
    for (TokenIndex i = first; i < last; ++i) {
      if (words_.lexicon.future_auxiliaries.contains(words_.at(i))) return true;
    }
    return false;
  }

  const Words& words_;
  optional<Dependents> dependents_;
  std::vector<TimeExpression> result_;
};

}  // namespace

std::vector<TimeExpression> find_times(const Words& words) {
  return Finder(words).run();
}

}  // namespace counterpoint::annotation
