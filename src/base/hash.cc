// SPDX-License-Identifier: Apache-2.0
#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdint>

namespace counterpoint {

std::string stable_id(std::string_view prefix, std::initializer_list<std::string_view> parts) {
  std::string joined;
  for (const std::string_view part : parts) {
    joined.append(part);
    joined.push_back('\0');
  }
  const std::uint64_t hash = XXH3_64bits(joined.data(), joined.size());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string id(prefix);
  for (int shift = 44; shift >= 0; shift -= 4) id.push_back(kDigits[(hash >> shift) & 0xF]);
  return id;
}

}  // namespace counterpoint
