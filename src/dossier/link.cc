// SPDX-License-Identifier: Apache-2.0
// Joins the steps of `dossier` in their order; nothing clever happens here.
#include <algorithm>

#include "dossier/claims/claims.h"
#include "dossier/decisions/decisions.h"
#include "dossier/exhibits/exhibits.h"
#include "dossier/identity/foreign.h"
#include "dossier/identity/identities.h"
#include "dossier/incidents/incidents.h"
#include "dossier/ledger/ledger.h"
#include "dossier/ledger/timeline.h"
#include "dossier/linking.h"
#include "dossier/origins/derivations.h"
#include "dossier/origins/origins.h"
#include "dossier/packs.h"
#include "dossier/places/where.h"
#include "dossier/relations/relations.h"
#include "dossier/time/dating.h"
#include "dossier/time/times.h"
#include "dossier/utterances/utterances.h"

namespace counterpoint {

Result<Dossier> link(std::vector<AnnotatedDocument> documents, const DossierOptions& options) {
  const auto packs = load_dossier_packs(options.packs);
  if (!packs) return tl::unexpected(packs.error());
  auto decisions = read_decisions(options.decisions);
  if (!decisions) return tl::unexpected(decisions.error());

  std::sort(documents.begin(), documents.end(),
            [](const auto& a, const auto& b) { return a.document.id < b.document.id; });
  Dossier dossier;
  dossier.decisions = std::move(*decisions);
  Linking linking{.dossier = dossier, .documents = documents, .packs = *packs};
  start(linking);
  apply_exclusions(linking);

  Identities identities = link_entities(linking);
  apply_to_entities(linking, identities);
  link_voices(linking, identities);
  tell_foreign_officials(linking);
  apply_to_voices(linking);

  date_documents(linking);
  link_times(linking);
  link_where(linking);
  link_incidents(linking);
  link_derivations(linking);
  link_utterances(linking);
  link_origins(linking);
  link_ledger(linking);
  if (auto error = link_claims(linking)) return tl::unexpected(std::move(*error));
  link_relations(linking);
  link_exhibits(linking);
  fill_omissions(linking);
  link_timeline(linking);
  apply_notes(linking);
  dossier.title = options.title.empty() ? make_title(linking) : options.title;
  return dossier;
}

}  // namespace counterpoint
