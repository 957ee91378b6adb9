// SPDX-License-Identifier: Apache-2.0
// Plain text, also scraped from pages, in any charset.
#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  counterpoint::fuzz::read_as("report.txt", data, size);
  return 0;
}
