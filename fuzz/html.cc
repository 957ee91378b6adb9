// SPDX-License-Identifier: Apache-2.0
// A web page.
#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  counterpoint::fuzz::read_as("page.html", data, size);
  return 0;
}
