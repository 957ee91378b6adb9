// SPDX-License-Identifier: Apache-2.0
// The float work of the network, once for CPUs with AVX2 and once for those without.
#pragma once

#include <cstddef>
#include <cstdint>

namespace counterpoint::nn {

// What becomes of a product: stored, stored after exact GELU, or added to what is there.
enum class Then : std::uint8_t { kStore, kGelu, kAdd };

// Columns of a right-hand matrix that lie side by side; see Panels.
constexpr std::size_t kPanel = 16;

// How a row of floats was made whole numbers: value = (number - zero) * step.
struct RowScale {
  float step = 0;
  std::int32_t zero = 0;
};

// The right-hand side of a product: for each panel of 16 columns `depth` times 16 floats, the last
// panel filled up with zeros. `bias` has as many floats as all panels have columns, or is null.
struct Right {
  const float* panels = nullptr;
  const float* bias = nullptr;
  std::size_t depth = 0;
  std::size_t columns = 0;
};

// What turns sums of whole numbers back into floats, for each column.
struct Columns {
  const float* scale = nullptr;              // of the column's weights
  const std::int32_t* weight_sum = nullptr;  // what a zero point of 1 adds to the sum
  const float* bias = nullptr;
  std::size_t count = 0;
};

// A sequence's queries, keys and values, side by side in rows: 3 * heads * width floats.
struct AttentionInput {
  const float* rows = nullptr;
  std::size_t count = 0;
  std::size_t heads = 0;
  std::size_t width = 0;  // of one head, a multiple of 8
};

// Functions over rows of floats without gaps. A result of a row depends on that row alone (in
// attention: on its sequence), never on how many others are worked on. All but `multiply` and
// `attend` give the same bits on every CPU; these two fuse multiplication and addition, which CPUs
// before 2013 cannot. Widths are multiples of 8, but those of `multiply`.
struct Arithmetic {
  // to[rows, right.columns] = from[rows, right.depth] * right + bias. The rows of `from` and `to`
  // begin `from_stride` and `to_stride` floats apart. Each sum goes along the depth in order.
  void (*multiply)(const float* from, std::size_t from_stride, std::size_t rows, const Right& right,
                   float* to, std::size_t to_stride, Then then);

  // Layer normalisation in place, with BERT's epsilon.
  void (*normalise)(float* rows, std::size_t count, std::size_t width, const float* scale,
                    const float* shift);

  // Numbers 0 to 255 for each row, from its least to its greatest value (0 always among them).
  void (*quantise)(const float* rows, std::size_t count, std::size_t width, std::uint8_t* out,
                   RowScale* scales);

  // The products' values from their sums of whole numbers.
  void (*dequantise)(const std::int32_t* sums, const RowScale* scales, std::size_t count,
                     const Columns& columns, float* to, Then then);

  // context[count, heads * width]: for each head softmax(queries * keys) * values. `work` has
  // attention_work() floats.
  void (*attend)(const AttentionInput& input, float* context, float* work);
};

std::size_t attention_work(std::size_t count, std::size_t width);

// This CPU's. The others are there to be compared in tests; arithmetic_avx2() is null on a CPU (or
// in a build) that has none.
const Arithmetic& arithmetic();
const Arithmetic& arithmetic_base();
const Arithmetic* arithmetic_avx2();

}  // namespace counterpoint::nn
