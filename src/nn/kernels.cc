// SPDX-License-Identifier: Apache-2.0
// The portable kernels, the choice of kernels, and the packing of weights for both.
#include "nn/kernels.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "nn/half.h"

namespace counterpoint::nn {
namespace {

constexpr float kEpsilon = 1e-12F;  // BERT's, in layer normalisation

float gelu(float x) {
  return 0.5F * x * (1.F + std::erf(x * 0.70710678F));
}

void linear(const Linear& linear, Rows from, std::size_t count, Rows to, Then then) {
  // A panel is widened once for all rows.
  Buffer<float> wide(linear.in * kLanes);
  for (std::size_t first = 0; first < linear.out; first += kLanes) {
    const std::uint16_t* panel = linear.panels.data() + first * linear.in;
    for (std::size_t i = 0; i < linear.in * kLanes; ++i) wide.data()[i] = widen_half(panel[i]);
    for (std::size_t row = 0; row < count; ++row) {
      std::array<float, kLanes> sum{};
      const float* x = from.data + row * from.stride;
      for (std::size_t i = 0; i < linear.in; ++i) {
        const float* weights = wide.data() + i * kLanes;
        for (std::size_t j = 0; j < kLanes; ++j) sum[j] += x[i] * weights[j];
      }
      float* y = to.data + row * to.stride + first;
      for (std::size_t j = 0; j < kLanes; ++j) {
        const float value = sum[j] + linear.bias.data()[first + j];
        y[j] = then == Then::kAdd ? y[j] + value : then == Then::kGelu ? gelu(value) : value;
      }
    }
  }
}

void dots(Rows left, std::size_t left_count, Rows right, std::size_t right_count, std::size_t width,
          Rows to, float* /*scratch*/) {
  for (std::size_t i = 0; i < left_count; ++i) {
    for (std::size_t j = 0; j < right_count; ++j) {
      float sum = 0;
      for (std::size_t k = 0; k < width; ++k) {
        sum += left.data[i * left.stride + k] * right.data[j * right.stride + k];
      }
      to.data[i * to.stride + j] = sum;
    }
  }
}

void softmax(Rows rows, std::size_t count, std::size_t width, float scale) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::span<float> row(rows.data + i * rows.stride, width);
    const float highest = *std::ranges::max_element(row);
    float sum = 0;
    for (float& value : row) sum += value = std::exp((value - highest) * scale);
    for (float& value : row) value /= sum;
  }
}

void mix(Rows weights, std::size_t count, Rows values, std::size_t values_count, std::size_t width,
         Rows to) {
  for (std::size_t i = 0; i < count; ++i) {
    float* out = to.data + i * to.stride;
    std::fill_n(out, width, 0.F);
    for (std::size_t j = 0; j < values_count; ++j) {
      const float weight = weights.data[i * weights.stride + j];
      for (std::size_t k = 0; k < width; ++k) out[k] += weight * values.data[j * values.stride + k];
    }
  }
}

void layer_norm(Rows rows, std::size_t count, std::size_t width, const float* scale,
                const float* shift) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::span<float> row(rows.data + i * rows.stride, width);
    double sum = 0;
    for (const float value : row) sum += value;
    const double mean = sum / static_cast<double>(width);
    double squares = 0;
    for (const float value : row) squares += (value - mean) * (value - mean);
    const double factor = 1 / std::sqrt(squares / static_cast<double>(width) + kEpsilon);
    for (std::size_t j = 0; j < width; ++j) {
      row[j] = static_cast<float>((row[j] - mean) * factor) * scale[j] + shift[j];
    }
  }
}

}  // namespace

Linear pack_linear(std::span<const std::uint16_t> weight, std::span<const float> bias) {
  Linear made;
  made.out = bias.size();
  made.in = weight.size() / made.out;
  const std::size_t padded = round_up(made.out);
  made.panels = Buffer<std::uint16_t>(padded * made.in);
  made.bias = Buffer<float>(padded);
  std::fill_n(made.panels.data(), padded * made.in, std::uint16_t{0});
  std::fill_n(made.bias.data(), padded, 0.F);
  std::ranges::copy(bias, made.bias.data());
  for (std::size_t row = 0; row < made.out; ++row) {
    std::uint16_t* lane = made.panels.data() + row / kLanes * kLanes * made.in + row % kLanes;
    for (std::size_t i = 0; i < made.in; ++i) lane[i * kLanes] = weight[row * made.in + i];
  }
  return made;
}

const Kernels& portable_kernels() {
  static const Kernels kMade{linear, dots, softmax, mix, layer_norm};
  return kMade;
}

const Kernels& kernels() {
  static const Kernels& kChosen = avx2_kernels() != nullptr ? *avx2_kernels() : portable_kernels();
  return kChosen;
}

}  // namespace counterpoint::nn
