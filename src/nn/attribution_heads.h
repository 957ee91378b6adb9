// SPDX-License-Identifier: Apache-2.0
// Who says what: spans of sources, cues and contents, and which cue each belongs to.
#pragma once

#include <span>

#include "nn/heads.h"

namespace counterpoint::nn {

// Fills source, cue, content and link of every word. `rows` holds the heads' outputs for each word
// of `out` (weights.columns.end floats, ReLU done), `root` those of the root. Cost: linear in the
// words, and in the product of the cues and of the sources and contents.
void predict_attribution(const HeadWeights& weights, std::span<const float> root,
                         std::span<const float> rows, std::span<WordPrediction> out);

}  // namespace counterpoint::nn
