// SPDX-License-Identifier: Apache-2.0
// The few oneDNN operations that the model is made of, each for one fixed shape.
#pragma once

#include <cstddef>
#include <cstdint>
#include <oneapi/dnnl/dnnl.hpp>
#include <span>
#include <utility>
#include <vector>

namespace counterpoint::nn {

// oneDNN's CPU. Made once, shared by all threads.
const dnnl::engine& cpu();

// y = x W^T + b. The weights lie once, as floats, in the blocks that the product reads them in;
// threads share them.
struct Linear {
  std::size_t in = 0;
  std::size_t out = 0;
  dnnl::memory weights;
  dnnl::memory bias;
};

// Layer normalisation's scale and shift.
struct Norm {
  dnnl::memory scale;
  dnnl::memory shift;
};

// `weight` is [out, in] row by row, `bias` has `out` values, neither of them 0; both are copied.
Linear pack_linear(std::span<const float> weight, std::span<const float> bias);

// Two lists of the same length, which are copied.
Norm pack_norm(std::span<const float> scale, std::span<const float> shift);

// Somebody's floats as a matrix, or as a stack of matrices: extents, and how far apart neighbours
// lie in each direction, innermost last.
dnnl::memory view(float* data, const dnnl::memory::dims& extents,
                  const dnnl::memory::dims& strides);

// What becomes of a product: stored, stored after exact GELU, or added to what is there.
enum class Then : std::uint8_t { kStore, kGelu, kAdd };

// One operation of fixed shape between fixed places; those that have weights get them when they
// run, so that layers share a kernel. Make and run it under OneThread. What it computes depends on
// its shape and inputs alone. It has working memory of its own: one thread at a time.
class Kernel {
 public:
  // `rows` rows of like.in floats into as many of like.out, both without gaps. Runs with any
  // weights of that shape.
  static Kernel linear(const Linear& like, std::size_t rows, float* from, float* to, Then then);
  static Kernel product(const dnnl::memory& left, const dnnl::memory& right,
                        const dnnl::memory& to);
  static Kernel softmax(const dnnl::memory& rows);     // along the last direction, in place
  static Kernel layer_norm(const dnnl::memory& rows);  // likewise

  void run(const dnnl::stream& stream) const;
  void run(const dnnl::stream& stream, const Linear& linear) const;
  void run(const dnnl::stream& stream, const Norm& norm) const;

 private:
  using Places = std::vector<std::pair<int, dnnl::memory>>;  // by oneDNN's number of the argument
  Kernel(dnnl::primitive primitive, const dnnl::memory::desc& scratchpad, Places places);
  void run(const dnnl::stream& stream, std::span<const dnnl_exec_arg_t> weights) const;

  dnnl::primitive primitive_;
  Places places_;
};

}  // namespace counterpoint::nn
