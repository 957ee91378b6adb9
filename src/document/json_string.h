// SPDX-License-Identifier: Apache-2.0
// Where a field's value stands in the bytes of a JSON object, and its text mapped to those bytes.
// The object must be known to be valid JSON: this looks, it does not check.
#pragma once

#include <optional>
#include <string_view>

#include "document/mapped_text.h"

namespace counterpoint {

// The string value of a top-level field, decoded; nothing if there is no such field or it holds no
// string. Of a repeated field the last one counts. Linear, without recursion.
[[nodiscard]] std::optional<MappedText> find_json_string(std::string_view object,
                                                         std::string_view field);

}  // namespace counterpoint
