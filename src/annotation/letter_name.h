// SPDX-License-Identifier: Apache-2.0
// Names made of letters and a number: "AK-47", "G20", "MiG-29".
#pragma once

#include "annotation/words.h"

namespace counterpoint::annotation {

// The end of the letter-and-number name that begins at `i`; `i` when there is none.
[[nodiscard]] TokenIndex name_end(const Words& words, const Sentence& sentence, TokenIndex i);

}  // namespace counterpoint::annotation
