// SPDX-License-Identifier: Apache-2.0
#include "document/html/tables.h"

#include <algorithm>

#include "document/html/furniture_hints.h"
#include "document/words.h"

namespace counterpoint::html {
namespace {

struct Cell {
  std::size_t node = 0;
  bool head = false;
  std::string text;
  std::size_t words = 0;
};

using Row = std::vector<Cell>;

// Rows of the table itself, not of tables in its cells.
std::vector<Row> rows_of(const Dom& dom, std::size_t table, const MainText& main) {
  std::vector<Row> rows;
  for (std::size_t i = table + 1; i < dom[table].end; ++i) {
    const Node& node = dom[i];
    if (!main.reasons[i].empty() || node.is(Tag::table)) {
      i = node.end - 1;
    } else if (node.is(Tag::tr)) {
      rows.emplace_back();
    } else if ((node.is(Tag::td) || node.is(Tag::th)) && !rows.empty()) {
      Cell cell{i, node.is(Tag::th), dom.all_text(i), 0};
      cell.words = count_words(cell.text);
      rows.back().push_back(std::move(cell));
      i = node.end - 1;
    }
  }
  std::erase_if(rows, [](const Row& row) { return row.empty(); });
  return rows;
}

bool is_head(const Row& row) {
  return row.size() >= 2 &&
         std::all_of(
             row.begin(), row.end(),
             [](const Cell& cell) { return cell.words <= 8 && !ends_with_stop(cell.text); }) &&
         std::any_of(row.begin(), row.end(), [](const Cell& cell) { return cell.words > 0; });
}

// A head of short labels over cells of whole sentences.
bool has_columns(const std::vector<Row>& rows) {
  if (rows.size() < 2 || !is_head(rows.front())) return false;
  std::size_t long_cells = 0, cells = 0;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    for (const Cell& cell : rows[r]) {
      if (cell.words == 0) continue;
      ++cells;
      if (cell.words >= 15) ++long_cells;
    }
  }
  return cells >= 2 && 2 * long_cells >= cells;
}

bool is_infobox(const Dom& dom, std::size_t table) {
  const auto words = class_words(dom, table);
  return std::find(words.begin(), words.end(), "infobox") != words.end();
}

bool is_data(const std::vector<Row>& rows) {
  std::size_t wide = 0, longest = 0;
  for (const Row& row : rows) {
    if (row.size() >= 2) ++wide;
    for (const Cell& cell : row) longest = std::max(longest, cell.words);
  }
  return wide >= 2 && longest <= 40;
}

}  // namespace

const std::string* Table::find_label(std::size_t node) const {
  const auto at =
      std::lower_bound(labels.begin(), labels.end(), node,
                       [](const auto& label, std::size_t wanted) { return label.first < wanted; });
  return at != labels.end() && at->first == node ? &at->second : nullptr;
}

Table read_table_use(const Dom& dom, std::size_t table, const MainText& main) {
  Table result;
  const auto rows = rows_of(dom, table, main);
  if (is_infobox(dom, table)) {
    result.use = TableUse::infobox;
  } else if (has_columns(rows)) {
    result.use = TableUse::columns;
    for (std::size_t r = 1; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < rows[r].size() && c < rows.front().size(); ++c) {
        result.labels.emplace_back(rows[r][c].node, rows.front()[c].text);
      }
    }
  } else if (is_data(rows)) {
    result.use = TableUse::data;
  }
  return result;
}

}  // namespace counterpoint::html
