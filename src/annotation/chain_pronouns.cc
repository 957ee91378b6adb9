// SPDX-License-Identifier: Apache-2.0
// Pronouns of the third person: the candidate before them that agrees and weighs most.
#include <algorithm>

#include "annotation/pronoun_features.h"
#include "annotation/pronoun_weights.h"

namespace counterpoint::annotation {
namespace {

// Sentences looked back over, the pronoun's own included.
constexpr std::uint32_t kSentences = 4;

class PronounPass {
 public:
  explicit PronounPass(Chains& chains) : chains_(chains), weights_(chains.words.lexicon) {}

  void run() {
    for (std::size_t i = 0; i < chains_.size(); ++i) {
      const Expression& e = chains_.expressions[i];
      if (e.pronoun == nullptr || e.pronoun->person != 3) continue;
      if (chains_.link(i) != Link::first) continue;
      if (const auto best = choose(i); best >= 0) {
        chains_.join(i, static_cast<std::size_t>(best), Link::pronoun);
      }
    }
  }

 private:
  std::int64_t choose(std::size_t i) const {
    const Expression& e = chains_.expressions[i];
    std::int64_t best = -1;
    double most = weights_.sum(none_features(chains_, i));
    const std::size_t reach = std::min(i, kReach);
    for (std::size_t k = i; k-- > i - reach;) {
      const Expression& earlier = chains_.expressions[k];
      if (earlier.sentence + kSentences <= e.sentence) break;
      if (!is_candidate(chains_, i, k)) continue;
      const double weight = weights_.sum(pair_features(chains_, i, k));
      if (weight <= most) continue;
      most = weight;
      best = static_cast<std::int64_t>(k);
    }
    return best;
  }

  Chains& chains_;
  PronounWeights weights_;
};

}  // namespace

void link_pronouns(Chains& chains) {
  PronounPass(chains).run();
}

}  // namespace counterpoint::annotation
