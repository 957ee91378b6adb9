// SPDX-License-Identifier: Apache-2.0
// The operations that the model is made of, on one thread: portable, and for CPUs with AVX2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "nn/buffer.h"

namespace counterpoint::nn {

// Rows of floats, `stride` apart.
struct Rows {
  float* data = nullptr;
  std::size_t stride = 0;
};

// y = x W^T + b. The weights stay halves, as in the model's file: that is exact, and at the length
// of a sentence reading them from memory is what takes the time. They lie in panels of kLanes
// outputs, input by input, the last panel filled up with zeros.
struct Linear {
  std::size_t in = 0;
  std::size_t out = 0;
  Buffer<std::uint16_t> panels;
  Buffer<float> bias;
};

// `weight` is [out, in], row by row, as halves; `bias` has `out` values.
Linear pack_linear(std::span<const std::uint16_t> weight, std::span<const float> bias);

// What becomes of a result: stored, stored after exact GELU, or added to what is there.
enum class Then : std::uint8_t { kStore, kGelu, kAdd };

// Each value is made of its own row and column alone, adding up in one fixed order. So the number
// of rows, their order and what they share a call with never change a bit. The AVX2 kernels use
// only operations that IEEE 754 defines to the bit: they give the same on every CPU that has them.
// Results lie in rows with room for round_up(columns) floats; what they hold past their columns is
// of no use.
struct Kernels {
  // to[r] = linear(from[r]) for `count` rows.
  void (*linear)(const Linear& linear, Rows from, std::size_t count, Rows to, Then then);

  // to[i][j] = dot(left[i], right[j]) for vectors of `width` floats. `scratch` has room for
  // width * round_up(right_count) floats.
  void (*dots)(Rows left, std::size_t left_count, Rows right, std::size_t right_count,
               std::size_t width, Rows to, float* scratch);

  // Each row becomes softmax(scale * row) over its first `width` floats.
  void (*softmax)(Rows rows, std::size_t count, std::size_t width, float scale);

  // to[i] = sum over j of weights[i][j] * values[j], vectors of `width` floats. Writes no more than
  // `width` columns; reads up to kLanes further in `values`.
  void (*mix)(Rows weights, std::size_t count, Rows values, std::size_t values_count,
              std::size_t width, Rows to);

  // Each row less its mean, by its deviation, times `scale` plus `shift`. `width` is a multiple
  // of 8.
  void (*layer_norm)(Rows rows, std::size_t count, std::size_t width, const float* scale,
                     const float* shift);
};

// Plain loops; for CPUs without AVX2, and what the others are tested against.
const Kernels& portable_kernels();

// nullptr when this CPU lacks AVX2, FMA or F16C (on x86, those from before 2013, roughly).
const Kernels* avx2_kernels();

// The best this CPU can run; always the same.
const Kernels& kernels();

}  // namespace counterpoint::nn
