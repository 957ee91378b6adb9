// SPDX-License-Identifier: Apache-2.0
#include "dossier/ledger/ledger.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "base/pack.h"
#include "dossier/ledger/rules.h"
#include "dossier/packs.h"
#include "dossier/time/times.h"

namespace counterpoint {
namespace {

// Figures that can be set side by side.
using Key = std::tuple<IncidentId, std::string, Civilian, bool, FigureScope>;

Key key_of(const Figure& figure) {
  // A toll of the whole conflict never stands beside that of one happening.
  const FigureScope scope =
      figure.scope == FigureScope::cumulative ? FigureScope::cumulative : FigureScope::unknown;
  return {figure.incident, figure.measure, figure.group.civilian,
          figure.status == FigureStatus::confirmed, scope};
}

// Within one day and claimant, documents and text give the order.
auto order_of(const Figure& figure) {
  return std::tuple(sort_day(figure.as_of), figure.document, figure.span, figure.id);
}

bool same_period(const Figure& a, const Figure& b) {
  if (!a.period || !b.period) return true;
  const DayRange x = days_of(a.period->edtf), y = days_of(b.period->edtf);
  return !(x.last && y.first && *x.last < *y.first) && !(y.last && x.first && *y.last < *x.first);
}

bool same_numbers(const Figure& a, const Figure& b) {
  return a.min == b.min && a.max == b.max && a.alternatives == b.alternatives;
}

using Groups = std::map<Key, std::vector<std::uint32_t>>;  // dossier indexes of figures

// People of whom nothing is said ("120 dead") stand beside the only ones of whom something is;
// beside several kinds they stand alone.
void join_unknown(Groups& groups) {
  for (auto at = groups.begin(); at != groups.end();) {
    Key key = at->first;
    std::vector<Groups::iterator> known;
    if (std::get<2>(key) == Civilian::unknown) {
      for (const Civilian kind : {Civilian::civilian, Civilian::combatant, Civilian::security}) {
        std::get<2>(key) = kind;
        if (const auto other = groups.find(key); other != groups.end()) known.push_back(other);
      }
    }
    if (known.size() != 1) {
      ++at;
      continue;
    }
    known.front()->second.insert(known.front()->second.end(), at->second.begin(), at->second.end());
    at = groups.erase(at);
  }
}

class LedgerMaker {
 public:
  explicit LedgerMaker(Linking& linking) : linking_(linking) {
    for (const Origin& origin : linking.dossier.origins) {
      for (const StatementId& statement : origin.statements) origins_[statement] = origin.id;
    }
  }

  void make();

 private:
  using List = std::vector<std::uint32_t>;  // dossier indexes of figures

  [[nodiscard]] const Figure& figure(std::uint32_t f) const { return linking_.dossier.figures[f]; }
  void supersede(const List& list);
  [[nodiscard]] LedgerGroup group(const Key& key, const List& list) const;

  Linking& linking_;
  std::map<StatementId, std::string> origins_;
};

// A claimant's later figure of the same thing takes the place of the earlier one. "Later" needs a
// day: two figures of one day are two figures.
void LedgerMaker::supersede(const List& list) {
  std::map<VoiceId, std::uint32_t> latest;
  for (auto at = list.rbegin(); at != list.rend(); ++at) {
    Figure& earlier = linking_.dossier.figures[*at];
    if (earlier.claimant.empty() || !earlier.as_of || !earlier.part_of_id.empty()) continue;
    const auto [later, added] = latest.try_emplace(earlier.claimant, *at);
    if (added) continue;
    const Figure& newer = figure(later->second);
    const bool after = sort_day(earlier.as_of) < sort_day(newer.as_of);
    if (after && same_period(earlier, newer) && !same_numbers(earlier, newer)) {
      earlier.superseded_by = newer.id;
    }
    if (after) later->second = *at;
  }
}

LedgerGroup LedgerMaker::group(const Key& key, const List& list) const {
  LedgerGroup made;
  made.incident = std::get<0>(key);
  made.measure = std::get<1>(key);
  made.id = stable_id(
      "l-",
      {made.incident.value, made.measure, std::to_string(static_cast<int>(std::get<2>(key))),
       std::get<3>(key) ? "confirmed" : "", std::to_string(static_cast<int>(std::get<4>(key)))});
  std::vector<Row> rows;
  for (const std::uint32_t f : list) {
    const Figure& item = figure(f);
    made.rows.push_back(item.id);
    if (!item.superseded_by.empty() || !item.part_of_id.empty() ||
        item.status == FigureStatus::projection || !linking_.counted_figures[f] ||
        !linking_.counted[item.statement]) {
      continue;
    }
    auto row = to_row(item, linking_.packs.vague);
    if (!row) continue;
    const StatementId& statement = linking_.dossier.statements[item.statement].id;
    const auto origin = origins_.find(statement);
    // What has no origin of its own (a reference's words) still stands for itself, once.
    row->origin = origin == origins_.end() ? item.claimant.value : origin->second;
    const Voice* claimant = linking_.find_voice(item.claimant);
    row->official = claimant && claimant->kind == VoiceKind::official;
    rows.push_back(std::move(*row));
  }
  made.rules = apply_rules(rows);
  return made;
}

void LedgerMaker::make() {
  Groups groups;
  for (std::uint32_t f = 0; f < linking_.dossier.figures.size(); ++f) {
    if (!figure(f).measure.empty()) groups[key_of(figure(f))].push_back(f);
  }
  join_unknown(groups);
  for (auto& [key, list] : groups) {
    std::sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
      return order_of(figure(a)) < order_of(figure(b));
    });
    supersede(list);
    linking_.dossier.ledger.push_back(group(key, list));
  }
  std::sort(linking_.dossier.ledger.begin(), linking_.dossier.ledger.end(),
            [](const LedgerGroup& a, const LedgerGroup& b) { return a.id < b.id; });
}

}  // namespace

Result<VagueValues> load_vague_values(const std::filesystem::path& table) {
  const auto rows = read_table(table, 3);
  if (!rows) return tl::unexpected(rows.error());
  VagueValues values;
  for (const PackRow& row : *rows) {
    double value = 0;
    const char* end = row[2].data() + row[2].size();
    if (row[0] != "vague" || std::from_chars(row[2].data(), end, value).ptr != end) {
      return fail("pack.row", "A row of the ledger's words is not \"vague, word, number\".",
                  table.string() + ": " + row[1], "Write the row as the pack's README.md says.");
    }
    values[row[1]] = value;
  }
  return values;
}

void link_ledger(Linking& linking) {
  LedgerMaker(linking).make();
}

}  // namespace counterpoint
