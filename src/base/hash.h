// SPDX-License-Identifier: Apache-2.0
// Stable ids: a short hash of the parts a thing is made from, the same on every machine and run.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace counterpoint {

// prefix + 12 hex digits of XXH3-64 over the parts, each ended by a NUL so that borders count.
// 48 bits: among 100,000 ids of one kind a collision has odds of about 1 in 56,000; callers that
// collect ids must still treat a repeated id as the same thing.
[[nodiscard]] std::string stable_id(std::string_view prefix,
                                    std::initializer_list<std::string_view> parts);

}  // namespace counterpoint
