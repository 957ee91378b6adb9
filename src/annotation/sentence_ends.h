// SPDX-License-Identifier: Apache-2.0
// The classifier of sentence ends: a sum of weights, one for each feature of a gap that the pack
// knows (packs/en/sentence_ends).
#pragma once

#include "annotation/gap_features.h"
#include "annotation/lexicon.h"

namespace counterpoint::annotation {

// The logarithm of the odds that a sentence ends in the gap with these features.
[[nodiscard]] double end_score(const FeatureList& features, const Lexicon& lexicon);

}  // namespace counterpoint::annotation
