// SPDX-License-Identifier: Apache-2.0
// Checks on events: what a statement says happened, who to whom.
#pragma once

#include "cases/case_statements.h"

namespace counterpoint::cases {

[[nodiscard]] Finding check_event(Reader& reader, const CaseDossier& dossier, bool negated);

}  // namespace counterpoint::cases
