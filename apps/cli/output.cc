// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <system_error>

namespace counterpoint::cli {
namespace {

namespace fs = std::filesystem;

Error write_error(const fs::path& path, const std::string& cause) {
  return {"output.write", "The output cannot be written: " + cause + ".", path.string(),
          "Check that the folder above it exists, is writable and has room."};
}

fs::path without_slash(const fs::path& out) {
  const fs::path normal = fs::absolute(out).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

bool is_dossier_or_empty(const fs::path& out) {
  static const std::set<std::string> kOurs{"dossier.json", "report.html"};
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(out, error)) {
    if (!kOurs.contains(entry.path().filename().string())) return false;
  }
  return !error;
}

std::optional<Error> write_file(const fs::path& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.flush();
  if (!file) return write_error(path, "the disk may be full");
  file.close();
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) {
    fsync(descriptor);  // before the exchange: a power cut must not leave new names on old bytes
    close(descriptor);
  }
  return std::nullopt;
}

// Puts `fresh` in the place of `out`; what was there ends up under the name `fresh`.
bool exchange(const fs::path& fresh, const fs::path& out) {
  return syscall(SYS_renameat2, AT_FDCWD, fresh.c_str(), AT_FDCWD, out.c_str(), RENAME_EXCHANGE) ==
         0;
}

}  // namespace

std::filesystem::path decisions_beside(const std::filesystem::path& out) {
  const fs::path folder = without_slash(out);
  return folder.parent_path() / (folder.filename().string() + ".decisions.jsonl");
}

std::optional<Error> write_output(const std::filesystem::path& given, const OutputFiles& files) {
  const fs::path out = without_slash(given);
  std::error_code error;
  const bool present = fs::exists(out, error);
  if (present && (!fs::is_directory(out, error) || !is_dossier_or_empty(out))) {
    return Error{"output.not_a_dossier", "The output path is there and is no dossier folder.",
                 given.string(), "Name a new folder, or one that an earlier build wrote."};
  }
  fs::create_directories(out.parent_path(), error);
  if (error) return write_error(out.parent_path(), error.message());
  const fs::path fresh =
      out.parent_path() / ("." + out.filename().string() + ".new-" + std::to_string(getpid()));
  fs::create_directory(fresh, error);
  if (error) return write_error(fresh, error.message());
  std::optional<Error> failure = write_file(fresh / "dossier.json", files.dossier_json);
  if (!failure) failure = write_file(fresh / "report.html", files.report_html);
  if (!failure) {
    const bool placed = present ? exchange(fresh, out) : (fs::rename(fresh, out, error), !error);
    if (!placed) failure = write_error(out, "the folders cannot be exchanged");
  }
  fs::remove_all(fresh, error);  // the old folder after an exchange, the new one after a failure
  return failure;
}

}  // namespace counterpoint::cli
