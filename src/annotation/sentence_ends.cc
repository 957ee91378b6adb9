// SPDX-License-Identifier: Apache-2.0
#include "annotation/sentence_ends.h"

namespace counterpoint::annotation {

double end_score(const FeatureList& features, const Lexicon& lexicon) {
  double score = 0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (const double* weight = find(lexicon.end_weights, features[i])) score += *weight;
  }
  return score;
}

}  // namespace counterpoint::annotation
