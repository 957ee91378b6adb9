// SPDX-License-Identifier: Apache-2.0
// explain: what links statements and documents - questions, positions, relations, derivations,
// incidents, origins.
#include <fmt/format.h>

#include <array>

#include "view/cells.h"
#include "view/explain_parts.h"
#include "view/words.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

std::string status_reason(const std::string& status) {
  if (status == "disputed") return "disputed, because its positions exclude each other";
  if (status == "single_origin") return "from a single origin, however many documents carry it";
  if (status == "revised") return "revised: a voice took another position later";
  if (status == "agreed") return "no rival account: nobody here takes another position";
  return status;
}

void write_position(const ReadDossier& dossier, const Json& question, std::size_t at, Page& page) {
  const Json& position = question["positions"][at];
  page.paragraph(fmt::format("{} ({}; {})", position_line(dossier, question, at), counted(position),
                             dossier.text(position, "id")),
                 4, "  ");
  for (const Json& id : position["statements"]) statement_line(dossier, id, page);
}

void write_passages(const ReadDossier& dossier, const Json& derivation, Page& page) {
  constexpr std::size_t kShown = 5;
  if (!derivation.contains("spans")) return;
  const Json& spans = derivation["spans"];
  for (std::size_t i = 0; i < spans.size() && i < kShown; ++i) {
    page.paragraph("In the source, and in the other:", 2);
    quote(dossier, spans[i]["from"], page);
    quote(dossier, spans[i]["to"], page);
  }
  if (spans.size() > kShown) {
    page.paragraph("and " + plural(spans.size() - kShown, "passage") + " more, in dossier.json", 2);
  }
}

bool holds_statement(const Json& origin, const Json& id) {
  for (const Json& item : origin["statements"]) {
    if (item == id) return true;
  }
  return false;
}

}  // namespace

void explain_question(const ReadDossier& dossier, const Json& thing, Page& page) {
  page.paragraph(dossier.text(thing, "text"), 2);
  fact("Status", status_reason(dossier.text(thing, "status")), page);
  const std::string cause = dossier.text(thing, "cause");
  if (cause != "dispute") fact("Why they differ", cause_words(cause), page);
  fact("Incident", dossier.incident_title(dossier.text(thing, "incident")), page);
  for (std::size_t p = 0; p < thing["positions"].size(); ++p) {
    write_position(dossier, thing, p, page);
  }
  if (thing.contains("noted_by") && !thing["noted_by"].empty()) {
    page.paragraph("That accounts differ is noted by:", 2);
    for (const Json& id : thing["noted_by"]) statement_line(dossier, id, page);
  }
}

void explain_position(const ReadDossier& dossier, const Json& thing, Page& page) {
  for (const Json& question : dossier.array("questions")) {
    for (std::size_t p = 0; p < question["positions"].size(); ++p) {
      if (dossier.text(question["positions"][p], "id") != dossier.text(thing, "id")) continue;
      fact(
          fmt::format("On “{}” ({})", dossier.text(question, "text"), dossier.text(question, "id")),
          position_line(dossier, question, p), page);
    }
  }
  fact("Rests on", counted(thing) + "; copies and one claimant's repetitions are one origin", page);
  for (const Json& id : thing["statements"]) {
    statement_line(dossier, id, page);
    for (const Json& origin : dossier.array("origins")) {
      if (!holds_statement(origin, id)) continue;
      page.paragraph(
          fmt::format("origin {}: {}", dossier.text(origin, "id"), dossier.text(origin, "reason")),
          8);
    }
  }
}

void explain_relation(const ReadDossier& dossier, const Json& thing, Page& page) {
  const Json* from = dossier.find(dossier.text(thing, "from"));
  const Json* to = dossier.find(dossier.text(thing, "to"));
  const Json* claim = dossier.find(dossier.text(thing, "to_claim"));
  if (from) {
    page.paragraph(dossier.sayer(*from) + ":", 2);
    quote(dossier, (*from)["span"], page);
  }
  page.paragraph(relation_words(dossier.text(thing, "type")), 2);
  if (to) {
    page.paragraph(dossier.sayer(*to) + ":", 2);
    quote(dossier, (*to)["span"], page);
  }
  const Json* exhibit = dossier.find(dossier.text(thing, "to_exhibit"));
  if (exhibit) page.paragraph("the exhibit: " + exhibit_line(dossier, *exhibit), 2);
  if (claim) page.paragraph("the claim: " + dossier.text(*claim, "text"), 2);
  because(dossier, thing, page);
}

void explain_derivation(const ReadDossier& dossier, const Json& thing, Page& page) {
  page.paragraph(fmt::format("{} {} {}", dossier.document_name(dossier.text(thing, "to")),
                             derivation_words(dossier.text(thing, "type")),
                             dossier.document_name(dossier.text(thing, "from"))),
                 2);
  because(dossier, thing, page);
  if (thing.contains("coverage")) {
    fact("Share of its text that stands in the source",
         number_words(thing["coverage"].get<double>() * 100) + " %", page);
  }
  write_passages(dossier, thing, page);
  if (!thing.contains("omits")) return;
  for (const Json& id : thing["omits"]) {
    const Json* claim = dossier.find(id.get<std::string>());
    if (claim) fact("Leaves out", dossier.text(*claim, "text"), page);
  }
}

void explain_incident(const ReadDossier& dossier, const Json& thing, Page& page) {
  page.paragraph(dossier.incident_title(dossier.text(thing, "id")), 2);
  if (thing.contains("time")) {
    fact("Time", dossier.time(thing, "time"), page);
    quote_evidence(dossier, thing["time"], page);
  }
  if (const Json* place = dossier.find(dossier.text(thing, "place"))) {
    fact("Place", dossier.text(*place, "name"), page);
  }
  fact("Part of", dossier.incident_title(dossier.text(thing, "part_of")), page);
  because(dossier, thing, page);
  if (!thing.contains("events")) return;
  page.paragraph("Told of by:", 2);
  std::string before;
  for (const Json& id : thing["events"]) {
    const Json* event = dossier.find(id.get<std::string>());
    const std::string statement = event ? dossier.text(*event, "statement") : std::string();
    if (!statement.empty() && statement != before) statement_line(dossier, statement, page);
    before = statement;
  }
}

void explain_origin(const ReadDossier& dossier, const Json& thing, Page& page) {
  page.paragraph("These count as one origin:", 2);
  for (const Json& id : thing["statements"]) statement_line(dossier, id, page);
  because(dossier, thing, page);
}

}  // namespace counterpoint::view
