// SPDX-License-Identifier: Apache-2.0
// Where indirect speech ends: what follows may be somebody else's, or the outlet's.
#pragma once

#include "statement/attribution.h"

namespace counterpoint::statement {

// Shortens contents behind their cue: "condemned the violence | and slapped sanctions on ...",
// "proposed a resolution | , but others voiced concern", "said the rebels had fled | , but the army
// denied it". Quotations stay whole, as do contents that stand before their cue. Cost linear in the
// tokens of the contents, times the attributions that share a sentence.
void end_sayings(const AttributionContext& context, std::vector<Attribution>& found);

}  // namespace counterpoint::statement
