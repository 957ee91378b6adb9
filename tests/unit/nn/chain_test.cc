// SPDX-License-Identifier: Apache-2.0
// The best chain against trying every chain there is.
#include "nn/chain.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace counterpoint::nn {
namespace {

double sum_of(const Chain& chain, std::span<const float> scores, const std::vector<InSpan>& labels) {
  double sum = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto label = static_cast<std::size_t>(labels[i]);
    sum += static_cast<double>(scores[i * kInSpans + label]);
    if (i == 0) {
      sum += static_cast<double>(chain.begin[label]);
    } else {
      sum += static_cast<double>(
          chain.next[static_cast<std::size_t>(labels[i - 1]) * kInSpans + label]);
    }
  }
  return sum;
}

bool is_legal(const std::vector<InSpan>& labels) {
  for (std::size_t i = 1; i < labels.size(); ++i) {
    if (labels[i] == InSpan::inside && labels[i - 1] == InSpan::outside) return false;
  }
  return true;
}

// Every sequence of `words` labels, as the digits of a number to base 3.
std::vector<InSpan> numbered(std::size_t number, std::size_t words) {
  std::vector<InSpan> labels(words);
  for (InSpan& label : labels) {
    label = static_cast<InSpan>(number % kInSpans);
    number /= kInSpans;
  }
  return labels;
}

TEST(Chain, is_the_best_of_all_legal_ones) {
  std::mt19937 random(3);
  std::normal_distribution<float> normal;
  for (std::size_t words = 1; words <= 6; ++words) {
    Chain chain;
    for (float& value : chain.begin) value = normal(random);
    for (float& value : chain.next) value = normal(random);
    std::vector<float> scores(words * kInSpans);
    for (float& value : scores) value = normal(random);
    double best = -std::numeric_limits<double>::infinity();
    const auto all = static_cast<std::size_t>(std::pow(kInSpans, words));
    for (std::size_t number = 0; number < all; ++number) {
      const auto labels = numbered(number, words);
      if (is_legal(labels)) best = std::max(best, sum_of(chain, scores, labels));
    }
    const auto found = decode_chain(chain, scores);
    EXPECT_TRUE(is_legal(found));
    EXPECT_NEAR(sum_of(chain, scores, found), best, 1e-5) << words;
  }
}

TEST(Chain, may_begin_inside) {
  const std::vector<float> scores = {0, 0, 5, 0, 0, 5};
  EXPECT_EQ(decode_chain({}, scores), (std::vector<InSpan>{InSpan::inside, InSpan::inside}));
}

TEST(Chain, survives_scores_that_are_no_numbers) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float endless = std::numeric_limits<float>::infinity();
  const std::vector<float> scores = {nan, nan, nan, endless, -endless, nan, nan, 1, 0};
  EXPECT_EQ(decode_chain({}, scores).size(), 3U);
}

TEST(Chain, of_no_words_is_empty) { EXPECT_TRUE(decode_chain({}, {}).empty()); }

}  // namespace
}  // namespace counterpoint::nn
