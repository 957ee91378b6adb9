// SPDX-License-Identifier: Apache-2.0
// zip files, read in memory: nothing is ever written to disk, so no member can escape.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/archive/received.h"

namespace counterpoint {

struct ZipMember {
  std::string path;  // as the archive has it, made safe: no "..", no leading "/"
  std::string bytes;
  std::optional<Error> error;
};

[[nodiscard]] bool is_zip(std::string_view bytes);

// All files in it, in the order of their paths. Folders, hidden files and the shadow files of macOS
// are passed over, as in folders. A link, an encrypted or a damaged member has an error and no
// bytes. Errors: document.container when it is no zip file.
[[nodiscard]] Result<std::vector<ZipMember>> read_zip(std::string_view name, std::string_view bytes,
                                                      Budget& budget);

// One member by its path; nothing if it is not there or cannot be read.
[[nodiscard]] std::optional<std::string> read_zip_member(std::string_view bytes,
                                                         const std::string& path, Budget& budget);

}  // namespace counterpoint
