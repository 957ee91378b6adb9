// SPDX-License-Identifier: Apache-2.0
// Small helpers of the dossier.json writer: lists of ids, optional keys, rounding.
#pragma once

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "view/json_writer.h"

namespace counterpoint::view {

// Scores are rounded to 3 decimals, so that the last bits of arithmetic never reach the output.
inline double rounded(double score) {
  return std::round(score * 1000.0) / 1000.0;
}

inline void put(Json& json, const char* key, std::string_view value) {
  if (!value.empty()) json[key] = value;
}

template <class Tag>
void put(Json& json, const char* key, const Id<Tag>& id) {
  if (!id.empty()) json[key] = id.value;
}

template <class Ids>
Json ids(const Ids& list) {
  Json json = Json::array();
  for (const auto& id : list) json.push_back(id.value);
  return json;
}

// Whole numbers are written without a decimal point.
inline Json number(double value) {
  if (value == std::floor(value) && std::fabs(value) < 9e15) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

}  // namespace counterpoint::view
