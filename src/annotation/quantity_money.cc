// SPDX-License-Identifier: Apache-2.0
// Amounts of money: "$5m", "Rs 5 lakh", "12 Mexican pesos", "millions of dollars".
#include "annotation/amount_context.h"

namespace counterpoint::annotation {
namespace {

bool is_money_word(const AmountContext& context, TokenIndex i) {
  const QuantityKind* unit = find(context.words.lexicon.units, context.word(i));
  if (unit == nullptr || *unit != QuantityKind::money) return false;
  // "500 million won", "two won"; "300 pounds of explosive" and a "50-pound bomb" weigh.
  if (context.is(i, WordRole::plain_money))
    return context.amount.number.scaled || context.amount.number.value >= 1000;
  return !context.is(i, WordRole::pound) ||
         (context.word(i + 1) != "of" && !is_dash(context.word(i - 1)));
}

// The money word behind the amount: over "of" and a country's adjective; -1: none.
TokenIndex money_word(const AmountContext& context) {
  TokenIndex at = context.unit_at();
  if (context.amount.number.vague && context.word(at) == "of") ++at;
  if (is_money_word(context, at)) return at;
  // "40€", "500 KES"
  const bool sign = context.words.lexicon.currencies.contains(context.word(at));
  if (sign && !digits_value(context.word(at + 1))) return at;
  const bool adjective = at < context.sentence.last && starts_upper(context.words.written(at));
  return adjective && is_money_word(context, at + 1) ? at + 1 : -1;
}

}  // namespace

bool is_money(AmountContext& context) {
  Amount& amount = context.amount;
  if (amount.number.ordinal || amount.number.fraction) return false;
  TokenIndex sign = context.previous();
  // "between $10 billion": the sign stands inside the amount already.
  const bool signed_money = context.words.lexicon.currencies.contains(context.word(sign));
  const TokenIndex behind = money_word(context);
  if (!signed_money && behind < 0) return false;
  if (!signed_money) sign = amount.first;
  const bool glued = signed_money && context.words.joined(amount.last - 1) && behind >= 0 &&
                     is_dash(context.word(amount.last));
  widen(context.words, context.sentence, amount, sign,
        behind >= 0 && !glued ? behind + 1 : amount.last);
  return true;
}

}  // namespace counterpoint::annotation
