// SPDX-License-Identifier: Apache-2.0
#include "cases/case_statements.h"

#include <algorithm>
#include <map>
#include <set>

namespace counterpoint::cases {
namespace {

// The clauses of a `statement:` line; a clause that is not given matches anything.
struct Clauses {
  std::string snippet;
  std::vector<std::string> via;
  std::map<std::string, std::string> given;  // the other clauses

  [[nodiscard]] std::string get(const std::string& clause) const {
    const auto found = given.find(clause);
    return found == given.end() ? std::string() : found->second;
  }
  // Nothing but a snippet and perhaps a report.
  [[nodiscard]] bool bare() const { return via.empty() && given.size() == given.count("in"); }
};

Clauses read_clauses(Reader& reader) {
  static const std::set<std::string> kKnown = {"in",        "by",       "kind",  "speech",
                                               "time",      "said",     "joint", "act",
                                               "certainty", "polarity", "basis"};
  Clauses c;
  c.snippet = reader.quoted("snippet");
  while (!reader.at_end()) {
    const std::string clause = reader.value("clause");
    const std::string value = reader.value("value of " + clause);
    if (clause == "via") {
      c.via.push_back(value);
    } else if (kKnown.count(clause) == 0 || !c.given.emplace(clause, value).second) {
      throw std::invalid_argument("unknown or repeated clause: " + clause);
    }
  }
  return c;
}

// Every `via` in order, before the claimant.
bool relays_match(const std::vector<std::string>& via, const std::vector<std::string>& chain,
                  const CaseDossier& dossier) {
  std::size_t met = 0;
  for (std::size_t i = 0; i + 1 < chain.size() && met < via.size(); ++i) {
    if (name_hit(via[met], dossier.names_of_voice(chain[i]))) ++met;
  }
  return met == via.size();
}

bool speech_matches(const std::string& wanted, const Json& statement, const CaseDossier& dossier) {
  const std::string speech = text_of(statement, "speech");
  if (wanted.empty() || one_of(wanted, speech)) return true;
  const std::string words = fold(dossier.extent(statement));
  const bool quotes = words.find_first_of("\"'") != std::string::npos;
  return wanted == "direct" && speech == "mixed" && quotes;
}

bool matches(const Clauses& c, const Json& statement, const CaseDossier& dossier) {
  const auto is = [&](const char* clause, const std::string& value) {
    return c.get(clause).empty() || one_of(c.get(clause), value);
  };
  const auto is_named = [&](const char* clause, const std::string& voice) {
    return c.get(clause).empty() || name_hit(c.get(clause), dossier.names_of_voice(voice));
  };
  const auto chain = ids_of(statement, "chain");
  const std::string claimant = chain.empty() ? std::string() : chain.back();
  if (!is_named("by", claimant) || !is("kind", dossier.kind_of_voice(claimant))) return false;
  if (!relays_match(c.via, chain, dossier)) return false;
  if (!speech_matches(c.get("speech"), statement, dossier)) return false;
  for (const char* time : {"time", "said"}) {
    if (!is(time, day_of(statement, time))) return false;
  }
  for (const char* member : {"act", "certainty", "polarity", "basis"}) {
    if (!is(member, text_of(statement, member))) return false;
  }
  const auto joint = ids_of(statement, "joint_with");
  return c.get("joint").empty() ||
         std::any_of(joint.begin(), joint.end(),
                     [&](const std::string& voice) { return is_named("joint", voice); });
}

// `no statement: "x"` is about every statement's content: a cue or source may well hold the words.
Finding find_content(const Clauses& c, const CaseDossier& dossier) {
  const Json* document = c.get("in").empty() ? nullptr : &dossier.get_document(c.get("in"));
  for (const Json* statement : dossier.statements()) {
    if (document != nullptr && text_of(*statement, "document") != text_of(*document, "id")) {
      continue;
    }
    const std::string content = fold(text_of(statement->at("span"), "text"));
    if (content.find(fold(c.snippet)) == std::string::npos) continue;
    return {true, dossier.describe_statement(*statement)};
  }
  return {false, {}};
}

}  // namespace

Finding check_statement(Reader& reader, const CaseDossier& dossier, bool negated) {
  const Clauses clauses = read_clauses(reader);
  if (negated && clauses.bare()) return find_content(clauses, dossier);
  const auto found = dossier.find_statements(clauses.snippet, clauses.get("in"));
  for (const Json* statement : found) {
    if (matches(clauses, *statement, dossier))
      return {true, dossier.describe_statement(*statement)};
  }
  if (!found.empty()) return {false, dossier.describe(found)};
  return {false,
          "  no statement holds it; nearest:\n" +
              dossier.describe(dossier.nearest_statements(clauses.snippet, clauses.get("in")))};
}

Finding check_voice(Reader& reader, const CaseDossier& dossier, bool) {
  const std::string name = reader.quoted("name");
  std::map<std::string, std::string> exact;
  bool is_protected = false;
  while (!reader.at_end()) {
    const std::string clause = reader.value("clause");
    if (clause == "protected")
      is_protected = true;
    else if (clause == "kind" || clause == "identity")
      exact[clause] = reader.value(clause);
    else
      throw std::invalid_argument("unknown clause: " + clause);
  }
  std::string found;
  for (const auto& voice : dossier.list("voices")) {
    const std::string names = dossier.names_of_voice(text_of(voice, "id"));
    if (!name_hit(name, names)) continue;
    found +=
        "  " + names + " (" + text_of(voice, "kind") + ", " + text_of(voice, "identity") + ")\n";
    const bool as_said = std::all_of(exact.begin(), exact.end(), [&](const auto& pair) {
      return one_of(pair.second, text_of(voice, pair.first.c_str()));
    });
    if (as_said && (!is_protected || voice.value("protected", false))) return {true, found};
  }
  return {false, found};
}

}  // namespace counterpoint::cases
