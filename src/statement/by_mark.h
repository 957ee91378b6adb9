// SPDX-License-Identifier: Apache-2.0
// Attributions from the annotation's attribution relations.
#pragma once

#include <vector>

#include "statement/attribution.h"

namespace counterpoint::statement {

struct Marked : Attribution {
  Span source_span;  // all words of the source
};

// One for each relation with a source and a content, of which the marks or, where they name none,
// the parse beside the cue tells the words; the cue may be missing. A cue in the passive needs no
// source. Cost linear in the relations.
[[nodiscard]] std::vector<Marked> find_by_mark(const AttributionContext& context);

// Adds to `found` what only the marks know, and of what both know corrects an edge of indirect
// speech and a source that is a noun inside the marked one. Cost: n log n in both numbers together.
void take_marks(const AttributionContext& context, std::vector<Attribution>& found);

}  // namespace counterpoint::statement
