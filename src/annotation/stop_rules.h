// SPDX-License-Identifier: Apache-2.0
// Whether stops end a sentence, by rule: abbreviations, initials, quoted questions, lost spaces.
#pragma once

#include <cstddef>
#include <string_view>

#include "annotation/gaps.h"
#include "annotation/lexicon.h"

namespace counterpoint::annotation {

// What the rules say about a gap with stops, in a sentence that began at `begin`.
[[nodiscard]] bool stops_end_sentence(std::string_view text, const Block& block, std::size_t begin,
                                      const Gap& gap, const Lexicon& lexicon);

// Whether a sentence begins behind a gap without stops, as where a page lost the break behind a
// heading: "swine flu cases The widow of one victim said": a capitalised article or pronoun between
// two small words.
[[nodiscard]] bool begins_anew(std::string_view text, const Block& block, const Gap& gap,
                               const Lexicon& lexicon);

// The word that ends with the stop, without opening brackets and quotes: "U.S.", "Mr.".
[[nodiscard]] std::string_view stopped_word(std::string_view text, std::size_t begin,
                                            std::size_t end);

}  // namespace counterpoint::annotation
