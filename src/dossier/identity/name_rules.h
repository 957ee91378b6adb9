// SPDX-License-Identifier: Apache-2.0
// Made from packs/<language>/dossier/names.tsv; read by identities. What a language does with
// names.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace counterpoint {

// All words as plain_tokens() makes them.
struct NameRules {
  std::set<std::string, std::less<>> titles;         // dropped before a person's name: "mr", "gen"
  std::map<std::string, bool, std::less<>> offices;  // head of an office -> held by one at a time
  std::set<std::string, std::less<>> particles;      // small words inside names: "al", "bin", "of"
  std::map<std::string, std::string, std::less<>> given;  // given name -> form that is compared
  std::vector<std::pair<std::string, std::string>> spellings;  // end of a word -> end compared
  std::set<std::string, std::less<>> joined;                   // "co" + "ordinators"
  std::set<std::string, std::less<>> tails;                    // "newspaper" after a body's name
  std::set<std::string, std::less<>> skipped;                  // gives no letter to an acronym
  std::set<std::string, std::less<>> relatives;
  std::set<std::string, std::less<>> another;       // "another resident"
  std::set<std::string, std::less<>> divisions;     // "Idlib Governorate"
  std::set<std::string, std::less<>> prepositions;  // of place

  // Errors: pack.missing, pack.encoding, pack.row (an unknown kind).
  [[nodiscard]] static Result<NameRules> load(const std::filesystem::path& table);
};

// An office as a text gives it. Country adjectives go to `country`.
struct Office {
  std::string head;                  // "minister"
  std::set<std::string> qualifiers;  // {"interior"}
  std::string country;               // ISO code, or empty
  std::string text;                  // as written

  friend auto operator<=>(const Office&, const Office&) = default;
};

// Whether nobody holds both: the same exclusive head, for things or countries without overlap.
[[nodiscard]] bool at_odds(const Office& a, const Office& b, const NameRules& rules);

}  // namespace counterpoint
