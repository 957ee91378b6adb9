// SPDX-License-Identifier: Apache-2.0
// Pack tables: rules and lexicons kept as tab-separated text in packs/, so that a person who does
// not program can read and extend them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace counterpoint {

using PackRow = std::vector<std::string>;

// Rows of a UTF-8 table: cells separated by one tab, white space around a cell dropped, empty lines
// and lines that begin with '#' skipped. Every row has at least `columns` cells; absent ones are
// "". Errors: pack.missing (no such file, or it cannot be
// read), pack.encoding (not UTF-8).
[[nodiscard]] Result<std::vector<PackRow>> read_table(const std::filesystem::path& path,
                                                      std::size_t columns = 1);

}  // namespace counterpoint
