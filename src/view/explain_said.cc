// SPDX-License-Identifier: Apache-2.0
// explain: a statement, a figure, a voice, an entity.
#include <fmt/format.h>

#include "view/cells.h"
#include "view/explain_parts.h"
#include "view/words.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

bool lists(const Json& object, const char* key, const std::string& id) {
  if (!object.contains(key)) return false;
  for (const Json& item : object[key]) {
    if (item.is_string() && item.get_ref<const std::string&>() == id) return true;
  }
  return false;
}

void write_reading(const ReadDossier& dossier, const Json& thing, Page& page) {
  std::string line = speech_words(dossier.text(thing, "speech"));
  if (thing.contains("cue")) {
    line += ", told by the words of saying “" + dossier.text(thing["cue"], "text") + "”";
  }
  if (thing.contains("source")) line += ", by “" + dossier.text(thing["source"], "text") + "”";
  fact("Read as", line, page);
  fact("Act", act_words(dossier.text(thing, "act")), page);
  const std::string certainty = dossier.text(thing, "certainty");
  if (certainty == "probable" || certainty == "possible") fact("Put as", certainty, page);
  const std::string basis = dossier.text(thing, "basis");
  if (basis != "unknown") fact("Basis", kind_words(basis), page);
  fact("Said", dossier.time(thing, "said"), page);
  fact("Happened", dossier.time(thing, "time"), page);
}

// The other renderings of the saying, and in what they differ from the fullest.
void write_renderings(const ReadDossier& dossier, const Json& thing, Page& page) {
  const Json* utterance = dossier.find(dossier.text(thing, "utterance"));
  if (!utterance) return;
  fact("One saying",
       fmt::format("in {} renderings: {} ({})", (*utterance)["statements"].size(),
                   dossier.text(*utterance, "reason"), dossier.text(*utterance, "id")),
       page);
  for (const Json& variant : (*utterance)["variants"]) {
    const Json* statement = dossier.find(dossier.text(variant, "statement"));
    if (!statement) continue;
    const std::string omitted = dossier.text(variant, "omitted");
    const std::string added = dossier.text(variant, "added");
    std::string line = dossier.document_of(*statement) + ": ";
    line += omitted.empty() ? "leaves out nothing" : "leaves out “" + omitted + "”";
    if (!added.empty()) line += ", has “" + added + "” instead or besides";
    page.paragraph(fmt::format("{} ({})", line, dossier.text(variant, "statement")), 4, "  ");
  }
}

void write_answers(const ReadDossier& dossier, const std::string& id, Page& page) {
  for (const Json* question : ordered_questions(dossier)) {
    const Json& positions = (*question)["positions"];
    for (std::size_t p = 0; p < positions.size(); ++p) {
      if (!lists(positions[p], "statements", id)) continue;
      fact(fmt::format("Answers “{}” ({})", dossier.text(*question, "text"),
                       dossier.text(*question, "id")),
           position_line(dossier, *question, p), page);
    }
    if (lists(*question, "noted_by", id)) {
      fact("Notes that accounts differ", dossier.text(*question, "text"), page);
    }
  }
}

void write_relations(const ReadDossier& dossier, const std::string& id, Page& page) {
  for (const Json& relation : dossier.array("relations")) {
    const bool outward = dossier.text(relation, "from") == id;
    if (!outward && dossier.text(relation, "to") != id) continue;
    const Json* exhibit = outward ? dossier.find(dossier.text(relation, "to_exhibit")) : nullptr;
    if (exhibit) {
      fact("It " + relation_words(dossier.text(relation, "type")),
           exhibit_line(dossier, *exhibit) + " (" + dossier.text(*exhibit, "id") + ")", page);
      continue;
    }
    const Json* other = dossier.find(dossier.text(relation, outward ? "to" : "from"));
    const std::string words = relation_words(dossier.text(relation, "type"));
    if (!other) continue;
    page.paragraph(fmt::format("{}{} {}, because {} ({})", outward ? "It " : "",
                               outward ? words : dossier.sayer(*other) + " " + words,
                               outward ? dossier.sayer(*other) : "it",
                               dossier.text(relation, "reason"), dossier.text(relation, "id")),
                   4, "  ");
  }
}

void write_merges(const ReadDossier& dossier, const Json& entity, Page& page) {
  if (entity.contains("merged")) {
    for (const Json& merge : entity["merged"]) {
      page.paragraph(fmt::format("“{}” is taken for “{}”, because: {}", dossier.text(merge, "a"),
                                 dossier.text(merge, "b"), dossier.text(merge, "reason")),
                     4, "  ");
    }
  }
  if (entity.contains("may_be")) {
    for (const Json& guess : entity["may_be"]) {
      const std::string other = dossier.text(guess, "entity");
      const Json* found = dossier.find(other);
      page.paragraph(fmt::format("May be {} ({}), not merged, because: {}",
                                 found ? dossier.text(*found, "name") : "another", other,
                                 dossier.text(guess, "reason")),
                     4, "  ");
    }
  }
  if (!entity.contains("flags")) return;
  for (const Json& flag : entity["flags"]) {
    fact("Check", dossier.text(flag, "message"), page);
    quote_evidence(dossier, flag, page);
  }
}

std::string spellings(const ReadDossier& dossier, const Json& entity) {
  std::string line;
  if (!entity.contains("names")) return line;
  for (const Json& name : entity["names"]) {
    line += fmt::format("{}{} ({}×)", line.empty() ? "" : ", ", dossier.text(name, "text"),
                        name.value("count", 1));
  }
  return line;
}

void write_ledger_place(const ReadDossier& dossier, const std::string& id, Page& page) {
  for (const Json& group : dossier.array("ledger")) {
    if (!lists(group, "rows", id)) continue;
    const std::string title = dossier.incident_title(dossier.text(group, "incident"));
    fact("In the ledger",
         fmt::format("{}{} ({})", dossier.text(group, "measure"), title.empty() ? "" : ", " + title,
                     dossier.text(group, "id")),
         page);
    if (!group.contains("rules")) continue;
    for (const auto& [name, rule] : group["rules"].items()) {
      if (lists(rule, "figures", id)) fact("Counted by rule", rule_words(name), page);
    }
  }
}

void refer(const ReadDossier& dossier, const Json& figure, const char* key, std::string_view title,
           Page& page) {
  const Json* other = dossier.find(dossier.text(figure, key));
  if (!other) return;
  fact(
      title,
      fmt::format("{}, according to {} ({})", dossier.amount(*other),
                  dossier.voice_name(dossier.text(*other, "claimant")), dossier.text(*other, "id")),
      page);
}

}  // namespace

void explain_statement(const ReadDossier& dossier, const Json& thing, Page& page) {
  const std::string id = dossier.text(thing, "id");
  page.paragraph(
      fmt::format("{} ({}), through {}:", dossier.voice_name(dossier.claimant(thing)),
                  kind_words(dossier.voice_kind(dossier.claimant(thing))), dossier.chain(thing)),
      2);
  if (thing.contains("span")) quote(dossier, thing["span"], page);
  if (thing.contains("sentence")) {
    page.paragraph("It stands in the sentence:", 2);
    quote(dossier, thing["sentence"], page);
  }
  write_reading(dossier, thing, page);
  write_renderings(dossier, thing, page);
  write_answers(dossier, id, page);
  if (thing.contains("figures")) {
    for (const Json& figure : thing["figures"]) {
      const Json* found = dossier.find(figure.get<std::string>());
      if (!found) continue;
      fact("Figure",
           fmt::format("{} {} ({})", dossier.amount(*found), dossier.text(*found, "measure"),
                       figure.get<std::string>()),
           page);
    }
  }
  if (thing.contains("exhibits")) {
    for (const Json& exhibit : thing["exhibits"]) {
      const std::string at = exhibit.get<std::string>();
      const Json* found = dossier.find(at);
      if (found) fact("Rests on", exhibit_line(dossier, *found) + " (" + at + ")", page);
    }
  }
  write_relations(dossier, id, page);
  for (const Json& origin : dossier.array("origins")) {
    if (!lists(origin, "statements", id)) continue;
    fact("Origin",
         fmt::format("{} ({})", dossier.text(origin, "reason"), dossier.text(origin, "id")), page);
  }
}

void explain_figure(const ReadDossier& dossier, const Json& thing, Page& page) {
  const std::string group = thing.contains("group") ? dossier.text(thing["group"], "text") : "";
  page.paragraph(fmt::format("{}{}: {}", dossier.amount(thing), group.empty() ? "" : " " + group,
                             dossier.text(thing, "measure")),
                 2);
  if (thing.contains("span")) quote(dossier, thing["span"], page);
  const Json* statement = dossier.find(dossier.text(thing, "statement"));
  if (statement && statement->contains("sentence")) {
    page.paragraph("It stands in the sentence:", 2);
    quote(dossier, (*statement)["sentence"], page);
  }
  const std::string claimant = dossier.text(thing, "claimant");
  fact("According to", claimant.empty() ? "nobody named" : dossier.voice_name(claimant), page);
  if (statement) fact("In the statement", dossier.text(*statement, "id"), page);
  if (thing.contains("as_of")) {
    fact("As of",
         fmt::format("{}, {}", dossier.time(thing, "as_of"),
                     basis_words(dossier.text(thing["as_of"], "basis"))),
         page);
    quote_evidence(dossier, thing["as_of"], page);
  }
  fact("Over", dossier.time(thing, "period"), page);
  const std::string status = dossier.text(thing, "status");
  if (status != "unstated") fact("Status", status, page);
  if (thing.contains("emended")) {
    fact("Read as",
         dossier.text(thing["emended"], "read_as") + ", because " +
             dossier.text(thing["emended"], "reason"),
         page);
  }
  refer(dossier, thing, "part_of", "Part of", page);
  refer(dossier, thing, "superseded_by", "Superseded by", page);
  write_ledger_place(dossier, dossier.text(thing, "id"), page);
}

void explain_entity(const ReadDossier& dossier, const Json& thing, Page& page) {
  fact("Name", dossier.text(thing, "name"), page);
  fact("Type", dossier.text(thing, "type"), page);
  fact("Spelled", spellings(dossier, thing), page);
  write_merges(dossier, thing, page);
  for (const Json& voice : dossier.array("voices")) {
    if (dossier.text(voice, "entity") == dossier.text(thing, "id")) {
      fact("Speaks as", dossier.text(voice, "id"), page);
    }
  }
}

void explain_voice(const ReadDossier& dossier, const Json& thing, Page& page) {
  const std::string id = dossier.text(thing, "id");
  fact("Name", dossier.text(thing, "name"), page);
  fact("Kind", kind_words(dossier.text(thing, "kind")) + ", " + dossier.text(thing, "identity"),
       page);
  if (thing.value("protected", false)) fact("Protected", "left out of what is shared", page);
  if (thing.contains("roles")) {
    for (const Json& role : thing["roles"]) {
      fact("Described as", dossier.text(role, "text"), page);
      quote_evidence(dossier, role, page);
    }
  }
  if (thing.contains("distinct_from")) {
    for (const Json& other : thing["distinct_from"]) {
      fact("Not the same as",
           dossier.voice_name(other.get<std::string>()) + " (" + other.get<std::string>() + ")",
           page);
    }
  }
  if (const Json* entity = dossier.find(dossier.text(thing, "entity"))) {
    fact("Spelled", spellings(dossier, *entity), page);
    write_merges(dossier, *entity, page);
  }
  for (const Json& statement : dossier.array("statements")) {
    if (dossier.claimant(statement) == id) statement_line(dossier, statement["id"], page);
  }
}

}  // namespace counterpoint::view
