// SPDX-License-Identifier: Apache-2.0
// Layers in floats: weights packed once, shared by all threads.
#pragma once

#include <cstddef>
#include <span>

#include "nn/arithmetic.h"
#include "nn/buffer.h"

namespace counterpoint::nn {

// y = x W^T + b, or without b.
struct Linear {
  std::size_t in = 0;
  std::size_t out = 0;
  Buffer panels;  // as Right says
  Buffer bias;

  Right right() const { return {panels.data(), bias.data(), in, out}; }
};

// Layer normalisation's scale and shift.
struct Norm {
  Buffer scale;
  Buffer shift;
  std::size_t width = 0;
};

// `weight` is [out, in] row by row, `bias` has `out` values, neither of them 0; both are copied.
Linear pack_linear(std::span<const float> weight, std::span<const float> bias);

// Two lists of the same length, which are copied.
Norm pack_norm(std::span<const float> scale, std::span<const float> shift);

// Lays `count` rows of `depth` floats, `stride` apart, into panels as the columns of a product.
// `panels` must have room for panels_size(count, depth) floats.
void pack_columns(const float* rows, std::size_t stride, std::size_t count, std::size_t depth,
                  float* panels);
std::size_t panels_size(std::size_t count, std::size_t depth);

// `rows` rows of linear.in floats into as many of linear.out, all without gaps. A row's result
// depends on that row alone, bit by bit.
void multiply(const Linear& linear, const float* from, std::size_t rows, float* to,
              Then then = Then::kStore);

// Each row in place; norm.width is a multiple of 8.
void normalise(const Norm& norm, float* rows, std::size_t count);

}  // namespace counterpoint::nn
