// SPDX-License-Identifier: Apache-2.0
#include "annotation/quantities.h"

#include <optional>
#include <string>

#include "annotation/amount.h"
#include "annotation/chars.h"
#include "annotation/quantity_kind.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

class Finder {
 public:
  Finder(const Words& words, const std::vector<TimeExpression>& times)
      : words_(words), times_(times) {
    if (words.ann.parsed) dependents_.emplace(words);
  }

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

  // Over a time expression; the number of a duration is a quantity.
  TokenIndex in_time(const TimeExpression& time, TokenIndex i, const Sentence& sentence) {
    TokenIndex end = i;
    while (end < sentence.last && words_.token(end).span.begin < time.span.end) ++end;
    if (time.type != TimexType::duration) return end;
    for (TokenIndex at = i; at < end; ++at) {
      auto amount = amount_at(words_, at, sentence);
      if (!amount || amount->number.ordinal) continue;
      amount->quantity.kind = QuantityKind::duration;
      amount->quantity.noun = end - 1;
      add(*amount);
      break;
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

  TokenIndex plain(TokenIndex i, const Sentence& sentence) {
    if (words_.at(i) == "most" && words_.at(i + 1) == "of" && i + 1 < sentence.last) {
      return most_of(i, sentence);
    }
    auto amount = amount_at(words_, i, sentence);
    if (!amount) return i + 1;
    if (is_word_of_phrase(*amount, sentence)) return amount->number.last;
    auto kind = kind_of(words_, sentence, *amount);
    if (!kind) return amount->number.last;
    if (*kind == QuantityKind::count && continues_ages(*amount)) kind = QuantityKind::age;
    amount->quantity.kind = *kind;
    amount->quantity.noun = noun_of(*kind, *amount, sentence);
    add(*amount);
    return amount->last;
  }

  // A measure's noun is its unit; names, ages and percentages count nothing.
  TokenIndex noun_of(QuantityKind kind, const Amount& amount, const Sentence& sentence) const {
    switch (kind) {
      case QuantityKind::version:
      case QuantityKind::age:
      case QuantityKind::percent:
      case QuantityKind::temperature:
        return -1;
      case QuantityKind::distance:
      case QuantityKind::size:
      case QuantityKind::duration: {
        TokenIndex unit = amount.number_last;
        if (is_dash(words_.at(unit))) ++unit;
        return unit < sentence.last ? unit : -1;
      }
      default:
        return counted_noun(words_, dependents_ ? &*dependents_ : nullptr, sentence, amount);
    }
  }

  // Vague words that are no amounts here: "a few" and "several" without a noun stay, "scores"
  // and "hundreds" as verbs or of games do not.
  bool is_word_of_phrase(const Amount& amount, const Sentence& sentence) const {
    if (!amount.number.vague) return false;
    const Upos upos = words_.token(amount.number.last - 1).upos;
    if (upos == Upos::VERB || upos == Upos::AUX) return true;
    const string_view after = amount.last < sentence.last ? words_.at(amount.last) : string_view{};
    return words_.at(amount.number.first) == "scores" && after != "of" && !amount.modified &&
           upos != Upos::X;
  }

  // "aged 19, 25 and 30".
  bool continues_ages(const Amount& amount) const {
    if (result_.empty() || result_.back().kind != QuantityKind::age || !amount.number.digits)
      return false;
    const string_view between =
        Span{result_.back().span.end, amount.quantity.span.begin}.of(words_.text);
    return between == ", " || between == " and " || between == ", and " || between == " or ";
  }

  TokenIndex most_of(TokenIndex i, const Sentence& sentence) {
    Amount amount;
    amount.number = {.value = 0.5, .first = i, .last = i + 1, .vague = true, .fraction = true};
    amount.first = i;
    amount.last = amount.number_last = i + 1;
    amount.quantity.number = amount.quantity.span = words_.span(i, i + 1);
    amount.quantity.min = 0.5;
    amount.quantity.approximate = true;
    amount.quantity.word = std::string(words_.written(i));
    amount.quantity.kind = QuantityKind::fraction;
    amount.quantity.noun =
        counted_noun(words_, dependents_ ? &*dependents_ : nullptr, sentence, amount);
    add(amount);
    return i + 1;
  }

  // Modifiers look back, so an amount may reach over the end of the one before: keep them apart.
  void add(const Amount& amount) {
    Quantity quantity = amount.quantity;
    if (!result_.empty() && quantity.span.begin < result_.back().span.end) {
      if (quantity.number.begin < result_.back().span.end) return;
      quantity.span.begin = quantity.number.begin;
    }
    result_.push_back(std::move(quantity));
  }

  const Words& words_;
  const std::vector<TimeExpression>& times_;
  std::optional<Dependents> dependents_;
  std::size_t next_time_ = 0;
  std::vector<Quantity> result_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Words& words,
                                      const std::vector<TimeExpression>& times) {
  return Finder(words, times).run();
}

}  // namespace counterpoint::annotation
