// SPDX-License-Identifier: Apache-2.0
// Made from dated statements; read by views. What happened when, and what was said when.
//
// Reads   dossier.statements, events, documents, voices
// Writes  dossier.timeline, in time order
//
// The track of events has what statements tell of a day; the track of statements has what somebody
// said, on the day of saying or, where that is not stated, of publication. The text is the
// statement's own; statements with the same words on the same day share an entry.
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

void link_timeline(Linking& linking);

}  // namespace counterpoint
