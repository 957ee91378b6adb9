// SPDX-License-Identifier: Apache-2.0
// Numbers and vague amounts in words and digits, as times and quantities need them.
#pragma once

#include <optional>

#include "annotation/digits.h"
#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

struct Number {
  double value = 0;  // for a vague amount the least number meant, or about how many
  TokenIndex first = 0;
  TokenIndex last = 0;    // half-open
  bool digits = false;    // it begins with digits
  bool ordinal = false;   // "35th", "first"
  bool vague = false;     // "dozens", "several hundred"
  bool fraction = false;  // "half", "two-thirds", "1/2"
  bool scaled = false;    // a word or letter multiplies digits: "1.5 million", "12m"
  bool least = false;     // that or more: "dozens", "the majority"
  bool decade = false;    // the first year of ten, of an age: "sixties", "40s"
};

// The number that begins at token `i` of the sentence that ends before `end`, as long as it goes.
// "two and a half million", "thirty-three million", "a quarter of a million", "a dozen", "1.5 bn",
// "100s" (vague). "a" alone is none; "one" is, whatever it means. An ordinal leaves out the article
// ("a third man": `first` is behind it).
[[nodiscard]] std::optional<Number> number_at(const Words& words, TokenIndex i, TokenIndex end);

}  // namespace counterpoint::annotation
