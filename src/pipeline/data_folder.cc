// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdlib>
#include <system_error>

#include "counterpoint/pipeline.h"

namespace counterpoint {

std::filesystem::path find_data_folder() {
  namespace fs = std::filesystem;
  std::error_code error;
  if (const char* given = std::getenv("COUNTERPOINT_DATA"); given && *given) return given;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  fs::path folder = program.parent_path();
  // build/release/counterpoint lies two folders below the source, a test up to four.
  for (int up = 0; up < 5 && !folder.empty(); ++up) {
    for (const fs::path& candidate : {folder, folder / "share" / "counterpoint"}) {
      if (fs::is_directory(candidate / "packs", error)) return candidate;
    }
    if (folder == folder.root_path()) break;
    folder = folder.parent_path();
  }
  return {};
}

}  // namespace counterpoint
