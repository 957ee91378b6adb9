// SPDX-License-Identifier: Apache-2.0
// The mention a third-person pronoun stands for, by its chain.
#include <algorithm>

#include "counterpoint/annotation.h"

namespace counterpoint {

// References are sorted by where they begin; at one place the pronoun is the last, as the
// narrowest.
std::int32_t resolve_pronoun(const Document&, const Annotation& annotation, TokenIndex token) {
  const auto& all = annotation.references;
  const auto after = std::upper_bound(all.begin(), all.end(), token,
                                      [](TokenIndex t, const Reference& r) { return t < r.first; });
  if (after == all.begin()) return -1;
  const Reference& found = *(after - 1);
  const bool pronoun = found.mention < 0 && found.first == token && found.last == token + 1;
  const bool third = pronoun && (found.link == Link::pronoun || found.link == Link::reflexive);
  return third ? found.antecedent : -1;
}

}  // namespace counterpoint
