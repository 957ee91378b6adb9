// SPDX-License-Identifier: Apache-2.0
// What kind of voice a source is, by all that is said of it where it speaks: its own words, what
// stands beside it, its relative clause and the body it belongs to. Read by voices.
#pragma once

#include "statement/kinds.h"
#include "statement/phrase.h"

namespace counterpoint::statement {

// Somebody of whom nothing is told but his age, his trade or his story was there himself: a
// witness, by default.
[[nodiscard]] ToldKind kind_of_phrase(const Lexicon& lexicon, const Tree& tree,
                                      const NounPhrase& phrase);

}  // namespace counterpoint::statement
