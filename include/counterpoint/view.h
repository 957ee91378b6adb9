// SPDX-License-Identifier: Apache-2.0
// Made by `view` from a dossier; read by people and by other programs.
#pragma once

#include <string>

#include "counterpoint/dossier.h"
#include "counterpoint/result.h"

namespace counterpoint {

// dossier.json, version 1 (docs/dossier-format.md): UTF-8, keys in the documented order, arrays
// sorted by id, offsets in code points, one line feed at the end. Same dossier, same bytes.
[[nodiscard]] std::string to_json(const Dossier& dossier);

// The self-contained report page around a dossier.json.
[[nodiscard]] std::string to_html(const std::string& dossier_json);

struct ShowOptions {
  int width = 100;  // columns of the terminal
  bool colour = false;
};

// Plain-text screens, made from a dossier.json. `what`: briefing, ledger, timeline, who, conflicts.
// Errors: view.json (not a dossier.json), view.unknown_screen.
[[nodiscard]] Result<std::string> show(const std::string& dossier_json, const std::string& what,
                                       const ShowOptions& options = {});

// Why the thing with this id is there: its evidence, reasons, links. Errors: view.json,
// view.unknown_id.
[[nodiscard]] Result<std::string> explain(const std::string& dossier_json, const std::string& id,
                                          const ShowOptions& options = {});

}  // namespace counterpoint
