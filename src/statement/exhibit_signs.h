// SPDX-License-Identifier: Apache-2.0
// Reads what the words around one noun tell of it as an exhibit: whether it is shown as proof, who
// made it known, what it shows. Looks at one sentence only.
#pragma once

#include <vector>

#include "statement/exhibit_words.h"
#include "statement/tree.h"

namespace counterpoint::statement {

struct ExhibitSigns {
  TokenIndex noun = -1;
  const ExhibitNoun* word = nullptr;
  bool proof = false;     // one of the noun's signs is there
  bool definite = false;  // "the", "this"
  bool plural = false;
  TokenIndex publisher = -1;  // head of the publisher's words
  TokenIndex published = -1;  // the word of publishing
  std::vector<Span> shows;
};

// The signs of the noun at `noun`; `word` is null where the pack knows no such exhibit, or where
// the words beside it make it something else ("video game", "open letter").
[[nodiscard]] ExhibitSigns exhibit_signs(const Tree& tree, const ExhibitWords& words,
                                         TokenIndex noun);

// Whether the verb tells of what is so, rather than of what will, may or did not happen.
[[nodiscard]] bool is_so(const Tree& tree, TokenIndex verb);

// "was not", "no video": a negation beside the word.
[[nodiscard]] bool has_negation(const Tree& tree, TokenIndex word);

}  // namespace counterpoint::statement
