// SPDX-License-Identifier: Apache-2.0
// The float work against plain loops in double precision, and against itself in other company and
// on another kind of CPU. Shapes are those of models/en and some that fit no panel.
#include "nn/kernel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <thread>
#include <vector>

#include "nn/one_thread.h"
#include "nn/random_floats.h"

extern "C" int omp_get_max_threads();

namespace counterpoint::nn {
namespace {

double exact_gelu(double x) {
  return x / 2 * (1 + std::erf(x / std::sqrt(2.0)));
}

double wide(float value) {
  return static_cast<double>(value);
}

// A layer with weights of its own, by plain loops and by the kernel.
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

  Floats run(const Floats& from, Floats to, Then then) const {
    multiply(linear, from.data(), from.size() / linear.in, to.data(), then);
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

TEST(Kernel, gives_a_row_the_same_bits_alone_and_in_company) {
  const Layer layer(96, 50);
  const Floats rows = random_floats(std::size_t{29} * 96, 1);
  const Floats together = layer.run(rows, Then::kGelu);
  for (std::size_t row = 0; row < 29; ++row) {
    const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(row * 96);
    const Floats alone = layer.run(Floats(begin, begin + 96), Then::kGelu);
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(),
                           together.begin() + static_cast<std::ptrdiff_t>(row * 50)));
  }
}

TEST(Kernel, makes_exact_gelu_over_the_whole_range) {
  const Floats one = {1.F};
  const Floats zero = {0.F};
  const Linear identity = pack_linear(one, zero);
  for (int i = -12000; i <= 12000; ++i) {
    const float from = static_cast<float>(i) / 1000.F;
    float gelu = 0;
    multiply(identity, &from, 1, &gelu, Then::kGelu);
    ASSERT_NEAR(wide(gelu), exact_gelu(wide(from)), 2e-6) << from;
  }
}

TEST(Kernel, normalises_rows) {
  constexpr std::size_t kWidth = 24;
  Floats rows = random_floats(3 * kWidth, 1);
  const Floats before = rows;
  normalise(pack_norm(Floats(kWidth, 2.F), Floats(kWidth, -1.F)), rows.data(), 3);
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

// Queries, keys and values of one sequence, and what becomes of them.
struct Attention {
  static constexpr std::size_t kHeads = 3;

  Attention(std::size_t length, std::size_t head_width)
      : count(length), width(head_width), rows(random_floats(count * 3 * kHeads * width, 7)) {}

  Floats run(const Arithmetic& with) const {
    Floats context(count * kHeads * width);
    Floats work(attention_work(count, width));
    with.attend({rows.data(), count, kHeads, width}, context.data(), work.data());
    return context;
  }

  double dot(std::size_t query, std::size_t key, std::size_t head) const {
    const float* a = rows.data() + query * 3 * kHeads * width + head * width;
    const float* b = rows.data() + (key * 3 + 1) * kHeads * width + head * width;
    double sum = 0;
    for (std::size_t i = 0; i < width; ++i) sum += wide(a[i]) * wide(b[i]);
    return sum;
  }

  double exact(std::size_t row, std::size_t head, std::size_t column) const {
    double highest = -1e30;
    for (std::size_t i = 0; i < count; ++i) highest = std::max(highest, dot(row, i, head));
    double total = 0;
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const double share = std::exp(dot(row, i, head) - highest);
      total += share;
      sum += share * wide(rows[(i * 3 + 2) * kHeads * width + head * width + column]);
    }
    return sum / total;
  }

  std::size_t count;
  std::size_t width;
  Floats rows;
};

TEST(Attention, mixes_values_by_the_softmax_of_scores) {
  for (const std::size_t count : {1U, 7U, 16U, 45U}) {
    for (const std::size_t width : {8U, 32U}) {
      const Attention attention(count, width);
      const Floats made = attention.run(arithmetic());
      for (std::size_t i = 0; i < made.size(); ++i) {
        const std::size_t row = i / (Attention::kHeads * width);
        const std::size_t head = i / width % Attention::kHeads;
        ASSERT_NEAR(wide(made[i]), attention.exact(row, head, i % width), 1e-5) << count;
      }
    }
  }
}

TEST(Attention, survives_scores_far_apart) {
  Attention attention(5, 8);
  for (float& value : attention.rows) value *= 300;
  for (const float value : attention.run(arithmetic())) EXPECT_TRUE(std::isfinite(value));
}

bool same_bits(const Floats& a, const Floats& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

// The functions of a CPU with AVX2 against those of one without.
class OnBothCpus : public testing::Test {
 protected:
  void SetUp() override {
    if (arithmetic_avx2() == nullptr) GTEST_SKIP() << "This CPU has no AVX2.";
  }
  static constexpr std::size_t kWidth = 1536;
  Floats rows_ = random_floats(4 * kWidth, 1, 2.F);
};

TEST_F(OnBothCpus, norms_have_the_same_bits) {
  const Floats scale = random_floats(kWidth, 2);
  const Floats shift = random_floats(kWidth, 3);
  Floats other = rows_;
  arithmetic_avx2()->normalise(rows_.data(), 4, kWidth, scale.data(), shift.data());
  arithmetic_base().normalise(other.data(), 4, kWidth, scale.data(), shift.data());
  EXPECT_TRUE(same_bits(rows_, other));
}

TEST_F(OnBothCpus, whole_numbers_and_what_is_made_of_them_have_the_same_bits) {
  struct Made {
    std::vector<std::uint8_t> numbers = std::vector<std::uint8_t>(4 * kWidth);
    std::vector<RowScale> scales = std::vector<RowScale>(4);
    Floats floats = Floats(4 * kWidth, 1.F);
  };
  const Floats scale = random_floats(kWidth, 2, 1e-3F);
  const Floats bias = random_floats(kWidth, 3);
  std::vector<std::int32_t> sums(4 * kWidth);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    sums[i] = static_cast<std::int32_t>(rows_[i] * 1e6F);
  }
  const auto make = [&](const Arithmetic& with, Then then) {
    Made made;
    with.quantise(rows_.data(), 4, kWidth, made.numbers.data(), made.scales.data());
    with.dequantise(sums.data(), made.scales.data(), 4,
                    {scale.data(), sums.data(), bias.data(), kWidth}, made.floats.data(), then);
    return made;
  };
  for (const Then then : {Then::kStore, Then::kGelu, Then::kAdd}) {
    const Made left = make(*arithmetic_avx2(), then);
    const Made right = make(arithmetic_base(), then);
    EXPECT_EQ(left.numbers, right.numbers);
    EXPECT_TRUE(same_bits(left.floats, right.floats));
    for (std::size_t i = 0; i < 4; ++i) {
      EXPECT_EQ(left.scales[i].zero, right.scales[i].zero);
      EXPECT_EQ(left.scales[i].step, right.scales[i].step);
    }
  }
}

TEST_F(OnBothCpus, attention_differs_in_the_last_bits_at_most) {
  const Attention attention(45, 32);
  const Floats left = attention.run(*arithmetic_avx2());
  const Floats right = attention.run(arithmetic_base());
  for (std::size_t i = 0; i < left.size(); ++i) ASSERT_NEAR(left[i], right[i], 1e-5F);
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
