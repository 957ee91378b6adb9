// SPDX-License-Identifier: Apache-2.0
// explain: why a thing is in the dossier, from its id down to the words it rests on.
#include <array>
#include <string_view>

#include "counterpoint/view.h"
#include "view/explain_parts.h"

namespace counterpoint {
namespace {

using view::Page;
using view::ReadDossier;
using Explain = void (*)(const ReadDossier&, const ReadDossier::Json&, Page&);

struct Kind {
  std::string_view array, name;
  Explain explain;
};

constexpr std::array<Kind, 17> kKinds{{{"documents", "Document", view::explain_fields},
                                       {"voices", "Voice", view::explain_voice},
                                       {"entities", "Entity", view::explain_entity},
                                       {"places", "Place", view::explain_fields},
                                       {"statements", "Statement", view::explain_statement},
                                       {"exhibits", "Exhibit", view::explain_exhibit},
                                       {"events", "Event", view::explain_fields},
                                       {"incidents", "Incident", view::explain_incident},
                                       {"figures", "Figure", view::explain_figure},
                                       {"claims", "Claim", view::explain_fields},
                                       {"questions", "Question", view::explain_question},
                                       {"positions", "Position", view::explain_position},
                                       {"relations", "Relation", view::explain_relation},
                                       {"derivations", "Derivation", view::explain_derivation},
                                       {"origins", "Origin", view::explain_origin},
                                       {"ledger", "Ledger", view::explain_ledger},
                                       {"", "Thing", view::explain_fields}}};

const Kind& kind_of(const std::string& array) {
  for (const Kind& kind : kKinds) {
    if (kind.array == array) return kind;
  }
  return kKinds.back();
}

}  // namespace

Result<std::string> explain(const std::string& dossier_json, const std::string& id,
                            const ShowOptions& options) {
  const auto dossier = ReadDossier::parse(dossier_json);
  if (!dossier) return tl::unexpected<Error>(dossier.error());
  const ReadDossier::Json* thing = dossier->find(id);
  if (!thing) {
    return fail("view.unknown_id", "Nothing in the dossier has this id.", id,
                "Ids stand in brackets behind each line of counterpoint show.");
  }
  const Kind& kind = kind_of(dossier->kind_of(id));
  Page page(options);
  page.heading(std::string(kind.name) + " " + id);
  kind.explain(*dossier, *thing, page);
  return page.take();
}

}  // namespace counterpoint
