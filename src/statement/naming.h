// SPDX-License-Identifier: Apache-2.0
// Names that a clause behind a noun gives: "a schoolteacher named Haftu", "one of the pilgrims,
// Sushila Bai". Read by voice_names.
#pragma once

#include "statement/phrase.h"

namespace counterpoint::statement {

// One past the run of name words that begins at `i` and ends before `last`: capitals, and small
// words between two of them ("Sala da Paz"). `i` itself: no name begins there.
[[nodiscard]] TokenIndex over_capitals(const Tree& tree, TokenIndex i, TokenIndex last);

// The same for a body behind its noun, whose name may hold "for" and what that joins ("Syrians for
// Justice and Return").
[[nodiscard]] TokenIndex over_body_name(const Tree& tree, TokenIndex i, TokenIndex last);

// The person's name that words behind the phrase's core give: behind a phrase of the class
// `naming` ("who calls himself"), or between commas behind a relative clause or a plural ("one of
// the pilgrims, Sushila Bai,"). Empty: there is none. Looks at most 20 words ahead.
[[nodiscard]] Span name_behind(const Tree& tree, const NounPhrase& phrase);

}  // namespace counterpoint::statement
