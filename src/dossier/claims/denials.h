// SPDX-License-Identifier: Apache-2.0
// Questions from denials: what one voice says and another denies, doubts or disproves.
#pragma once

#include <cstdint>
#include <set>

#include "dossier/claims/similarity.h"
#include "dossier/linking.h"

namespace counterpoint {

// Least similarity at which a denial is taken to be of another statement. Below it two statements
// share only the town and the subject; tuned by reading the examples, not the development gold.
constexpr double kDeniedSimilarity = 0.30;

// Adds a whether-question for each denial that has its counterpart in another voice and that no
// issue of `asked` covers.
void ask_about_denials(Linking& linking, const SimilarityIndex& similarity,
                       const std::set<std::uint32_t>& asked);

// The statement of another voice that this denial, doubt, confirmation or admission speaks of;
// nullopt when none is similar enough.
[[nodiscard]] std::optional<std::uint32_t> counterpart_of(const Linking& linking,
                                                          const SimilarityIndex& similarity,
                                                          std::uint32_t statement);

}  // namespace counterpoint
