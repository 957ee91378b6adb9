// SPDX-License-Identifier: Apache-2.0
#include "dossier/identity/name_rules.h"

#include <algorithm>

#include "base/pack.h"

namespace counterpoint {

Result<NameRules> NameRules::load(const std::filesystem::path& table) {
  const auto rows = read_table(table, 3);
  if (!rows) return tl::unexpected(rows.error());
  NameRules rules;
  const std::map<std::string, std::set<std::string, std::less<>>*> sets = {
      {"title", &rules.titles},
      {"particle", &rules.particles},
      {"join", &rules.joined},
      {"tail", &rules.tails},
      {"skip", &rules.skipped},
      {"relative", &rules.relatives},
      {"another", &rules.another},
      {"division", &rules.divisions},
      {"preposition", &rules.prepositions}};
  for (const PackRow& row : *rows) {
    if (const auto set = sets.find(row[0]); set != sets.end()) {
      set->second->insert(row[1]);
    } else if (row[0] == "office") {
      rules.offices[row[1]] = row[2] == "exclusive";
    } else if (row[0] == "given") {
      rules.given[row[1]] = row[2];
    } else if (row[0] == "spelling") {
      rules.spellings.emplace_back(row[1], row[2]);
    } else {
      return fail("pack.row", "A row of the name rules has an unknown kind: " + row[0] + ".",
                  table.string(), "Use one of the kinds that the pack's README.md lists.");
    }
  }
  return rules;
}

bool at_odds(const Office& a, const Office& b, const NameRules& rules) {
  const auto head = rules.offices.find(a.head);
  if (a.head != b.head || head == rules.offices.end() || !head->second) return false;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return true;
  if (a.qualifiers.empty() || b.qualifiers.empty()) return false;
  return std::none_of(a.qualifiers.begin(), a.qualifiers.end(),
                      [&](const std::string& word) { return b.qualifiers.contains(word); });
}

}  // namespace counterpoint
