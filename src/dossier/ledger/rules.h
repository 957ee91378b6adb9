// SPDX-License-Identifier: Apache-2.0
// Made from the figures of one ledger group; read by ledger. The rules that pick values.
#pragma once

#include <string>
#include <vector>

#include "dossier/ledger/ledger.h"

namespace counterpoint {

// One figure as the rules see it.
struct Row {
  FigureId id;
  double low = 0;             // what is stated at least: "more than 120" -> 120, "up to 200" -> 200
  double high = 0;            // and at most: "more than 120" -> 120
  double conservative = 0;    // by ACLED's way with vague words and upper bounds
  bool bounded_below = true;  // false for "up to 200"
  std::string origin;
  bool official = false;
};

// nullopt for a figure without any number.
[[nodiscard]] std::optional<Row> to_row(const Figure& figure, const VagueValues& vague);

// All rules that have at least one row to rest on, in the order of ledger.h.
[[nodiscard]] std::vector<LedgerRule> apply_rules(const std::vector<Row>& rows);

}  // namespace counterpoint
