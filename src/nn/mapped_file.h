// SPDX-License-Identifier: Apache-2.0
// A file's bytes, mapped read-only: pages that nobody looks at cost no memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace counterpoint::nn {

// Owns the mapping; bytes() stays valid while it lives, also after a move. The file must not shrink
// meanwhile: reading a page that is gone ends the process (SIGBUS), as with any mapping.
class MappedFile {
 public:
  // Error: model.missing (absent, no regular file, unreadable). An empty file has empty bytes().
  static Result<MappedFile> open(const std::filesystem::path& file);

  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~MappedFile();

  std::span<const std::byte> bytes() const { return bytes_; }
  // The same, for what reads characters.
  std::string_view text() const {
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
  }

  // Gives back the memory of the pages read so far. Those that are read again come back from the
  // file.
  void drop_pages() const;

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
  std::span<const std::byte> bytes_;
};

}  // namespace counterpoint::nn
