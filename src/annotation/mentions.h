// SPDX-License-Identifier: Apache-2.0
// Names and nominal groups of a sentence from the model's labels and the parse.
#pragma once

#include <string>
#include <vector>

#include "annotation/attributions.h"
#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// What the model says about each token of the document besides what Token holds.
struct TokenLabels {
  std::vector<std::string_view> name;     // BIO: "O", "B-PERSON" ...
  std::vector<std::string_view> mention;  // "none", "person" ...
  std::vector<AttributionMarks> attribution;
};

// The mentions of the document, sorted by span. A titled name gives two mentions: the group
// "Interior Minister Ibrahim Shaar" and the name "Ibrahim Shaar" in it, whose antecedent is the
// group. The other antecedents are left to link_references.
[[nodiscard]] std::vector<Mention> find_mentions(const Words& words, const TokenLabels& labels);

}  // namespace counterpoint::annotation
