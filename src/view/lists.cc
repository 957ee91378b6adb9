// SPDX-License-Identifier: Apache-2.0
// show ledger, timeline, who, conflicts.
#include <fmt/format.h>

#include <map>

#include "view/screens.h"
#include "view/terminal.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

std::string edtf(const ReadDossier& dossier, const Json& object, const char* key) {
  return object.contains(key) ? dossier.text(object[key], "edtf") : std::string();
}

void write_figure(const ReadDossier& dossier, const Json& figure, Page& page) {
  const std::string group = figure.contains("group") ? dossier.text(figure["group"], "text") : "";
  const std::string claimant = dossier.text(figure, "claimant");
  const std::string as_of = edtf(dossier, figure, "as_of");
  std::string line = dossier.amount(figure) + (group.empty() ? "" : " " + group);
  line += "  according to " + (claimant.empty() ? "nobody named" : dossier.voice_name(claimant));
  if (!as_of.empty()) line += ", as of " + as_of;
  const std::string status = dossier.text(figure, "status");
  if (status != "unstated") line += ", " + status;
  if (figure.contains("superseded_by")) line += ", revised later";
  page.paragraph(line, 6, "    ");
  page.paragraph(fmt::format("({}, {})", dossier.document_name(dossier.text(figure, "document")),
                             dossier.text(figure, "id")),
                 10, "          ");
}

void write_rules(const Json& group, Page& page) {
  if (!group.contains("rules")) return;
  for (const auto& [name, rule] : group["rules"].items()) {
    std::string line = name + ":";
    for (const auto& [key, value] : rule["values"].items()) {
      line += fmt::format(" {} {}", key, value.dump());
    }
    page.paragraph(line, 6, "    ");
  }
}

}  // namespace

std::string ledger(const ReadDossier& dossier, const ShowOptions& options) {
  Page page(options);
  page.heading("Figures ledger");
  for (const Json& group : dossier.array("ledger")) {
    const Json* incident = dossier.find(dossier.text(group, "incident"));
    page.subheading(dossier.text(group, "measure") +
                    (incident ? "  " + dossier.text(*incident, "title") : ""));
    for (const auto& id : group["rows"]) {
      const Json* figure = dossier.find(id.get<std::string>());
      if (figure) write_figure(dossier, *figure, page);
    }
    page.paragraph("By rule, not a UCDP, Airwars or ACLED estimate:", 4);
    write_rules(group, page);
    page.blank();
  }
  return page.take();
}

std::string timeline(const ReadDossier& dossier, const ShowOptions& options) {
  Page page(options);
  page.heading("Timeline");
  for (const Json& entry : dossier.array("timeline")) {
    if (dossier.text(entry, "track") != "events") continue;
    page.paragraph(dossier.text(entry, "text"), 24,
                   fmt::format("{:<24}", edtf(dossier, entry, "time")));
  }
  return page.take();
}

std::string who(const ReadDossier& dossier, const ShowOptions& options) {
  std::map<std::string, int> said;
  for (const Json& statement : dossier.array("statements")) ++said[dossier.claimant(statement)];
  Page page(options);
  page.heading("Who speaks");
  for (const Json& voice : dossier.array("voices")) {
    const std::string id = dossier.text(voice, "id");
    const std::string description = dossier.text(voice, "description");
    page.paragraph(fmt::format("{} ({}, {}){}: {} statements{}", dossier.text(voice, "name"),
                               dossier.text(voice, "kind"), dossier.text(voice, "identity"),
                               description.empty() ? "" : ", " + description, said[id],
                               voice.value("protected", false) ? ", protected" : ""),
                   4, "  ");
  }
  return page.take();
}

std::string conflicts(const ReadDossier& dossier, const ShowOptions& options) {
  Page page(options);
  page.heading("Relations between statements");
  for (const Json& relation : dossier.array("relations")) {
    const Json* from = dossier.find(dossier.text(relation, "from"));
    const Json* to = dossier.find(dossier.text(relation, "to"));
    if (!from) continue;
    page.subheading(dossier.text(relation, "type"));
    page.paragraph(dossier.voice_name(dossier.claimant(*from)) + ": " + dossier.content(*from), 4);
    if (to)
      page.paragraph(dossier.voice_name(dossier.claimant(*to)) + ": " + dossier.content(*to), 4);
    page.paragraph("because " + dossier.text(relation, "reason"), 4);
    page.blank();
  }
  return page.take();
}

}  // namespace counterpoint::view
