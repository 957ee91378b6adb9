// SPDX-License-Identifier: Apache-2.0
#include "dossier/packs.h"

namespace counterpoint {

Result<DossierPacks> load_dossier_packs(const std::filesystem::path& root) {
  auto names = NameRules::load(root / "en" / "dossier" / "names.tsv");
  if (!names) return tl::unexpected(names.error());
  auto gazetteer = Gazetteer::load(root / "places");
  if (!gazetteer) return tl::unexpected(gazetteer.error());
  auto happenings = HappeningRules::load(root / "en" / "dossier" / "happenings.tsv");
  if (!happenings) return tl::unexpected(happenings.error());
  auto vague = load_vague_values(root / "en" / "dossier" / "ledger.tsv");
  if (!vague) return tl::unexpected(vague.error());
  return DossierPacks{root, std::move(*names), std::move(*gazetteer), std::move(*happenings),
                      std::move(*vague)};
}

}  // namespace counterpoint
