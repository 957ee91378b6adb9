// SPDX-License-Identifier: Apache-2.0
#include "annotation/quantity_ellipsis.h"

#include "annotation/amount_context.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

constexpr double kOldestAge = 110;

class Ellipsis {
 public:
  Ellipsis(AmountContext context, const Quantity& before) : context_(context), before_(before) {}

  [[nodiscard]] bool continues() {
    const Number& number = context_.amount.number;
    if (number.vague || number.fraction || number.ordinal) return false;
    find_before();
    switch (before_.kind) {
      case QuantityKind::age:
        return number.value <= kOldestAge && (lists() || is_again() || is_of_another());
      case QuantityKind::clock:
        return could_be_hour(context_) && preposition() == "at" && closes_clause(context_);
      case QuantityKind::duration:
      case QuantityKind::distance:
      case QuantityKind::size:
        return is_parallel() || ends_gap() || is_given() || is_part() || is_side();
      case QuantityKind::percent:
        return is_parallel();
      default:
        return false;
    }
  }

 private:
  [[nodiscard]] string_view word(TokenIndex i) const { return context_.word(i); }
  [[nodiscard]] string_view preposition() const { return word(context_.amount.first - 1); }

  // The tokens [before_first_, before_last_) of the quantity before, its unit included.
  void find_before() {
    const Words& words = context_.words;
    TokenIndex i = context_.amount.first;
    while (i > context_.sentence.first && words.token(i - 1).span.begin >= before_.span.end) --i;
    before_last_ = before_.noun >= i ? before_.noun + 1 : i;
    while (i > context_.sentence.first && words.token(i - 1).span.begin >= before_.span.begin) --i;
    before_first_ = i;
  }

  // "aged 19, 25 and 30".
  [[nodiscard]] bool lists() const {
    const string_view between =
        Span{before_.span.end, context_.amount.quantity.span.begin}.of(context_.words.text);
    return between == ", " || between == " and " || between == ", and " || between == " or ";
  }

  // "... and 24 when he left it"
  [[nodiscard]] bool is_again() const {
    return context_.is(context_.amount.first - 1, WordRole::conjunction) &&
           context_.is(context_.next(), WordRole::behind_age);
  }

  // "he was 53, she about 50"
  [[nodiscard]] bool is_of_another() const {
    const TokenIndex i = context_.amount.first - 1;
    return closes_clause(context_) &&
           (context_.is(i, WordRole::age_subject) || is_one_person(context_, i));
  }

  // "10 metres by 4"
  [[nodiscard]] bool is_side() const {
    return preposition() == "by" && before_last_ == context_.amount.first - 1;
  }

  // "for 11 days ... for three", "from 48 per cent to 31", "22 years for the colonel and nine for".
  [[nodiscard]] bool is_parallel() const {
    const string_view outer = word(before_first_ - 1);
    const bool ranges = outer == "from" && preposition() == "to";
    const bool repeats =
        outer == preposition() && (outer == "for" || outer == "to" || outer == "at");
    if ((ranges || repeats) && closes_clause(context_)) return true;
    const bool joined =
        preposition() == "," || context_.is(context_.amount.first - 1, WordRole::conjunction);
    const string_view behind = word(context_.next());
    const bool to_whom = behind == "for" || behind == "to" || behind == "in" || behind == "on";
    return joined && to_whom && behind == word(before_last_);
  }

  // "... and his driver nine", "and the airport only six": a clause that has lost its verb.
  [[nodiscard]] bool ends_gap() const {
    if (!closes_clause(context_) || context_.is(context_.next(), WordRole::conjunction))
      return false;
    TokenIndex i = context_.amount.first - 1;
    while (context_.upos(i) == Upos::ADV) --i;
    if (context_.upos(i) != Upos::NOUN && context_.upos(i) != Upos::PROPN &&
        find(context_.words.lexicon.ordinals, word(i)) == nullptr) {
      return false;
    }
    for (; i >= before_last_; --i) {
      if (context_.upos(i) == Upos::VERB || context_.upos(i) == Upos::AUX) return false;
      if (word(i) == "," || context_.is(i, WordRole::conjunction)) return true;
    }
    return false;
  }

  // "asked for 12 weeks and were given two"
  [[nodiscard]] bool is_given() const {
    return closes_clause(context_) && context_.is(context_.amount.first - 1, WordRole::elapsed);
  }

  // "25 miles, the last five in the dark"
  [[nodiscard]] bool is_part() const {
    const TokenIndex rank = context_.amount.first - 1;
    const bool part = word(rank) == "last" || word(rank) == "first" || word(rank) == "final";
    return part && word(rank - 1) == "the" && word(rank - 2) == ",";
  }

  AmountContext context_;
  const Quantity& before_;
  TokenIndex before_first_ = 0;
  TokenIndex before_last_ = 0;
};

}  // namespace

std::optional<QuantityKind> taken_kind(const Words& words, const Sentence& sentence, Amount& amount,
                                       const Quantity& before) {
  if (amount.quantity.kind != QuantityKind::count || amount.quantity.noun >= 0) return std::nullopt;
  if (before.span.begin < sentence.span.begin) return std::nullopt;
  if (!Ellipsis({words, sentence, amount}, before).continues()) return std::nullopt;
  return before.kind;
}

}  // namespace counterpoint::annotation
