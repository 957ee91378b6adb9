// SPDX-License-Identifier: Apache-2.0
// Each set of kernels against sums in double precision, and against itself in other company.
#include "nn/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "nn/half.h"

namespace counterpoint::nn {
namespace {

// A matrix of small random numbers, its rows as long as kernels may write.
struct Matrix {
  Matrix(std::size_t rows, std::size_t columns, unsigned seed)
      : stride(round_up(columns)), values(rows * stride + kLanes) {
    std::mt19937 random(seed);
    std::normal_distribution<float> number(0.F, 1.F);
    for (float& value : values) value = number(random);
  }
  Rows rows(std::size_t first = 0) { return {values.data() + first * stride, stride}; }
  float at(std::size_t row, std::size_t column) const { return values[row * stride + column]; }

  std::size_t stride;
  std::vector<float> values;
};

std::uint16_t random_half(std::mt19937& random) {
  // Sign, an exponent that makes numbers from 2^-6 to 2, any mantissa.
  return static_cast<std::uint16_t>((random() % 2) << 15U | (9 + random() % 7) << 10U |
                                    random() % 1024);
}

// Every set of kernels that this CPU runs.
class KernelsTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    run_ = std::string_view(GetParam()) == "avx2" ? avx2_kernels() : &portable_kernels();
    if (run_ == nullptr) GTEST_SKIP() << "This CPU has no AVX2.";
  }
  const Kernels* run_ = nullptr;
};

class LinearTest : public KernelsTest {
 protected:
  void make(std::size_t in, std::size_t out) {
    std::mt19937 random(3);
    weight_.resize(in * out);
    for (auto& half : weight_) half = random_half(random);
    bias_.resize(out);
    for (float& value : bias_) value = widen_half(random_half(random));
    linear_ = pack_linear(weight_, bias_);
  }

  double expected(const Matrix& from, std::size_t row, std::size_t out) const {
    double sum = static_cast<double>(bias_[out]);
    for (std::size_t i = 0; i < linear_.in; ++i) {
      sum += static_cast<double>(from.at(row, i)) *
             static_cast<double>(widen_half(weight_[out * linear_.in + i]));
    }
    return sum;
  }

  std::vector<std::uint16_t> weight_;
  std::vector<float> bias_;
  Linear linear_;
};

TEST_P(LinearTest, multiplies_matrices_of_any_shape) {
  for (const std::size_t out : {1U, 16U, 35U}) {
    for (const std::size_t rows : {1U, 5U, 6U, 13U}) {
      make(37, out);
      Matrix from(rows, 37, 1);
      Matrix to(rows, out, 2);
      run_->linear(linear_, from.rows(), rows, to.rows(), Then::kStore);
      for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < out; ++j) {
          ASSERT_NEAR(static_cast<double>(to.at(i, j)), expected(from, i, j), 2e-5);
        }
      }
    }
  }
}

TEST_P(LinearTest, adds_to_what_is_there_and_applies_gelu) {
  make(24, 20);
  Matrix from(4, 24, 1);
  Matrix sum(4, 20, 2);
  const Matrix before = sum;
  Matrix gelu(4, 20, 2);
  run_->linear(linear_, from.rows(), 4, sum.rows(), Then::kAdd);
  run_->linear(linear_, from.rows(), 4, gelu.rows(), Then::kGelu);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 20; ++j) {
      const double value = expected(from, i, j);
      EXPECT_NEAR(static_cast<double>(sum.at(i, j)), value + static_cast<double>(before.at(i, j)),
                  1e-5);
      EXPECT_NEAR(static_cast<double>(gelu.at(i, j)),
                  value / 2 * (1 + std::erf(value / std::sqrt(2.0))), 1e-5);
    }
  }
}

TEST_P(LinearTest, makes_exact_gelu_over_the_whole_range) {
  // One input, one weight of 1: the output is GELU of the input.
  const std::uint16_t one[] = {0x3C00};
  const float zero[] = {0.F};
  const Linear identity = pack_linear(one, zero);
  Matrix to(1, 1, 0);
  for (float x = -12.F; x <= 12.F; x += 0.001F) {
    run_->linear(identity, {&x, 1}, 1, to.rows(), Then::kGelu);
    const double exact =
        static_cast<double>(x) / 2 * (1 + std::erf(static_cast<double>(x) / std::sqrt(2.0)));
    ASSERT_NEAR(static_cast<double>(to.at(0, 0)), exact, 2e-6) << x;
  }
}

TEST_P(LinearTest, gives_a_row_the_same_bits_in_any_company) {
  make(64, 48);
  constexpr std::size_t kRows = 40;
  Matrix from(kRows, 64, 1);
  Matrix together(kRows, 48, 2);
  run_->linear(linear_, from.rows(), kRows, together.rows(), Then::kGelu);
  for (std::size_t count = 1; count < 14; ++count) {
    for (std::size_t first = 0; first + count <= kRows; first += 9) {
      Matrix some(count, 48, 2);
      run_->linear(linear_, from.rows(first), count, some.rows(), Then::kGelu);
      for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < 48; ++j) ASSERT_EQ(some.at(i, j), together.at(first + i, j));
      }
    }
  }
}

TEST_P(KernelsTest, take_dot_products_of_all_pairs) {
  Matrix left(7, 12, 1);
  Matrix right(18, 12, 2);
  Matrix to(7, 18, 3);
  std::vector<float> scratch(12 * round_up(18));
  run_->dots(left.rows(), 7, right.rows(), 18, 12, to.rows(), scratch.data());
  for (std::size_t i = 0; i < 7; ++i) {
    for (std::size_t j = 0; j < 18; ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < 12; ++k) {
        sum += static_cast<double>(left.at(i, k)) * static_cast<double>(right.at(j, k));
      }
      EXPECT_NEAR(static_cast<double>(to.at(i, j)), sum, 1e-5);
    }
  }
}

TEST_P(KernelsTest, make_softmax_of_short_long_and_extreme_rows) {
  for (const std::size_t width : {1U, 7U, 16U, 45U}) {
    Matrix rows(3, width, 1);
    rows.values[rows.stride] = 1000.F;
    rows.values[2 * rows.stride] = -1000.F;
    const Matrix before = rows;
    run_->softmax(rows.rows(), 3, width, 0.5F);
    for (std::size_t i = 0; i < 3; ++i) {
      double sum = 0;
      double highest = -INFINITY;
      for (std::size_t j = 0; j < width; ++j)
        highest = std::max(highest, static_cast<double>(before.at(i, j)));
      for (std::size_t j = 0; j < width; ++j)
        sum += std::exp((static_cast<double>(before.at(i, j)) - highest) / 2);
      for (std::size_t j = 0; j < width; ++j) {
        const double exact = std::exp((static_cast<double>(before.at(i, j)) - highest) / 2) / sum;
        EXPECT_NEAR(static_cast<double>(rows.at(i, j)), exact, 5e-7);
      }
    }
  }
}

TEST_P(KernelsTest, mix_values_and_write_no_further) {
  for (const std::size_t width : {8U, 16U, 40U}) {
    Matrix weights(5, 9, 1);
    Matrix values(9, width, 2);
    Matrix to(5, 64, 3);
    const Matrix before = to;
    run_->mix(weights.rows(), 5, values.rows(), 9, width, to.rows());
    for (std::size_t i = 0; i < 5; ++i) {
      for (std::size_t k = 0; k < width; ++k) {
        double sum = 0;
        for (std::size_t j = 0; j < 9; ++j) {
          sum += static_cast<double>(weights.at(i, j)) * static_cast<double>(values.at(j, k));
        }
        EXPECT_NEAR(static_cast<double>(to.at(i, k)), sum, 1e-5);
      }
      for (std::size_t k = width; k < 64; ++k) EXPECT_EQ(to.at(i, k), before.at(i, k));
    }
  }
}

TEST_P(KernelsTest, normalise_rows) {
  Matrix rows(3, 24, 1);
  const Matrix before = rows;
  std::vector<float> scale(24, 2.F);
  std::vector<float> shift(24, -1.F);
  run_->layer_norm(rows.rows(), 3, 24, scale.data(), shift.data());
  for (std::size_t i = 0; i < 3; ++i) {
    double mean = 0;
    double variance = 0;
    for (std::size_t j = 0; j < 24; ++j) mean += static_cast<double>(before.at(i, j)) / 24;
    for (std::size_t j = 0; j < 24; ++j) {
      variance += std::pow(static_cast<double>(before.at(i, j)) - mean, 2) / 24;
    }
    for (std::size_t j = 0; j < 24; ++j) {
      const double exact =
          (static_cast<double>(before.at(i, j)) - mean) / std::sqrt(variance) * 2 - 1;
      EXPECT_NEAR(static_cast<double>(rows.at(i, j)), exact, 1e-5);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, KernelsTest, testing::Values("portable", "avx2"));
INSTANTIATE_TEST_SUITE_P(All, LinearTest, testing::Values("portable", "avx2"));

}  // namespace
}  // namespace counterpoint::nn
