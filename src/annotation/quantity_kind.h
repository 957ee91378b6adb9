// SPDX-License-Identifier: Apache-2.0
// What an amount measures, and the noun it counts.
#pragma once

#include <optional>
#include <vector>

#include "annotation/amount.h"
#include "annotation/words.h"

namespace counterpoint::annotation {

// Sets kind and noun of the amount's quantity by the words around it. False: it is no quantity at
// all ("one of the bloodiest", a list number). May widen the amount over a currency sign or a word
// that belongs to it ("9.3 per cent"). `in_time` as for counted_noun().
[[nodiscard]] bool set_kind(const Words& words, const Sentence& sentence,
                            const std::vector<bool>& in_time, Amount& amount);

}  // namespace counterpoint::annotation
