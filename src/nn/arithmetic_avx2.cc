// SPDX-License-Identifier: Apache-2.0
// The float work for CPUs with AVX2 and FMA: nearly all from 2013 on. The compiler may use both in
// this file's own functions and nowhere else.
#include <algorithm>
#include <cstring>

#include "nn/arithmetic.h"

#if defined(__x86_64__)
#include <immintrin.h>
#pragma GCC push_options
#pragma GCC target("avx2,fma")
#define COUNTERPOINT_ARITHMETIC avx2
#define COUNTERPOINT_FUSED
#include "nn/arithmetic_attention.inc"
#pragma GCC pop_options

namespace counterpoint::nn {

const Arithmetic* arithmetic_avx2() {
  static constexpr Arithmetic kAvx2{avx2::multiply, avx2::normalise, avx2::quantise,
                                    avx2::dequantise, avx2::attend};
  static const bool kUsable = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  return kUsable ? &kAvx2 : nullptr;
}

}  // namespace counterpoint::nn
#else
namespace counterpoint::nn {

const Arithmetic* arithmetic_avx2() {
  return nullptr;
}

}  // namespace counterpoint::nn
#endif
