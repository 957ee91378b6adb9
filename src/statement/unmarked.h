// SPDX-License-Identifier: Apache-2.0
// Sayings that a rule found and the model's marks do not bear out.
#pragma once

#include <vector>

#include "statement/attribution.h"

namespace counterpoint::statement {

// Drops attributions by a verb that the model did not mark as a cue, unless the words alone are
// proof enough: a verb of speech in a form that says it happened, with somebody as its subject.
// Inside words that the model gives to another cue, only a noun is somebody: what "he" thinks
// there is told by the speaker already. Everything with a marked cue, without a cue, or by a noun
// or "according to" stays. Cost: logarithmic in the marks for each attribution.
void drop_unmarked(const AttributionContext& context, std::vector<Attribution>& found);

}  // namespace counterpoint::statement
