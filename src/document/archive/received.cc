// SPDX-License-Identifier: Apache-2.0
#include "document/archive/received.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/utf8.h"

namespace counterpoint {
namespace {

constexpr std::uint64_t kAlwaysAllowed = 64ull << 20;
constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint32_t>::max() / 2;

}  // namespace

Budget::Budget(std::uint64_t file_bytes, const ReadLimits& limits)
    : left_(std::max(kAlwaysAllowed, file_bytes * limits.max_expansion)),
      most_(limits.max_bytes == 0 ? kNoLimit : std::min(limits.max_bytes, kNoLimit)) {
  if (limits.max_expansion == 0) left_ = std::numeric_limits<std::uint64_t>::max();
}

std::uint64_t Budget::left() const {
  return std::min(left_, most_);
}

Error expansion_error(std::string_view name) {
  return {"document.expansion", "Unpacked, it is larger than allowed.", utf8::repaired(name),
          "Unpack it by hand and look at it, or allow more with --max-expansion or --max-bytes."};
}

Error container_error(std::string_view name, std::string_view cause) {
  return {"document.container", fmt::format("It cannot be opened: {}.", cause),
          utf8::repaired(name), "Fetch or save it again; the rest is built without it."};
}

}  // namespace counterpoint
