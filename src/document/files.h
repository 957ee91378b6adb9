// SPDX-License-Identifier: Apache-2.0
// Which files the arguments name, and under which names their documents go.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace counterpoint {

// A file to read. name: its path below the folder argument, or the base name of a file argument.
struct FoundFile {
  std::filesystem::path path;
  std::string name;
};

struct FoundFiles {
  std::vector<FoundFile> files;  // each file once, sorted by canonical path
  std::vector<Error> errors;     // document.not_found, .empty_folder, .unreadable, .repeated
};

// Folders are searched to any depth; hidden files and folders in them are skipped, an argument that
// is itself hidden is not. A file reached twice (also through links) is kept under its shortest
// name.
[[nodiscard]] FoundFiles find_files(const std::vector<std::filesystem::path>& arguments);

// The bytes of a regular file. Errors: document.unreadable, document.too_large (above `max_bytes`;
// 0 disables, but never more than a Span can count).
[[nodiscard]] Result<std::string> read_bytes(const FoundFile& file, std::uint64_t max_bytes);

}  // namespace counterpoint
