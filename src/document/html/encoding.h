// SPDX-License-Identifier: Apache-2.0
// Pages that are not UTF-8 but say what they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/mapped_text.h"

namespace counterpoint::html {

// The charset named in the page's first 4,096 bytes (<meta charset> or http-equiv); "" if none.
[[nodiscard]] std::string declared_charset(std::string_view page);

// The page as UTF-8, each character mapped to its byte. Only charsets of one byte per character;
// ISO 8859-1 is read as Windows-1252, as browsers do. Nothing if the charset is another or unknown.
[[nodiscard]] std::optional<MappedText> to_utf8(std::string_view page, std::string_view charset);

}  // namespace counterpoint::html
