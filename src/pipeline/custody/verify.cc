// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/sha256.h"
#include "counterpoint/custody.h"
#include "document/archive/unpack.h"
#include "pipeline/custody/dossier_check.h"

namespace counterpoint {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> bytes_of(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// A hash as manifests state it; anything else could name a path.
bool is_hash(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

class Verifier {
 public:
  Verifier(const fs::path& out, const ReadLimits& limits) : out_(out), limits_(limits) {}

  Verification run() {
    const auto manifest = bytes_of(out_ / "manifest.json");
    const Json json = manifest ? Json::parse(*manifest, nullptr, false) : Json();
    if (string_in(json, "schema") != "counterpoint/manifest/1") {
      add("custody.manifest", "There is no manifest that can be read.",
          (out_ / "manifest.json").string(), "Build the dossier again from the files received.");
      return std::move(result_);
    }
    for (const Json& output : array_in(json, "outputs")) check_output(output);
    for (const Json& file : array_in(json, "files")) check_file(file);
    if (const auto dossier = bytes_of(out_ / "dossier.json")) {
      check_dossier(Json::parse(*dossier, nullptr, false), bytes_, result_);
    }
    return std::move(result_);
  }

 private:
  void add(const char* code, const char* message, std::string input, const char* remedy) {
    result_.errors.push_back({code, message, std::move(input), remedy});
  }

  void check_output(const Json& output) {
    const std::string name = string_in(output, "name");
    const bool plain = name.find('/') == std::string::npos && !name.starts_with('.');
    const auto bytes = plain ? bytes_of(out_ / name) : std::nullopt;
    if (!bytes) {
      add("custody.missing", "The manifest lists it and it is not there.", name,
          "Build the dossier again.");
    } else if (sha256_hex(*bytes) != string_in(output, "sha256")) {
      add("custody.changed", "It was changed after the build.", name, "Build the dossier again.");
    }
  }

  void check_file(const Json& file) {
    const std::string name = string_in(file, "name"), sha256 = string_in(file, "sha256");
    if (!is_hash(sha256)) {
      return add("custody.manifest", "The manifest states no hash for it.", name,
                 "Build the dossier again.");
    }
    auto bytes = bytes_of(out_ / original_path(sha256));
    const bool kept = bytes.has_value();
    if (!kept) bytes = bytes_of(string_in(file, "path"));
    if (!bytes) {
      return add("custody.missing", "The file received is neither kept nor at its path.", name,
                 "Put it back, or build with --keep while you have it.");
    }
    if (sha256_hex(*bytes) != sha256) {
      return add(
          "custody.changed",
          kept ? "The kept original was changed." : "The file was changed since it was read.", name,
          "Bring back the file with the hash in manifest.json.");
    }
    ++result_.files;
    Received received;
    received.name = name;
    received.bytes = std::move(*bytes);
    add_lines(received);
    for (Received& one : unpack(std::move(received), limits_)) {
      add_lines(one);
      std::string hash = sha256_hex(one.bytes);
      bytes_.emplace(std::move(hash), std::move(one.bytes));
    }
  }

  // Each record of JSON lines is a document.
  void add_lines(const Received& file) {
    if (file.name.find(".jsonl") == std::string::npos &&
        file.name.find(".ndjson") == std::string::npos) {
      return;
    }
    std::string_view rest = file.bytes;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      if (line.ends_with('\r')) line.remove_suffix(1);
      bytes_.emplace(sha256_hex(line), std::string(line));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  fs::path out_;
  ReadLimits limits_;
  Verification result_;
  ReceivedBytes bytes_;
};

}  // namespace

Verification verify(const fs::path& out, const ReadLimits& limits) {
  return Verifier(out, limits).run();
}

}  // namespace counterpoint
