// SPDX-License-Identifier: Apache-2.0
// Web archive collections (WACZ 1.1): a zip file of WARC files with a list of hashes.
#pragma once

#include <vector>

#include "document/archive/received.h"
#include "document/archive/zip.h"

namespace counterpoint {

[[nodiscard]] bool is_wacz(const std::vector<ZipMember>& members);

// The captured pages of all its WARC files; where the collection lists its pages, those alone. A
// WARC file whose bytes do not have the hash in datapackage.json, or that the list names and the
// collection lacks, is an entry with the error document.digest.
[[nodiscard]] std::vector<Received> read_wacz(const Received& file, std::vector<ZipMember> members,
                                              Budget& budget);

}  // namespace counterpoint
