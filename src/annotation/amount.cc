// SPDX-License-Identifier: Apache-2.0
#include "annotation/amount.h"

#include <algorithm>
#include <string>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string;
using std::string_view;

// A comparative stands at most so many words before its "than".
constexpr TokenIndex kClause = 8;

class Reader {
 public:
  Reader(const Words& words, const Sentence& sentence) : words_(words), sentence_(sentence) {}

  optional<Amount> read(TokenIndex i) {
    const auto number = number_at(words_, i, sentence_.last);
    if (!number) return std::nullopt;
    amount_.number = *number;
    amount_.first = number->first;
    amount_.last = number->last;
    second_number();
    amount_.number_last = amount_.last;
    amount_.quantity.number = words_.span(amount_.number.first, amount_.last);
    const TokenIndex word_first = modifier_before();
    if (!lost_word()) modifier_after();
    set_interval();
    set_word(word_first);
    amount_.quantity.span = words_.span(amount_.first, amount_.last);
    return amount_;
  }

 private:
  string_view word(TokenIndex i) const {
    return i >= sentence_.first && i < sentence_.last ? words_.at(i) : string_view{};
  }

  // "120-140", "20 to 30", "between 20 and 50", "five or 14".
  void second_number() {
    if (amount_.number.ordinal || amount_.number.fraction) return;
    const TokenIndex mark = amount_.last;
    const string_view form = word(mark);
    const bool dash = is_dash(form) && words_.joined(mark) == words_.joined(mark - 1);
    const bool to = form == "to" && word(amount_.first - 1) != "from";
    const bool between = form == "and" && word(amount_.first - 1) == "between";
    const bool either = form == "or";
    if (!dash && !to && !between && !either) return;
    const auto other = number_at(words_, mark + 1, sentence_.last);
    if (!other || other->ordinal || other->fraction || other->vague || amount_.number.vague) return;
    if (!either && other->value <= amount_.number.value) return;
    if (is_dash(word(other->last)) && dash) return;  // "713-853-3989"
    if (between) amount_.first -= 1;
    if (either) {
      amount_.quantity.alternatives = {amount_.number.value, other->value};
    } else {
      amount_.quantity.min = scaled_first(*other);
      amount_.quantity.max = other->value;
    }
    amount_.range = true;
    amount_.last = other->last;
  }

  // "2 to 3 million": the scale of the second number is the first one's too.
  double scaled_first(const Number& other) const {
    const double first = amount_.number.value;
    if (!other.scaled || amount_.number.scaled || first >= 1000) return first;
    double factor = 1;
    for (TokenIndex i = other.first + 1; i < other.last; ++i) {
      const NumberWord* scale = find(words_.lexicon.numbers, words_.at(i));
      if (scale != nullptr) factor *= scale->value;
    }
    return first * factor;
  }

  // Takes the longest modifier that ends before the number. Returns where it begins, or -1.
  TokenIndex modifier_before() {
    TokenIndex end = amount_.first;
    if ((word(end - 1) == "a" || word(end - 1) == "$") && amount_.number.digits) --end;
    if (words_.lexicon.currencies.contains(word(end - 1))) --end;
    for (const auto& phrase : words_.lexicon.before) {
      const TokenIndex begin = end - static_cast<TokenIndex>(phrase.words.size());
      if (!matches(phrase.words, begin)) continue;
      if (phrase.value == Effect::none) return -1;
      effect_ = phrase.value;
      amount_.modified = true;
      amount_.first = begin;
      return begin;
    }
    return -1;
  }

  bool matches(const std::vector<string>& phrase, TokenIndex begin) const {
    for (std::size_t k = 0; k < phrase.size(); ++k) {
      if (word(begin + static_cast<TokenIndex>(k)) != phrase[k]) return false;
    }
    return true;
  }

  // Whether a comparative stands before "than" in its clause: "more people than 4,000 soldiers".
  bool is_compared(TokenIndex than) const {
    static constexpr string_view kOthers[] = {"more",   "less",  "fewer", "other",
                                              "rather", "worse", "else"};
    for (TokenIndex i = than - 1; i >= std::max(sentence_.first, than - kClause); --i) {
      const string_view form = word(i);
      if (form == ",") return false;
      const bool other =
          std::find(std::begin(kOthers), std::end(kOthers), form) != std::end(kOthers);
      const bool graded = i == than - 1 && form.size() > 3 && form.ends_with("er");
      if (other || graded || words_.token(i).xpos == "JJR" || words_.token(i).xpos == "RBR")
        return true;
    }
    return false;
  }

  // "violence escalated, than 4,000 locals fled": "more" was lost.
  bool lost_word() {
    const TokenIndex than = amount_.first - 1;
    if (amount_.modified || word(than) != "than") return false;
    if (is_compared(than)) return false;
    amount_.first = than;
    amount_.modified = true;
    amount_.quantity.emended = true;
    effect_ = Effect::at_least;
    lost_ = true;
    return true;
  }

  void modifier_after() {
    for (const auto& phrase : words_.lexicon.after) {
      if (!matches(phrase.words, amount_.last)) continue;
      const auto size = static_cast<TokenIndex>(phrase.words.size());
      if (phrase.words.front() == "at" && word(amount_.last + size).empty()) continue;
      after_first_ = amount_.last;
      amount_.last += size;
      amount_.modified = true;
      effect_ = phrase.value;
      return;
    }
  }

  void set_interval() {
    Quantity& quantity = amount_.quantity;
    if (!quantity.alternatives.empty()) {
      quantity.approximate = effect_ == Effect::about;
      return;
    }
    if (!amount_.range) {
      quantity.min = amount_.number.value;
      quantity.max = amount_.number.value;
    }
    if (amount_.number.vague) {
      quantity.max.reset();
      quantity.approximate = true;
    }
    apply(quantity);
  }

  void apply(Quantity& quantity) const {
    switch (effect_) {
      case Effect::at_least:
        quantity.max.reset();
        break;
      case Effect::nearly:
        quantity.approximate = true;
        [[fallthrough]];
      case Effect::at_most:
        quantity.min.reset();
        break;
      case Effect::about:
        quantity.approximate = true;
        break;
      case Effect::none:
        break;
    }
  }

  void set_word(TokenIndex modifier_first) {
    Span span;
    if (lost_) {
      span = words_.span(amount_.first, amount_.first + 1);
    } else if (after_first_ >= 0) {
      span = words_.span(after_first_, amount_.last);
    } else if (modifier_first >= 0) {
      TokenIndex end = amount_.number.first;
      if (word(end - 1) == "a" && amount_.number.digits) --end;
      if (words_.lexicon.currencies.contains(word(end - 1))) --end;
      span = words_.span(modifier_first, end);
    } else if (amount_.number.vague) {
      span = amount_.quantity.number;
    } else {
      return;
    }
    amount_.quantity.word = string(span.of(words_.text));
  }

  const Words& words_;
  const Sentence& sentence_;
  Amount amount_;
  Effect effect_ = Effect::none;
  TokenIndex after_first_ = -1;
  bool lost_ = false;
};

}  // namespace

optional<Amount> amount_at(const Words& words, TokenIndex i, const Sentence& sentence) {
  return Reader(words, sentence).read(i);
}

}  // namespace counterpoint::annotation
