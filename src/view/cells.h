// SPDX-License-Identifier: Apache-2.0
// The cells of the briefing: one saying each, however many documents carry it.
#pragma once

#include <string>
#include <vector>

#include "view/read_dossier.h"

namespace counterpoint::view {

struct Cell {
  const ReadDossier::Json* statement = nullptr;
  std::string letter;  // of the position it takes
  std::string doubt;   // "doubted" or "would not say" where it is no plain yes or no, else ""
  std::vector<const ReadDossier::Json*> also;  // the same saying in other documents
};

// A, B, … Z, AA, AB …
[[nodiscard]] std::string letter_of(std::size_t position);

// The cells of one question, position by position, within one by time. One voice's words stand once
// where several documents carry them: the same words, or nearly the same in a stretch that one
// document has from the other.
[[nodiscard]] std::vector<Cell> cells_of(const ReadDossier& dossier,
                                         const ReadDossier::Json& question);

// The questions as a reader wants them: disputed ones first, then by how many kinds of voices take
// part, then by how many origins.
[[nodiscard]] std::vector<const ReadDossier::Json*> ordered_questions(const ReadDossier& dossier);

// "15 statements, 5 to 6 origins" of a position.
[[nodiscard]] std::string counted(const ReadDossier::Json& position);

}  // namespace counterpoint::view
