// SPDX-License-Identifier: Apache-2.0
// The columns of the briefing, and the kinds of voices that stand in each.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace counterpoint::view {

struct Column {
  std::string_view title;
  std::string_view kinds;  // separated by spaces
};

inline constexpr std::array<Column, 5> kColumns{{
    {"Official accounts", "official"},
    {"Residents and video", "witness defector"},
    {"Activists, opposition and armed groups", "activist opposition armed_group"},
    {"Analysts, foreign and international", "analyst foreign_official igo"},
    {"Media's own reporting", "media reference unknown"},
}};

inline bool in_column(const Column& column, const std::string& kind) {
  return (" " + std::string(column.kinds) + " ").find(" " + kind + " ") != std::string::npos;
}

}  // namespace counterpoint::view
