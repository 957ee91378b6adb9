// SPDX-License-Identifier: Apache-2.0
// Made from places and what statements tell; read by incidents, ledger and map.
//
// Reads   linking.places, annotation.mentions, tokens
// Writes  place of events, statements and figures
//
// A thing is where its own sentence says. Of several places the one is taken that stands nearest to
// it in the tree, a town before a country. What names no place has none.
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

void link_where(Linking& linking);

}  // namespace counterpoint
