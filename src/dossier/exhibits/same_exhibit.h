// SPDX-License-Identifier: Apache-2.0
// Whether two documents speak of one exhibit, and why they do or might not.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "counterpoint/dossier.h"

namespace counterpoint {

// What tells an exhibit of one document from another's.
struct ExhibitProfile {
  std::uint32_t document = 0;  // index
  ExhibitKind kind = ExhibitKind::document;
  EntityId publisher_entity;     // absent: unnamed, or none
  VoiceId publisher_voice;       // absent: none
  std::string publisher;         // folded; empty: no words say who
  bool publisher_named = false;  // a name, not "activists"
  std::set<std::string> shown;   // telling lemmas of what it shows
  std::optional<Time> dated;
};

struct Sameness {
  bool same = false;   // one exhibit
  bool maybe = false;  // perhaps one, left apart
  double score = 0;    // 0..1, orders candidates; no probability
  std::string reason;
};

// Least telling words that both must share where no publisher ties them, and their share of the
// words of the one that has fewer: a "burning bus" is filmed everywhere, a "burning bus on the
// Kovin bridge" once.
constexpr std::size_t kSharedWords = 4;
constexpr double kSharedPart = 0.7;

[[nodiscard]] Sameness compare(const ExhibitProfile& a, const ExhibitProfile& b);

}  // namespace counterpoint
