// SPDX-License-Identifier: Apache-2.0
// JSON lines.
#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  counterpoint::fuzz::read_as("wire.jsonl", data, size);
  return 0;
}
