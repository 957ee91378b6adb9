// SPDX-License-Identifier: Apache-2.0
// The verb whose subject or object a counted phrase is, by the order of the words: the parse of a
// long sentence often hangs a number on the wrong verb.
#pragma once

#include <string>

#include "statement/figure_words.h"

namespace counterpoint::statement {

// What a verb says of the counted. decided without measure: the verb is theirs, and it counts
// another ("20 gunmen killed a guard").
struct VerbReading {
  std::string measure;
  bool decided = false;
};

// The verb behind the counted as its subject: "120 members of the forces were killed".
[[nodiscard]] VerbReading verb_behind(const FigureWords& words, const Counted& counted);

// The verb before the counted as its object: "arrested the owner and four overseers".
[[nodiscard]] VerbReading verb_before(const FigureWords& words, const Counted& counted);

// The verb that the parse hangs the counted on, upwards through "members of" and the like.
[[nodiscard]] VerbReading verb_above(const FigureWords& words, const Counted& counted);

// Whether the counted are the subject of a verb of speech: "two officials said".
[[nodiscard]] bool speaks(const FigureWords& words, const Counted& counted);

}  // namespace counterpoint::statement
