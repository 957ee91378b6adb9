// SPDX-License-Identifier: Apache-2.0
// Sources behind sources: "the agency said, citing a medic", "the paper quoted a resident as saying
// that ...". Whoever is cited is the claimant, and whoever cites passes it on.
#pragma once

#include <vector>

#include "statement/attribution.h"

namespace counterpoint::statement {

// In `found`, makes the person or body that a verb of citing names the source of the saying that it
// belongs to, and its citer the relay; the citing itself is no saying. What cites a document or a
// reason ("citing security concerns") stays as it is. Cost linear in `found` and in the tokens.
void relay_sources(const AttributionContext& context, std::vector<Attribution>& found);

}  // namespace counterpoint::statement
