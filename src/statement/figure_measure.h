// SPDX-License-Identifier: Apache-2.0
// What happened to the counted: the measure of a figure, by what is nearest and plainest first.
#pragma once

#include <string>

#include "statement/figure_words.h"

namespace counterpoint::statement {

struct MeasureReading {
  std::string measure;  // empty: no figure
  // What befell those who are only said to be there: "all 11 on board died" is two figures.
  std::string beside;
};

// `before` is the measure of the figure before it in the text, as far as this number may mean the
// same ("46", "two of them"), else empty.
[[nodiscard]] MeasureReading measure_of(const FigureWords& words, const Counted& counted,
                                        const std::string& before);

// Whether it is the whole of which the number before is a part: the 108 in "49 of the 108 dead" and
// "of the 108 dead, 49 ...".
[[nodiscard]] bool is_whole(const FigureWords& words, const Counted& counted);

// Whether it is a part of those before it: "nine of them", "including seven women".
[[nodiscard]] bool is_included(const FigureWords& words, const Counted& counted);

// The noun that says who a bare number is: "11 were rescuers". -1: none.
[[nodiscard]] TokenIndex predicate_noun(const FigureWords& words, const Counted& counted);

// The noun whose number a bare number is, in "the toll rose to 31" and "the crowd at 60,000"; -1.
[[nodiscard]] TokenIndex tallied_noun(const FigureWords& words, const Counted& counted);

}  // namespace counterpoint::statement
