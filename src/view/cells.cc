// SPDX-License-Identifier: Apache-2.0
#include "view/cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "view/copies.h"
#include "view/words.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

// When it was said, else when its document was published.
std::string when_key(const ReadDossier& dossier, const Json& statement) {
  std::string said = dossier.edtf(statement, "said");
  const Json* document = dossier.find(dossier.text(statement, "document"));
  if (said.empty() && document) said = dossier.edtf(*document, "published");
  return time_key(said);
}

std::vector<const Json*> by_time(const ReadDossier& dossier, const Json& ids) {
  using Key = std::tuple<std::string, std::string, int, std::string>;
  std::vector<std::pair<Key, const Json*>> found;
  for (const Json& id : ids) {
    const Json* statement = dossier.find(id.get<std::string>());
    if (!statement) continue;
    const int begin = statement->contains("span") ? (*statement)["span"].value("begin", 0) : 0;
    found.emplace_back(Key{when_key(dossier, *statement), dossier.document_of(*statement), begin,
                           id.get<std::string>()},
                       statement);
  }
  std::sort(found.begin(), found.end());
  std::vector<const Json*> statements;
  statements.reserve(found.size());
  for (const auto& [key, statement] : found) statements.push_back(statement);
  return statements;
}

// The act says it where there is one; else a stance of doubt towards the claim does.
std::string doubt_of(const ReadDossier& dossier, const Json& statement, const std::string& claim) {
  const std::string act = dossier.text(statement, "act");
  if (act != "state" && !act.empty()) return act_words(act);
  if (!statement.contains("claims")) return {};
  for (const Json& link : statement["claims"]) {
    if (dossier.text(link, "claim") == claim && dossier.text(link, "stance") == "doubts") {
      return "doubted";
    }
  }
  return {};
}

// Joins the statement to the cell of the same saying, whose first document is the source.
bool join(const ReadDossier& dossier, const Json& statement, std::vector<Cell>& cells,
          std::size_t first) {
  const Saying saying = saying_of(dossier, statement);
  for (std::size_t c = first; c < cells.size(); ++c) {
    if (!is_same_saying(dossier, saying, saying_of(dossier, *cells[c].statement))) continue;
    const Json* other = &statement;
    if (is_derived_from(dossier, *cells[c].statement, statement)) {
      std::swap(other, cells[c].statement);
    }
    cells[c].also.push_back(other);
    return true;
  }
  return false;
}

std::size_t status_rank(const std::string& status) {
  constexpr std::array<std::string_view, 5> kOrder{"disputed", "revised", "single_origin", "open",
                                                   "agreed"};
  return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), status) - kOrder.begin());
}

int origins_of(const Json& position, const char* end) {
  return position.contains("origins") ? position["origins"].value(end, 0) : 0;
}

}  // namespace

std::string letter_of(std::size_t position) {
  std::string letter(1, static_cast<char>('A' + position % 26));
  return position < 26 ? letter : letter_of(position / 26 - 1) + letter;
}

std::vector<Cell> cells_of(const ReadDossier& dossier, const Json& question) {
  std::vector<Cell> cells;
  const Json& positions = question["positions"];
  for (std::size_t p = 0; p < positions.size(); ++p) {
    const std::size_t first = cells.size();
    const std::string claim = dossier.text(positions[p], "claim");
    for (const Json* statement : by_time(dossier, positions[p]["statements"])) {
      if (join(dossier, *statement, cells, first)) continue;
      cells.push_back({statement, letter_of(p), doubt_of(dossier, *statement, claim), {}});
    }
  }
  return cells;
}

std::vector<const Json*> ordered_questions(const ReadDossier& dossier) {
  using Key = std::tuple<std::size_t, int, int, std::string>;
  std::vector<std::pair<Key, const Json*>> keyed;
  for (const Json& question : dossier.array("questions")) {
    std::set<std::string> kinds;
    int origins = 0;
    for (const Json& position : question["positions"]) {
      origins += origins_of(position, "max");
      for (const auto& [kind, count] : position["kinds"].items()) kinds.insert(kind);
    }
    keyed.emplace_back(Key{status_rank(dossier.text(question, "status")),
                           -static_cast<int>(kinds.size()), -origins, dossier.text(question, "id")},
                       &question);
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<const Json*> ordered;
  ordered.reserve(keyed.size());
  for (const auto& [key, question] : keyed) ordered.push_back(question);
  return ordered;
}

std::string counted(const Json& position) {
  const int low = origins_of(position, "min"), high = origins_of(position, "max");
  std::string origins = plural(static_cast<std::size_t>(high), "origin");
  if (low != high) origins = fmt::format("{} to {}", low, origins);
  if (high == 0) origins = "no origin of its own";
  return plural(position["statements"].size(), "statement") + ", " + origins;
}

}  // namespace counterpoint::view
