// SPDX-License-Identifier: Apache-2.0
// Packing of weights, and the calls of this CPU's functions.
#include "nn/kernel.h"

#include <algorithm>

namespace counterpoint::nn {
namespace {

std::size_t whole_panels(std::size_t columns) {
  return (columns + kPanel - 1) / kPanel * kPanel;
}

// The values, then zeros up to `size`.
Buffer copy_of(std::span<const float> values, std::size_t size) {
  Buffer made(size);
  std::fill(std::ranges::copy(values, made.data()).out, made.data() + size, 0.F);
  return made;
}

}  // namespace

std::size_t panels_size(std::size_t count, std::size_t depth) {
  return whole_panels(count) * depth;
}

void pack_columns(const float* rows, std::size_t stride, std::size_t count, std::size_t depth,
                  float* panels) {
  for (std::size_t first = 0; first < count; first += kPanel) {
    const std::size_t columns = std::min(kPanel, count - first);
    for (std::size_t i = 0; i < depth; ++i, panels += kPanel) {
      for (std::size_t j = 0; j < columns; ++j) panels[j] = rows[(first + j) * stride + i];
      std::fill(panels + columns, panels + kPanel, 0.F);
    }
  }
}

Linear pack_linear(std::span<const float> weight, std::span<const float> bias) {
  const std::size_t out = bias.size();
  const std::size_t in = weight.size() / out;
  Linear made{in, out, Buffer(panels_size(out, in)), copy_of(bias, whole_panels(out))};
  pack_columns(weight.data(), in, out, in, made.panels.data());
  return made;
}

Norm pack_norm(std::span<const float> scale, std::span<const float> shift) {
  return {copy_of(scale, scale.size()), copy_of(shift, shift.size()), scale.size()};
}

void multiply(const Linear& linear, const float* from, std::size_t rows, float* to, Then then) {
  arithmetic().multiply(from, linear.in, rows, linear.right(), to, linear.out, then);
}

void normalise(const Norm& norm, float* rows, std::size_t count) {
  arithmetic().normalise(rows, count, norm.width, norm.scale.data(), norm.shift.data());
}

}  // namespace counterpoint::nn
