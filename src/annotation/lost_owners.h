// SPDX-License-Identifier: Apache-2.0
// Mends two faults of tags and parse: an owner taken for what it owns, and a past form taken for a
// plain one.
#pragma once

#include <string_view>

#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// "the lawyers' syndicate called": where the noun behind a possessive mark hangs on the owner, it
// takes the owner's place in the sentence and the owner becomes its nmod:poss. Writes heads and
// relations of `annotation.tokens`; needs a parse. Linear in the tokens.
void mend_owners(Annotation& annotation);

// A verb in "-ed" that was tagged VB or VBP ("the archbishop deplored") becomes VBD. Verbs whose
// plain form ends so ("need", "shed", "embed") stay.
void mend_past_tags(std::string_view text, Annotation& annotation);

}  // namespace counterpoint::annotation
