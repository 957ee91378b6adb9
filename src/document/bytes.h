// SPDX-License-Identifier: Apache-2.0
// Bytes as received: what kind of file they are, and whether they can be read as text at all.
#pragma once

#include <optional>
#include <string_view>

#include "counterpoint/error.h"

namespace counterpoint {

enum class Format { plain, markdown, html, json_lines, json, office, unsupported };

// The format by the name's extension, letter case and ".gz" aside. A name without extension is HTML
// when the bytes begin like a page, else plain text.
[[nodiscard]] Format format_of(std::string_view name, std::string_view bytes);

// The format that a container states; by the name where it says "text/plain" or nothing.
[[nodiscard]] Format format_stated(std::string_view media_type, std::string_view name,
                                   std::string_view bytes);

// text/plain, text/markdown, text/html, application/json; application/octet-stream if unsupported
// or if only the container knows.
[[nodiscard]] std::string_view media_type_of(Format format);

// document.empty or document.binary, or nothing.
[[nodiscard]] std::optional<Error> check_bytes(std::string_view name, std::string_view bytes);

// document.encoding with the offset of the first byte that is not UTF-8, or nothing.
[[nodiscard]] std::optional<Error> check_utf8(std::string_view name, std::string_view bytes);

// The error for a format that cannot be read yet.
[[nodiscard]] Error unsupported_error(std::string_view name);

}  // namespace counterpoint
