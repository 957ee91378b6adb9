// SPDX-License-Identifier: Apache-2.0
// Whether two statements are one saying that two documents carry.
#pragma once

#include "view/read_dossier.h"

namespace counterpoint::view {

struct Saying {
  const ReadDossier::Json* statement = nullptr;
  std::vector<std::string> words;  // folded
};

[[nodiscard]] Saying saying_of(const ReadDossier& dossier, const ReadDossier::Json& statement);
[[nodiscard]] bool is_same_saying(const ReadDossier& dossier, const Saying& a, const Saying& b);
// Whether the statement stands in a document that derives from the other's.
[[nodiscard]] bool is_derived_from(const ReadDossier& dossier, const ReadDossier::Json& statement,
                                   const ReadDossier::Json& other);

}  // namespace counterpoint::view
