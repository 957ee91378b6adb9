// SPDX-License-Identifier: Apache-2.0
// The words that exhibits are found by, loaded from packs/<lang>/statement/exhibit*.tsv, where each
// sign and role is explained.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "counterpoint/statement.h"

namespace counterpoint::statement {

struct ExhibitNoun {
  ExhibitKind kind = ExhibitKind::document;
  std::string signs;  // letters of exhibits.tsv

  [[nodiscard]] bool takes(char sign) const { return signs.find(sign) != std::string::npos; }
};

enum class ExhibitRole {
  show,
  tell,
  seem,
  publish,
  display,
  obtain,
  emerge,
  bear,
  mark,
  qualify,
  unlike,
  within,
  about,
  as,
  be_false,
  be_true,
  be_old,
  unsure,
  make,
  verify,
  question,
  proof,
  unable
};

struct ExhibitWords {
  std::unordered_map<std::string, ExhibitNoun> nouns;               // by lemma
  std::map<ExhibitRole, std::set<std::string, std::less<>>> words;  // lemmas
  std::map<std::string, Act, std::less<>> tests;  // act of a word of testing, where it has one
  std::vector<std::string> elsewhere;             // folded phrases

  [[nodiscard]] bool has(ExhibitRole role, std::string_view lemma) const;
  [[nodiscard]] const ExhibitNoun* noun(const std::string& lemma) const;

  // Errors: pack.missing, pack.encoding, pack.row (names table and row).
  [[nodiscard]] static Result<ExhibitWords> load(const std::filesystem::path& folder);
};

}  // namespace counterpoint::statement
