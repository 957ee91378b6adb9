// SPDX-License-Identifier: Apache-2.0
// Made from statements and voices; read by views. One saying of one voice that several statements
// render: in full, cut, told indirectly, translated twice.
//
// Two statements render one saying when one voice makes both and they share a run of kRun words, or
// most of the telling words of the shorter one and no other number; voices without a name, who
// cannot be told from each other, need the longer run kUnnamedRun. Sayings of different known days
// are two, however alike, unless words alone prove them one (kUnnamedRun again: nobody says a
// sentence twice alike).
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

// Fills dossier.utterances, sorted by id, and Statement::utterance. Narrations, tables and excluded
// statements have none. Run after voices and times. Cost: linear in the statements times the
// nearest of each.
void link_utterances(Linking& linking);

}  // namespace counterpoint
