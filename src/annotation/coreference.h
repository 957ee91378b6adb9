// SPDX-License-Identifier: Apache-2.0
// Which mentions of a document speak of the same thing: shortened names, offices, acronyms.
#pragma once

#include <vector>

#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// Fills Mention::antecedent: the nearest earlier mention of the same thing.
//   "Mr Tarif" -> "Wissam Tarif"                    "the SOHR" -> "Syrian Observatory for ..."
//   "the minister" -> "Interior Minister Shaar"     "the resident" -> "a resident"
// "another resident" and "a resident" refer back to nothing.
void link_mentions(const Words& words, std::vector<Mention>& mentions);

}  // namespace counterpoint::annotation
