// SPDX-License-Identifier: Apache-2.0
// Short passages with what a careful reader finds in them: tests/cases/passages. Each becomes a
// case of one report.
#pragma once

#include <filesystem>
#include <vector>

#include "cases/case_file.h"

namespace counterpoint::cases {

// Reads blocks parted by empty lines: the passage, then its expectations. A block that is not so
// throws std::invalid_argument, which names its line. "figure: none" gives no expectation.
[[nodiscard]] std::vector<CaseFile> read_passages(const std::filesystem::path& path);

}  // namespace counterpoint::cases
