// SPDX-License-Identifier: Apache-2.0
// How well an earlier expression answers to a pronoun of the third person: a sum of weights.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "annotation/chains.h"

namespace counterpoint::annotation {

// Features that hold of the pair, as indices into the table of weights.
[[nodiscard]] std::vector<std::size_t> pair_features(const Chains& chains, std::size_t pronoun,
                                                     std::size_t earlier);
// ... of the pronoun alone, for "it stands for nothing named before".
[[nodiscard]] std::vector<std::size_t> none_features(const Chains& chains, std::size_t pronoun);

[[nodiscard]] double pair_weight(const Chains& chains, std::size_t pronoun, std::size_t earlier);
[[nodiscard]] double none_weight(const Chains& chains, std::size_t pronoun);

// Whether `earlier` may be what the pronoun stands for at all: agreement and binding.
[[nodiscard]] bool is_candidate(const Chains& chains, std::size_t pronoun, std::size_t earlier);

[[nodiscard]] std::size_t feature_count();

}  // namespace counterpoint::annotation
