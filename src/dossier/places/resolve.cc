// SPDX-License-Identifier: Apache-2.0
#include "dossier/places/resolve.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

#include "dossier/identity/name_key.h"
#include "dossier/packs.h"

namespace counterpoint {
namespace {

// A town of this size is known by its main name wherever the report is about (a "city" in most
// countries' own counting).
constexpr std::uint64_t kKnownAnywhere = 100'000;
// What a country that is spoken of at all, and the one spoken of most, add to a place's logarithm
// of people: a town in the reports' own country wins over one 30 times larger elsewhere, no more.
// (Paris in reports of Texas is Paris; Tripoli in reports of Lebanon is not in Libya.)
constexpr double kSpokenOf = 0.5;
constexpr double kMostSpokenOf = 1.0;
// What a division loses beside a town of its name, and a town beside a stated "province": enough
// that a governorate of ten towns stays behind its capital, not enough that a hamlet hides a state.
constexpr double kOtherKind = 2.0;

using Weights = std::map<std::string, double, std::less<>>;

std::string lower_ascii(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return out;
}

// How often each country is named, by itself or in "Syrian", over all documents.
Weights country_weights(const Linking& linking) {
  Weights weights;
  for (const AnnotatedDocument& source : linking.documents) {
    for (const Token& token : source.annotation.tokens) {
      const std::string_view word = token.span.of(source.document.text);
      if (word.empty() || word.front() < 'A' || word.front() > 'Z') continue;
      const auto country = linking.packs.gazetteer.country_of(lower_ascii(word));
      if (!country.empty()) weights[std::string(country)] += 1;
    }
  }
  return weights;
}

bool is_division(std::string_view feature) {
  return feature.starts_with("ADM");
}

struct Lookup {
  std::vector<GazetteerPlace> candidates;
  bool division = false;  // "Idlib Governorate": a division is meant
};

Lookup look_up(const Name& name, const DossierPacks& packs) {
  Lookup found{packs.gazetteer.find(name.key), false};
  const std::size_t space = name.key.rfind(' ');
  if (space == std::string::npos) return found;
  const auto is_word = [&](std::string_view token) {
    return std::any_of(packs.names.divisions.begin(), packs.names.divisions.end(),
                       [&](const std::string& word) { return romanised(word) == token; });
  };
  found.division = is_word(std::string_view(name.key).substr(space + 1));
  if (found.candidates.empty() && found.division) {
    found.candidates = packs.gazetteer.find(std::string_view(name.key).substr(0, space));
  }
  return found;
}

std::optional<GazetteerPlace> choose(const Lookup& lookup, const std::string& key,
                                     const Weights& weights) {
  double most = 0;
  for (const auto& [country, weight] : weights) most = std::max(most, weight);
  const auto weight = [&](const GazetteerPlace& place) {
    const auto at = weights.find(place.country);
    return at == weights.end() ? 0.0 : at->second;
  };
  const auto score = [&](const GazetteerPlace& place) {
    const double people = std::log10(static_cast<double>(place.population) + 1);
    const double spoken = weight(place);
    const bool other = is_division(place.feature) != lookup.division;
    return people + (spoken > 0 ? kSpokenOf + kMostSpokenOf * spoken / most : 0.0) -
           (other ? kOtherKind : 0.0);
  };
  const auto rank = [&](const GazetteerPlace& place) {
    return std::tuple(score(place), name_key(place.name) == key, place.geonames);
  };
  const GazetteerPlace* best = nullptr;
  for (const GazetteerPlace& place : lookup.candidates) {
    if (!best || rank(place) > rank(*best)) best = &place;
  }
  if (!best) return std::nullopt;
  const bool known = name_key(best->name) == key && best->population >= kKnownAnywhere &&
                     !is_division(best->feature);
  if (weight(*best) == 0 && !known) return std::nullopt;
  return *best;
}

// Towns that only one country has speak for that country, too.
void add_unambiguous(const std::vector<Lookup>& lookups, const Names& names, Weights& weights) {
  for (std::size_t n = 0; n < lookups.size(); ++n) {
    const auto& candidates = lookups[n].candidates;
    const bool one = !candidates.empty() &&
                     std::all_of(candidates.begin(), candidates.end(), [&](const auto& place) {
                       return place.country == candidates.front().country;
                     });
    if (one && candidates.front().population >= kKnownAnywhere) {
      weights[std::string(candidates.front().country)] +=
          static_cast<double>(names.names[n].uses.size());
    }
  }
}

}  // namespace

std::vector<std::optional<GazetteerPlace>> resolve_places(const Names& names,
                                                          const Linking& linking) {
  const Gazetteer& gazetteer = linking.packs.gazetteer;
  std::vector<std::optional<GazetteerPlace>> resolved(names.names.size());
  std::vector<Lookup> lookups(names.names.size());
  for (std::uint32_t n = 0; n < names.names.size(); ++n) {
    if (names.names[n].kind != NameClass::place) continue;
    const std::string plain = plain_key(names.text(n));
    if (gazetteer.is_country_name(plain)) {
      const GazetteerPlace country = gazetteer.country(gazetteer.country_of(plain));
      if (!country.feature.empty()) resolved[n] = country;
    } else {
      lookups[n] = look_up(names.names[n], linking.packs);
    }
  }
  Weights weights = country_weights(linking);
  add_unambiguous(lookups, names, weights);
  for (std::uint32_t n = 0; n < names.names.size(); ++n) {
    if (!lookups[n].candidates.empty()) {
      resolved[n] = choose(lookups[n], names.names[n].key, weights);
    }
  }
  return resolved;
}

void join_places(const Names& names, const std::vector<std::optional<GazetteerPlace>>& resolved,
                 NameGroups& groups) {
  std::map<std::tuple<std::string_view, std::string_view, double, double>, std::uint32_t> entries;
  std::map<std::string, std::vector<std::uint32_t>> blocks;
  for (std::uint32_t n = 0; n < names.names.size(); ++n) {
    if (names.names[n].kind != NameClass::place) continue;
    if (const auto& place = resolved[n]) {
      const auto [at, added] =
          entries.try_emplace({place->country, place->feature, place->lat, place->lon}, n);
      if (!added) {
        groups.join(at->second, n, "one entry of the gazetteer", MergeScore::kGazetteer);
      }
    }
    blocks[skeleton(names.names[n].key)].push_back(n);
  }
  for (const auto& [key, block] : blocks) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (std::size_t j = i + 1; j < block.size(); ++j) {
        // Two entries of the gazetteer are two places, however alike.
        if (resolved[block[i]] && resolved[block[j]]) continue;
        if (!same_romanised_place(names.names[block[i]].key, names.names[block[j]].key)) continue;
        groups.join(block[i], block[j], "the same name in another romanisation",
                    MergeScore::kSpelling);
      }
    }
  }
}

int where_precision(std::string_view feature) {
  if (feature == "PCLI") return 6;
  if (feature == "ADM1") return 4;
  if (is_division(feature)) return 3;
  return 1;
}

double radius_km(std::string_view feature) {
  if (feature == "PCLI") return 300;
  if (feature == "ADM1") return 80;
  if (feature == "ADM2") return 30;
  if (feature == "ADM3") return 15;
  if (feature == "PPLC") return 20;
  if (feature == "PPLA") return 12;
  if (feature == "PPLA2") return 8;
  return 5;
}

}  // namespace counterpoint
