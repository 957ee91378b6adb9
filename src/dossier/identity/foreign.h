// SPDX-License-Identifier: Apache-2.0
// Made from places and voices of all documents; read by every later step. Which state's officials
// are those of the state concerned, and which speak for another.
//
// Reads   dossier.voices, dossier.places, linking.places, linking.voices, found.voices
// Writes  kind of voices that are official or foreign_official, and of a bare state ("Ankara said")
//
// The state concerned is the one whose places the documents name most, and each that most of
// several reports name; a dossier whose places are unknown changes nothing. Whose a voice is, its
// own words say ("Turkish", "Kigali's"): a voice without such words is left as it is.
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

void tell_foreign_officials(Linking& linking);

}  // namespace counterpoint
