// SPDX-License-Identifier: Apache-2.0
// Checks on statements and voices.
#pragma once

#include <string>

#include "cases/case_dossier.h"
#include "cases/case_reader.h"

namespace counterpoint::cases {

// What a check found: whether it is as the line says without its "no"/"not", and what there is.
struct Finding {
  bool met = false;
  std::string found;
};

[[nodiscard]] Finding check_statement(Reader& reader, const CaseDossier& dossier, bool negated);
[[nodiscard]] Finding check_voice(Reader& reader, const CaseDossier& dossier, bool negated);

}  // namespace counterpoint::cases
