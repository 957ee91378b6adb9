// SPDX-License-Identifier: Apache-2.0
// Markdown with front matter.
#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  counterpoint::fuzz::read_as("report.md", data, size);
  return 0;
}
