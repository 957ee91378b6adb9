// SPDX-License-Identifier: Apache-2.0
// The numbers that the encoder multiplies in.
#pragma once

#include <cstdint>

namespace counterpoint::nn {

enum class Precision : std::uint8_t {
  int8,  // weights of 7 bits, inputs of 8; the same bits on every CPU
  fp32,  // the yardstick: what the model was trained in
};

}  // namespace counterpoint::nn
