// SPDX-License-Identifier: Apache-2.0
// oneDNN's operations against plain loops in double precision, and against themselves on other
// threads and in other company. Shapes are those of models/en and some that fit no block.
#include "nn/kernel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <thread>
#include <vector>

#include "nn/one_thread.h"

extern "C" int omp_get_max_threads();

namespace counterpoint::nn {
namespace {

using Floats = std::vector<float>;
using Dim = dnnl::memory::dim;

Floats random_floats(std::size_t count, unsigned seed, float deviation = 1.F) {
  std::mt19937 random(seed);
  std::normal_distribution<float> number(0.F, deviation);
  Floats made(count);
  for (float& value : made) value = number(random);
  return made;
}

double exact_gelu(double x) {
  return x / 2 * (1 + std::erf(x / std::sqrt(2.0)));
}

double wide(float value) {
  return static_cast<double>(value);
}

// A layer with weights of its own, by plain loops and by a kernel.
struct Layer {
  Layer(std::size_t in, std::size_t out)
      : weight(random_floats(in * out, 3, 1 / std::sqrt(static_cast<float>(in)))),
        bias(random_floats(out, 4)),
        linear(pack_linear(weight, bias)) {}

  double exact(const Floats& from, std::size_t row, std::size_t out) const {
    double sum = wide(bias[out]);
    for (std::size_t i = 0; i < linear.in; ++i) {
      sum += wide(from[row * linear.in + i]) * wide(weight[out * linear.in + i]);
    }
    return sum;
  }

  Floats run(Floats from, Floats to, Then then) const {
    const OneThread guard;
    const std::size_t rows = from.size() / linear.in;
    dnnl::stream stream(cpu());
    Kernel::linear(linear, rows, from.data(), to.data(), then).run(stream, linear);
    stream.wait();
    return to;
  }
  Floats run(const Floats& from, Then then) const {
    return run(from, Floats(from.size() / linear.in * linear.out), then);
  }

  Floats weight;
  Floats bias;
  Linear linear;
};

TEST(Kernel, multiplies_as_plain_loops_do) {
  const std::size_t shapes[][2] = {{384, 1152}, {1536, 384}, {416, 790}, {37, 1}, {5, 35}, {1, 16}};
  for (const auto& [in, out] : shapes) {
    const Layer layer(in, out);
    for (const std::size_t rows : {1U, 5U, 29U}) {
      const Floats from = random_floats(rows * in, 1);
      const Floats before = random_floats(rows * out, 2);
      const Floats stored = layer.run(from, Then::kStore);
      const Floats added = layer.run(from, before, Then::kAdd);
      const Floats gelu = layer.run(from, Then::kGelu);
      for (std::size_t i = 0; i < stored.size(); ++i) {
        const double exact = layer.exact(from, i / out, i % out);
        ASSERT_NEAR(wide(stored[i]), exact, 2e-5) << in << " " << out << " " << rows;
        ASSERT_NEAR(wide(added[i]), exact + wide(before[i]), 2e-5);
        ASSERT_NEAR(wide(gelu[i]), exact_gelu(exact), 2e-5);
      }
    }
  }
}

TEST(Kernel, makes_exact_gelu_over_the_whole_range) {
  const Floats one = {1.F};
  const Floats zero = {0.F};
  Layer identity(1, 1);
  identity.linear = pack_linear(one, zero);
  Floats from;
  for (int i = -12000; i <= 12000; ++i) from.push_back(static_cast<float>(i) / 1000.F);
  const Floats gelu = identity.run(from, Then::kGelu);
  for (std::size_t i = 0; i < from.size(); ++i) {
    ASSERT_NEAR(wide(gelu[i]), exact_gelu(wide(from[i])), 2e-6) << from[i];
  }
}

// Two heads of three columns, laid out side by side as the encoder has them.
TEST(Kernel, multiplies_stacks_with_gaps_and_turned) {
  constexpr Dim kRows = 7;
  Floats left = random_floats(kRows * 6, 1);
  Floats right = random_floats(kRows * 6, 2);
  Floats made(2 * kRows * kRows);
  const OneThread guard;
  dnnl::stream stream(cpu());
  Kernel::product(view(left.data(), {2, kRows, 3}, {3, 6, 1}),
                  view(right.data(), {2, 3, kRows}, {3, 1, 6}),
                  view(made.data(), {2, kRows, kRows}, {kRows * kRows, kRows, 1}))
      .run(stream);
  stream.wait();
  for (std::size_t at = 0; at < made.size(); ++at) {
    const std::size_t head = at / (kRows * kRows);
    const std::size_t i = at / kRows % kRows;
    const std::size_t j = at % kRows;
    double sum = 0;
    for (std::size_t k = 3 * head; k < 3 * head + 3; ++k) {
      sum += wide(left[i * 6 + k]) * wide(right[j * 6 + k]);
    }
    EXPECT_NEAR(wide(made[at]), sum, 1e-5);
  }
}

TEST(Kernel, makes_softmax_of_short_long_and_extreme_rows) {
  for (const std::size_t width : {1U, 7U, 16U, 45U}) {
    Floats rows = random_floats(3 * width, 1);
    rows[width] = 1000.F;
    rows[2 * width] = -1000.F;
    const Floats before = rows;
    const OneThread guard;
    dnnl::stream stream(cpu());
    const auto columns = static_cast<Dim>(width);
    Kernel::softmax(view(rows.data(), {3, columns}, {columns, 1})).run(stream);
    stream.wait();
    for (std::size_t i = 0; i < 3; ++i) {
      const std::span<const float> row(before.data() + i * width, width);
      const double highest = wide(*std::ranges::max_element(row));
      double sum = 0;
      for (const float value : row) sum += std::exp(wide(value) - highest);
      for (std::size_t j = 0; j < width; ++j) {
        EXPECT_NEAR(wide(rows[i * width + j]), std::exp(wide(row[j]) - highest) / sum, 1e-6);
      }
    }
  }
}

TEST(Kernel, normalises_rows) {
  constexpr std::size_t kWidth = 24;
  Floats rows = random_floats(3 * kWidth, 1);
  const Floats before = rows;
  const OneThread guard;
  dnnl::stream stream(cpu());
  Kernel::layer_norm(view(rows.data(), {3, kWidth}, {kWidth, 1}))
      .run(stream, pack_norm(Floats(kWidth, 2.F), Floats(kWidth, -1.F)));
  stream.wait();
  for (std::size_t i = 0; i < 3; ++i) {
    const std::span<const float> row(before.data() + i * kWidth, kWidth);
    double mean = 0;
    double variance = 0;
    for (const float value : row) mean += wide(value) / kWidth;
    for (const float value : row) variance += std::pow(wide(value) - mean, 2) / kWidth;
    for (std::size_t j = 0; j < kWidth; ++j) {
      const double exact = (wide(row[j]) - mean) / std::sqrt(variance) * 2 - 1;
      EXPECT_NEAR(wide(rows[i * kWidth + j]), exact, 1e-5);
    }
  }
}

TEST(Kernel, gives_the_same_bits_on_all_threads_and_with_weights_packed_again) {
  const Layer layer(384, 1536);
  const Floats from = random_floats(std::size_t{29} * 384, 1);
  const Floats alone = layer.run(from, Then::kGelu);
  EXPECT_EQ(alone, Layer(384, 1536).run(from, Then::kGelu));
  std::vector<Floats> made(2);
  {
    std::vector<std::jthread> threads;
    for (Floats& result : made) {
      threads.emplace_back([&] {
        // Another length before, as sentences have.
        layer.run(Floats(std::size_t{3} * 384), Then::kGelu);
        result = layer.run(from, Then::kGelu);
      });
    }
  }
  for (const Floats& result : made) EXPECT_EQ(result, alone);
}

TEST(OneThread, holds_in_each_thread_and_leaves_its_setting_as_it_was) {
  const int before = omp_get_max_threads();
  int inside = 0;
  int inside_new_thread = 0;
  {
    const OneThread guard;
    inside = omp_get_max_threads();
    std::jthread([&] {
      const OneThread own;
      inside_new_thread = omp_get_max_threads();
    }).join();
  }
  EXPECT_EQ(inside, 1);
  EXPECT_EQ(inside_new_thread, 1);
  EXPECT_EQ(omp_get_max_threads(), before);
}

}  // namespace
}  // namespace counterpoint::nn
