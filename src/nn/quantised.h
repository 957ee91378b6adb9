// SPDX-License-Identifier: Apache-2.0
// Layers in whole numbers: weights of 7 bits and inputs of 8, multiplied and added up exactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <oneapi/dnnl/dnnl.hpp>
#include <span>
#include <tuple>
#include <vector>

#include "nn/arithmetic.h"
#include "nn/buffer.h"

namespace counterpoint::nn {

// Rows that are multiplied together: their sums stay in the second cache.
constexpr std::size_t kTile = 48;

// y = x W^T + b with weights -63 to 63, a scale for each output. CPUs without dot products of bytes
// multiply two pairs of bytes and add them in 16 bits, clipped; 2 * 255 * 63 still fits, so that
// every CPU comes to the same sums. The weights lie once, in the blocks that the product reads them
// in; threads share them.
struct Quantised {
  std::size_t in = 0;
  std::size_t out = 0;
  dnnl::memory weights;
  std::vector<float> scale;
  std::vector<std::int32_t> weight_sum;
  std::vector<float> bias;
};

// `weight` is [out, in] row by row, `bias` has `out` values, neither of them 0.
Quantised quantise_linear(std::span<const float> weight, std::span<const float> bias);

// Runs such layers; working memory of one thread. Make and use it under OneThread.
class WholeNumbers {
 public:
  // For layers of at most so many inputs and outputs.
  WholeNumbers(std::size_t most_in, std::size_t most_out);

  // At most kTile rows of linear.in floats into as many of linear.out, without gaps; in and out are
  // multiples of 8. Each row is scaled by itself, so its result depends on that row alone.
  void multiply(const Quantised& linear, const float* from, std::size_t rows, float* to, Then then);

  // The step in the middle: sums() of the first `rows` rows of numbers(), exactly.
  void add_up(const Quantised& linear, std::size_t rows);
  std::uint8_t* numbers() { return numbers_.data(); }
  const std::int32_t* sums() const { return sums_.data(); }

 private:
  struct Product {
    dnnl::convolution_forward primitive;
    dnnl::memory from;
    dnnl::memory to;
    dnnl::memory scratchpad;
  };
  using Shape = std::tuple<std::size_t, std::size_t, std::size_t>;  // in, out, rows
  const Product& product(const Quantised& linear, std::size_t rows);

  dnnl::stream stream_;
  std::map<Shape, Product> products_;
  BufferOf<std::uint8_t> numbers_;
  BufferOf<std::int32_t> sums_;
};

}  // namespace counterpoint::nn
