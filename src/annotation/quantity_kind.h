// SPDX-License-Identifier: Apache-2.0
// What an amount measures, and the noun it counts.
#pragma once

#include <optional>

#include "annotation/amount.h"
#include "annotation/groups.h"
#include "annotation/words.h"

namespace counterpoint::annotation {

// The kind by the words around the amount. nullopt: it is no quantity at all ("one of the
// bloodiest", a list number). May widen the amount over a currency sign or unit of its own.
[[nodiscard]] std::optional<QuantityKind> kind_of(const Words& words, const Sentence& sentence,
                                                  Amount& amount);

// The token of the counted noun: by the parse ("120 members" -> members, "dozens of people" ->
// people), without one the next noun-like word of the phrase; -1 where none is stated.
[[nodiscard]] TokenIndex counted_noun(const Words& words, const Dependents* dependents,
                                      const Sentence& sentence, const Amount& amount);

}  // namespace counterpoint::annotation
