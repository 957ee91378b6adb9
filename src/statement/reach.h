// SPDX-License-Identifier: Apache-2.0
// How far a saying reaches in its sentence. The parse knows which cue governs which clause; where
// that clause begins and ends it often gets wrong in long sentences, and the order of words tells
// it better: a clause behind "said" runs to the end of its sentence unless the next saying begins.
#pragma once

#include <vector>

#include "statement/attribution.h"

namespace counterpoint::statement {

// Moves the edges of the contents in `found`: indirect speech of cue verbs and of "according to"
// reaches from its cue, or from the beginning of the sentence, to the next boundary (the end of the
// sentence, a contrast, the next cue), and holds a cue that stands between two commas in its midst
// (`inserted`). A cue that the parse had put into the saying before it gets its own source.
// Contents that are quotations, infinitives and objects stay as they are. Cost linear in the
// sentences touched.
void reach_out(const AttributionContext& context, std::vector<Attribution>& found);

}  // namespace counterpoint::statement
