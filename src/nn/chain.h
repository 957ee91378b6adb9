// SPDX-License-Identifier: Apache-2.0
// The best sequence of labels under a linear-chain conditional random field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace counterpoint::nn {

// What a chain adds to the words' own scores: for the first word's label, and for a label after
// another one. What may not follow has a very low number there.
struct Chain {
  std::vector<float> begin;  // by label
  std::vector<float> next;   // a row of labels for each label before

  std::size_t labels() const { return begin.size(); }
};

// `scores` holds, for each word, one score for each label. Gives the labels with the highest sum
// (Viterbi); of labels that score the same, the lower one. A score that is no number counts as very
// low. Cost: linear in the words, quadratic in the labels.
std::vector<std::uint16_t> decode_chain(const Chain& chain, std::span<const float> scores);

}  // namespace counterpoint::nn
