// SPDX-License-Identifier: Apache-2.0
// Numbers and vague amounts in words and digits, as times and quantities need them.
#pragma once

#include <optional>

#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

struct Number {
  double value = 0;  // for a vague amount the least number meant
  TokenIndex first = 0;
  TokenIndex last = 0;    // half-open
  bool digits = false;    // it begins with digits
  bool ordinal = false;   // "35th", "first"
  bool vague = false;     // "dozens", "several hundred"
  bool fraction = false;  // "half", "two-thirds", "1/2"
  bool scaled = false;    // a word or letter multiplies digits: "1.5 million", "12m"
};

// The number that begins at token `i` of the sentence that ends before `end`, as long as it goes.
// "two and a half" 2.5, "thirty-three million", "half a million", "a dozen", "1.5 bn".
// "a" alone is none; "one" is, whatever it means.
[[nodiscard]] std::optional<Number> number_at(const Words& words, TokenIndex i, TokenIndex end);

// The value of a token in digits: "1,000", "1.5", "45"; nullopt for "18:45", "35th", "H1N1".
[[nodiscard]] std::optional<double> digits_value(std::string_view word);

}  // namespace counterpoint::annotation
