// SPDX-License-Identifier: Apache-2.0
// Measures: lengths, weights, times, temperatures, percentages and what stands in a joined word.
#include "annotation/amount_context.h"
#include "annotation/counted_noun.h"
#include "annotation/letter_name.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

// "400 square kilometres", "20 sq km": the unit behind.
optional<Measure> area(const AmountContext& context, TokenIndex at) {
  if (!context.is(at, WordRole::area)) return std::nullopt;
  TokenIndex unit = at + 1;
  if (is_dash(context.word(unit))) ++unit;
  if (find(context.words.lexicon.units, context.word(unit)) == nullptr) return std::nullopt;
  return Measure{QuantityKind::size, unit};
}

// "60mm mortar", "7.62 mm calibre", "a 9-mm pistol".
bool is_calibre(const AmountContext& context, TokenIndex unit) {
  if (!context.is(unit, WordRole::calibre_unit)) return false;
  for (TokenIndex i = unit + 1; i <= unit + 3; ++i) {
    if (context.words.lexicon.calibre_heads.contains(context.word(i))) return true;
    if (context.upos(i) == Upos::ADP || !has_letter(context.word(i))) return false;
  }
  return false;
}

// "120 kilometres an hour", "80 km per hour".
bool is_speed(const AmountContext& context, TokenIndex unit) {
  return context.is(unit + 1, WordRole::speed_mark) && context.is(unit + 2, WordRole::speed_unit);
}

// "magnitude 7.1", "measured 6.4 on the Richter scale", "a magnitude of 6.2".
bool is_magnitude(const AmountContext& context) {
  TokenIndex i = context.amount.first - 1;
  if (is_dash(context.word(i)) || context.is(i, WordRole::before_level)) --i;
  if (context.is(i, WordRole::magnitude)) return true;
  const TokenIndex at = context.next();
  for (TokenIndex k = at; k < at + 4; ++k) {
    if (context.word(k) == "richter") return true;
  }
  return false;
}

optional<Measure> temperature(const AmountContext& context, TokenIndex at) {
  const string_view form = context.word(at);
  const bool letter = (form == "f" || form == "c") && context.words.joined(at - 1);
  if (letter || form == "\u00b0" || form.starts_with("\u00b0"))
    return Measure{QuantityKind::temperature, at};
  return std::nullopt;
}

void take_percent(AmountContext& context, TokenIndex last) {
  widen(context.words, context.sentence, context.amount, context.amount.first, last);
}

optional<Measure> percent(AmountContext& context, TokenIndex at) {
  const string_view form = context.word(at);
  const bool two_words = form == "per" && context.word(at + 1) == "cent";
  const QuantityKind* unit = find(context.words.lexicon.units, form);
  const bool sign = unit != nullptr && *unit == QuantityKind::percent;
  if (!two_words && !sign) return std::nullopt;
  const TokenIndex behind = at + (two_words ? 2 : 1);
  if (form == "percentage" && context.is(behind, WordRole::percentage_point))
    return Measure{QuantityKind::other, at + 1};
  if (form == "percentage") return std::nullopt;
  take_percent(context, behind);
  return Measure{QuantityKind::percent, -1};
}

// "half an hour", "three quarters of a mile", "a couple of weeks".
TokenIndex over_article(const AmountContext& context, TokenIndex at) {
  if (context.amount.number.vague && context.word(at) == "of") return at + 1;
  if (!context.amount.number.fraction) return at;
  const TokenIndex article = context.word(at) == "of" ? at + 1 : at;
  return context.is(article, WordRole::article) ? article + 1 : at;
}

// "three-storey", "two-pronged": the number belongs to an adjective; "three-judge" counts judges.
optional<Measure> joined_word(const AmountContext& context) {
  if (!context.joint(context.next())) return std::nullopt;
  const TokenIndex rest = context.next() + 1;
  const bool adjective = context.word(rest).ends_with("ed") && context.word(rest).size() > 4;
  if (adjective || context.words.lexicon.compound_measures.contains(context.word(rest)))
    return Measure{QuantityKind::other, rest};
  return std::nullopt;
}

}  // namespace

namespace {

// "twenty-two barrel bombs": more than one, and the unit is singular: it belongs to what is
// counted.
bool is_compound(const AmountContext& context, TokenIndex unit, QuantityKind kind) {
  constexpr std::size_t kSpelledOut = 4;  // letters; "12 kg bombs" are no compound
  if (kind != QuantityKind::size || context.joint(context.next())) return false;
  const bool many = context.amount.number.value > 1 && context.word(unit).size() > kSpelledOut;
  return many && unit + 1 < context.sentence.last && context.words.token(unit).xpos == "NN" &&
         context.words.token(unit + 1).xpos == "NNS";
}

}  // namespace

optional<Measure> measured(AmountContext& context) {
  const TokenIndex at = over_article(context, context.unit_at());
  if (auto found = percent(context, at)) return found;
  if (auto found = temperature(context, at)) return found;
  if (auto found = area(context, at)) return found;
  if (auto found = joined_word(context)) return found;
  const string_view form = context.word(at);
  const bool name = name_end(context.words, context.sentence, at) > at;  // "four Mi-8s"
  const QuantityKind* unit = name ? nullptr : find(context.words.lexicon.units, form);
  const bool plain = context.is(at, WordRole::plain_money) || context.is(at, WordRole::plain_unit);
  if (unit != nullptr && !plain && !is_compound(context, at, *unit)) {
    if (is_calibre(context, at) || context.is(at, WordRole::pound))
      return Measure{QuantityKind::size, at};
    if (*unit == QuantityKind::distance && is_speed(context, at))
      return Measure{QuantityKind::other, at};
    return Measure{*unit, at};
  }
  if (form == "nautical") return Measure{QuantityKind::distance, at + 1};
  if (context.amount.number.value < 0) return Measure{QuantityKind::temperature, -1};  // "minus 20"
  if (is_magnitude(context)) return Measure{QuantityKind::other, -1};
  return std::nullopt;
}

}  // namespace counterpoint::annotation
