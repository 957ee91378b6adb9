// SPDX-License-Identifier: Apache-2.0
// Products of whole numbers: exact on every CPU, whatever the number of rows. tests/CMakeLists.txt
// runs these under several limits of oneDNN's instructions.
#include "nn/quantised.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <thread>
#include <vector>

#include "nn/one_thread.h"
#include "nn/random_floats.h"

namespace counterpoint::nn {
namespace {

constexpr std::size_t kShapes[][2] = {{384, 1152}, {384, 384}, {384, 1536}, {1536, 384}, {32, 96}};

// Weights that are whole numbers times a scale, the greatest of them 63, so that quantising loses
// nothing and sums can be foretold.
std::vector<int> whole_weights(std::size_t in, std::size_t out, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<int> made(in * out);
  for (int& value : made) value = static_cast<int>(random() % 127) - 63;
  for (std::size_t i = 0; i < out; ++i) made[i * in] = 63;
  return made;
}

Quantised quantise(const std::vector<int>& weights, std::size_t out) {
  Floats floats;
  for (const int value : weights) floats.push_back(static_cast<float>(value) * 0.5F);
  return quantise_linear(floats, Floats(out, 0.25F));
}

void expect_exact_sums(const Quantised& linear, const std::vector<int>& weights,
                       const std::vector<std::uint8_t>& numbers, WholeNumbers& scratch) {
  const std::size_t rows = numbers.size() / linear.in;
  std::ranges::copy(numbers, scratch.numbers());
  scratch.add_up(linear, rows);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < linear.out; ++i) {
      int sum = 0;
      for (std::size_t j = 0; j < linear.in; ++j) {
        sum += numbers[row * linear.in + j] * weights[i * linear.in + j];
      }
      ASSERT_EQ(scratch.sums()[row * linear.out + i], sum) << row << " " << i;
    }
  }
}

TEST(Quantised, sums_are_exact_for_any_number_of_rows) {
  const OneThread guard;
  WholeNumbers scratch(1536, 1536);
  std::mt19937 random(1);
  for (const auto& [in, out] : kShapes) {
    const auto weights = whole_weights(in, out, 2);
    const Quantised linear = quantise(weights, out);
    for (const std::size_t rows : {std::size_t{1}, std::size_t{7}, std::size_t{20}, kTile}) {
      std::vector<std::uint8_t> numbers(rows * in);
      for (auto& number : numbers) number = static_cast<std::uint8_t>(random());
      expect_exact_sums(linear, weights, numbers, scratch);
    }
  }
}

// Where instructions that add pairs in 16 bits would clip, had the weights eight bits.
TEST(Quantised, greatest_numbers_are_not_clipped) {
  const OneThread guard;
  WholeNumbers scratch(1536, 1536);
  for (const auto& [in, out] : kShapes) {
    const std::vector<std::uint8_t> numbers(kTile * in, 255);
    std::vector<int> weights(in * out, 63);
    expect_exact_sums(quantise(weights, out), weights, numbers, scratch);
    std::ranges::for_each(weights, [](int& value) { value = -value; });
    expect_exact_sums(quantise(weights, out), weights, numbers, scratch);
  }
}

TEST(Quantised, values_are_near_those_in_floats) {
  const OneThread guard;
  constexpr std::size_t kIn = 384;
  constexpr std::size_t kOut = 64;
  const Floats weight = random_floats(kIn * kOut, 1, 1 / std::sqrt(384.F));
  const Floats bias = random_floats(kOut, 2);
  const Floats from = random_floats(10 * kIn, 3);
  Floats made(10 * kOut, 1.F);
  WholeNumbers(kIn, kOut).multiply(quantise_linear(weight, bias), from.data(), 10, made.data(),
                                   Then::kAdd);
  for (std::size_t i = 0; i < made.size(); ++i) {
    double exact = 1 + static_cast<double>(bias[i % kOut]);
    for (std::size_t j = 0; j < kIn; ++j) {
      exact += static_cast<double>(from[i / kOut * kIn + j]) *
               static_cast<double>(weight[i % kOut * kIn + j]);
    }
    EXPECT_NEAR(static_cast<double>(made[i]), exact, 0.1);  // six deviations of both roundings
  }
}

TEST(Quantised, rows_and_weights_of_nothing_but_zeros_give_the_bias) {
  const OneThread guard;
  const Floats from(std::size_t{2} * 32);
  Floats made(std::size_t{2} * 16);
  WholeNumbers(32, 16).multiply(quantise_linear(Floats(32 * 16), Floats(16, 0.25F)), from.data(), 2,
                                made.data(), Then::kStore);
  EXPECT_EQ(made, Floats(32, 0.25F));
}

TEST(Quantised, rows_have_the_same_bits_alone_in_company_and_on_any_thread) {
  const Quantised linear = quantise_linear(random_floats(384 * 1536, 1), random_floats(1536, 2));
  const Floats from = random_floats(29 * 384, 3);
  const auto run = [&](std::size_t first, std::size_t count) {
    const OneThread guard;
    Floats made(count * 1536);
    WholeNumbers(384, 1536).multiply(linear, from.data() + first * 384, count, made.data(),
                                     Then::kGelu);
    return made;
  };
  const Floats together = run(0, 29);
  for (std::size_t row = 0; row < 29; ++row) {
    const Floats alone = run(row, 1);
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(),
                           together.begin() + static_cast<std::ptrdiff_t>(row * 1536)));
  }
  std::vector<Floats> made(2);
  {
    std::vector<std::jthread> threads;
    for (Floats& result : made) threads.emplace_back([&] { result = run(0, 29); });
  }
  for (const Floats& result : made) EXPECT_EQ(result, together);
}

}  // namespace
}  // namespace counterpoint::nn
