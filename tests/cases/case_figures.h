// SPDX-License-Identifier: Apache-2.0
// Checks on figures and on how they supersede each other.
#pragma once

#include "cases/case_statements.h"

namespace counterpoint::cases {

[[nodiscard]] Finding check_figure(Reader& reader, const CaseDossier& dossier, bool negated);
[[nodiscard]] Finding check_superseded(Reader& reader, const CaseDossier& dossier, bool negated);

}  // namespace counterpoint::cases
