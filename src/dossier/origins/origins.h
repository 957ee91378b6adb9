// SPDX-License-Identifier: Apache-2.0
// Made from chains and derivations; read by questions and the ledger. Who said it first.
//
// Reads   chains, voices, dossier.derivations, document.credit, genre
// Writes  dossier.origins
//
// Statements are one origin when they have one claimant known by name, when their documents copy
// each other or one wire report, or when an unnamed claimant reached them through one relay. An
// unnamed claimant ("a resident", "activists") of two independent reports is two origins.
// References and digests pass on what others said: they add no origin of their own.
#pragma once

#include <cstdint>
#include <vector>

#include "dossier/linking.h"

namespace counterpoint {

void link_origins(Linking& linking);

// [document index] -> index of the first document of its cluster of copies and wire reports.
[[nodiscard]] std::vector<std::uint32_t> copy_clusters(const Linking& linking);

}  // namespace counterpoint
