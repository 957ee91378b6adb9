// SPDX-License-Identifier: Apache-2.0
// Made by link() from the packs folder; read by every step of `dossier`. The rules that depend on a
// language or a region; immutable once read.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "counterpoint/dossier.h"
#include "dossier/identity/name_rules.h"
#include "dossier/incidents/rules.h"
#include "dossier/ledger/ledger.h"
#include "dossier/places/gazetteer.h"

namespace counterpoint {

struct DossierPacks {
  std::filesystem::path root;  // the packs folder, for steps that read a table of their own
  NameRules names;
  Gazetteer gazetteer;
  HappeningRules happenings;
  VagueValues vague;
};

// Errors: pack.missing, pack.encoding, pack.row (a row that cannot be used; names the row).
[[nodiscard]] Result<DossierPacks> load_dossier_packs(const std::filesystem::path& root);

}  // namespace counterpoint
