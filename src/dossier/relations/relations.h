// SPDX-License-Identifier: Apache-2.0
// Makes relations between statements: who denies, confirms, admits, retracts, doubts, contradicts,
// corroborates or revises whom.
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

// Fills dossier.relations, sorted by id. Reads statements, questions, claim links, figures. Run
// after link_claims and the ledger's supersessions. Cost: linear in the links of each question.
void link_relations(Linking& linking);

}  // namespace counterpoint
