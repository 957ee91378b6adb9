// SPDX-License-Identifier: Apache-2.0
// explain: an exhibit, who made it known, what it shows, who rests on it and who challenges it.
#include <fmt/format.h>

#include "view/explain_parts.h"
#include "view/words.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

std::string publisher(const ReadDossier& dossier, const Json& exhibit) {
  const std::string voice = dossier.text(exhibit, "published_by");
  return voice.empty() ? dossier.text(exhibit, "publisher") : dossier.voice_name(voice);
}

void write_spans(const ReadDossier& dossier, std::string_view title, const Json& spans,
                 Page& page) {
  if (spans.empty()) return;
  page.paragraph(std::string(title) + ":", 2);
  for (const Json& span : spans) quote(dossier, span, page);
}

void write_statements(const ReadDossier& dossier, std::string_view title, const Json& ids,
                      Page& page) {
  if (ids.empty()) return;
  page.paragraph(std::string(title) + ":", 2);
  for (const Json& id : ids) statement_line(dossier, id, page);
}

}  // namespace

std::string exhibit_line(const ReadDossier& dossier, const Json& exhibit) {
  std::string line = dossier.text(exhibit, "kind");
  const std::string by = publisher(dossier, exhibit);
  if (!by.empty()) line += " published by " + by;
  const std::string dated = dossier.time(exhibit, "dated");
  if (!dated.empty()) line += ", " + dated;
  if (!exhibit["shows"].empty()) line += ": “" + dossier.text(exhibit["shows"][0], "text") + "”";
  return line;
}

void explain_exhibit(const ReadDossier& dossier, const Json& thing, Page& page) {
  page.paragraph(exhibit_line(dossier, thing), 2);
  write_spans(dossier, "Spoken of", thing["mentions"], page);
  write_spans(dossier, "Said to show", thing["shows"], page);
  write_statements(dossier, "Rest on it", thing["statements"], page);
  write_statements(dossier, "Challenge it", thing["challenged_by"], page);
  for (const Json& relation : dossier.array("relations")) {
    if (dossier.text(relation, "to_exhibit") != dossier.text(thing, "id")) continue;
    if (dossier.text(relation, "type") != "supports") continue;
    page.paragraph("Called genuine:", 2);
    statement_line(dossier, relation["from"], page);
  }
  fact("One exhibit in several reports", dossier.text(thing, "reason"), page);
  if (!thing.contains("may_be")) return;
  for (const Json& other : thing["may_be"]) {
    const Json* found = dossier.find(dossier.text(other, "exhibit"));
    if (!found) continue;
    page.paragraph(fmt::format("May be the {} ({}), left apart: {}", exhibit_line(dossier, *found),
                               dossier.text(other, "exhibit"), dossier.text(other, "reason")),
                   4, "  ");
  }
}

}  // namespace counterpoint::view
