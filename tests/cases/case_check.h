// SPDX-License-Identifier: Apache-2.0
// Judges one expectation line of a case against a built dossier.
#pragma once

#include <string>

#include "cases/case_dossier.h"
#include "cases/case_file.h"

namespace counterpoint::cases {

// "" when the expectation is met; else what was found instead, for people (several lines).
// Throws std::invalid_argument when the line breaks the format of README.md.
[[nodiscard]] std::string check(const Expectation& expectation, const CaseDossier& dossier);

}  // namespace counterpoint::cases
