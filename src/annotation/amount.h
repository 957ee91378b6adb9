// SPDX-License-Identifier: Apache-2.0
// A number with the words that bound it: "more than 120", "five or 14", "between 20 and 50".
#pragma once

#include <optional>

#include "annotation/numbers.h"
#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

struct Amount {
  Quantity quantity;           // interval, word, spans; kind and noun are still open
  Number number;               // the (first) number; of "one in five" the whole
  TokenIndex first = 0;        // with modifier
  TokenIndex last = 0;         // half-open, with the modifier behind it
  TokenIndex number_last = 0;  // end of the number or range, before "or more"
  Effect effect = Effect::none;
  bool modified = false;    // a modifier that bounds or blurs the number stands with it
  bool range = false;       // two numbers
  bool proportion = false;  // "one in five"
};

// The amount whose number begins at token `i`; modifiers are looked for from `sentence.first` on.
[[nodiscard]] std::optional<Amount> amount_at(const Words& words, TokenIndex i,
                                              const Sentence& sentence);

// Widens the amount over a sign or unit that belongs to its words ("%", "$", "dollars") and over a
// modifier behind it ("30 per cent or more").
void widen(const Words& words, const Sentence& sentence, Amount& amount, TokenIndex first,
           TokenIndex last);

}  // namespace counterpoint::annotation
