// SPDX-License-Identifier: Apache-2.0
// Floats from halves: portable, and eight at a time where the CPU can.
#include "nn/half.h"

#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace counterpoint::nn {
namespace {

void widen_portably(const std::byte* bytes, float* out, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    std::uint16_t half = 0;
    std::memcpy(&half, bytes + i * sizeof(half), sizeof(half));
    out[i] = widen_half(half);
  }
}

#if defined(__x86_64__)
__attribute__((target("avx,f16c"))) void widen_f16c(const std::byte* bytes, float* out,
                                                    std::size_t count) {
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    const auto* halves = reinterpret_cast<const __m128i*>(bytes + i * sizeof(std::uint16_t));
    _mm256_storeu_ps(out + i, _mm256_cvtph_ps(_mm_loadu_si128(halves)));
  }
  widen_portably(bytes + i * sizeof(std::uint16_t), out + i, count - i);
}
#endif

}  // namespace

float widen_half(std::uint16_t half) {
  const std::uint32_t sign = (half & 0x8000U) << 16U;
  const std::uint32_t exponent = (half >> 10U) & 0x1FU;
  std::uint32_t mantissa = half & 0x3FFU;
  if (exponent == 0) {  // zero and subnormals: mantissa times 2^-24, exact in a float
    const float value = static_cast<float>(mantissa) * 0x1p-24F;
    return sign != 0 ? -value : value;
  }
  mantissa <<= 13U;
  if (exponent == 0x1F) return std::bit_cast<float>(sign | 0x7F800000U | mantissa);
  return std::bit_cast<float>(sign | ((exponent + 112U) << 23U) | mantissa);
}

void widen_half(std::span<const std::byte> bytes, std::span<float> out) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx") && __builtin_cpu_supports("f16c")) {
    widen_f16c(bytes.data(), out.data(), out.size());
    return;
  }
#endif
  widen_portably(bytes.data(), out.data(), out.size());
}

}  // namespace counterpoint::nn
