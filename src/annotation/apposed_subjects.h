// SPDX-License-Identifier: Apache-2.0
// Mends one fault of the trained parse: two subjects of one verb.
#pragma once

#include <string_view>

#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// "A health official, Dr Besser of the centre, said": where both nouns hang on the verb as its
// subject and only a comma parts them, the second names the first and becomes its apposition.
// Writes heads and relations of `annotation.tokens`; needs a parse. Linear in the tokens.
void mend_apposed_subjects(std::string_view text, Annotation& annotation);

}  // namespace counterpoint::annotation
