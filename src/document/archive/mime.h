// SPDX-License-Identifier: Apache-2.0
// The codings of mail: base64, quoted-printable, and words in headers.
#pragma once

#include <string>
#include <string_view>

namespace counterpoint {

// Characters outside the alphabet are passed over, as mail demands.
[[nodiscard]] std::string decoded_base64(std::string_view text);

[[nodiscard]] std::string decoded_quoted_printable(std::string_view text);

// "=?utf-8?Q?caf=C3=A9?=" -> the word (RFC 2047), as UTF-8; broken words stay as they are.
[[nodiscard]] std::string decoded_header(std::string_view value);

}  // namespace counterpoint
