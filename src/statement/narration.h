// SPDX-License-Identifier: Apache-2.0
// What the outlet asserts itself: sentences that no attribution covers, and rows of tables.
#pragma once

#include <vector>

#include "counterpoint/statement.h"
#include "statement/lexicon.h"
#include "statement/tree.h"
#include "statement/voices.h"

namespace counterpoint::statement {

// Adds a narration statement for every sentence whose words are mostly not covered by `statements`
// (their content, cue and source). Headings, captions without a verb and column labels add none.
void add_narration(const Tree& tree, std::vector<Statement>& statements);

// Adds a tabular statement for each infobox row; "(opposition claim)" in a cell names its claimant.
void add_tabular(const Tree& tree, VoiceRegistry& voices, std::vector<Statement>& statements);

}  // namespace counterpoint::statement
