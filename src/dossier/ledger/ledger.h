// SPDX-License-Identifier: Apache-2.0
// Made from figures, incidents and origins; read by views. What is said of how many, side by side.
//
// Reads   dossier.figures, statements, voices, origins
// Writes  superseded_by of figures; dossier.ledger
//
// A group holds the figures of one happening and measure for comparable people (civilians, security
// forces, or all) that are confirmed, or that are not. Rows are in order of as-of. Nothing is
// dropped: what one claimant later revised says by what. Each rule picks values in its own, named
// way and lists the figures it rests on. These are values by rule, not estimates of UCDP, ACLED or
// Airwars:
//
//   ucdp           low and high: least and greatest value stated; best: the one most origins state,
//                  the lower of equals
//   acled          value: the most conservative one; vague words by table (dozens = 12)
//   airwars        min and max over all that is stated, open ends left at what is stated
//   median         median: of one value per origin
//   official_only  low and high: as ucdp, from official claimants alone
//
// Superseded figures, projections, parts of another row and what a person excluded take no part in
// the rules. One origin counts once, however many documents print it.
#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "dossier/linking.h"

namespace counterpoint {

// Word -> value, from packs/<language>/dossier/ledger.tsv.
using VagueValues = std::map<std::string, double, std::less<>>;

// Errors: pack.missing, pack.encoding, pack.row (a value that is no number).
[[nodiscard]] Result<VagueValues> load_vague_values(const std::filesystem::path& table);

void link_ledger(Linking& linking);

}  // namespace counterpoint
