// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dossier/identity/name_groups.h"
#include "dossier/packs.h"

namespace counterpoint {
namespace {

// Sides whose people are never merged by machine.
int side_of(VoiceKind kind) {
  switch (kind) {
    case VoiceKind::official:
      return 1;
    case VoiceKind::armed_group:
    case VoiceKind::opposition:
      return 2;
    case VoiceKind::foreign_official:
      return 3;
    default:
      return 0;  // may belong to any
  }
}

class Persons {
 public:
  Persons(const Names& names, const DossierPacks& packs, NameGroups& groups)
      : names_(names), packs_(packs), groups_(groups) {
    for (std::uint32_t n = 0; n < names.names.size(); ++n) {
      const Name& name = names.names[n];
      offices_.push_back(name.offices);
      kinds_.push_back(name.kinds);
      if (name.kind != NameClass::person) continue;
      const auto tokens = name.tokens();
      if (tokens.size() == 1) {
        alone_.push_back(n);
        continue;
      }
      full_.push_back(n);
      by_surname_[tokens.back()].push_back(n);
      for (std::size_t t = 1; t < tokens.size(); ++t) by_later_[tokens[t]].push_back(n);
    }
  }

  void join_fewer_names();
  void join_surnames();

 private:
  using Index = std::map<std::string, std::vector<std::uint32_t>>;

  // Why the two people known so far cannot be one, or nullopt.
  [[nodiscard]] std::optional<std::string> contradiction(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::set<std::uint32_t> bearers(const std::string& token, std::uint32_t alone,
                                                bool here) const;
  [[nodiscard]] std::vector<std::uint32_t> longer_names(std::uint32_t name) const;
  bool join_alone(std::uint32_t name, bool here);
  void join(std::uint32_t a, std::uint32_t b, const std::string& reason, double score);
  void try_join(std::uint32_t a, std::uint32_t b, const std::string& reason, double score);

  const Names& names_;
  const DossierPacks& packs_;
  NameGroups& groups_;
  std::vector<std::uint32_t> full_, alone_;
  std::vector<std::set<Office>> offices_;  // by representative: of all names joined so far
  std::vector<std::set<VoiceKind>> kinds_;
  Index by_surname_, by_later_;
};

std::optional<std::string> Persons::contradiction(std::uint32_t a, std::uint32_t b) const {
  a = groups_.find(a);
  b = groups_.find(b);
  for (const Office& x : offices_[a]) {
    for (const Office& y : offices_[b]) {
      if (at_odds(x, y, packs_.names)) return "offices at odds: " + x.text + " / " + y.text;
    }
  }
  for (const VoiceKind x : kinds_[a]) {
    for (const VoiceKind y : kinds_[b]) {
      if (side_of(x) != 0 && side_of(y) != 0 && side_of(x) != side_of(y)) return "different sides";
    }
  }
  return std::nullopt;
}

void Persons::join(std::uint32_t a, std::uint32_t b, const std::string& reason, double score) {
  const std::uint32_t before[] = {groups_.find(a), groups_.find(b)};
  groups_.join(a, b, reason, score);
  const std::uint32_t now = groups_.find(a);
  for (const std::uint32_t group : before) {
    if (group == now) continue;
    offices_[now].insert(offices_[group].begin(), offices_[group].end());
    kinds_[now].insert(kinds_[group].begin(), kinds_[group].end());
  }
}

void Persons::try_join(std::uint32_t a, std::uint32_t b, const std::string& reason, double score) {
  if (const auto why = contradiction(a, b)) {
    groups_.keep_apart(a, b, *why, true);
  } else {
    join(a, b, reason, score);
  }
}

bool token_fits(const std::string& shorter, const std::string& longer) {
  return shorter == longer || (shorter.size() == 1 && longer.starts_with(shorter));
}

// "ibrahim shar" in "muhamad ibrahim shar": every token in order, the surname at the end of both.
bool is_part_of(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
  if (shorter.size() > longer.size() || shorter.back() != longer.back()) return false;
  std::size_t at = 0;
  for (const std::string& token : longer) {
    if (at < shorter.size() && token_fits(shorter[at], token)) ++at;
  }
  return at == shorter.size();
}

std::vector<std::uint32_t> Persons::longer_names(std::uint32_t name) const {
  const auto tokens = names_.names[name].tokens();
  std::vector<std::uint32_t> longer;
  for (const std::uint32_t other : by_surname_.at(tokens.back())) {
    const auto others = names_.names[other].tokens();
    const bool more =
        others.size() > tokens.size() ||
        (others.size() == tokens.size() && tokens.front().size() == 1 && others.front().size() > 1);
    if (other != name && more && is_part_of(tokens, others)) longer.push_back(other);
  }
  return longer;
}

// Every full name that the shorter one fits must be one person already, or it stays open.
void Persons::join_fewer_names() {
  std::vector<std::uint32_t> order = full_;
  // Longest first, so that what a short name fits has been joined before.
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return names_.names[a].tokens().size() > names_.names[b].tokens().size();
  });
  for (const std::uint32_t name : order) {
    const auto longer = longer_names(name);
    std::vector<std::uint32_t> possible;
    for (const std::uint32_t other : longer) {
      if (const auto why = contradiction(name, other)) {
        groups_.keep_apart(name, other, *why, true);
      } else {
        possible.push_back(other);
      }
    }
    std::set<std::uint32_t> people;
    for (const std::uint32_t other : possible) people.insert(groups_.find(other));
    if (people.size() == 1) {
      join(name, possible.front(), "the same name with fewer given names", MergeScore::kFewerNames);
    } else {
      for (const std::uint32_t other : possible) {
        groups_.keep_apart(name, other, "fits several full names", false);
      }
    }
  }
}

// Representatives of people who bear the token as surname, or as a later name where nobody has it
// as surname ("Cordova" in "Jose Angel Cordova Villalobos").
std::set<std::uint32_t> Persons::bearers(const std::string& token, std::uint32_t alone,
                                         bool here) const {
  std::set<std::uint32_t> people;
  for (const Index* index : {&by_surname_, &by_later_}) {
    const auto at = index->find(token);
    if (at == index->end()) continue;
    for (const std::uint32_t name : at->second) {
      const auto document = static_cast<std::uint32_t>(names_.names[alone].document);
      if (!here || names_.names[name].documents.contains(document)) {
        people.insert(groups_.find(name));
      }
    }
    if (!people.empty()) break;
  }
  return people;
}

bool Persons::join_alone(std::uint32_t name, bool here) {
  const std::string token = names_.names[name].key;
  const auto people = bearers(token, name, here);
  if (people.empty()) return false;
  if (people.size() == 1) {
    try_join(name, *people.begin(),
             here ? "the only bearer of the name in the document"
                  : "the only bearer of the name in the dossier",
             here ? MergeScore::kSurnameHere : MergeScore::kSurnameThere);
  } else {
    for (const std::uint32_t person : people) {
      groups_.keep_apart(name, person, "several people bear the name", false);
    }
  }
  return true;
}

void Persons::join_surnames() {
  std::map<std::string, std::vector<std::uint32_t>> left;
  for (const std::uint32_t name : alone_) {
    if (!join_alone(name, true) && !join_alone(name, false))
      left[names_.names[name].key].push_back(name);
  }
  // Nobody's full name is known. A surname is taken for one person; a given name is too common.
  const auto is_given = [&](const std::string& token) {
    return std::any_of(packs_.names.given.begin(), packs_.names.given.end(),
                       [&](const auto& given) { return given.second == token; });
  };
  for (const auto& [token, same] : left) {
    if (is_given(token)) continue;
    for (std::size_t i = 1; i < same.size(); ++i) {
      try_join(same.front(), same[i], "the same single name", MergeScore::kSurnameThere);
    }
  }
}

}  // namespace

void join_persons(const Names& names, const DossierPacks& packs, NameGroups& groups) {
  Persons persons(names, packs, groups);
  persons.join_fewer_names();
  persons.join_surnames();
}

}  // namespace counterpoint
