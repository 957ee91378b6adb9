// SPDX-License-Identifier: Apache-2.0
// Viterbi over three labels.
#include "nn/chain.h"

#include <algorithm>
#include <cmath>

namespace counterpoint::nn {
namespace {

using Sums = std::array<double, kInSpans>;
using Steps = std::array<std::uint8_t, kInSpans>;  // by label: the label before it

constexpr double kVeryLow = -1e9;

double number(float score) {
  return std::isnan(score) ? kVeryLow : std::clamp(static_cast<double>(score), kVeryLow, -kVeryLow);
}

bool may_follow(std::size_t before, std::size_t label) {
  return before != static_cast<std::size_t>(InSpan::outside) ||
         label != static_cast<std::size_t>(InSpan::inside);
}

// The best sums that end in each label at the next word.
Sums step(const Chain& chain, const Sums& sums, const float* scores, Steps& came_from) {
  Sums made;
  for (std::size_t label = 0; label < kInSpans; ++label) {
    made[label] = -INFINITY;
    for (std::size_t before = 0; before < kInSpans; ++before) {
      const double sum = sums[before] + number(chain.next[before * kInSpans + label]);
      if (!may_follow(before, label) || !(sum > made[label])) continue;
      made[label] = sum;
      came_from[label] = static_cast<std::uint8_t>(before);
    }
    made[label] += number(scores[label]);
  }
  return made;
}

}  // namespace

std::vector<InSpan> decode_chain(const Chain& chain, std::span<const float> scores) {
  const std::size_t words = scores.size() / kInSpans;
  std::vector<InSpan> labels(words, InSpan::outside);
  if (words == 0) return labels;
  Sums sums;
  for (std::size_t label = 0; label < kInSpans; ++label) {
    sums[label] = number(chain.begin[label]) + number(scores[label]);
  }
  std::vector<Steps> steps(words);
  for (std::size_t word = 1; word < words; ++word) {
    sums = step(chain, sums, scores.data() + word * kInSpans, steps[word]);
  }
  auto label = static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin());
  for (std::size_t word = words; word-- > 0; label = steps[word][label]) {
    labels[word] = static_cast<InSpan>(label);
  }
  return labels;
}

}  // namespace counterpoint::nn
