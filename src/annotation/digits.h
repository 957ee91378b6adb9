// SPDX-License-Identifier: Apache-2.0
// Numbers written in digits.
#pragma once

#include <optional>
#include <string_view>

#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// The value of a token in digits: "1,000", "1,20,000", "1.5", "1.200.000", "14.000" (14000), "45";
// nullopt for "18:45", "35th", "H1N1". One group of three behind a stop is a decimal unless it is
// all noughts.
[[nodiscard]] std::optional<double> digits_value(std::string_view word);

struct Digits {
  double value = 0;
  TokenIndex last = 0;  // half-open
};

// The number in digits that begins at token `i`, also in groups apart: "12 000".
[[nodiscard]] std::optional<Digits> digits_at(const Words& words, TokenIndex i, TokenIndex end);

}  // namespace counterpoint::annotation
