// SPDX-License-Identifier: Apache-2.0
// Nominal groups in a parse: which tokens belong to the group that a noun heads.
#pragma once

#include <vector>

#include "annotation/words.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

struct TokenRange {
  TokenIndex first = 0;
  TokenIndex last = 0;  // half-open

  [[nodiscard]] TokenIndex size() const { return last - first; }
  [[nodiscard]] bool contains(TokenIndex i) const { return first <= i && i < last; }
  [[nodiscard]] bool contains(const TokenRange& other) const {
    return first <= other.first && other.last <= last;
  }
  [[nodiscard]] bool overlaps(const TokenRange& other) const {
    return first < other.last && other.first < last;
  }
  friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

// The relation of token i without its subtype: "nmod" of "nmod:poss".
[[nodiscard]] std::string_view relation(const Words& words, TokenIndex i);

// Dependents of every token, in order.
class Dependents {
 public:
  explicit Dependents(const Words& words);
  [[nodiscard]] const std::vector<TokenIndex>& of(TokenIndex i) const {
    return children_[static_cast<std::size_t>(i)];
  }
  // The first dependent of i whose relation (with or without subtype) is `relation`; -1: none.
  [[nodiscard]] TokenIndex find(TokenIndex i, std::string_view relation) const;

 private:
  const Words& words_;
  std::vector<std::vector<TokenIndex>> children_;
};

// Whether token i is a hyphen without white space around it.
[[nodiscard]] bool is_joint(const Words& words, TokenIndex i);

// The range widened so that it cuts no hyphenated word.
[[nodiscard]] TokenRange over_hyphens(const Words& words, TokenRange range);

// The group around `head`: determiners, adjectives, compounds, numbers, possessors, the rest of a
// name and an of-phrase; no relative clause, apposition, coordination or other modifier behind it.
[[nodiscard]] TokenRange nominal_group(const Words& words, const Dependents& dependents,
                                       TokenIndex head);

}  // namespace counterpoint::annotation
