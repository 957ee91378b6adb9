// SPDX-License-Identifier: Apache-2.0
#include "cases/case_exhibits.h"

#include <algorithm>
#include <set>

namespace counterpoint::cases {
namespace {

bool shows(const Json& exhibit, const std::string& snippet, const std::string& document) {
  for (const char* key : {"shows", "mentions"}) {
    for (const auto& span : exhibit.value(key, Json::array())) {
      const bool here = document.empty() || text_of(span, "document") == document;
      if (here && (snippet.empty() || holds(text_of(span, "text"), snippet))) return true;
    }
  }
  return false;
}

std::string describe(const Json& exhibit) {
  std::string line = "  " + text_of(exhibit, "kind") + " by \"" + text_of(exhibit, "publisher") +
                     "\" " + day_of(exhibit, "dated") + " of";
  for (const char* key : {"mentions", "shows"}) {
    for (const auto& span : exhibit.value(key, Json::array())) {
      line += " \"" + text_of(span, "text") + "\"";
    }
  }
  return line + ", challenged by " + std::to_string(ids_of(exhibit, "challenged_by").size()) + "\n";
}

// The statements of `list` hold the snippet.
bool among(const std::vector<std::string>& list, const std::string& snippet,
           const CaseDossier& dossier) {
  for (const Json* statement : dossier.find_statements(snippet)) {
    const std::string id = text_of(*statement, "id");
    if (std::find(list.begin(), list.end(), id) != list.end()) return true;
  }
  return false;
}

std::vector<std::string> supporters(const Json& exhibit, const CaseDossier& dossier) {
  std::vector<std::string> ids;
  for (const auto& relation : dossier.list("relations")) {
    const bool of_it = text_of(relation, "to_exhibit") == text_of(exhibit, "id");
    if (of_it && text_of(relation, "type") == "supports") ids.push_back(text_of(relation, "from"));
  }
  return ids;
}

struct Clause {
  std::string word, value;
};

bool meets(const Json& exhibit, const Clause& clause, const CaseDossier& dossier) {
  if (clause.word == "by") {
    const std::string publisher = text_of(exhibit, "publisher");
    if (clause.value == "nobody") return publisher.empty();
    return !publisher.empty() &&
           (name_hit(clause.value, publisher) ||
            name_hit(clause.value, dossier.names_of_voice(text_of(exhibit, "published_by"))));
  }
  if (clause.word == "challenged") {
    return among(ids_of(exhibit, "challenged_by"), clause.value, dossier);
  }
  if (clause.word == "supported") return among(supporters(exhibit, dossier), clause.value, dossier);
  if (clause.word == "rests") return among(ids_of(exhibit, "statements"), clause.value, dossier);
  if (clause.word == "dated") return one_of(clause.value, day_of(exhibit, "dated"));
  throw std::invalid_argument("unknown clause: " + clause.word);
}

std::string read_report(Reader& reader, const CaseDossier& dossier) {
  return reader.accept("in") ? text_of(dossier.get_document(reader.value("report")), "id") : "";
}

// `same "snippet" in a.txt = "snippet" in b.txt`
Finding check_same_exhibit(Reader& reader, const CaseDossier& dossier) {
  const std::string a = reader.quoted("snippet");
  const std::string in_a = read_report(reader, dossier);
  reader.expect("=");
  const std::string b = reader.quoted("snippet");
  const std::string in_b = read_report(reader, dossier);
  std::string found;
  for (const auto& exhibit : dossier.list("exhibits")) {
    if (shows(exhibit, a, in_a) && shows(exhibit, b, in_b)) return {true, describe(exhibit)};
    found += describe(exhibit);
  }
  return {false, found};
}

}  // namespace

Finding check_exhibit(Reader& reader, const CaseDossier& dossier, bool) {
  if (reader.accept("same")) return check_same_exhibit(reader, dossier);
  const std::string kind = reader.value("kind");
  const std::string snippet = reader.quoted("words shown");
  std::string document;
  std::vector<Clause> clauses;
  while (!reader.at_end()) {
    const std::string in = read_report(reader, dossier);
    if (!in.empty()) {
      document = in;
      continue;
    }
    const std::string word = reader.value("clause");
    clauses.push_back({word, reader.value(word)});
  }
  std::string found;
  for (const auto& exhibit : dossier.list("exhibits")) {
    found += describe(exhibit);
    if (!one_of(kind, text_of(exhibit, "kind")) || !shows(exhibit, snippet, document)) continue;
    const bool all = std::all_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
      return meets(exhibit, clause, dossier);
    });
    if (all) return {true, describe(exhibit)};
  }
  return {false, found};
}

}  // namespace counterpoint::cases
