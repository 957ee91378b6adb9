// SPDX-License-Identifier: Apache-2.0
// Makes claims, questions and rival positions from the statements of all documents.
#pragma once

#include <optional>

#include "counterpoint/error.h"
#include "dossier/linking.h"

namespace counterpoint {

// Fills dossier.claims, dossier.claim_links and dossier.questions. Reads statements, figures,
// voices, origins. Questions come from four sources, each named in the question's `cause`:
// issues of the pack, denials of what another voice said, figures at odds, and accounts that an
// outlet itself sets against each other ("in contrast", "but").
// A question has at least two claimants. Errors: pack.*, pack.row.
[[nodiscard]] std::optional<Error> link_claims(Linking& linking);

}  // namespace counterpoint
