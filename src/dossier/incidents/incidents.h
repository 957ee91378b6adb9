// SPDX-License-Identifier: Apache-2.0
// Made from events and figures with their times and places; read by claims, ledger, timeline,
// views.
//
// Reads   dossier.events, figures, places; happenings of the packs
// Writes  dossier.incidents; incident of events and figures
//
// Events of one family (killing, siege, protest, ...) at one place on one day are one happening.
// What news tells without a day or place joins the happening of its family that most documents tell
// of, as long as nothing it says is at odds with it; the reason counts what joined in this way.
// What a reference tells without a day may be of any day: it makes an undated incident. Events that
// are denied belong to the happening they deny; future and hypothetical ones to none.
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

void link_incidents(Linking& linking);

// The place that most statements name, of towns before divisions before countries; empty: none.
[[nodiscard]] PlaceId main_place(const Linking& linking);

// "Jisr al-Shughour, June 2011": the main place and the month of most focal events.
[[nodiscard]] std::string make_title(const Linking& linking);

}  // namespace counterpoint
