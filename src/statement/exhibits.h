// SPDX-License-Identifier: Apache-2.0
// Makes the exhibits of one document: things shown as proof, who made them known, what they show,
// and what is said of them. Its files: exhibit_signs.h reads one noun, exhibit_tests.h finds what
// contests or verifies, exhibit_words.h holds the pack's words.
#pragma once

#include <vector>

#include "counterpoint/statement.h"
#include "statement/lexicon.h"
#include "statement/tree.h"

namespace counterpoint::statement {

// In text order. `statements` must be sorted by span; one that rests on a video, photograph,
// intercept or document and whose basis was unknown gets that basis.
[[nodiscard]] std::vector<ExhibitMention> find_exhibits(const Tree& tree, const Lexicon& lexicon,
                                                        const std::vector<VoiceMention>& voices,
                                                        std::vector<Statement>& statements);

}  // namespace counterpoint::statement
