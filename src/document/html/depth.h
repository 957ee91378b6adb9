// SPDX-License-Identifier: Apache-2.0
// Guards the parser, whose time grows with the square of the depth, against nesting without end.
#pragma once

#include <string>
#include <string_view>

namespace counterpoint::html {

// The page with tags nested more than 1,000 deep overwritten by spaces: same length, same offsets.
[[nodiscard]] std::string without_deep_tags(std::string_view page);

}  // namespace counterpoint::html
