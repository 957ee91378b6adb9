// SPDX-License-Identifier: Apache-2.0
// What looks like a saying and is none.
#pragma once

#include "statement/attribution.h"

namespace counterpoint::statement {

// "The attack showed a degree of planning": an event or a thing is nobody's voice, unless it is a
// document, a medium, or words say what side it is of.
[[nodiscard]] bool is_no_voice(const AttributionContext& context, const Attribution& a);

// Nobody says it ("no matter what anyone says"), it is only supposed ("if the union wants"), tells
// of a name ("who calls himself") or of a source's wish ("asked not to be named"), a list's number
// seems to say it, or the writer or reader thinks it. Cost: the words of the content.
[[nodiscard]] bool is_no_saying(const AttributionContext& context, const Attribution& a);

}  // namespace counterpoint::statement
