// SPDX-License-Identifier: Apache-2.0
// show who, conflicts.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "view/columns.h"
#include "view/explain_parts.h"
#include "view/screens.h"
#include "view/terminal.h"
#include "view/words.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

struct Part {  // of a voice in the dossier
  std::size_t said = 0, relayed = 0;
};

std::map<std::string, Part> parts_of(const ReadDossier& dossier) {
  std::map<std::string, Part> parts;
  for (const Json& statement : dossier.array("statements")) {
    if (!statement.contains("chain")) continue;
    const Json& chain = statement["chain"];
    for (std::size_t i = 0; i < chain.size(); ++i) {
      Part& part = parts[chain[i].get<std::string>()];
      ++(i + 1 == chain.size() ? part.said : part.relayed);
    }
  }
  return parts;
}

void write_voice(const ReadDossier& dossier, const Json& voice, const Part& part, Page& page) {
  const std::string id = dossier.text(voice, "id");
  const std::string role = dossier.role(id);
  std::string line = dossier.text(voice, "name") + (role.empty() ? "" : ", " + role);
  line += fmt::format(" ({}, {})", kind_words(dossier.text(voice, "kind")),
                      dossier.text(voice, "identity"));
  std::string count = plural(part.said, "statement");
  if (part.relayed) {
    count = (part.said ? count + ", " : "") + "passed on " + plural(part.relayed, "statement");
  }
  page.paragraph(fmt::format("{}: {}{} ({})", line, count,
                             voice.value("protected", false) ? ", protected" : "", id),
                 6, "    ");
}

std::size_t relation_rank(const std::string& type) {
  constexpr std::array<std::string_view, 10> kOrder{
      "contradicts", "denies", "disconfirms", "retracts", "revises",
      "admits",      "doubts", "confirms",    "supports", "corroborates"};
  return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), type) - kOrder.begin());
}

std::string rests(std::size_t statements) {
  return statements == 1 ? "1 statement rests" : plural(statements, "statement") + " rest";
}

std::string said_line(const ReadDossier& dossier, const Json& statement) {
  return dossier.sayer(statement) + ": " + dossier.words(statement);
}

void write_relation(const ReadDossier& dossier, const Json& relation, Page& page) {
  const Json* from = dossier.find(dossier.text(relation, "from"));
  if (!from) return;
  page.paragraph(said_line(dossier, *from), 4, "  ");
  page.paragraph(
      relation_words(dossier.text(relation, "type")) + " (" + dossier.text(relation, "id") + ")",
      6);
  const Json* to = dossier.find(dossier.text(relation, "to"));
  const Json* claim = dossier.find(dossier.text(relation, "to_claim"));
  if (to) page.paragraph(said_line(dossier, *to), 4);
  if (!to && claim) page.paragraph(dossier.text(*claim, "text"), 4);
  const Json* exhibit = dossier.find(dossier.text(relation, "to_exhibit"));
  if (exhibit) page.paragraph(exhibit_line(dossier, *exhibit), 4);
  page.paragraph("because " + dossier.text(relation, "reason"), 6);
  page.blank();
}

void write_exhibits(const ReadDossier& dossier, Page& page) {
  if (dossier.array("exhibits").empty()) return;
  page.subheading("What is shown as proof");
  for (const Json& exhibit : dossier.array("exhibits")) {
    const std::size_t told = exhibit["statements"].size();
    const std::size_t challenged = exhibit["challenged_by"].size();
    std::string line = exhibit_line(dossier, exhibit) + fmt::format("; {} on it", rests(told));
    if (challenged) line += fmt::format(", challenged by {}", challenged);
    page.paragraph(fmt::format("{} ({})", line, dossier.text(exhibit, "id")), 4, "  ");
  }
  page.blank();
}

void write_derivations(const ReadDossier& dossier, Page& page) {
  if (dossier.array("derivations").empty()) return;
  page.subheading("Documents that derive from others");
  for (const Json& derivation : dossier.array("derivations")) {
    page.paragraph(
        fmt::format("{} {} {} ({})", dossier.document_name(dossier.text(derivation, "to")),
                    derivation_words(dossier.text(derivation, "type")),
                    dossier.document_name(dossier.text(derivation, "from")),
                    dossier.text(derivation, "id")),
        4, "  ");
    page.paragraph("because " + dossier.text(derivation, "reason"), 6);
  }
}

}  // namespace

std::string who(const ReadDossier& dossier, const ShowOptions& options) {
  const std::map<std::string, Part> parts = parts_of(dossier);
  const auto part_of = [&](const Json& voice) {
    const auto found = parts.find(dossier.text(voice, "id"));
    return found == parts.end() ? Part{} : found->second;
  };
  Page page(options);
  page.heading("Who speaks");
  for (const Column& column : kColumns) {
    std::vector<const Json*> voices;
    for (const Json& voice : dossier.array("voices")) {
      if (in_column(column, dossier.text(voice, "kind"))) voices.push_back(&voice);
    }
    if (voices.empty()) continue;
    std::stable_sort(voices.begin(), voices.end(), [&](const Json* a, const Json* b) {
      return std::tuple(part_of(*b).said, dossier.text(*a, "name")) <
             std::tuple(part_of(*a).said, dossier.text(*b, "name"));
    });
    page.subheading(column.title);
    for (const Json* voice : voices) write_voice(dossier, *voice, part_of(*voice), page);
    page.blank();
  }
  return page.take();
}

std::string conflicts(const ReadDossier& dossier, const ShowOptions& options) {
  std::vector<const Json*> relations;
  for (const Json& relation : dossier.array("relations")) relations.push_back(&relation);
  std::stable_sort(relations.begin(), relations.end(), [&](const Json* a, const Json* b) {
    return relation_rank(dossier.text(*a, "type")) < relation_rank(dossier.text(*b, "type"));
  });
  Page page(options);
  page.heading("Relations between statements");
  for (const Json* relation : relations) write_relation(dossier, *relation, page);
  write_exhibits(dossier, page);
  write_derivations(dossier, page);
  return page.take();
}

}  // namespace counterpoint::view
