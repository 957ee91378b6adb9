// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/identity/name_groups.h"
#include "dossier/identity/name_key.h"
#include "dossier/packs.h"

namespace counterpoint {
namespace {

// "WHO", "W.H.O.", "SANA": capitals only, two to seven of them.
bool is_acronym(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') {
      ++letters;
    } else if (c != '.') {
      return false;
    }
  }
  return letters >= 2 && letters <= 7;
}

// The words in brackets right after a span: "World Health Organisation (WHO)".
std::string_view bracketed_after(std::string_view text, const Span& span) {
  std::string_view rest = text.substr(span.end);
  if (!rest.starts_with(" (")) return {};
  rest.remove_prefix(2);
  return rest.substr(0, rest.find(')'));
}

struct Acronyms {
  std::map<std::string, std::uint32_t> by_key;                 // acronym -> name
  std::map<std::string, std::set<std::uint32_t>> by_initials;  // initials -> long names
};

Acronyms read_acronyms(const Names& names, const NameRules& rules) {
  constexpr std::size_t kFewestWords = 3;  // initials of two words fit too much
  Acronyms all;
  for (std::uint32_t n = 0; n < names.names.size(); ++n) {
    const Name& name = names.names[n];
    if (name.kind != NameClass::body && name.kind != NameClass::other) continue;
    const ParsedName& parsed = names.uses[name.uses.front()].name;
    if (parsed.tokens.size() == 1 && is_acronym(parsed.text)) {
      all.by_key.emplace(name.key, n);
    } else if (parsed.tokens.size() >= kFewestWords) {
      all.by_initials[initials(parsed, rules)].insert(n);
    }
  }
  return all;
}

void join_stated(const Names& names, const Linking& linking, const Acronyms& acronyms,
                 NameGroups& groups, std::set<std::uint32_t>& done) {
  for (std::uint32_t n = 0; n < names.names.size(); ++n) {
    if (names.names[n].kind != NameClass::body && names.names[n].kind != NameClass::other) continue;
    for (const std::uint32_t u : names.names[n].uses) {
      const NameUse& use = names.uses[u];
      if (use.span.empty()) continue;
      const auto short_form =
          bracketed_after(linking.documents[use.document].document.text, use.span);
      if (!is_acronym(short_form)) continue;
      const auto at = acronyms.by_key.find(plain_key(short_form));
      if (at == acronyms.by_key.end() || at->second == n || done.contains(at->second)) continue;
      groups.join(n, at->second, "the text gives the short form", MergeScore::kStated);
      done.insert(at->second);
    }
  }
}

// "state TV" and "Syrian state TV": a body that is only described goes with the one of its country,
// as long as the document - or else the dossier - knows one country's alone. Proper names never do.
struct OfCountry {
  std::string base;  // key without the country
  std::string country;
};

OfCountry of_country(const Name& name, const Gazetteer& gazetteer) {
  const std::size_t space = name.key.find(' ');
  const std::string first = name.key.substr(0, space);
  const std::string_view country = gazetteer.country_of(first);
  if (space == std::string::npos || country.empty()) return {name.key, ""};
  return {name.key.substr(space + 1), std::string(country)};
}

bool is_described(const ParsedName& name) {
  return !name.text.empty() && name.text.front() >= 'a' && name.text.front() <= 'z';
}

void join_described(const Names& names, const Linking& linking, NameGroups& groups) {
  // base -> country -> names
  std::map<std::string, std::map<std::string, std::vector<std::uint32_t>>> bodies;
  for (std::uint32_t n = 0; n < names.names.size(); ++n) {
    if (names.names[n].kind != NameClass::body) continue;
    const OfCountry parts = of_country(names.names[n], linking.packs.gazetteer);
    if (!parts.country.empty()) bodies[parts.base][parts.country].push_back(n);
  }
  for (const auto& [base, countries] : bodies) {
    for (const auto& [country, same] : countries) {
      for (std::size_t i = 1; i < same.size(); ++i) {
        groups.join(same.front(), same[i], "the same body of the same country",
                    MergeScore::kSpelling);
      }
    }
  }
  for (std::uint32_t n = 0; n < names.names.size(); ++n) {
    const Name& name = names.names[n];
    const auto fits = bodies.find(name.key);
    if (name.kind != NameClass::body || fits == bodies.end() ||
        !is_described(names.uses[name.uses.front()].name)) {
      continue;
    }
    if (fits->second.size() == 1) {
      groups.join(n, fits->second.begin()->second.front(),
                  "described alike, of the only country that has one here",
                  MergeScore::kSurnameThere);
      continue;
    }
    for (const auto& [country, same] : fits->second) {
      groups.keep_apart(n, same.front(), "described alike in several countries", false);
    }
  }
}

}  // namespace

void join_bodies(const Names& names, const Linking& linking, NameGroups& groups) {
  const Acronyms acronyms = read_acronyms(names, linking.packs.names);
  std::set<std::uint32_t> done;
  join_described(names, linking, groups);
  join_stated(names, linking, acronyms, groups, done);
  for (const auto& [key, name] : acronyms.by_key) {
    const auto fits = acronyms.by_initials.find(key);
    if (done.contains(name) || fits == acronyms.by_initials.end()) continue;
    std::set<std::uint32_t> bodies;
    for (const std::uint32_t other : fits->second) bodies.insert(groups.find(other));
    if (bodies.size() == 1) {
      groups.join(name, *bodies.begin(), "the initials fit no other name", MergeScore::kInitials);
    } else {
      for (const std::uint32_t other : bodies) {
        groups.keep_apart(name, other, "the initials fit several names", false);
      }
    }
  }
}

}  // namespace counterpoint
