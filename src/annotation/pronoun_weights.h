// SPDX-License-Identifier: Apache-2.0
// How well an earlier expression answers to a pronoun of the third person: a sum of weights.
#pragma once

#include <cstddef>
#include <vector>

#include "annotation/chains.h"

namespace counterpoint::annotation {

// packs/en/annotation/pronoun_weights.tsv in the order of pronoun_features.h.
class PronounWeights {
 public:
  explicit PronounWeights(const Lexicon& lexicon);
  [[nodiscard]] double sum(const std::vector<std::size_t>& features) const;
  [[nodiscard]] std::size_t size() const { return weights_.size(); }

 private:
  std::vector<double> weights_;
};

// Whether `earlier` may be what the pronoun stands for at all: agreement and binding.
[[nodiscard]] bool is_candidate(const Chains& chains, std::size_t pronoun, std::size_t earlier);

}  // namespace counterpoint::annotation
