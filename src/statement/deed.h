// SPDX-License-Identifier: Apache-2.0
// Tells what somebody did from what somebody said.
#pragma once

#include "statement/by_mark.h"

namespace counterpoint::statement {

// "was confirmed": said without anybody who says it. `cue` may be -1.
[[nodiscard]] bool is_passive_cue(const Tree& tree, TokenIndex cue);

// "ASKED who had ordered it, the spokesman said", "if confirmed, ...": a participle of what was
// done to the subject, also where the tag calls it a past form at the head of its sentence.
[[nodiscard]] bool is_suffered(const Tree& tree, TokenIndex verb);

// "mobilised its own DEMONSTRATION", "praising HIM", "The army appears TO HAVE FLED", "The minister
// was criticised": the marks take for a saying what somebody does, suffers or is thought to do. A
// cue that the pack knows, or that its `attitudes` do, is a saying all the same.
[[nodiscard]] bool is_deed(const AttributionContext& context, const Marked& made);

}  // namespace counterpoint::statement
