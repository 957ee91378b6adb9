// SPDX-License-Identifier: Apache-2.0
// show briefing: each question with its rival positions, by kind of voice.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "view/screens.h"
#include "view/terminal.h"

namespace counterpoint::view {
namespace {

struct Column {
  std::string_view title;
  std::string_view kinds;  // separated by spaces
};

constexpr std::array<Column, 5> kColumns{{
    {"Official accounts", "official"},
    {"Residents and video", "witness defector"},
    {"Activists, opposition and armed groups", "activist opposition armed_group"},
    {"Analysts, foreign and international", "analyst foreign_official igo"},
    {"Media's own reporting", "media reference unknown"},
}};

using Json = ReadDossier::Json;

bool in_column(const Column& column, const std::string& kind) {
  return (" " + std::string(column.kinds) + " ").find(" " + kind + " ") != std::string::npos;
}

std::string statement_line(const ReadDossier& dossier, const Json& statement, char letter) {
  const std::string speech = dossier.text(statement, "speech");
  const std::string content = dossier.content(statement);
  const std::string quoted = speech == "direct" ? "“" + content + "”" : content;
  const std::string act = dossier.text(statement, "act");
  std::string line =
      fmt::format("[{}] {}: ", letter, dossier.voice_name(dossier.claimant(statement)));
  if (act != "state") line += "(" + act + ") ";
  return line + quoted;
}

void write_question(const ReadDossier& dossier, const Json& question, Page& page) {
  const std::string cause = dossier.text(question, "cause");
  page.subheading(fmt::format("{}  ({}{})", dossier.text(question, "text"),
                              dossier.text(question, "status"),
                              cause.empty() || cause == "dispute" ? "" : ", " + cause));
  const Json& positions = question["positions"];
  for (std::size_t p = 0; p < positions.size(); ++p) {
    const Json* claim = dossier.find(dossier.text(positions[p], "claim"));
    const std::string stance = dossier.text(positions[p], "stance");
    const Json& origins = positions[p]["origins"];
    page.paragraph(
        fmt::format("{} {} ({} statements, {} origins)", stance == "denies" ? "Against:" : "Holds:",
                    claim ? dossier.text(*claim, "text") : "", positions[p]["statements"].size(),
                    origins["max"].get<int>()),
        4, fmt::format("{}   ", static_cast<char>('A' + p)));
  }
  for (const Column& column : kColumns) {
    bool titled = false;
    std::set<std::string> printed;  // copies repeat a statement to the letter: once is enough here
    for (std::size_t p = 0; p < positions.size(); ++p) {
      for (const auto& id : positions[p]["statements"]) {
        const Json* statement = dossier.find(id.get<std::string>());
        if (!statement) continue;
        if (!in_column(column, dossier.voice_kind(dossier.claimant(*statement)))) continue;
        const std::string line = statement_line(dossier, *statement, static_cast<char>('A' + p));
        if (!printed.insert(line.substr(line.find(": "))).second) continue;
        if (!titled) page.paragraph(column.title, 2);
        titled = true;
        page.paragraph(line, 8, "    ");
        page.paragraph(fmt::format("{}  ({}, {})", dossier.chain(*statement),
                                   dossier.document_name(dossier.text(*statement, "document")),
                                   id.get<std::string>()),
                       12, "          ");
      }
    }
  }
  page.blank();
}

}  // namespace

std::string briefing(const ReadDossier& dossier, const ShowOptions& options) {
  Page page(options);
  page.heading(dossier.text(dossier.root(), "title"));
  page.paragraph(
      fmt::format("{} documents, {} statements, {} questions. Statements, not facts: "
                  "each line is according to the voice it names.",
                  dossier.array("documents").size(), dossier.array("statements").size(),
                  dossier.array("questions").size()));
  page.blank();
  std::vector<const Json*> questions;
  for (const Json& question : dossier.array("questions")) questions.push_back(&question);
  // Disputed questions first, those with more statements before others.
  const auto weight = [&](const Json* q) {
    std::size_t statements = 0;
    for (const Json& position : (*q)["positions"]) statements += position["statements"].size();
    return std::pair(dossier.text(*q, "status") == "disputed", statements);
  };
  std::stable_sort(questions.begin(), questions.end(),
                   [&](const Json* a, const Json* b) { return weight(a) > weight(b); });
  for (const Json* question : questions) write_question(dossier, *question, page);
  return page.take();
}

}  // namespace counterpoint::view
