// SPDX-License-Identifier: Apache-2.0
// The kernels for CPUs with AVX2, FMA and F16C, chosen at run time. Everything here is additions,
// multiplications, fused ones, divisions and roots, in a fixed order: no approximate instruction
// and no library function, whose last bits differ between CPUs and releases.
#include "nn/kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <algorithm>
#include <array>
#include <limits>

// Only functions with this mark may use the instructions; the rest of the program runs anywhere.
#define COUNTERPOINT_AVX2 __attribute__((target("avx2,fma,f16c")))

namespace counterpoint::nn {
namespace {

constexpr float kEpsilon = 1e-12F;     // BERT's, in layer normalisation
constexpr std::size_t kTileRows = 6;   // with two vectors a row, as many sums as registers hold
constexpr std::size_t kHalfLanes = 8;  // floats in a vector

using Vector = __m256;

COUNTERPOINT_AVX2 inline Vector set(float value) {
  return _mm256_set1_ps(value);
}

// The sum of eight lanes: halves, quarters, pairs.
COUNTERPOINT_AVX2 inline float sum_of(Vector v) {
  __m128 four = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  four = _mm_add_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_add_ss(four, _mm_movehdup_ps(four)));
}

// e^x to about two units in the last place, for x from -87 to 0 (below: as for -87). Range
// reduction by powers of two and a polynomial for the rest, as in the Cephes library.
COUNTERPOINT_AVX2 inline Vector exp_of(Vector x) {
  x = _mm256_max_ps(x, set(-87.F));
  const Vector power = _mm256_round_ps(_mm256_mul_ps(x, set(1.44269504F)),
                                       _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  x = _mm256_fnmadd_ps(power, set(0.693359375F), x);
  x = _mm256_fnmadd_ps(power, set(-2.12194440e-4F), x);
  Vector y = set(1.9875691500e-4F);
  y = _mm256_fmadd_ps(y, x, set(1.3981999507e-3F));
  y = _mm256_fmadd_ps(y, x, set(8.3334519073e-3F));
  y = _mm256_fmadd_ps(y, x, set(4.1665795894e-2F));
  y = _mm256_fmadd_ps(y, x, set(1.6666665459e-1F));
  y = _mm256_fmadd_ps(y, x, set(5.0000001201e-1F));
  y = _mm256_add_ps(_mm256_fmadd_ps(y, _mm256_mul_ps(x, x), x), set(1.F));
  const __m256i exponent =
      _mm256_slli_epi32(_mm256_add_epi32(_mm256_cvtps_epi32(power), _mm256_set1_epi32(127)), 23);
  return _mm256_mul_ps(y, _mm256_castsi256_ps(exponent));
}

// erf(x) to about 3e-7: a rational function on [-4, 4], beyond which a float's erf is 1 (the
// coefficients are those that Eigen and XLA use).
COUNTERPOINT_AVX2 inline Vector erf_of(Vector x) {
  x = _mm256_min_ps(_mm256_max_ps(x, set(-4.F)), set(4.F));
  const Vector square = _mm256_mul_ps(x, x);
  Vector above = set(-2.72614225801306e-10F);
  above = _mm256_fmadd_ps(above, square, set(2.77068142495902e-08F));
  above = _mm256_fmadd_ps(above, square, set(-2.10102402082508e-06F));
  above = _mm256_fmadd_ps(above, square, set(-5.69250639462346e-05F));
  above = _mm256_fmadd_ps(above, square, set(-7.34990630326855e-04F));
  above = _mm256_fmadd_ps(above, square, set(-2.95459980854025e-03F));
  above = _mm256_fmadd_ps(above, square, set(-1.60960333262415e-02F));
  Vector below = set(-1.45660718464996e-05F);
  below = _mm256_fmadd_ps(below, square, set(-2.13374055278905e-04F));
  below = _mm256_fmadd_ps(below, square, set(-1.68282697438203e-03F));
  below = _mm256_fmadd_ps(below, square, set(-7.37332916720468e-03F));
  below = _mm256_fmadd_ps(below, square, set(-1.42647390514189e-02F));
  return _mm256_div_ps(_mm256_mul_ps(x, above), below);
}

COUNTERPOINT_AVX2 inline Vector gelu_of(Vector x) {
  const Vector erf = erf_of(_mm256_mul_ps(x, set(0.70710678F)));
  return _mm256_mul_ps(_mm256_mul_ps(set(0.5F), x), _mm256_add_ps(set(1.F), erf));
}

COUNTERPOINT_AVX2 inline Vector load(const float* from) {
  return _mm256_loadu_ps(from);
}

COUNTERPOINT_AVX2 inline Vector load(const std::uint16_t* from) {
  return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
}

// What a tile's columns are made from: kLanes weights for each of `depth` inputs.
template <class Weight>
struct Panel {
  const Weight* data;
  std::size_t stride;
  std::size_t depth;
};

// Where a tile's sums go.
struct Target {
  float* data;
  std::size_t stride;
  const float* bias;    // nullptr: none
  std::size_t columns;  // kLanes, or fewer where more must not be written
  Then then;
};

COUNTERPOINT_AVX2 inline void finish(Vector low, Vector high, const Target& target, float* to) {
  if (target.bias != nullptr) {
    low = _mm256_add_ps(low, load(target.bias));
    high = _mm256_add_ps(high, load(target.bias + kHalfLanes));
  }
  if (target.then == Then::kGelu) {
    low = gelu_of(low);
    high = gelu_of(high);
  } else if (target.then == Then::kAdd) {
    low = _mm256_add_ps(low, load(to));
    high = _mm256_add_ps(high, load(to + kHalfLanes));
  }
  if (target.columns == kLanes) {
    _mm256_storeu_ps(to, low);
    _mm256_storeu_ps(to + kHalfLanes, high);
    return;
  }
  alignas(32) std::array<float, kLanes> all;
  _mm256_store_ps(all.data(), low);
  _mm256_store_ps(all.data() + kHalfLanes, high);
  std::copy_n(all.data(), target.columns, to);
}

// kRows rows of kLanes columns, all sums in registers. One multiplication and addition after the
// other for each sum, from the first input to the last, whatever kRows is.
template <std::size_t kRows, class Weight>
COUNTERPOINT_AVX2 void run_tile(Rows from, Panel<Weight> panel, const Target& target) {
  Vector low[kRows];
  Vector high[kRows];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r) low[r] = high[r] = _mm256_setzero_ps();
  for (std::size_t i = 0; i < panel.depth; ++i) {
    const Vector first = load(panel.data + i * panel.stride);
    const Vector second = load(panel.data + i * panel.stride + kHalfLanes);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < kRows; ++r) {
      const Vector x = _mm256_broadcast_ss(from.data + r * from.stride + i);
      low[r] = _mm256_fmadd_ps(x, first, low[r]);
      high[r] = _mm256_fmadd_ps(x, second, high[r]);
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r) {
    finish(low[r], high[r], target, target.data + r * target.stride);
  }
}

template <class Weight>
void run_rows(Rows from, std::size_t count, Panel<Weight> panel, Target target) {
  for (; count >= kTileRows; count -= kTileRows) {
    run_tile<kTileRows>(from, panel, target);
    from.data += kTileRows * from.stride;
    target.data += kTileRows * target.stride;
  }
  switch (count) {
    case 5:
      return run_tile<5>(from, panel, target);
    case 4:
      return run_tile<4>(from, panel, target);
    case 3:
      return run_tile<3>(from, panel, target);
    case 2:
      return run_tile<2>(from, panel, target);
    case 1:
      return run_tile<1>(from, panel, target);
    default:
      return;
  }
}

void linear(const Linear& linear, Rows from, std::size_t count, Rows to, Then then) {
  for (std::size_t first = 0; first < linear.out; first += kLanes) {
    const Panel<std::uint16_t> panel{linear.panels.data() + first * linear.in, kLanes, linear.in};
    run_rows(from, count, panel,
             {to.data + first, to.stride, linear.bias.data() + first, kLanes, then});
  }
}

void dots(Rows left, std::size_t left_count, Rows right, std::size_t right_count, std::size_t width,
          Rows to, float* scratch) {
  const std::size_t padded = round_up(right_count);
  for (std::size_t j = 0; j < padded; ++j) {
    for (std::size_t i = 0; i < width; ++i) {
      scratch[i * padded + j] = j < right_count ? right.data[j * right.stride + i] : 0.F;
    }
  }
  for (std::size_t first = 0; first < padded; first += kLanes) {
    run_rows(left, left_count, Panel<float>{scratch + first, padded, width},
             {to.data + first, to.stride, nullptr, kLanes, Then::kStore});
  }
}

void mix(Rows weights, std::size_t count, Rows values, std::size_t values_count, std::size_t width,
         Rows to) {
  for (std::size_t first = 0; first < width; first += kLanes) {
    run_rows(weights, count, Panel<float>{values.data + first, values.stride, values_count},
             {to.data + first, to.stride, nullptr, std::min(kLanes, width - first), Then::kStore});
  }
}

COUNTERPOINT_AVX2 void softmax_row(float* row, std::size_t width, float scale) {
  const std::size_t padded = round_up(width);
  std::fill(row + width, row + padded, -std::numeric_limits<float>::infinity());
  Vector highest = load(row);
  for (std::size_t i = kHalfLanes; i < padded; i += kHalfLanes) {
    highest = _mm256_max_ps(highest, load(row + i));
  }
  alignas(32) std::array<float, kHalfLanes> lanes;
  _mm256_store_ps(lanes.data(), highest);
  highest = set(*std::max_element(lanes.begin(), lanes.end()));
  Vector sum = _mm256_setzero_ps();
  for (std::size_t i = 0; i < padded; i += kHalfLanes) {
    const Vector x = _mm256_mul_ps(_mm256_sub_ps(load(row + i), highest), set(scale));
    // Padding must add nothing at all, not e^-87.
    const Vector e = _mm256_and_ps(exp_of(x), _mm256_cmp_ps(x, set(-87.F), _CMP_GT_OQ));
    _mm256_storeu_ps(row + i, e);
    sum = _mm256_add_ps(sum, e);
  }
  const Vector factor = set(1.F / sum_of(sum));
  for (std::size_t i = 0; i < padded; i += kHalfLanes) {
    _mm256_storeu_ps(row + i, _mm256_mul_ps(load(row + i), factor));
  }
}

void softmax(Rows rows, std::size_t count, std::size_t width, float scale) {
  for (std::size_t i = 0; i < count; ++i) softmax_row(rows.data + i * rows.stride, width, scale);
}

COUNTERPOINT_AVX2 void norm_row(float* row, std::size_t width, const float* scale,
                                const float* shift) {
  Vector sum = _mm256_setzero_ps();
  for (std::size_t i = 0; i < width; i += kHalfLanes) sum = _mm256_add_ps(sum, load(row + i));
  const Vector mean = set(sum_of(sum) / static_cast<float>(width));
  Vector squares = _mm256_setzero_ps();
  for (std::size_t i = 0; i < width; i += kHalfLanes) {
    const Vector off = _mm256_sub_ps(load(row + i), mean);
    squares = _mm256_fmadd_ps(off, off, squares);
  }
  const Vector variance = set(sum_of(squares) / static_cast<float>(width) + kEpsilon);
  const Vector factor = _mm256_div_ps(set(1.F), _mm256_sqrt_ps(variance));
  for (std::size_t i = 0; i < width; i += kHalfLanes) {
    const Vector off = _mm256_mul_ps(_mm256_sub_ps(load(row + i), mean), factor);
    _mm256_storeu_ps(row + i, _mm256_fmadd_ps(off, load(scale + i), load(shift + i)));
  }
}

void layer_norm(Rows rows, std::size_t count, std::size_t width, const float* scale,
                const float* shift) {
  for (std::size_t i = 0; i < count; ++i) {
    norm_row(rows.data + i * rows.stride, width, scale, shift);
  }
}

}  // namespace

const Kernels* avx2_kernels() {
  static const Kernels kMade{linear, dots, softmax, mix, layer_norm};
  static const bool kRuns = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                            __builtin_cpu_supports("f16c");
  return kRuns ? &kMade : nullptr;
}

}  // namespace counterpoint::nn

#else

const counterpoint::nn::Kernels* counterpoint::nn::avx2_kernels() {
  return nullptr;
}

#endif
