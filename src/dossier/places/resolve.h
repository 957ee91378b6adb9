// SPDX-License-Identifier: Apache-2.0
// Made from names of places and the gazetteer; read by identities. Which entry a name means.
#pragma once

#include <optional>
#include <vector>

#include "dossier/identity/name_groups.h"
#include "dossier/identity/name_uses.h"
#include "dossier/places/gazetteer.h"

namespace counterpoint {

// Parallel to names.names; nullopt for what is no place or not in the gazetteer. Of several entries
// the number of people, how much the documents speak of its country, and whether a town or a
// division is meant decide together. An entry in a country that no document speaks of is taken only
// for a large town under its main name.
[[nodiscard]] std::vector<std::optional<GazetteerPlace>> resolve_places(const Names& names,
                                                                        const Linking& linking);

// Joins names of one entry, and names of several words that differ in a vowel only.
void join_places(const Names& names, const std::vector<std::optional<GazetteerPlace>>& resolved,
                 NameGroups& groups);

// UCDP's where_prec: 1 exact, 2 near, 3 second-level division, 4 first-level division, 6 country.
[[nodiscard]] int where_precision(std::string_view feature);

// A circle that holds most of what people mean by the name, in km: a rough value by kind of place,
// for drawing and comparing, not a measured extent.
[[nodiscard]] double radius_km(std::string_view feature);

}  // namespace counterpoint
