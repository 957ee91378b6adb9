// SPDX-License-Identifier: Apache-2.0
// Sentences with more word pieces than the encoder takes: cut into parts, and one tree of theirs.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/prediction.h"

namespace counterpoint::nn {

// Words [first, last) of a sentence, few enough for the encoder.
struct Part {
  std::size_t first = 0;
  std::size_t last = 0;
};

// As few parts as hold `limit` pieces each. `word_begin` has each word's first piece, then the
// number of pieces; no word has more than `limit`.
std::vector<Part> split_sentence(std::span<const std::size_t> word_begin, std::size_t limit);

// Makes one tree of the parts' trees, whose heads still count from each part's own beginning: the
// roots of later parts hang from the first root by `relation`.
void join_parts(std::span<const Part> parts, std::size_t relation, std::span<WordPrediction> words);

}  // namespace counterpoint::nn
