// SPDX-License-Identifier: Apache-2.0
// Sayings that a rule found and the model's marks do not bear out.
#pragma once

#include <vector>

#include "statement/attribution.h"

namespace counterpoint::statement {

// Drops attributions by a verb that the model did not mark as a cue, unless the words alone are
// proof enough: a verb of speech with a subject. Inside words that the model gives to another cue
// its form must also say that it happened, and only a noun is a subject: what "he" thinks there is
// told by the speaker already. Everything with a marked cue, without a cue, or by a noun or
// "according to" stays. Cost: logarithmic in the marks for each attribution.
void drop_unmarked(const AttributionContext& context, std::vector<Attribution>& found);

}  // namespace counterpoint::statement
