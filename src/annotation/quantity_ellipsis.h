// SPDX-License-Identifier: Apache-2.0
// Numbers that leave out what they measure because a quantity before them said it: "22 years for
// the colonel and nine for his driver", "15 at the time of the first and 19 when he left".
#pragma once

#include <optional>

#include "annotation/amount.h"
#include "annotation/words.h"

namespace counterpoint::annotation {

// The kind that the bare number `amount`, read as a count of nothing, takes from the quantity
// `before` it; nothing where it stays a count.
[[nodiscard]] std::optional<QuantityKind> taken_kind(const Words& words, const Sentence& sentence,
                                                     Amount& amount, const Quantity& before);

}  // namespace counterpoint::annotation
