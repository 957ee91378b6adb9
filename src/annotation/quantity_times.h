// SPDX-License-Identifier: Apache-2.0
// The quantities inside time expressions: clocks, years alone and lengths of time.
#pragma once

#include <vector>

#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// The quantities among tokens [first, last) of one time expression: "7 p.m." of "at 7 p.m. on
// Monday", "1947", "1992 and 1995" with its "between", "two" of "two days ago". The numbers of full
// dates give none.
[[nodiscard]] std::vector<Quantity> quantities_of_time(const Words& words, const Sentence& sentence,
                                                       const TimeExpression& time, TokenIndex first,
                                                       TokenIndex last);

}  // namespace counterpoint::annotation
