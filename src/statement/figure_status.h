// SPDX-License-Identifier: Apache-2.0
// How sure a figure is meant to be, and over what it adds up.
#pragma once

#include "statement/figure_words.h"

namespace counterpoint::statement {

// By words beside the number, and by what is said of the noun it is the number of: "the number of
// confirmed deaths ... from 20 to seven".
[[nodiscard]] FigureStatus status_of(const FigureWords& words, const Counted& counted);

[[nodiscard]] FigureScope scope_of(const Tree& tree, const Counted& counted);

}  // namespace counterpoint::statement
