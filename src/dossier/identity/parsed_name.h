// SPDX-License-Identifier: Apache-2.0
// Made from a mention's words; read by identities. Parts a name from the title or office before it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterpoint/dossier.h"
#include "dossier/identity/name_rules.h"
#include "dossier/places/gazetteer.h"

namespace counterpoint {

struct ParsedName {
  std::string text;                 // the bare name as written: "Mohammad Ibrahim al-Shaar"
  std::vector<std::string> tokens;  // as they are compared; empty: not a name after all
  std::optional<Office> office;     // from words before the name
  bool titled = false;              // a title or office stood before it

  [[nodiscard]] std::string key() const;
};

// A person's name: titles, offices and role words before it go ("Syrian politician Bouthaina
// Shaaban" -> Bouthaina Shaaban); tokens are romanised, given names in one form.
[[nodiscard]] ParsedName parse_person(std::string_view words, const NameRules& rules,
                                      const Gazetteer& gazetteer);

// A body's name: "the", possessives and tails go ("The Guardian newspaper" -> Guardian); tokens are
// plain, in one spelling.
[[nodiscard]] ParsedName parse_body(std::string_view words, const NameRules& rules);

// A place's name; tokens are those of name_key().
[[nodiscard]] ParsedName parse_place(std::string_view words);

// The office in a role's words ("the interior minister", "minister of information", "executive
// director of Insan"), nullopt when no office word is there.
[[nodiscard]] std::optional<Office> parse_office(std::string_view words, const NameRules& rules,
                                                 const Gazetteer& gazetteer);

// Capital letters of the words that count for an acronym: "World Health Organisation" -> "who".
[[nodiscard]] std::string initials(const ParsedName& name, const NameRules& rules);

}  // namespace counterpoint
