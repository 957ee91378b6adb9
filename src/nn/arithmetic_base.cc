// SPDX-License-Identifier: Apache-2.0
// The float work for any CPU.
#define COUNTERPOINT_ARITHMETIC base
#include "nn/arithmetic_attention.inc"

namespace counterpoint::nn {

const Arithmetic& arithmetic_base() {
  static constexpr Arithmetic kBase{base::multiply, base::normalise, base::quantise,
                                    base::dequantise, base::attend};
  return kBase;
}

}  // namespace counterpoint::nn
