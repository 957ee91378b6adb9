// SPDX-License-Identifier: Apache-2.0
// Digests as archives write them: "sha1:BASE32", "sha256:hex".
#pragma once

#include <string_view>

namespace counterpoint {

enum class DigestCheck { same, different, unknown };

// Whether `bytes` have the digest written. unknown: an algorithm or spelling that cannot be read.
// Algorithms: md5, sha1 (sha-1), sha256 (sha-256), sha512; base32 or hex, letter case aside.
[[nodiscard]] DigestCheck check_digest(std::string_view written, std::string_view bytes);

}  // namespace counterpoint
