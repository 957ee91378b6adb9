// SPDX-License-Identifier: Apache-2.0
// Checks on exhibits: what is shown as proof, by whom, and who challenges it.
#pragma once

#include "cases/case_statements.h"

namespace counterpoint::cases {

[[nodiscard]] Finding check_exhibit(Reader& reader, const CaseDossier& dossier, bool negated);

}  // namespace counterpoint::cases
