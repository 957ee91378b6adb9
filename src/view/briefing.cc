// SPDX-License-Identifier: Apache-2.0
// show briefing: each question with its rival positions, by kind of voice.
#include <fmt/format.h>

#include <array>

#include "view/cells.h"
#include "view/columns.h"
#include "view/screens.h"
#include "view/terminal.h"
#include "view/words.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

// "Wissam Tarif, director of Insan, doubted: "
std::string lead(const ReadDossier& dossier, const Cell& cell) {
  const std::string claimant = dossier.claimant(*cell.statement);
  const std::string role = dossier.role(claimant);
  std::string line = dossier.voice_name(claimant);
  if (!role.empty()) line += ", " + role;
  if (!cell.doubt.empty()) line += (role.empty() ? " " : ", ") + cell.doubt;
  return line + ": ";
}

std::string place(const ReadDossier& dossier, const Json& statement) {
  return dossier.document_of(statement) + ", " + dossier.text(statement, "id");
}

// Through whom it came, and every document that carries it.
std::string rests_on(const ReadDossier& dossier, const Cell& cell) {
  std::string places = place(dossier, *cell.statement);
  for (std::size_t i = 0; i < cell.also.size(); ++i) {
    places += (i == 0 ? "; also " : "; ") + place(dossier, *cell.also[i]);
  }
  const bool relayed = cell.statement->contains("chain") && (*cell.statement)["chain"].size() > 1;
  return (relayed ? dossier.chain(*cell.statement) + " " : "") + "(" + places + ")";
}

void write_cell(const ReadDossier& dossier, const Cell& cell, Page& page) {
  page.paragraph(
      fmt::format("[{}] {}{}", cell.letter, lead(dossier, cell), dossier.words(*cell.statement)), 8,
      "    ");
  page.paragraph(rests_on(dossier, cell), 12, "          ");
}

void write_position(const ReadDossier& dossier, const Json& position, std::size_t at, Page& page) {
  const Json* claim = dossier.find(dossier.text(position, "claim"));
  const bool denied = dossier.text(position, "stance") == "denies";
  page.paragraph(fmt::format("{} {} ({})", denied ? "Denied:" : "Asserted:",
                             claim ? dossier.text(*claim, "text") : "", counted(position)),
                 4, fmt::format("{:<4}", letter_of(at)));
}

void write_question(const ReadDossier& dossier, const Json& question, Page& page) {
  const std::string cause = dossier.text(question, "cause");
  page.subheading(fmt::format("{}  ({}{}, {})", dossier.text(question, "text"),
                              status_words(dossier.text(question, "status")),
                              cause.empty() || cause == "dispute" ? "" : ", " + cause_words(cause),
                              dossier.text(question, "id")));
  const Json& positions = question["positions"];
  for (std::size_t p = 0; p < positions.size(); ++p) {
    write_position(dossier, positions[p], p, page);
  }
  const std::vector<Cell> cells = cells_of(dossier, question);
  for (const Column& column : kColumns) {
    bool titled = false;
    for (const Cell& cell : cells) {
      if (!in_column(column, dossier.voice_kind(dossier.claimant(*cell.statement)))) continue;
      if (!titled) page.paragraph(column.title, 2);
      titled = true;
      write_cell(dossier, cell, page);
    }
  }
  page.blank();
}

// A document that could not be read must not go unnoticed.
void write_failures(const ReadDossier& dossier, Page& page) {
  for (const Json& document : dossier.array("documents")) {
    if (!document.contains("error")) continue;
    page.paragraph(fmt::format("Could not be read: {}. {}", dossier.text(document, "name"),
                               dossier.text(document["error"], "message")));
  }
}

}  // namespace

std::string briefing(const ReadDossier& dossier, const ShowOptions& options) {
  Page page(options);
  page.heading(dossier.text(dossier.root(), "title"));
  page.paragraph(
      fmt::format("{}, {}, {}. Statements, not facts: each line is according to the voice it "
                  "names.",
                  plural(dossier.array("documents").size(), "document"),
                  plural(dossier.array("statements").size(), "statement"),
                  plural(dossier.array("questions").size(), "question")));
  write_failures(dossier, page);
  page.blank();
  for (const Json* question : ordered_questions(dossier)) {
    write_question(dossier, *question, page);
  }
  return page.take();
}

}  // namespace counterpoint::view
