// SPDX-License-Identifier: Apache-2.0
// What a chunk of text (a run without white space) looks like, in few classes. Read by the features
// of a gap between sentences. Every answer is a string that lives as long as the program.
#pragma once

#include <string>
#include <string_view>

#include "annotation/lexicon.h"

namespace counterpoint::annotation {

// How a chunk ends once closing quotes and brackets are taken off: "." "!" "..", "never" "may"
// "number" "initial" "dotted" (a stop that belongs to a word), "list" ("1."), ":" "," ";" "-",
// "smile", "web", "word", "digit", "mark", or "closer" when nothing else is left.
[[nodiscard]] std::string_view end_kind(std::string_view chunk, const Lexicon& lexicon);

// How a chunk begins: "Word", "CAPS", "X" (one capital), "low", "digit", "list" ("1)", "a."),
// "bullet", "quote", "bracket", "web", "smile", "stop", "mark", or "none" for an empty one.
[[nodiscard]] std::string_view start_kind(std::string_view chunk, const Lexicon& lexicon);

// "Xx." for "Smith.": runs of capitals, small letters and digits made one; at most 6 signs.
[[nodiscard]] std::string shape_of(std::string_view chunk);

// The chunk in small letters without the punctuation around it; "" when nothing is left.
[[nodiscard]] std::string core_of(std::string_view chunk);

// A web or mail address.
[[nodiscard]] bool is_web(std::string_view chunk);

}  // namespace counterpoint::annotation
