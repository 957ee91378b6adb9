// SPDX-License-Identifier: Apache-2.0
// Who speaks, told from the order of words: the phrase between a comma, a quotation or the
// beginning of the sentence and the cue.
#pragma once

#include <vector>

#include "statement/attribution.h"

namespace counterpoint::statement {

// Gives attributions by a finite cue verb the source that stands beside the cue, where the parse
// found none, found the subject of what is said ("The army, residents said, ..."), or found a noun
// inside the source's own attributes ("a man in the cloakroom said"). Cost linear in the sentences
// touched.
void correct_sources(const AttributionContext& context, std::vector<Attribution>& found);

// Head of the phrase that speaks, to the left of the finite verb `cue`; -1: none stands there.
[[nodiscard]] TokenIndex source_before(const AttributionContext& context, TokenIndex cue);

// The noun that directly follows the cue as its subject ('"...," scoffed FATHER Lucas, whose ...');
// -1: none.
[[nodiscard]] TokenIndex source_behind(const AttributionContext& context, TokenIndex cue);

}  // namespace counterpoint::statement
