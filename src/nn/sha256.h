// SPDX-License-Identifier: Apache-2.0
// The SHA-256 of bytes (FIPS 180-4), to tell whether weights are those a model names.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace counterpoint::nn {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::span<const std::byte> bytes);

}  // namespace counterpoint::nn
