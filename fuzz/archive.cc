// SPDX-License-Identifier: Apache-2.0
// Containers, told by their first bytes: gzip, zip, WARC, WACZ, mailboxes.
#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  counterpoint::fuzz::read_as("received.bin", data, size);
  return 0;
}
