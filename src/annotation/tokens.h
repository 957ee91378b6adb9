// SPDX-License-Identifier: Apache-2.0
// Words of one sentence as the English UD treebanks (EWT, GUM) cut them. Makes Spans from text.
#pragma once

#include <string_view>
#include <vector>

#include "annotation/lexicon.h"
#include "counterpoint/span.h"

namespace counterpoint::annotation {

// The tokens of `sentence`, in order, without white space; every other byte is in one token.
//   "don't"         -> do n't           "al-Assad"      -> al - Assad
//   "pro-Beijing"   -> pro-Beijing      "$5m"           -> $ 5 m
//   "1,000"         -> 1,000            "4–12"          -> 4 – 12
//   "Lt. Col."      -> Lt. Col.         "residents'"    -> residents '
[[nodiscard]] std::vector<Span> tokenize(std::string_view text, Span sentence,
                                         const Lexicon& lexicon);

}  // namespace counterpoint::annotation
