// SPDX-License-Identifier: Apache-2.0
// Viterbi.
#include "nn/chain.h"

#include <algorithm>
#include <cmath>

namespace counterpoint::nn {
namespace {

constexpr double kVeryLow = -1e9;

double number(float score) {
  return std::isnan(score) ? kVeryLow : std::clamp(static_cast<double>(score), kVeryLow, -kVeryLow);
}

// The best sums that end in each label at the next word, and the label before it.
void step(const Chain& chain, std::span<const float> scores, std::span<const double> sums,
          std::span<double> made, std::span<std::uint16_t> came_from) {
  const std::size_t labels = chain.labels();
  std::fill(made.begin(), made.end(), -INFINITY);
  for (std::size_t before = 0; before < labels; ++before) {
    const float* next = chain.next.data() + before * labels;
    for (std::size_t label = 0; label < labels; ++label) {
      const double sum = sums[before] + number(next[label]);
      if (!(sum > made[label])) continue;
      made[label] = sum;
      came_from[label] = static_cast<std::uint16_t>(before);
    }
  }
  for (std::size_t label = 0; label < labels; ++label) made[label] += number(scores[label]);
}

}  // namespace

std::vector<std::uint16_t> decode_chain(const Chain& chain, std::span<const float> scores) {
  const std::size_t labels = chain.labels();
  const std::size_t words = labels == 0 ? 0 : scores.size() / labels;
  std::vector<std::uint16_t> chosen(words, 0);
  if (words == 0) return chosen;
  std::vector<double> sums(labels);
  for (std::size_t label = 0; label < labels; ++label) {
    sums[label] = number(chain.begin[label]) + number(scores[label]);
  }
  std::vector<double> made(labels);
  std::vector<std::uint16_t> came_from(words * labels, 0);
  for (std::size_t word = 1; word < words; ++word) {
    step(chain, scores.subspan(word * labels, labels), sums, made,
         std::span(came_from).subspan(word * labels, labels));
    std::swap(sums, made);
  }
  auto label = static_cast<std::uint16_t>(std::ranges::max_element(sums) - sums.begin());
  for (std::size_t word = words; word-- > 0; label = came_from[word * labels + label]) {
    chosen[word] = label;
  }
  return chosen;
}

}  // namespace counterpoint::nn
