// SPDX-License-Identifier: Apache-2.0
// Made from names; read by entities. Which names are one thing, with the reason for each merge, and
// which may be but were kept apart.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/identity/name_uses.h"

namespace counterpoint {

// How strongly each rule speaks, 0..1; these order what a person should look at first and are no
// probabilities. Set by hand: a stated link above a spelling, a spelling above a lone surname.
struct MergeScore {
  static constexpr double kStated = 0.95;       // "World Health Organisation (WHO)"
  static constexpr double kSpelling = 0.9;      // same name in another romanisation
  static constexpr double kGazetteer = 0.95;    // one entry of the gazetteer
  static constexpr double kSurnameHere = 0.9;   // only bearer of the surname in the document
  static constexpr double kFewerNames = 0.8;    // "Ibrahim Shaar", "Mohammad Ibrahim al-Shaar"
  static constexpr double kInitials = 0.75;     // letters fit, nothing states it
  static constexpr double kSurnameThere = 0.6;  // only bearer of the surname in the dossier
};

// Disjoint sets of names. The order of joins does not change the sets; the representative is the
// least index.
class NameGroups {
 public:
  explicit NameGroups(std::size_t size);

  [[nodiscard]] std::uint32_t find(std::uint32_t name) const;
  [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const { return find(a) == find(b); }
  void join(std::uint32_t a, std::uint32_t b, std::string reason, double score);
  void keep_apart(std::uint32_t a, std::uint32_t b, std::string reason, bool at_odds);

  struct Join {
    std::uint32_t a, b;
    std::string reason;
    double score;
  };
  struct Apart {
    std::uint32_t a, b;
    std::string reason;
    bool at_odds;  // offices or sides contradict: worth a flag
  };
  std::vector<Join> joins;    // in the order made
  std::vector<Apart> aparts;  // in the order made

 private:
  std::vector<std::uint32_t> parents_;
};

// Persons: fewer names of one person, surnames alone. Never joined: other given names, exclusive
// offices or sides that contradict (these are kept apart with a flag).
void join_persons(const Names& names, const DossierPacks& packs, NameGroups& groups);

// Bodies: acronyms stated in a text or told by initials.
void join_bodies(const Names& names, const Linking& linking, NameGroups& groups);

}  // namespace counterpoint
