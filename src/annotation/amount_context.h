// SPDX-License-Identifier: Apache-2.0
// An amount among the words of its sentence: what the rules of kind ask.
#pragma once

#include <string_view>

#include "annotation/amount.h"
#include "annotation/chars.h"
#include "annotation/words.h"

namespace counterpoint::annotation {

struct AmountContext {
  const Words& words;
  const Sentence& sentence;
  Amount& amount;

  // The folded word at `i`; empty outside the sentence.
  [[nodiscard]] std::string_view word(TokenIndex i) const {
    return i >= sentence.first && i < sentence.last ? words.at(i) : std::string_view{};
  }
  // Whether the word at `i`, inside the sentence, plays the part.
  [[nodiscard]] bool is(TokenIndex i, WordRole role) const {
    return words.lexicon.roles.has(word(i), role);
  }
  // The first token behind the number and its modifier, the last one before the number alone.
  [[nodiscard]] TokenIndex next() const { return amount.last; }
  [[nodiscard]] TokenIndex previous() const { return amount.number.first - 1; }
  // Whether token `i` is a hyphen without white space around it.
  [[nodiscard]] bool joint(TokenIndex i) const {
    return is_dash(word(i)) && words.joined(i) && words.joined(i - 1);
  }
  // Where a unit would stand: behind the number, over the hyphen of "5-tonne".
  [[nodiscard]] TokenIndex unit_at() const { return joint(next()) ? next() + 1 : next(); }
  [[nodiscard]] Upos upos(TokenIndex i) const {
    return i >= sentence.first && i < sentence.last ? words.token(i).upos : Upos::PUNCT;
  }
  [[nodiscard]] bool followed_by_noun() const {
    const Upos tag = upos(next());
    if (is(next(), WordRole::not_describing)) return false;  // "turned 70 last month"
    return tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::ADJ;
  }
  // The number stands alone: no range, modifier or vague word.
  [[nodiscard]] bool bare() const {
    return !amount.modified && !amount.number.vague && !amount.range;
  }
};

// Each reads one family of kinds (one file each). They may widen the amount over words that belong
// to it: a currency sign, "per cent".

// No quantity at all: list numbers, "one another", "first aid", "4 the families".
[[nodiscard]] bool is_no_quantity(const AmountContext& context);
[[nodiscard]] bool is_money(AmountContext& context);
[[nodiscard]] bool is_age(const AmountContext& context);
// A number that names: "phase 4", "the 737", telephone numbers, scores.
[[nodiscard]] bool is_name(const AmountContext& context);

// A measure and the token of its unit.
struct Measure {
  QuantityKind kind = QuantityKind::other;
  TokenIndex unit = -1;
};
// "35 km", "5-tonne", "20 per cent", "39.5 °C", "magnitude 7.1", "three-storey".
[[nodiscard]] std::optional<Measure> measured(AmountContext& context);

// "0345", "until ten on Monday": a clock that no time expression has.
[[nodiscard]] bool is_bare_clock(const AmountContext& context);
// Whether the number alone could be an hour.
[[nodiscard]] bool could_be_hour(const AmountContext& context);
// Whether nothing follows the number, or the next part of a list.
[[nodiscard]] bool closes_clause(const AmountContext& context);

// Whether token `i` is a common noun for a person, or for one person.
[[nodiscard]] bool is_person_noun(const AmountContext& context, TokenIndex i);
[[nodiscard]] bool is_one_person(const AmountContext& context, TokenIndex i);

// Whether one of `phrases` stands here, with its word `part` at `at`.
[[nodiscard]] bool stands_in(const AmountContext& context, const std::vector<Phrase<bool>>& phrases,
                             TokenIndex at, std::string_view part);

}  // namespace counterpoint::annotation
