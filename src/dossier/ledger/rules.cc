// SPDX-License-Identifier: Apache-2.0
#include "dossier/ledger/rules.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"

namespace counterpoint {
namespace {

std::vector<FigureId> ids_of(const std::vector<Row>& rows) {
  std::vector<FigureId> ids;
  ids.reserve(rows.size());
  for (const Row& row : rows) ids.push_back(row.id);
  return ids;
}

double least(const std::vector<Row>& rows) {
  return std::min_element(rows.begin(), rows.end(),
                          [](const Row& a, const Row& b) { return a.low < b.low; })
      ->low;
}

double greatest(const std::vector<Row>& rows) {
  return std::max_element(rows.begin(), rows.end(),
                          [](const Row& a, const Row& b) { return a.high < b.high; })
      ->high;
}

// Values stated, with the origins that state them.
std::map<double, std::set<std::string>> votes(const std::vector<Row>& rows) {
  std::map<double, std::set<std::string>> out;
  for (const Row& row : rows) out[row.low].insert(row.origin);
  return out;
}

LedgerRule ucdp(const std::vector<Row>& rows) {
  const auto counts = votes(rows);
  const auto best = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  return {"ucdp",
          {{"best", best->first}, {"low", least(rows)}, {"high", greatest(rows)}},
          ids_of(rows)};
}

LedgerRule acled(const std::vector<Row>& rows) {
  std::vector<Row> bounded;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(bounded),
               [](const Row& row) { return row.bounded_below; });
  const std::vector<Row>& used = bounded.empty() ? rows : bounded;
  const auto value = std::min_element(used.begin(), used.end(), [](const Row& a, const Row& b) {
    return a.conservative < b.conservative;
  });
  std::vector<FigureId> rests;
  for (const Row& row : used) {
    if (row.conservative == value->conservative) rests.push_back(row.id);
  }
  return {"acled", {{"value", value->conservative}}, rests};
}

// One value per origin: the middle of its own, so that no claimant counts twice.
LedgerRule median(const std::vector<Row>& rows) {
  const auto middle = [](std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  };
  std::map<std::string, std::vector<double>> by_origin;
  for (const Row& row : rows) by_origin[row.origin].push_back((row.low + row.high) / 2);
  std::vector<double> values;
  values.reserve(by_origin.size());
  for (const auto& [origin, own] : by_origin) values.push_back(middle(own));
  return {"median", {{"median", middle(values)}}, ids_of(rows)};
}

}  // namespace

std::optional<Row> to_row(const Figure& figure, const VagueValues& vague) {
  Row row;
  row.id = figure.id;
  if (!figure.alternatives.empty()) {
    const auto [low, high] =
        std::minmax_element(figure.alternatives.begin(), figure.alternatives.end());
    row.low = *low;
    row.high = *high;
  } else if (figure.min || figure.max) {
    row.low = figure.min ? *figure.min : *figure.max;
    row.high = figure.max ? *figure.max : *figure.min;
    row.bounded_below = figure.min.has_value();
  } else {
    return std::nullopt;
  }
  row.conservative = row.low;
  const auto word = vague.find(utf8::lower(figure.word));
  if (word != vague.end()) row.conservative = word->second;
  return row;
}

std::vector<LedgerRule> apply_rules(const std::vector<Row>& rows) {
  std::vector<LedgerRule> rules;
  if (rows.empty()) return rules;
  rules.push_back(ucdp(rows));
  rules.push_back(acled(rows));
  rules.push_back({"airwars", {{"min", least(rows)}, {"max", greatest(rows)}}, ids_of(rows)});
  rules.push_back(median(rows));
  std::vector<Row> official;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(official),
               [](const Row& row) { return row.official; });
  if (!official.empty()) {
    rules.push_back({"official_only",
                     {{"low", least(official)}, {"high", greatest(official)}},
                     ids_of(official)});
  }
  return rules;
}

}  // namespace counterpoint
