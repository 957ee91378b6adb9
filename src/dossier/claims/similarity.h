// SPDX-License-Identifier: Apache-2.0
// How much two statements speak of the same thing, by the rarity of the words they share.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "dossier/linking.h"

namespace counterpoint {

// Content words (nouns, verbs, adjectives, names, numbers) of every statement with their inverse
// document frequency over the dossier's statements. Reads statements only.
class SimilarityIndex {
 public:
  explicit SimilarityIndex(const Linking& linking);

  // Cosine of the two statements' word vectors, 0..1. It orders candidates; it is no probability
  // that they mean the same.
  [[nodiscard]] double between(std::uint32_t a, std::uint32_t b) const;

  // Statements that share a word with `statement`, best first, at most `limit`; itself left out.
  [[nodiscard]] std::vector<std::uint32_t> nearest(std::uint32_t statement,
                                                   std::size_t limit) const;

 private:
  using Weighted = std::pair<std::uint32_t, double>;  // word, weight
  std::vector<std::vector<Weighted>> vectors_;        // unit length, sorted by word
  std::vector<std::vector<std::uint32_t>> postings_;  // word -> statements
};

}  // namespace counterpoint
