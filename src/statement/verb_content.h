// SPDX-License-Identifier: Apache-2.0
// What a cue verb tells, from the dependency parse: its clause, infinitive, object, or the noun
// behind one of its prepositions.
#pragma once

#include "statement/attribution.h"

namespace counterpoint::statement {

// The content by the verb's frames (cue_verbs.tsv), the first that the parse fills; empty: none of
// them. `source` is the verb's subject, or -1.
[[nodiscard]] Span content_of_verb(const AttributionContext& context, TokenIndex verb,
                                   const CueVerb& cue, TokenIndex source);

// Words of the clause under `clause` without a leading "that" and without the subtrees `without`.
[[nodiscard]] Span clause_span(const Tree& tree, TokenIndex clause,
                               const std::vector<TokenIndex>& without = {});

// The head of "to ..." or of a gerund that the verb governs; -1: none.
[[nodiscard]] TokenIndex infinitive_of(const Tree& tree, TokenIndex verb);

}  // namespace counterpoint::statement
