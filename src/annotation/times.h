// SPDX-License-Identifier: Apache-2.0
// Time expressions of a document by rule over its tokens.
#pragma once

#include <vector>

#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// All time expressions, sorted by span and not overlapping. Uses the parse where there is one: for
// the governor, for the future, and to tell "May" and "March" from the verbs.
[[nodiscard]] std::vector<TimeExpression> find_times(const Words& words);

// Gives days and months without a year the year of the last date before them that states year and
// month ("In June 2011 ... On 4 June"), marked as inferred.
void propagate_years(std::vector<TimeExpression>& times);

// Sets the antecedent of what is counted in the text: the last quarter for "the quarter" and "a
// year earlier" where the text has one, else the last date.
void link_antecedents(std::vector<TimeExpression>& times);

}  // namespace counterpoint::annotation
