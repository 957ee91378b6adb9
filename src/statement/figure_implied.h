// SPDX-License-Identifier: Apache-2.0
// Counts that no number word tells: "nobody was hurt", "no villager was lost", "another died".
#pragma once

#include <vector>

#include "counterpoint/annotation.h"
#include "statement/figure_words.h"

namespace counterpoint::statement {

// Zeros of nobody, as quantities that the annotation does not hold. Sorted by span.
[[nodiscard]] std::vector<Quantity> implied_zeros(const FigureWords& words);

// "a teenager and two shopkeepers", "a sentry was killed and two comrades hurt": persons with an
// indefinite article, counted only where a figure of people stands beside them.
[[nodiscard]] std::vector<Quantity> counted_articles(const FigureWords& words);

// "three were killed and another was hurt", "two men and a third", "; one died later": single ones
// whose noun stands before, counted only where a figure does.
[[nodiscard]] std::vector<Quantity> elliptic_ones(const FigureWords& words);

}  // namespace counterpoint::statement
