// SPDX-License-Identifier: Apache-2.0
// Checks on how statements stand to each other: positions, questions, relations.
#pragma once

#include "cases/case_statements.h"

namespace counterpoint::cases {

[[nodiscard]] Finding check_opposed(Reader& reader, const CaseDossier& dossier, bool negated);
[[nodiscard]] Finding check_aligned(Reader& reader, const CaseDossier& dossier, bool negated);
[[nodiscard]] Finding check_rendered(Reader& reader, const CaseDossier& dossier, bool negated);
[[nodiscard]] Finding check_relation(Reader& reader, const CaseDossier& dossier, bool negated);
[[nodiscard]] Finding check_question(Reader& reader, const CaseDossier& dossier, bool negated);

}  // namespace counterpoint::cases
