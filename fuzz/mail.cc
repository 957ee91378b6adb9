// SPDX-License-Identifier: Apache-2.0
// A mail with its parts.
#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  counterpoint::fuzz::read_as("letter.eml", data, size);
  return 0;
}
