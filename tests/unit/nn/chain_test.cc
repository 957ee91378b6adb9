// SPDX-License-Identifier: Apache-2.0
// The best chain against trying every chain there is.
#include "nn/chain.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "nn/random_floats.h"

namespace counterpoint::nn {
namespace {

using Labels = std::vector<std::uint16_t>;

double sum_of(const Chain& chain, std::span<const float> scores, const Labels& labels) {
  double sum = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    sum += static_cast<double>(scores[i * chain.labels() + labels[i]]);
    const float step =
        i == 0 ? chain.begin[labels[i]] : chain.next[labels[i - 1] * chain.labels() + labels[i]];
    sum += static_cast<double>(step);
  }
  return sum;
}

// Every sequence of labels, as the digits of a number.
Labels numbered(std::size_t number, std::size_t words, std::size_t labels) {
  Labels made(words);
  for (std::uint16_t& label : made) {
    label = static_cast<std::uint16_t>(number % labels);
    number /= labels;
  }
  return made;
}

TEST(Chain, is_the_best_of_all) {
  unsigned seed = 3;
  for (std::size_t labels = 1; labels <= 4; ++labels) {
    for (std::size_t words = 1; words <= 5; ++words) {
      const Chain chain{random_floats(labels, seed), random_floats(labels * labels, seed + 1)};
      const auto scores = random_floats(words * labels, seed + 2);
      double best = -std::numeric_limits<double>::infinity();
      const auto all = static_cast<std::size_t>(std::pow(labels, words));
      for (std::size_t number = 0; number < all; ++number) {
        best = std::max(best, sum_of(chain, scores, numbered(number, words, labels)));
      }
      EXPECT_NEAR(sum_of(chain, scores, decode_chain(chain, scores)), best, 1e-5) << words;
      seed += 3;
    }
  }
}

TEST(Chain, never_takes_what_may_not_follow) {
  const Chain chain{{0, -1e4F}, {0, -1e4F, 0, 0}};  // label 1 neither first nor after 0
  EXPECT_EQ(decode_chain(chain, std::vector<float>{0, 9, 0, 9}), (Labels{0, 0}));
}

TEST(Chain, prefers_the_lower_of_equal_labels) {
  const Chain chain{{0, 0}, {0, 0, 0, 0}};
  EXPECT_EQ(decode_chain(chain, std::vector<float>{1, 1, 1, 1}), (Labels{0, 0}));
}

TEST(Chain, survives_scores_that_are_no_numbers) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float endless = std::numeric_limits<float>::infinity();
  const Chain chain{{0, nan, 0}, std::vector<float>(9, 0)};
  const std::vector<float> scores = {nan, nan, nan, endless, -endless, nan, nan, 1, 0};
  EXPECT_EQ(decode_chain(chain, scores).size(), 3U);
}

TEST(Chain, of_no_words_is_empty) {
  EXPECT_TRUE(decode_chain({{0}, {0}}, {}).empty());
  EXPECT_TRUE(decode_chain({}, {}).empty());
}

}  // namespace
}  // namespace counterpoint::nn
