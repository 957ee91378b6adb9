// SPDX-License-Identifier: Apache-2.0
// Floats from IEEE 754 half-precision numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace counterpoint::nn {

// Exact for every finite half and for infinities; a NaN stays a NaN.
float widen_half(std::uint16_t half);

// `bytes` holds out.size() little-endian halves, aligned or not. Uses F16C where the CPU has it,
// with the same results.
void widen_half(std::span<const std::byte> bytes, std::span<float> out);

}  // namespace counterpoint::nn
