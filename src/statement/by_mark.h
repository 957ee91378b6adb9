// SPDX-License-Identifier: Apache-2.0
// Attributions from the annotation's attribution relations.
#pragma once

#include <vector>

#include "statement/attribution.h"

namespace counterpoint::statement {

// One for each relation that has a source, a cue and a content. Cost linear in them.
[[nodiscard]] std::vector<Attribution> find_by_mark(const AttributionContext& context);

// Adds to `found` what only the marks know, and gives indirect speech that both know the edges that
// are marked.
void take_marks(const AttributionContext& context, std::vector<Attribution>& found);

}  // namespace counterpoint::statement
