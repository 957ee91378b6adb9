// SPDX-License-Identifier: Apache-2.0
#include "base/pack.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string_view>

#include "base/utf8.h"

namespace counterpoint {
namespace {

std::string trimmed(std::string_view cell) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t first = cell.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return std::string(cell.substr(first, cell.find_last_not_of(kSpace) - first + 1));
}

PackRow split_row(std::string_view line) {
  PackRow row;
  for (std::size_t begin = 0;;) {
    const std::size_t tab = line.find('\t', begin);
    row.push_back(trimmed(line.substr(begin, tab - begin)));
    if (tab == std::string_view::npos) return row;
    begin = tab + 1;
  }
}

// Nothing if it is no file or cannot be read; a folder opens like a file and reads as empty.
std::optional<std::string> content_of(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string content(std::istreambuf_iterator<char>(file), {});
  if (file.bad()) return std::nullopt;
  return content;
}

}  // namespace

Result<std::vector<PackRow>> read_table(const std::filesystem::path& path, std::size_t columns) {
  const auto read = content_of(path);
  if (!read) {
    return fail("pack.missing", "A pack table cannot be read.", utf8::repaired(path.string()),
                "Give the folder that holds the packs with --packs, or install them again.");
  }
  const std::string& content = *read;
  if (utf8::find_invalid(content) != std::string_view::npos) {
    return fail("pack.encoding", "A pack table is not valid UTF-8.", path.string(),
                "Save the table as UTF-8.");
  }
  std::vector<PackRow> rows;
  std::istringstream lines(content);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#' || trimmed(line).empty()) continue;
    PackRow row = split_row(line);
    if (row.size() < columns) row.resize(columns);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace counterpoint
