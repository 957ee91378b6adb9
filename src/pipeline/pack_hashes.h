// SPDX-License-Identifier: Apache-2.0
// Which packs a dossier was built with, so that a result can be repeated and a change explained.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace counterpoint {

// One (name, SHA-256) for each folder of tables below `packs`, sorted by name: "en/statement". The
// hash runs over the names and hashes of its files, cards excepted. Unreadable folders are left
// out.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> pack_hashes(
    const std::filesystem::path& packs);

}  // namespace counterpoint
