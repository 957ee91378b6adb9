// SPDX-License-Identifier: Apache-2.0
#include "dossier/identity/name_groups.h"

#include <numeric>

namespace counterpoint {

NameGroups::NameGroups(std::size_t size) : parents_(size) {
  std::iota(parents_.begin(), parents_.end(), 0u);
}

std::uint32_t NameGroups::find(std::uint32_t name) const {
  while (parents_[name] != name) name = parents_[name];
  return name;
}

void NameGroups::join(std::uint32_t a, std::uint32_t b, std::string reason, double score) {
  std::uint32_t root_a = find(a), root_b = find(b);
  if (root_a == root_b) return;
  if (root_b < root_a) std::swap(root_a, root_b);
  parents_[root_b] = root_a;
  // Paths stay short because the whole way up is turned to the new root.
  for (std::uint32_t name : {a, b}) {
    while (parents_[name] != root_a && name != root_a) {
      const std::uint32_t next = parents_[name];
      parents_[name] = root_a;
      name = next;
    }
  }
  joins.push_back({a, b, std::move(reason), score});
}

void NameGroups::keep_apart(std::uint32_t a, std::uint32_t b, std::string reason, bool at_odds) {
  aparts.push_back({a, b, std::move(reason), at_odds});
}

}  // namespace counterpoint
