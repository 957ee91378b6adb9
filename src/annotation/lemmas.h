// SPDX-License-Identifier: Apache-2.0
// Dictionary forms of English words by spelling rules and the pack's table of irregular forms.
#pragma once

#include <string>
#include <string_view>

#include "annotation/lexicon.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// The lemma of `form` (as written) with its tags: "said" VBD -> "say", "women" NNS -> "woman",
// "Syrians" NNPS -> "Syrians". Lower case except for proper nouns, adjectives made
// of them ("Syrian") and acronyms ("TV"); numbers without their commas; without a tag the folded
// form.
[[nodiscard]] std::string lemma_of(std::string_view form, Upos upos, std::string_view xpos,
                                   const Lexicon& lexicon);

}  // namespace counterpoint::annotation
