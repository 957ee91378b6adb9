// SPDX-License-Identifier: Apache-2.0
// Questions from figures: numbers of one thing, at one time, that cannot both be right.
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

// Adds a how-many question for every set of figures of one incident, measure, group class and
// status whose intervals do not meet although different voices gave them at the same time. Figures
// given days apart are a toll that grew: the ledger shows them, they rival nobody.
void ask_about_figures(Linking& linking);

}  // namespace counterpoint
