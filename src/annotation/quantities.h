// SPDX-License-Identifier: Apache-2.0
// Numbers and vague amounts of a document as intervals, by rule over its tokens.
#pragma once

#include <vector>

#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// All quantities, sorted by span and not overlapping. The numbers of dates and clocks in `times`
// and citation markers give none; the number of a length of time ("for 45 minutes") does.
[[nodiscard]] std::vector<Quantity> find_quantities(const Words& words,
                                                    const std::vector<TimeExpression>& times);

}  // namespace counterpoint::annotation
