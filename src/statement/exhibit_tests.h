// SPDX-License-Identifier: Apache-2.0
// Finds what is said of exhibits themselves: fake, old, from elsewhere, not verified, genuine.
#pragma once

#include <vector>

#include "statement/exhibit_words.h"
#include "statement/tree.h"

namespace counterpoint::statement {

struct FoundTest {
  TokenIndex word = -1;  // that tests: "fake", "verified", "questioned"
  TokenIndex noun = -1;  // what is tested: an exhibit's noun, or a pronoun for one
  Act act = Act::doubt;
  bool predicate = false;  // "the video is fake": a denial around it turns it round
  bool known = false;  // counts only of an exhibit known otherwise ("the fake passport" is none)
};

// In the order of their words. The noun may be no exhibit in the end: whoever asks decides. Cost:
// linear in the tokens.
[[nodiscard]] std::vector<FoundTest> find_exhibit_tests(const Tree& tree,
                                                        const ExhibitWords& words);

}  // namespace counterpoint::statement
