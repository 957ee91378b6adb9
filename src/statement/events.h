// SPDX-License-Identifier: Apache-2.0
// Makes events (what happened, who to whom) from the event words inside statements.
#pragma once

#include <vector>

#include "counterpoint/statement.h"
#include "statement/lexicon.h"
#include "statement/tree.h"

namespace counterpoint::statement {

// One event for each event word that stands in a statement. Actors and recipients come from the
// parse alone; responsibility is `alleged` where a claimant names an actor, `admitted` where the
// actor's own voice admits, never inferred otherwise. Sorted by trigger.
[[nodiscard]] std::vector<Event> find_events(const Tree& tree, const Lexicon& lexicon,
                                             const std::vector<Statement>& statements);

}  // namespace counterpoint::statement
