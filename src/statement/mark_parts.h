// SPDX-License-Identifier: Apache-2.0
// What the marks of an attribution leave out, from the parse around its cue.
#pragma once

#include "statement/tree.h"

namespace counterpoint::statement {

// The cue's verb ("was quoted as saying": quoted), else its top ("according to": according); -1:
// the span holds no token.
[[nodiscard]] TokenIndex cue_token(const Tree& tree, const Span& cue);

// Whoever the cue's verb has for its subject or agent, or whose the cue's noun is; -1: nobody, as
// in the passive without an agent and with verbs of seeming.
[[nodiscard]] TokenIndex source_beside(const Tree& tree, const Span& cue);

// What the cue governs: a clause, an infinitive, an object, the noun behind a preposition that ends
// the cue ("called for NOUN"), or the subject of the passive. Empty: nothing.
[[nodiscard]] Span content_beside(const Tree& tree, const Span& cue);

}  // namespace counterpoint::statement
