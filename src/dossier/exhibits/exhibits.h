// SPDX-License-Identifier: Apache-2.0
// Made from the exhibits of each document; read by views. The same exhibit in several documents.
//
// Reads   exhibits as found, voices, entities, times, relations
// Writes  dossier.exhibits, and relations with `to_exhibit`
//
// Two mentions are one exhibit when their kinds agree, their days do not exclude each other and
//   their publisher is one and they share two telling words of what it shows, or
//   they share most of the telling words of what it shows (same_exhibit.h).
// One document's exhibits were told apart by that document and stay apart.
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

// Fills dossier.exhibits, sorted by id, and adds to dossier.relations, which stay sorted. Run after
// link_relations. Cost: product of the exhibits of one kind, in words compared.
void link_exhibits(Linking& linking);

}  // namespace counterpoint
