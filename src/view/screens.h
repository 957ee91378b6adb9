// SPDX-License-Identifier: Apache-2.0
// The terminal screens, one function each.
#pragma once

#include <string>

#include "counterpoint/view.h"
#include "view/read_dossier.h"

namespace counterpoint::view {

[[nodiscard]] std::string briefing(const ReadDossier& dossier, const ShowOptions& options);
[[nodiscard]] std::string ledger(const ReadDossier& dossier, const ShowOptions& options);
[[nodiscard]] std::string timeline(const ReadDossier& dossier, const ShowOptions& options);
[[nodiscard]] std::string who(const ReadDossier& dossier, const ShowOptions& options);
[[nodiscard]] std::string conflicts(const ReadDossier& dossier, const ShowOptions& options);

}  // namespace counterpoint::view
