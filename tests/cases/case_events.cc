// SPDX-License-Identifier: Apache-2.0
#include "cases/case_events.h"

#include <algorithm>
#include <set>

namespace counterpoint::cases {
namespace {

struct Clause {
  std::string word, value;
};

bool names(const Json& event, const char* key, const std::string& name) {
  const Json list = event.value(key, Json::array());
  return std::any_of(list.begin(), list.end(),
                     [&](const Json& actor) { return name_hit(name, text_of(actor, "text")); });
}

bool meets(const Json& event, const Clause& clause) {
  if (clause.word == "type" || clause.word == "mode") {
    return one_of(clause.value, text_of(event, clause.word.c_str()));
  }
  if (clause.word == "actor") return names(event, "actors", clause.value);
  if (clause.word == "recipient") return names(event, "recipients", clause.value);
  if (clause.word == "weapon") {
    const auto weapons = ids_of(event, "weapons");
    return std::any_of(weapons.begin(), weapons.end(),
                       [&](const std::string& weapon) { return name_hit(clause.value, weapon); });
  }
  if (clause.word == "responsibility") {
    const Json actors = event.value("actors", Json::array());
    return std::any_of(actors.begin(), actors.end(), [&](const Json& actor) {
      return one_of(clause.value, text_of(actor, "responsibility"));
    });
  }
  if (clause.word == "negated") return event.value("negated", false);
  return text_of(event, "modality") == clause.word;
}

Clause read_clause(Reader& reader) {
  static const std::set<std::string> kAlone = {"negated", "future", "hypothetical", "actual"};
  static const std::set<std::string> kWithValue = {"type",      "mode",   "actor",
                                                   "recipient", "weapon", "responsibility"};
  const std::string word = reader.value("clause");
  if (kAlone.contains(word)) return {word, ""};
  if (!kWithValue.contains(word)) throw std::invalid_argument("unknown clause: " + word);
  return {word, reader.value(word)};
}

std::string describe(const Json& event) {
  std::string line = "  " + text_of(event, "type") + " " + text_of(event, "mode") + " " +
                     text_of(event, "modality") + (event.value("negated", false) ? " negated" : "");
  for (const char* key : {"actors", "recipients"}) {
    line += std::string(", ") + key;
    for (const auto& actor : event.value(key, Json::array())) {
      line += " \"" + text_of(actor, "text") + "\" " + text_of(actor, "responsibility");
    }
  }
  for (const auto& weapon : ids_of(event, "weapons")) line += ", weapon " + weapon;
  return line + "\n";
}

}  // namespace

Finding check_event(Reader& reader, const CaseDossier& dossier, bool) {
  const std::string snippet = reader.quoted("snippet");
  std::string report;
  std::vector<Clause> clauses;
  while (!reader.at_end()) {
    if (reader.accept("in")) {
      report = reader.value("report");
    } else {
      clauses.push_back(read_clause(reader));
    }
  }
  std::set<std::string> statements;
  for (const Json* s : dossier.find_statements(snippet, report)) {
    statements.insert(text_of(*s, "id"));
  }
  std::string found;
  for (const auto& event : dossier.list("events")) {
    if (!statements.contains(text_of(event, "statement"))) continue;
    found += describe(event);
    const bool all = std::all_of(clauses.begin(), clauses.end(),
                                 [&](const Clause& clause) { return meets(event, clause); });
    if (all) return {true, describe(event)};
  }
  return {false, found.empty() ? "  no event in a statement that holds it\n" : found};
}

}  // namespace counterpoint::cases
