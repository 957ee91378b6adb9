// SPDX-License-Identifier: Apache-2.0
#include "pipeline/pack_hashes.h"

#include <fstream>
#include <iterator>
#include <map>
#include <system_error>

#include "base/sha256.h"

namespace counterpoint {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::vector<std::pair<std::string, std::string>> pack_hashes(const std::filesystem::path& packs) {
  std::map<std::string, std::map<std::string, std::string>> folders;
  std::error_code error;
  std::filesystem::recursive_directory_iterator files(packs, error);
  if (error) return {};
  for (const auto& entry : files) {
    if (!entry.is_regular_file(error) || entry.path().extension() == ".md") continue;
    const std::string folder =
        entry.path().parent_path().lexically_relative(packs).generic_string();
    folders[folder][entry.path().filename().string()] = sha256_hex(bytes_of(entry.path()));
  }
  std::vector<std::pair<std::string, std::string>> hashes;
  for (const auto& [folder, contents] : folders) {
    std::string joined;
    for (const auto& [name, hash] : contents)
      joined.append(name).append(" ").append(hash).append("\n");
    hashes.emplace_back(folder, sha256_hex(joined));
  }
  return hashes;
}

}  // namespace counterpoint
