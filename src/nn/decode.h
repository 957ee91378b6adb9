// SPDX-License-Identifier: Apache-2.0
// Well-formed structures from independent scores: a dependency tree, a BIO sequence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace counterpoint::nn {

// The highest-scoring tree with exactly one word under the root (Chu-Liu-Edmonds).
// `scores` holds, for each of `words` words, one score for each possible head: first the root (0),
// then the words (1-based). A word's score for itself is ignored, one that is no finite number
// counts as very low. Gives each word's head. Of heads that score the same the lower one wins.
// Cost: linear in scores.size() when each word's best head already makes such a tree (the usual
// case), else cubic in the words at worst.
//
// Two words, each the other's best head, "a" better under the root than "b":
//   decode_tree({{1, -, 5}, {0, 5, -}} flattened, 2)  ->  {0, 1}
std::vector<std::uint32_t> decode_tree(std::span<const float> scores, std::size_t words);

// Which labels continue which, from the names of BIO labels.
class BioScheme {
 public:
  explicit BioScheme(std::span<const std::string> labels);

  // Makes each I-X that follows neither B-X nor I-X a B-X; where the scheme has no B-X, an O.
  void repair(std::span<std::uint16_t> labels) const;

 private:
  struct Label {
    std::string type;  // "PER"; empty for O
    bool inside = false;
    std::uint16_t begin = 0;  // what to put for it at the start of a name
  };
  std::vector<Label> labels_;
};

}  // namespace counterpoint::nn
