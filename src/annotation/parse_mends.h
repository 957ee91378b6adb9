// SPDX-License-Identifier: Apache-2.0
// Mends faults of tags and parse: an owner taken for what it owns, a clause for an attribute of its
// subject, a name for a verb, and a past form for a plain one.
#pragma once

#include <string_view>

#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// "the lawyers' syndicate called": where the noun behind a possessive mark hangs on the owner, it
// takes the owner's place in the sentence and the owner becomes its nmod:poss. Writes heads and
// relations of `annotation.tokens`; needs a parse. Linear in the tokens.
void mend_owners(Annotation& annotation);

// "had said 12 people died": a finite verb right behind an object, without a relative pronoun, is
// no attribute of it; the object becomes its subject and it the object clause (ccomp). Writes heads
// and relations; needs a parse. Linear in the tokens.
void mend_lost_clauses(Annotation& annotation);

// "Mayor Omar Said accused": a capitalised verb between a name and a finite verb in small letters
// is a part of the name; what hung on it hangs on the verb behind. "WHO" among words in small
// letters is a name and no pronoun. Writes tags, heads and relations; needs a parse. Linear in the
// tokens, but for a sentence with such a name.
void mend_names(std::string_view text, Annotation& annotation);

// A verb in "-ed" that was tagged VB or VBP ("the archbishop deplored") becomes VBD. Verbs whose
// plain form ends so ("need", "shed", "embed") stay. A VBD that is an acl becomes VBN ("a man
// labelled a traitor"); an adjective in "-ed" between "has" and the object it was hung on becomes
// the verb
// ("has sickened 415 children"). Writes tags, and heads and relations of the last kind.
void mend_past_tags(std::string_view text, Annotation& annotation);

}  // namespace counterpoint::annotation
