// SPDX-License-Identifier: Apache-2.0
#include "document/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <set>
#include <tuple>

#include "base/utf8.h"

namespace counterpoint {
namespace {

namespace fs = std::filesystem;

struct Candidate {
  fs::path canonical;
  FoundFile file;
};

bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

Error unreadable(std::string input, std::string_view cause) {
  return {"document.unreadable", fmt::format("It cannot be read: {}.", cause), std::move(input),
          "Check that it exists and that you may read it."};
}

fs::path canonical_or_self(const fs::path& path) {
  std::error_code error;
  fs::path canonical = fs::canonical(path, error);
  return error ? path.lexically_normal() : canonical;
}

// Finds files below one argument without recursion; a folder reached twice through links is entered
// once.
class FolderSearch {
 public:
  FolderSearch(const fs::path& root, std::vector<Candidate>& found, std::vector<Error>& errors)
      : root_(root), found_(found), errors_(errors) {}

  void run() {
    const std::size_t before = found_.size();
    const std::size_t errors_before = errors_.size();
    pending_.push_back(root_);
    while (!pending_.empty()) {
      const fs::path folder = std::move(pending_.back());
      pending_.pop_back();
      if (entered_.insert(canonical_or_self(folder)).second) enter(folder);
    }
    if (found_.size() == before && errors_.size() == errors_before) {
      errors_.push_back({"document.empty_folder", "The folder holds no files.",
                         utf8::repaired(root_.generic_string()),
                         "Name a folder that holds reports; hidden files are not read."});
    }
  }

 private:
  void enter(const fs::path& folder) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (is_hidden(entry->path())) continue;
      std::error_code ignored;
      if (entry->is_directory(ignored)) {
        pending_.push_back(entry->path());
      } else {
        const std::string name = entry->path().lexically_relative(root_).generic_string();
        found_.push_back({canonical_or_self(entry->path()), {entry->path(), utf8::repaired(name)}});
      }
    }
    if (error) {
      errors_.push_back(unreadable(utf8::repaired(folder.generic_string()), error.message()));
    }
  }

  fs::path root_;
  std::vector<Candidate>& found_;
  std::vector<Error>& errors_;
  std::vector<fs::path> pending_;
  std::set<fs::path> entered_;
};

void find_argument(const fs::path& argument, std::vector<Candidate>& found,
                   std::vector<Error>& errors) {
  std::error_code error;
  const fs::file_status status = fs::status(argument, error);
  const std::string input =
      argument.empty() ? "(empty path)" : utf8::repaired(argument.generic_string());
  if (status.type() == fs::file_type::not_found || argument.empty()) {
    errors.push_back({"document.not_found", "There is no such file or folder.", input,
                      "Check the spelling and the folder you are in."});
  } else if (status.type() == fs::file_type::none || error) {
    errors.push_back(unreadable(input, error.message()));
  } else if (fs::is_directory(status)) {
    FolderSearch(argument, found, errors).run();
  } else {
    found.push_back({canonical_or_self(argument),
                     {argument, utf8::repaired(argument.filename().generic_string())}});
  }
}

bool comes_before(const Candidate& a, const Candidate& b) {
  return std::forward_as_tuple(a.canonical, a.file.name.size(), a.file.name, a.file.path) <
         std::forward_as_tuple(b.canonical, b.file.name.size(), b.file.name, b.file.path);
}

}  // namespace

FoundFiles find_files(const std::vector<fs::path>& arguments) {
  FoundFiles result;
  std::vector<Candidate> found;
  for (const fs::path& argument : arguments) find_argument(argument, found, result.errors);
  std::sort(found.begin(), found.end(), comes_before);
  const fs::path* last = nullptr;
  bool noted = false;
  for (Candidate& candidate : found) {
    if (last == nullptr || *last != candidate.canonical) {
      last = &candidate.canonical;
      noted = false;
      result.files.push_back(std::move(candidate.file));
    } else if (!noted) {
      noted = true;
      result.errors.push_back({"document.repeated", "The same file was named more than once.",
                               result.files.back().name, "Nothing to do: it was read once."});
    }
  }
  return result;
}

Result<std::string> read_bytes(const FoundFile& file, std::uint64_t max_bytes) {
  constexpr std::uint64_t kSpanLimit = std::numeric_limits<std::uint32_t>::max() / 2;
  std::error_code error;
  if (!fs::is_regular_file(file.path, error)) {
    return tl::unexpected(unreadable(file.name, error ? error.message() : "it is not a file"));
  }
  const std::uint64_t size = fs::file_size(file.path, error);
  if (error) return tl::unexpected(unreadable(file.name, error.message()));
  const std::uint64_t limit = max_bytes == 0 ? kSpanLimit : std::min(max_bytes, kSpanLimit);
  if (size > limit) {
    return fail("document.too_large",
                fmt::format("The file has {} bytes; {} are allowed.", size, limit), file.name,
                "Split it, or allow larger files.");
  }
  std::ifstream stream(file.path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!stream || !stream.read(bytes.data(), static_cast<std::streamsize>(size))) {
    return tl::unexpected(unreadable(file.name, "opening or reading it failed"));
  }
  return bytes;
}

}  // namespace counterpoint
