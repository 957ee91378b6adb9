// SPDX-License-Identifier: Apache-2.0
// What a cue verb governs, told from the order of words alone, where the parse lost the clause.
#pragma once

#include "statement/attribution.h"

namespace counterpoint::statement {

// The words of the sentence before the comma that stands directly before `token`, when they are a
// clause; else empty.
[[nodiscard]] Span clause_before(const AttributionContext& context, TokenIndex token);

// The words after "said (that)" up to the end of the sentence or the next cue of the same speaker;
// where the cue ends its sentence ("..., officials say."), the words before its source. Empty when
// neither side holds a clause. `source` may be -1.
[[nodiscard]] Span surface_clause(const AttributionContext& context, TokenIndex verb,
                                  TokenIndex source);

// The words before the comma in front of the cue and its source, when they are a clause; else
// empty.
[[nodiscard]] Span surface_clause_before(const AttributionContext& context, TokenIndex verb,
                                         TokenIndex source);

// Whether a content that the parse gave is too small to be what somebody said: a word or two that
// are no quotation.
[[nodiscard]] bool is_thin(const Tree& tree, const Span& content);

}  // namespace counterpoint::statement
