// SPDX-License-Identifier: Apache-2.0
#include "dossier/claims/figures_at_odds.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "dossier/claims/question_builder.h"

namespace counterpoint {
namespace {

struct Interval {
  double low;
  double high;
};

Interval interval_of(const Figure& figure) {
  constexpr double kOpen = std::numeric_limits<double>::infinity();
  if (!figure.alternatives.empty()) {
    const auto [low, high] =
        std::minmax_element(figure.alternatives.begin(), figure.alternatives.end());
    return {*low, *high};
  }
  double low = figure.min.value_or(0);
  double high = figure.max.value_or(kOpen);
  // "about 40": a tenth to either side, the usual reach of a rounded number.
  if (figure.approximate) {
    low *= 0.9;
    high *= 1.1;
  }
  return {low, high};
}

bool meet(const Interval& a, const Interval& b) {
  return a.low <= b.high && b.low <= a.high;
}

std::string words_of(const Figure& figure) {
  const auto number = [](double value) { return fmt::format("{:.0f}", value); };
  if (!figure.alternatives.empty()) {
    std::string text;
    for (const double value : figure.alternatives) {
      text += (text.empty() ? "" : " or ") + number(value);
    }
    return text;
  }
  if (figure.min && figure.max && *figure.min != *figure.max) {
    return number(*figure.min) + " to " + number(*figure.max);
  }
  if (figure.min && figure.max) return (figure.approximate ? "about " : "") + number(*figure.min);
  if (figure.min) return "at least " + number(*figure.min);
  return figure.max ? "up to " + number(*figure.max) : figure.word;
}

// When a figure was given: the day of its as-of time, else of its document.
std::string day_of(const Linking& linking, const Figure& figure) {
  const auto day = [](const std::string& edtf) {
    const std::size_t slash = edtf.rfind('/');
    return edtf.substr(slash == std::string::npos ? 0 : slash + 1, 10);
  };
  if (figure.as_of) return day(figure.as_of->edtf);
  const Document& document = linking.document_of(figure.statement).document;
  return document.published ? day(document.published->edtf) : std::string();
}

using Key = std::tuple<std::string, std::string, Civilian, FigureStatus, std::string>;

std::string question_text(const Figure& figure) {
  const std::string who = figure.group.civilian == Civilian::security
                              ? "members of the security forces"
                          : figure.group.civilian == Civilian::civilian  ? "people"
                          : figure.group.civilian == Civilian::combatant ? "fighters"
                                                                         : "people";
  if (figure.measure == "population") return "How many people live there?";
  return fmt::format("How many {} were {}?", who, figure.measure);
}

void ask(Linking& linking, const std::vector<std::uint32_t>& figures) {
  const Figure& first = linking.dossier.figures[figures.front()];
  QuestionBuilder builder(linking, "figures:" + first.id.value, QuestionKind::how_many,
                          question_text(first));
  std::vector<std::pair<Interval, std::size_t>> positions;
  for (const std::uint32_t f : figures) {
    const Figure& figure = linking.dossier.figures[f];
    const Interval interval = interval_of(figure);
    const auto same = std::find_if(positions.begin(), positions.end(),
                                   [&](const auto& entry) { return meet(entry.first, interval); });
    std::size_t position = 0;
    if (same == positions.end()) {
      position = builder.add_position(figure.id.value, words_of(figure), Stance::asserts);
      positions.emplace_back(interval, position);
    } else {
      position = same->second;
    }
    builder.add(position, figure.statement, Stance::asserts);
  }
  if (positions.size() < 2 || !builder.has_rivals()) return;
  builder.set_cause("dispute");
  builder.finish();
}

}  // namespace

void ask_about_figures(Linking& linking) {
  std::map<Key, std::vector<std::uint32_t>> groups;
  for (std::uint32_t f = 0; f < linking.dossier.figures.size(); ++f) {
    const Figure& figure = linking.dossier.figures[f];
    if (!linking.counted[figure.statement] || figure.part_of) continue;
    const std::string day = day_of(linking, figure);
    if (day.empty() || figure.incident.empty()) continue;
    groups[{figure.incident.value, figure.measure, figure.group.civilian, figure.status, day}]
        .push_back(f);
  }
  for (const auto& [key, figures] : groups) {
    if (figures.size() > 1) ask(linking, figures);
  }
}

}  // namespace counterpoint
