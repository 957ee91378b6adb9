// SPDX-License-Identifier: Apache-2.0
// The little that is needed of addresses.
#pragma once

#include <string>
#include <string_view>

namespace counterpoint {

// "https://www.Example.org:80/a" -> "example.org": lower case, without "www." and port; "" if the
// address has no host.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace counterpoint
