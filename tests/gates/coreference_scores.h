// SPDX-License-Identifier: Apache-2.0
// MUC, B-cubed and CEAF-phi4, and their mean (the CoNLL score), over the documents of a set.
//
//   MUC     Vilain and others 1995: links that would have to be added to join what was split.
//   B3      Bagga and Baldwin 1998: per mention, how much of its cluster is right.
//   CEAFe   Luo 2005, phi4: the one-to-one pairing of clusters with the greatest sum of
//           2|K n R| / (|K| + |R|), found with the Kuhn-Munkres assignment.
// Numerators and denominators are summed over documents before they are divided.
#pragma once

#include <cstddef>
#include <vector>

namespace counterpoint::coreference {

// Clusters of mention numbers; a mention that key and response share has one number in both.
using Clusters = std::vector<std::vector<int>>;

struct Figure {
  double recall_part = 0, recall_whole = 0;
  double precision_part = 0, precision_whole = 0;

  [[nodiscard]] double recall() const;  // percentages; 0 where nothing was there to find
  [[nodiscard]] double precision() const;
  [[nodiscard]] double f1() const;
  Figure& operator+=(const Figure& other);
};

struct Scores {
  Figure mentions, muc, b3, ceafe;

  [[nodiscard]] double conll() const { return (muc.f1() + b3.f1() + ceafe.f1()) / 3; }
  Scores& operator+=(const Scores& other);
};

// One document's figures. Singletons are to be left out by the caller, on both sides.
[[nodiscard]] Scores score(const Clusters& key, const Clusters& response);

// The greatest sum of weights when every row is paired with at most one column and the other way
// round (Kuhn-Munkres, cubic). Weights are not negative; rows have one length.
[[nodiscard]] double best_assignment(const std::vector<std::vector<double>>& weights);

}  // namespace counterpoint::coreference
