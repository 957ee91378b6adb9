// SPDX-License-Identifier: Apache-2.0
// Time expressions in the terms of TIMEX3 (TimeML 1.2.1), for exchange and for measuring.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

struct Timex3 {
  std::string type;   // DATE, TIME, DURATION, SET
  std::string value;  // "1998-02-19", "1998-W07", "1998-Q1", "198", "P3D", "PAST_REF"; never empty
  std::string mod;    // START, MID, END, APPROX, MORE_THAN, ...; empty: none
};

// The TIMEX3 of times[index] in a text published on `anchor` (EDTF day, or empty when unknown).
// Unlike resolve() it also gives values to what is counted in the text, by its antecedent, and to
// lengths; bounds ("since") are no part of it, and a time of day leaves out its zone. What cannot
// be told is written with X: "XXXX-XX-XX".
[[nodiscard]] Timex3 timex3(const std::vector<TimeExpression>& times, std::size_t index,
                            std::string_view anchor);

}  // namespace counterpoint::annotation
