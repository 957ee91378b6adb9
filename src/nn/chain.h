// SPDX-License-Identifier: Apache-2.0
// The best sequence of span labels under a linear-chain conditional random field.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "nn/prediction.h"

namespace counterpoint::nn {

inline constexpr std::size_t kInSpans = 3;  // members of InSpan

// What a chain adds to the words' own scores: for the first word's label, and for a label after
// another one (rows: the label before).
struct Chain {
  std::array<float, kInSpans> begin{};
  std::array<float, kInSpans * kInSpans> next{};
};

// `scores` holds, for each word, one score for each InSpan. Gives the labels with the highest sum
// (Viterbi) in which inside never follows outside; of labels that score the same, the one that
// comes first in InSpan. A score that is no number counts as very low. Cost: linear.
std::vector<InSpan> decode_chain(const Chain& chain, std::span<const float> scores);

}  // namespace counterpoint::nn
