// SPDX-License-Identifier: Apache-2.0
// What every fuzz target does: hand the bytes to the readers under some name, and hold the result to
// what document.h promises.
#pragma once

#include <cstddef>
#include <cstdint>

#include "document/archive/received.h"

namespace counterpoint::fuzz {

// Reads the bytes as the file `name` with small limits. Aborts, so that libFuzzer keeps the input,
// where a document breaks a promise: its text is UTF-8; map, sections, caveats and dropped ranges
// lie inside text and bytes; a run that is called exact has the very bytes; an error names its input.
void read_as(const char* name, const std::uint8_t* data, std::size_t size);

// The same for what an archive's reader took out.
void check_received(const Received& received);

}  // namespace counterpoint::fuzz
