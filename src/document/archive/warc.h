// SPDX-License-Identifier: Apache-2.0
// Web archives: WARC 1.0 and 1.1 (ISO 28500), packed record by record or not at all.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "document/archive/received.h"

namespace counterpoint {

[[nodiscard]] bool is_warc(std::string_view bytes);

// The pages that were captured: responses and resources of a kind that a report can have, in the
// order of the file, without scripts, style sheets and pictures. Block and payload digests (sha1,
// sha256; base32 or hex) are checked: where one differs, the page has the error document.digest and
// no text is read. A revisit stands for the page that it refers to, when the file holds that. An
// answer other than 200 has the error document.http. `wanted`: addresses to keep; empty: all.
[[nodiscard]] std::vector<Received> read_warc(const Received& file, Budget& budget,
                                              const std::set<std::string>& wanted = {});

}  // namespace counterpoint
