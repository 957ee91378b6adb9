// SPDX-License-Identifier: Apache-2.0
#include "annotation/quantities.h"

#include <algorithm>
#include <optional>
#include <string>

#include "annotation/amount.h"
#include "annotation/chars.h"
#include "annotation/counted_noun.h"
#include "annotation/letter_name.h"
#include "annotation/quantity_ellipsis.h"
#include "annotation/quantity_kind.h"
#include "annotation/quantity_times.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

// Which tokens belong to time expressions; `times` are sorted, and so are tokens.
std::vector<bool> tokens_in(const Words& words, const std::vector<TimeExpression>& times) {
  std::vector<bool> inside(static_cast<std::size_t>(words.size()));
  auto time = times.begin();
  for (TokenIndex i = 0; i < words.size(); ++i) {
    const Span span = words.token(i).span;
    while (time != times.end() && time->span.end <= span.begin) ++time;
    if (time == times.end()) break;
    inside[static_cast<std::size_t>(i)] = time->span.begin <= span.begin;
  }
  return inside;
}

class Finder {
 public:
  Finder(const Words& words, const std::vector<TimeExpression>& times)
      : words_(words), times_(times), in_time_(tokens_in(words, times)) {}

  std::vector<Quantity> run() {
    for (const Sentence& sentence : words_.ann.sentences) scan(sentence);
    return std::move(result_);
  }

 private:
  void scan(const Sentence& sentence) {
    for (TokenIndex i = sentence.first; i < sentence.last;) {
      if (const TimeExpression* time = time_over(i)) {
        i = in_time(*time, i, sentence);
      } else if (const TokenIndex behind = citation_end(i, sentence); behind > i) {
        i = behind;
      } else if (const TokenIndex end = name_end(words_, sentence, i); end > i) {
        i = name(i, end);
      } else if (is_none(i, sentence)) {
        i = none(i, sentence);
      } else {
        i = plain(i, sentence);
      }
    }
  }

  // The expression that covers token i. Times are sorted, and so are the tokens asked for.
  const TimeExpression* time_over(TokenIndex i) {
    const Span span = words_.token(i).span;
    while (next_time_ < times_.size() && times_[next_time_].span.end <= span.begin) ++next_time_;
    const bool covers = next_time_ < times_.size() && times_[next_time_].span.begin <= span.begin;
    return covers ? &times_[next_time_] : nullptr;
  }

  TokenIndex in_time(const TimeExpression& time, TokenIndex i, const Sentence& sentence) {
    TokenIndex end = i;
    while (end < sentence.last && words_.token(end).span.begin < time.span.end) ++end;
    for (Quantity& quantity : quantities_of_time(words_, sentence, time, i, end)) {
      add(std::move(quantity));
    }
    return end;
  }

  // "[7]", "[25][26]", "[ note 2 ]": numbers of footnotes.
  TokenIndex citation_end(TokenIndex i, const Sentence& sentence) const {
    if (words_.at(i) != "[") return i;
    for (TokenIndex at = i + 1; at < std::min(i + 4, sentence.last); ++at) {
      if (words_.at(at) != "]") continue;
      return at == i + 2 || all_digits(words_.at(at - 1)) ? at + 1 : i;
    }
    return i;
  }

  // "AK-47", "COVID-19", "G20": the whole name; it has no value.
  TokenIndex name(TokenIndex i, TokenIndex end) {
    Quantity quantity;
    quantity.span = quantity.number = words_.span(i, end);
    quantity.kind = QuantityKind::version;
    add(std::move(quantity));
    return end;
  }

  string_view word(TokenIndex i, const Sentence& sentence) const {
    return i < sentence.last ? words_.at(i) : string_view{};
  }

  // "no injuries", "none of the 14 crew", "none was hurt".
  bool is_none(TokenIndex i, const Sentence& sentence) const {
    const string_view next = word(i + 1, sentence);
    if (words_.at(i) == "no") return !next.empty() && has_letter(next) && next != "one";
    const bool idiom = words_.lexicon.roles.has(next, WordRole::none_behind);
    if (words_.at(i) != "none" || idiom) return false;
    return next != "of" || (words_.at(i + 2) != "it" && words_.at(i + 2) != "this");
  }

  TokenIndex none(TokenIndex i, const Sentence& sentence) {
    Amount amount;
    amount.first = i;
    amount.last = amount.number_last = i + 1;
    amount.number = {.value = 0, .first = i, .last = i + 1};
    Quantity& quantity = amount.quantity;
    quantity.span = quantity.number = words_.span(i, i + 1);
    quantity.min = quantity.max = 0;
    quantity.noun = counted_noun(words_, sentence, amount, in_time_);
    if (words_.at(i) == "no" && !counts_none(quantity.noun)) return i + 1;
    add(std::move(quantity));
    return i + 1;
  }

  // Only the plural of things that could be counted: "no injuries", not "no officer named", "no
  // plans".
  bool counts_none(TokenIndex noun) const {
    if (noun < 0 || words_.lexicon.no_idioms.contains(words_.at(noun))) return false;
    const Token& token = words_.token(noun);
    return token.xpos == "NNS" || (token.upos == Upos::X && words_.at(noun).ends_with("s"));
  }

  TokenIndex plain(TokenIndex i, const Sentence& sentence) {
    auto amount = amount_at(words_, i, sentence);
    if (!amount) return i + 1;
    if (!set_kind(words_, sentence, in_time_, *amount)) return amount->number.last;
    Quantity& quantity = amount->quantity;
    if (const Quantity* before = measure_before()) {
      quantity.kind = taken_kind(words_, sentence, *amount, *before).value_or(quantity.kind);
    }
    add(quantity);
    return std::max(amount->last, i + 1);
  }

  // The quantity before, ordinals left out: "25 miles, the first five on foot".
  const Quantity* measure_before() const {
    const auto found = std::find_if(result_.rbegin(), result_.rend(), [](const Quantity& quantity) {
      return quantity.kind != QuantityKind::ordinal;
    });
    return found == result_.rend() ? nullptr : &*found;
  }

  // Modifiers look back, so an amount may reach over the end of the one before: keep them apart.
  void add(Quantity quantity) {
    if (!result_.empty() && quantity.span.begin < result_.back().span.end) {
      if (quantity.number.begin < result_.back().span.end) return;
      quantity.span.begin = quantity.number.begin;
    }
    result_.push_back(std::move(quantity));
  }

  const Words& words_;
  const std::vector<TimeExpression>& times_;
  std::vector<bool> in_time_;
  std::size_t next_time_ = 0;
  std::vector<Quantity> result_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Words& words,
                                      const std::vector<TimeExpression>& times) {
  return Finder(words, times).run();
}

}  // namespace counterpoint::annotation
