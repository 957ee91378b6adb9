// SPDX-License-Identifier: Apache-2.0
// The choice between the functions for CPUs with AVX2 and for all.
#include "nn/arithmetic.h"

namespace counterpoint::nn {

const Arithmetic& arithmetic() {
  static const Arithmetic& chosen =
      arithmetic_avx2() != nullptr ? *arithmetic_avx2() : arithmetic_base();
  return chosen;
}

std::size_t attention_work(std::size_t count, std::size_t width) {
  constexpr std::size_t kRows = 6;  // of scores at a time
  const std::size_t columns = (count + kPanel - 1) / kPanel * kPanel;
  const std::size_t values = (width + kPanel - 1) / kPanel * kPanel;
  return columns * width + count * values + kRows * columns;
}

}  // namespace counterpoint::nn
