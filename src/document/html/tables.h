// SPDX-License-Identifier: Apache-2.0
// What a table on a page is for.
#pragma once

#include <string>
#include <vector>

#include "document/html/main_text.h"

namespace counterpoint::html {

enum class TableUse {
  layout,   // cells are blocks of the page
  data,     // each row is one line
  infobox,  // each row is a field and its value
  columns   // a head of labels over cells of running text, set side by side
};

struct Table {
  TableUse use = TableUse::layout;
  // columns: by cell (node index, rising) its column's label; infobox: by row its field.
  std::vector<std::pair<std::size_t, std::string>> labels;

  [[nodiscard]] const std::string* find_label(std::size_t node) const;
};

[[nodiscard]] Table read_table_use(const Dom& dom, std::size_t table, const MainText& main);

}  // namespace counterpoint::html
