// SPDX-License-Identifier: Apache-2.0
// Sets and maps of words that are asked with a view of the text, without a copy.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace counterpoint::annotation {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using WordSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;
template <class T>
using WordMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

// The value under `key`, or nullptr.
template <class T>
const T* find(const WordMap<T>& map, std::string_view key) {
  const auto at = map.find(key);
  return at == map.end() ? nullptr : &at->second;
}

}  // namespace counterpoint::annotation
