// SPDX-License-Identifier: Apache-2.0
// show ledger: every figure, by incident and measure, in the order of its as-of time.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "view/explain_parts.h"
#include "view/screens.h"
#include "view/terminal.h"
#include "view/words.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

template <std::size_t N>
std::size_t rank_in(const std::array<std::string_view, N>& order, const std::string& name) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), name) - order.begin());
}

// The incidents the dossier is about first, figures of no incident after them.
std::size_t role_rank(const ReadDossier& dossier, const std::string& incident) {
  constexpr std::array<std::string_view, 4> kRoles{"focal", "", "background", "comparison"};
  const Json* found = dossier.find(incident);
  return rank_in(kRoles, found ? dossier.text(*found, "role") : "");
}

std::size_t measure_rank(const std::string& measure) {
  constexpr std::array<std::string_view, 7> kMeasures{
      "killed", "wounded", "missing", "captured", "arrested", "infected", "displaced"};
  return rank_in(kMeasures, measure);
}

std::vector<const Json*> ordered_groups(const ReadDossier& dossier) {
  using Key =
      std::tuple<std::size_t, std::string, std::string, std::size_t, std::string, std::string>;
  std::vector<std::pair<Key, const Json*>> keyed;
  for (const Json& group : dossier.array("ledger")) {
    const std::string incident = dossier.text(group, "incident");
    const Json* found = dossier.find(incident);
    const std::string measure = dossier.text(group, "measure");
    keyed.emplace_back(
        Key{role_rank(dossier, incident), time_key(found ? dossier.edtf(*found, "time") : ""),
            incident, measure_rank(measure), measure, dossier.text(group, "id")},
        &group);
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<const Json*> groups;
  groups.reserve(keyed.size());
  for (const auto& [key, group] : keyed) groups.push_back(group);
  return groups;
}

std::vector<const Json*> ordered_rows(const ReadDossier& dossier, const Json& group) {
  std::vector<const Json*> rows;
  for (const Json& id : group["rows"]) {
    if (const Json* figure = dossier.find(id.get<std::string>())) rows.push_back(figure);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const Json* a, const Json* b) {
    return time_key(dossier.edtf(*a, "as_of")) < time_key(dossier.edtf(*b, "as_of"));
  });
  return rows;
}

// A figure elsewhere in the ledger, as "at least 120 (Rana, f-…)".
std::string other_figure(const ReadDossier& dossier, const std::string& id) {
  const Json* figure = dossier.find(id);
  if (!figure) return id;
  return fmt::format("{} ({}, {})", dossier.amount(*figure),
                     dossier.voice_name(dossier.text(*figure, "claimant")), id);
}

std::string standing(const ReadDossier& dossier, const Json& figure) {
  std::string line;
  const std::string as_of = dossier.time(figure, "as_of");
  if (!as_of.empty()) line += ", as of " + as_of;
  const std::string status = dossier.text(figure, "status");
  if (!status.empty() && status != "unstated") line += ", " + status;
  if (dossier.text(figure, "scope") == "cumulative") line += ", a running total";
  const std::string whole = dossier.text(figure, "part_of");
  if (!whole.empty()) line += ", part of " + other_figure(dossier, whole);
  const std::string next = dossier.text(figure, "superseded_by");
  if (!next.empty()) line += ", superseded by " + other_figure(dossier, next);
  return line;
}

void write_figure(const ReadDossier& dossier, const Json& figure, Page& page) {
  const std::string group = figure.contains("group") ? dossier.text(figure["group"], "text") : "";
  const std::string claimant = dossier.text(figure, "claimant");
  page.paragraph(fmt::format("{}{} according to {}{}", dossier.amount(figure),
                             group.empty() ? "" : " " + group,
                             claimant.empty() ? "nobody named" : dossier.voice_name(claimant),
                             standing(dossier, figure)),
                 6, "    ");
  const std::string written =
      figure.contains("span") ? dossier.text(figure["span"], "text") : std::string();
  const bool telling = !written.empty() && written != dossier.amount(figure);
  page.paragraph(fmt::format("{}({}, {})", telling ? "written “" + written + "” " : "",
                             dossier.document_of(figure), dossier.text(figure, "id")),
                 10, "          ");
}

// Values of a rule in the order people name them, whatever order the file has.
std::string values_of(const Json& values) {
  constexpr std::array<std::string_view, 5> kOrder{"best", "low", "min", "high", "max"};
  std::vector<std::pair<std::size_t, std::string>> parts;
  for (const auto& [key, value] : values.items()) {
    const bool named = values.size() > 1;
    parts.emplace_back(rank_in(kOrder, key),
                       (named ? key + " " : "") +
                           (value.is_number() ? number_words(value.get<double>()) : value.dump()));
  }
  std::stable_sort(parts.begin(), parts.end());
  std::string line;
  for (const auto& [rank, part] : parts) line += (line.empty() ? "" : ", ") + part;
  return line;
}

// Of a single figure every rule makes that figure: nothing to choose, nothing to print.
void write_rules(const Json& group, std::size_t rows, Page& page) {
  if (rows < 2 || !group.contains("rules") || group["rules"].empty()) return;
  page.paragraph("By rule, not a UCDP / ACLED / Airwars estimate:", 4);
  for (const auto& [name, rule] : group["rules"].items()) {
    page.paragraph(rule_words(name) + ": " + values_of(rule["values"]), 8, "      ");
  }
}

// Tables of one incident and measure differ by whom they count: ", security forces".
std::string people_of(const ReadDossier& dossier, const std::vector<const Json*>& rows) {
  std::string people;
  for (const Json* row : rows) {
    const std::string own =
        row->contains("group") ? dossier.text((*row)["group"], "civilian") : std::string();
    if (own.empty() || own == "unknown" || (!people.empty() && own != people)) return {};
    people = own;
  }
  if (people.empty()) return {};
  return people == "security" ? ", security forces" : ", " + people + "s";
}

void write_group(const ReadDossier& dossier, const Json& group, Page& page) {
  const std::vector<const Json*> rows = ordered_rows(dossier, group);
  page.paragraph(
      fmt::format("{}{} ({}, {})", dossier.text(group, "measure"), people_of(dossier, rows),
                  plural(rows.size(), "figure"), dossier.text(group, "id")),
      2);
  for (const Json* figure : rows) write_figure(dossier, *figure, page);
  write_rules(group, rows.size(), page);
  page.blank();
}

}  // namespace

void explain_ledger(const ReadDossier& dossier, const Json& thing, Page& page) {
  fact("Incident", dossier.incident_title(dossier.text(thing, "incident")), page);
  write_group(dossier, thing, page);
}

std::string ledger(const ReadDossier& dossier, const ShowOptions& options) {
  Page page(options);
  page.heading("Figures ledger");
  page.paragraph(
      "Every figure stands as it was given, with its claimant. Nothing is added up or averaged.");
  page.blank();
  const Json* before = nullptr;
  for (const Json* group : ordered_groups(dossier)) {
    const std::string incident = dossier.text(*group, "incident");
    if (!before || dossier.text(*before, "incident") != incident) {
      const std::string title = dossier.incident_title(incident);
      page.subheading(title.empty() ? "Of no single incident"
                                    : fmt::format("{}  ({})", title, incident));
    }
    write_group(dossier, *group, page);
    before = group;
  }
  return page.take();
}

}  // namespace counterpoint::view
