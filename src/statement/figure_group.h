// SPDX-License-Identifier: Apache-2.0
// Whom a figure counts.
#pragma once

#include "statement/figure_words.h"

namespace counterpoint::statement {

// The noun with its attributes; for a bare number the noun it is the number of ("the crowd ... at
// 60,000", "11 were rescuers"). Empty: none is told.
[[nodiscard]] FigureGroup group_of(const FigureWords& words, const Counted& counted);

}  // namespace counterpoint::statement
