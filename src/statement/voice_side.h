// SPDX-License-Identifier: Apache-2.0
// Whose a voice is: the state or place that its words tie it to. Read by voices.
#pragma once

#include <string>

#include "statement/phrase.h"

namespace counterpoint::statement {

// The country, or the place, that the words tie the voice to: "Syrian army" and "army of Syria" to
// Syria, "Kigali's ministry" to Kigali; empty: none.
[[nodiscard]] std::string side_of_words(const Lexicon& lexicon, const Tree& tree,
                                        const Span& words);

// The place that a body is said to be in: "in Minsk the foreign ministry", "the foreign ministry in
// Vilnius"; empty: none.
[[nodiscard]] std::string place_beside(const Tree& tree, const NounPhrase& phrase);

}  // namespace counterpoint::statement
