// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

#include "base/sha256.h"
#include "counterpoint/custody.h"

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
  static const std::set<std::string> kOurs{"dossier.json", "report.html", "manifest.json",
                                           "originals"};
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

std::optional<Error> sync_folder(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return write_error(folder, "it cannot be opened");
  fsync(descriptor);
  close(descriptor);
  return std::nullopt;
}

// Copies what was read, and makes sure that it is what was read. A copy has no links to its source.
std::optional<Error> keep_original(const SourceFile& file, const fs::path& folder) {
  const fs::path to = folder / original_path(file.sha256);
  std::error_code error;
  if (fs::exists(to, error)) return std::nullopt;
  fs::create_directories(to.parent_path(), error);
  if (error) return write_error(to, error.message());
  std::ifstream from(file.path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(from), {});
  if (sha256_hex(bytes) != file.sha256) {
    return Error{"custody.changed", "The file was changed while it was read.", file.name,
                 "Build again when nothing writes to it."};
  }
  return write_file(to, bytes);
}

// The originals of the dossier that is replaced: by hard links where the disk has them.
std::optional<Error> carry_originals(const fs::path& out, const fs::path& fresh) {
  std::error_code error;
  if (!fs::is_directory(out / "originals", error)) return std::nullopt;
  const auto links = fs::copy_options::recursive | fs::copy_options::create_hard_links;
  fs::copy(out / "originals", fresh / "originals", links, error);
  if (!error) return std::nullopt;
  fs::remove_all(fresh / "originals", error);
  fs::copy(out / "originals", fresh / "originals", fs::copy_options::recursive, error);
  if (error) return write_error(fresh / "originals", error.message());
  return std::nullopt;
}

std::optional<Error> write_all(const fs::path& out, const fs::path& fresh,
                               const OutputFiles& files) {
  std::optional<Error> failure = write_file(fresh / "dossier.json", files.dossier_json);
  if (!failure) failure = write_file(fresh / "report.html", files.report_html);
  if (!failure) failure = write_file(fresh / "manifest.json", files.manifest_json);
  if (!failure) failure = carry_originals(out, fresh);
  for (const SourceFile& file : files.originals) {
    if (!failure) failure = keep_original(file, fresh);
  }
  if (!failure) failure = sync_folder(fresh);
  return failure;
}

// Folders that builds left when they were killed: theirs are no running process's any more.
void remove_leftovers(const fs::path& out) {
  const std::string prefix = "." + out.filename().string() + ".new-";
  std::error_code error;
  std::vector<fs::path> old;
  for (const auto& entry : fs::directory_iterator(out.parent_path(), error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix)) continue;
    const int process = std::atoi(name.c_str() + prefix.size());
    if (process > 0 && process != getpid() && kill(process, 0) != 0 && errno == ESRCH) {
      old.push_back(entry.path());
    }
  }
  for (const fs::path& folder : old) fs::remove_all(folder, error);
}

// Puts `fresh` in the place of `out`; what was there ends up under the name `fresh`.
bool exchange(const fs::path& fresh, const fs::path& out) {
  return syscall(SYS_renameat2, AT_FDCWD, fresh.c_str(), AT_FDCWD, out.c_str(), RENAME_EXCHANGE) ==
         0;
}

}  // namespace

std::string earlier_manifest(const std::filesystem::path& out) {
  std::ifstream file(without_slash(out) / "manifest.json", std::ios::binary);
  return file ? std::string(std::istreambuf_iterator<char>(file), {}) : std::string();
}

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
  if (!error) remove_leftovers(out);
  if (error) return write_error(out.parent_path(), error.message());
  const fs::path fresh =
      out.parent_path() / ("." + out.filename().string() + ".new-" + std::to_string(getpid()));
  fs::create_directory(fresh, error);
  if (error) return write_error(fresh, error.message());
  std::optional<Error> failure = write_all(out, fresh, files);
  if (!failure) {
    const bool placed = present ? exchange(fresh, out) : (fs::rename(fresh, out, error), !error);
    if (!placed) failure = write_error(out, "the folders cannot be exchanged");
  }
  fs::remove_all(fresh, error);  // the old folder after an exchange, the new one after a failure
  return failure;
}

}  // namespace counterpoint::cli
