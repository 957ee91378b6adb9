// SPDX-License-Identifier: Apache-2.0
// SHA-256 of the bytes received: the identity of a document's source.
#pragma once

#include <string>
#include <string_view>

namespace counterpoint {

// 64 lower-case hex digits; empty only if the crypto library fails.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace counterpoint
