// SPDX-License-Identifier: Apache-2.0
// Trees against the best of all trees, tried one by one, and names repaired.
#include "nn/decode.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace counterpoint::nn {
namespace {

using Heads = std::vector<std::uint32_t>;

bool is_tree(const Heads& heads) {
  std::size_t roots = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    roots += heads[word] == 0 ? 1 : 0;
    std::size_t node = word + 1;
    for (std::size_t steps = 0; node != 0; ++steps) {
      if (steps > heads.size()) return false;
      node = heads[node - 1];
    }
  }
  return roots == 1;
}

double total(std::span<const float> scores, const Heads& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    sum += static_cast<double>(scores[i * (heads.size() + 1) + heads[i]]);
  }
  return sum;
}

// The best of all trees with one root, by trying every sequence of heads.
double best_total(std::span<const float> scores, std::size_t words) {
  Heads heads(words, 0);
  double best = -INFINITY;
  for (;;) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < words && heads[i] == words) heads[i++] = 0;
    if (i == words) return best;
    ++heads[i];
  }
}

TEST(DecodeTree, finds_the_best_tree_among_all) {
  std::mt19937 random(7);
  std::normal_distribution<float> score(0, 3);
  for (int round = 0; round < 600; ++round) {
    const std::size_t words = 1 + static_cast<std::size_t>(round) % 5;
    std::vector<float> scores(words * (words + 1));
    for (float& value : scores) value = score(random);
    // Every third time the root attracts all words, and every third all words form cycles.
    for (std::size_t i = 0; i < words; ++i) {
      if (round % 3 == 1) scores[i * (words + 1)] += 10;
      if (round % 3 == 2) scores[i * (words + 1) + 1 + (i + 1) % words] += 10;
    }
    const Heads heads = decode_tree(scores, words);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_NEAR(total(scores, heads), best_total(scores, words), 1e-4) << round;
  }
}

TEST(DecodeTree, makes_trees_of_long_sentences) {
  std::mt19937 random(11);
  for (const std::size_t words : {60U, 300U}) {
    std::vector<float> scores(words * (words + 1));
    for (float& value : scores) value = static_cast<float>(random() % 1000);
    EXPECT_TRUE(is_tree(decode_tree(scores, words)));
    for (float& value : scores) value = static_cast<float>(random() % 3);  // many ties
    EXPECT_TRUE(is_tree(decode_tree(scores, words)));
  }
}

TEST(DecodeTree, gives_ties_to_the_lower_head) {
  EXPECT_EQ(decode_tree(std::vector<float>(2 * 3, 1.F), 2), (Heads{0, 1}));
  EXPECT_EQ(decode_tree(std::vector<float>(4 * 5, 0.F), 4), (Heads{0, 1, 1, 1}));
}

TEST(DecodeTree, makes_trees_of_scores_that_are_no_numbers) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinity = std::numeric_limits<float>::infinity();
  for (const float value : {nan, infinity, -infinity}) {
    EXPECT_TRUE(is_tree(decode_tree(std::vector<float>(3 * 4, value), 3))) << value;
    std::vector<float> mixed(3 * 4, 1.F);
    mixed[1] = mixed[6] = value;
    EXPECT_TRUE(is_tree(decode_tree(mixed, 3))) << value;
  }
  EXPECT_EQ(decode_tree({}, 0), Heads{});
}

TEST(BioScheme, begins_names_that_only_continue) {
  const std::vector<std::string> labels = {"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "I-X"};
  const BioScheme scheme(labels);
  const auto repaired = [&](std::vector<std::uint16_t> given) {
    scheme.repair(given);
    return given;
  };
  using Indices = std::vector<std::uint16_t>;
  EXPECT_EQ(repaired({2, 2, 0, 2}), (Indices{1, 2, 0, 1}));
  EXPECT_EQ(repaired({1, 4, 4}), (Indices{1, 3, 4}));
  EXPECT_EQ(repaired({1, 2, 3, 4, 0}), (Indices{1, 2, 3, 4, 0}));
  EXPECT_EQ(repaired({5, 5, 1, 5}), (Indices{0, 0, 1, 0}));
  EXPECT_EQ(repaired({}), Indices{});
}

}  // namespace
}  // namespace counterpoint::nn
