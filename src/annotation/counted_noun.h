// SPDX-License-Identifier: Apache-2.0
// The noun that an amount counts, by the order and tags of the words behind it. The heads of a
// parse are read for one thing only, where two nouns stand side by side: an error of the parser on
// a long sentence must not move a number to another noun.
#pragma once

#include <vector>

#include "annotation/amount.h"
#include "annotation/words.h"

namespace counterpoint::annotation {

// The token of the counted noun: "120 police officers" -> officers, "dozens of people" -> people,
// "twelve of the 40 detainees" -> detainees, "six of them children" -> children, "12 dead" -> dead,
// "a three-judge panel" -> judge; of joined nouns the first. -1 where none is stated ("killed 15").
// `in_time`, one entry a token or empty, says which tokens belong to time expressions.
[[nodiscard]] TokenIndex counted_noun(const Words& words, const Sentence& sentence,
                                      const Amount& amount, const std::vector<bool>& in_time);

// The whole that a percentage or fraction is a part of: "40% of voters", "half the village"; -1.
[[nodiscard]] TokenIndex whole_noun(const Words& words, const Sentence& sentence,
                                    const Amount& amount, const std::vector<bool>& in_time);

}  // namespace counterpoint::annotation
