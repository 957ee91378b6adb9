// SPDX-License-Identifier: Apache-2.0
#include "cases/case_links.h"

#include <algorithm>
#include <map>
#include <set>

namespace counterpoint::cases {
namespace {

// `"snippet" [in a.txt]`: the statements it finds.
struct Side {
  std::string snippet, report;
  std::vector<const Json*> statements;
  std::set<std::string> ids;
};

Side read_side(Reader& reader, const CaseDossier& dossier) {
  Side side;
  side.snippet = reader.quoted("snippet");
  if (reader.accept("in")) side.report = reader.value("report");
  side.statements = dossier.find_statements(side.snippet, side.report);
  for (const Json* statement : side.statements) side.ids.insert(text_of(*statement, "id"));
  return side;
}

// Question -> the positions in which any of the statements stands.
std::map<std::string, std::set<std::size_t>> positions_of(const Side& side,
                                                          const CaseDossier& dossier) {
  std::map<std::string, std::set<std::size_t>> positions;
  for (const auto& question : dossier.list("questions")) {
    const Json list = question.value("positions", Json::array());
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (const auto& id : ids_of(list[i], "statements")) {
        if (side.ids.count(id) != 0) positions[text_of(question, "id")].insert(i);
      }
    }
  }
  return positions;
}

bool meet(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t x) { return b.count(x) != 0; });
}

std::string missing_side(const Side& a, const Side& b, const CaseDossier& dossier) {
  std::string lines;
  for (const Side* side : {&a, &b}) {
    if (!side->statements.empty()) {
      lines += dossier.describe(side->statements);
      continue;
    }
    lines += "  no statement holds \"" + side->snippet + "\"; nearest:\n" +
             dossier.describe(dossier.nearest_statements(side->snippet, side->report));
  }
  return lines;
}

std::set<std::string> claims_of(const Side& side) {
  std::set<std::string> claims;
  for (const Json* statement : side.statements) {
    for (const auto& claim : statement->value("claims", Json::array())) {
      claims.insert(text_of(claim, "claim") + " " + text_of(claim, "stance"));
    }
  }
  return claims;
}

const std::map<std::string, std::string>& act_of_relation() {
  static const std::map<std::string, std::string> kActs = {
      {"denies", "deny"},  {"admits", "admit"},     {"retracts", "retract"},
      {"doubts", "doubt"}, {"confirms", "confirm"}, {"disconfirms", "disconfirm"}};
  return kActs;
}

}  // namespace

Finding check_opposed(Reader& reader, const CaseDossier& dossier, bool negated) {
  const Side a = read_side(reader, dossier);
  reader.expect("<>");
  const Side b = read_side(reader, dossier);
  reader.finish();
  const std::string found = missing_side(a, b, dossier);
  if (a.statements.empty() || b.statements.empty()) return {negated, found};
  const auto pa = positions_of(a, dossier), pb = positions_of(b, dossier);
  for (const auto& [question, positions] : pa) {
    const auto other = pb.find(question);
    if (other != pb.end() && !meet(positions, other->second)) {
      return {true, "  opposed on question " + question + "\n" + found};
    }
  }
  return {false, found};
}

Finding check_aligned(Reader& reader, const CaseDossier& dossier, bool negated) {
  const Side a = read_side(reader, dossier);
  reader.expect("=");
  const Side b = read_side(reader, dossier);
  reader.finish();
  const std::string found = missing_side(a, b, dossier);
  if (a.statements.empty() || b.statements.empty()) return {negated, found};
  const auto pa = positions_of(a, dossier), pb = positions_of(b, dossier);
  for (const auto& [question, positions] : pa) {
    const auto other = pb.find(question);
    if (other != pb.end() && meet(positions, other->second)) return {true, found};
  }
  const auto ca = claims_of(a), cb = claims_of(b);
  const bool shared = std::any_of(ca.begin(), ca.end(), [&](const auto& x) { return cb.count(x); });
  return {shared, found};
}

Finding check_rendered(Reader& reader, const CaseDossier& dossier, bool negated) {
  const Side a = read_side(reader, dossier);
  reader.expect("=");
  const Side b = read_side(reader, dossier);
  reader.finish();
  const std::string found = missing_side(a, b, dossier);
  if (a.statements.empty() || b.statements.empty()) return {negated, found};
  for (const Json* left : a.statements) {
    const std::string utterance = text_of(*left, "utterance");
    for (const Json* right : b.statements) {
      const bool same = !utterance.empty() && utterance == text_of(*right, "utterance");
      if (same && left != right) return {true, found};
    }
  }
  return {false, found};
}

Finding check_relation(Reader& reader, const CaseDossier& dossier, bool) {
  const std::string types = reader.value("type");
  const Side from = read_side(reader, dossier);
  const bool directed = reader.accept("to");
  const Side to = directed ? read_side(reader, dossier) : Side{};
  reader.finish();
  for (const auto& relation : dossier.list("relations")) {
    if (!one_of(types, text_of(relation, "type"))) continue;
    if (from.ids.count(text_of(relation, "from")) == 0) continue;
    if (!directed || to.ids.count(text_of(relation, "to")) != 0) return {true, {}};
  }
  for (const Json* statement : from.statements) {
    for (const auto& [type, act] : act_of_relation()) {
      const bool same = !directed && text_of(*statement, "act") == act && one_of(types, type);
      if (same) return {true, dossier.describe_statement(*statement)};
    }
  }
  return {false, directed ? missing_side(from, to, dossier) : missing_side(from, from, dossier)};
}

Finding check_question(Reader& reader, const CaseDossier& dossier, bool) {
  const auto wanted = words_of(reader.quoted("words"));
  std::map<std::string, std::string> exact;
  std::size_t least = 0;
  while (!reader.at_end()) {
    const std::string clause = reader.value("clause");
    if (clause == "positions")
      least = static_cast<std::size_t>(reader.number("positions"));
    else if (clause == "status" || clause == "kind" || clause == "cause")
      exact[clause] = reader.value(clause);
    else
      throw std::invalid_argument("unknown clause: " + clause);
  }
  std::string found;
  for (const auto& question : dossier.list("questions")) {
    const auto words = words_of(text_of(question, "text"));
    const std::string line = "  " + text_of(question, "kind") + " " + text_of(question, "status") +
                             " \"" + text_of(question, "text") + "\"\n";
    const bool about = std::all_of(wanted.begin(), wanted.end(), [&](const auto& word) {
      return std::any_of(words.begin(), words.end(),
                         [&](const auto& x) { return x.rfind(word, 0) == 0; });
    });
    found += line;
    const bool as_said = std::all_of(exact.begin(), exact.end(), [&](const auto& pair) {
      return one_of(pair.second, text_of(question, pair.first.c_str()));
    });
    const std::size_t positions = question.value("positions", Json::array()).size();
    if (about && as_said && positions >= least) return {true, line};
  }
  return {false, found};
}

}  // namespace counterpoint::cases
