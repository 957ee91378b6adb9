// SPDX-License-Identifier: Apache-2.0
// Bytes that are not UTF-8: which encoding they are in, and their text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/mapped_text.h"

namespace counterpoint {

// The charset that a page names in its first 4,096 bytes (<meta charset>, http-equiv, or the XML
// declaration); "" if none.
[[nodiscard]] std::string declared_charset(std::string_view page);

// The charset by a byte-order mark; "" without one.
[[nodiscard]] std::string marked_charset(std::string_view bytes);

// Whether they are UTF-8 but for a few broken places: a file cut off in mid-character, say.
[[nodiscard]] bool is_damaged_utf8(std::string_view bytes);

// The likeliest charset by the bytes themselves (ICU's detector); "" if it cannot tell. A guess:
// use it only where nothing is declared.
[[nodiscard]] std::string detected_charset(std::string_view bytes);

// The text as UTF-8, each character mapped to its bytes, a byte-order mark left out; bytes that are
// none of the charset become U+FFFD. ISO 8859-1 is read as Windows-1252, as browsers do. Nothing if
// the charset is unknown, or if more than a hundredth of the characters are not in it.
[[nodiscard]] std::optional<MappedText> to_utf8(std::string_view bytes, std::string_view charset);

}  // namespace counterpoint
