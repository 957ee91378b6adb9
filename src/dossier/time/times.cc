// SPDX-License-Identifier: Apache-2.0
#include "dossier/time/times.h"

#include <limits>
#include <string>

#include "annotation/calendar.h"
#include "dossier/time/dating.h"

namespace counterpoint {
namespace {

std::string basis_of(const TimeExpression& timex) {
  switch (timex.form) {
    case TimeForm::weekday:
      return "weekday before publication";
    case TimeForm::offset:
    case TimeForm::part_of_day:
    case TimeForm::clock:
      return "counted from publication";
    default:
      return "text";
  }
}

std::optional<Time> resolved(const Linking& linking, const Local& at,
                             const std::optional<std::uint32_t>& expression,
                             const std::string& anchor) {
  const AnnotatedDocument& source = linking.documents[at.document];
  if (!expression || *expression >= source.annotation.times.size()) return std::nullopt;
  const TimeExpression& timex = source.annotation.times[*expression];
  if (timex.type == TimexType::set) return std::nullopt;
  const auto edtf = resolve(timex, anchor);
  if (!edtf || edtf->empty()) return std::nullopt;
  const bool lasting = timex.bound == TimeBound::since || timex.form == TimeForm::span_of;
  return Time{*edtf,
              basis_of(timex),
              lasting ? Extent::throughout : Extent::within,
              {{source.document.id, timex.span}}};
}

// "Since Saturday" ends on the day it was said, where that is known to the day.
std::string said_day(const std::optional<Time>& said, const std::string& anchor) {
  const auto date = said ? annotation::parse_day(said->edtf) : std::nullopt;
  return date ? annotation::edtf_day(*date) : anchor;
}

bool is_since(const Linking& linking, const Local& at,
              const std::optional<std::uint32_t>& expression) {
  const auto& times = linking.documents[at.document].annotation.times;
  return expression && *expression < times.size() && times[*expression].bound == TimeBound::since;
}

void link_statements(Linking& linking) {
  for (std::uint32_t s = 0; s < linking.dossier.statements.size(); ++s) {
    Statement& statement = linking.dossier.statements[s];
    const Local& at = linking.statement_from[s];
    const std::string anchor = anchor_of(linking, at.document);
    statement.said = resolved(linking, at, statement.said_expression, anchor);
    const bool since = is_since(linking, at, statement.time_expression);
    statement.time = resolved(linking, at, statement.time_expression,
                              since ? said_day(statement.said, anchor) : anchor);
  }
}

void link_events(Linking& linking) {
  for (std::uint32_t e = 0; e < linking.dossier.events.size(); ++e) {
    Event& event = linking.dossier.events[e];
    const Local& at = linking.event_from[e];
    event.time = resolved(linking, at, event.time_expression, anchor_of(linking, at.document));
    // What is told of one happening alone is the happening's.
    if (!event.time && linking.events_of[event.statement].size() == 1) {
      event.time = linking.dossier.statements[event.statement].time;
    }
  }
}

void link_figures(Linking& linking) {
  for (std::uint32_t f = 0; f < linking.dossier.figures.size(); ++f) {
    Figure& figure = linking.dossier.figures[f];
    const Local& at = linking.figure_from[f];
    const Statement& statement = linking.dossier.statements[figure.statement];
    const std::string anchor = anchor_of(linking, at.document);
    const bool since = is_since(linking, at, figure.time_expression);
    figure.period = resolved(linking, at, figure.time_expression,
                             since ? said_day(statement.said, anchor) : anchor);
    if (!figure.period && linking.figures_of[figure.statement].size() == 1) {
      figure.period = statement.time;
    }
    if (statement.said) {
      figure.as_of = statement.said;
    } else if (!anchor.empty()) {
      figure.as_of = linking.dossier.documents[at.document].published;
    }
  }
}

std::string without_qualifiers(std::string_view edtf) {
  std::string out;
  for (const char c : edtf.substr(0, edtf.find('T'))) {
    if (c != '~' && c != '?' && c != '%') out += c;
  }
  return out;
}

DayRange days_of_point(std::string_view point) {
  const std::string plain = without_qualifiers(point);
  if (const auto day = annotation::parse_day(plain)) {
    return {annotation::to_day(*day), annotation::to_day(*day)};
  }
  const bool month = plain.size() == 7 && plain[4] == '-';
  const bool decade = plain.size() == 4 && plain[3] == 'X';
  if (plain.size() != 4 && !month) return {};
  int year = 0, number = 0;
  try {
    year = std::stoi(decade ? plain.substr(0, 3) + "0" : plain.substr(0, 4));
    if (month) number = std::stoi(plain.substr(5, 2));
  } catch (const std::exception&) {
    return {};
  }
  if (month) {
    if (number < 1 || number > 12) return {};
    const long first = annotation::to_day({year, number, 1});
    return {first, first + annotation::days_in_month(year, number) - 1};
  }
  return {annotation::to_day({year, 1, 1}), annotation::to_day({decade ? year + 9 : year, 12, 31})};
}

}  // namespace

DayRange days_of(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return days_of_point(edtf);
  return {days_of_point(edtf.substr(0, slash)).first, days_of_point(edtf.substr(slash + 1)).last};
}

long sort_day(const std::optional<Time>& time) {
  const DayRange days = time ? days_of(time->edtf) : DayRange{};
  if (days.first) return *days.first;
  if (days.last) return *days.last;
  return std::numeric_limits<long>::max();
}

std::optional<Time> time_at(const Linking& linking, std::uint32_t document,
                            const std::optional<std::uint32_t>& expression) {
  return resolved(linking, {document, 0}, expression, anchor_of(linking, document));
}

void link_times(Linking& linking) {
  link_statements(linking);
  link_events(linking);
  link_figures(linking);
}

}  // namespace counterpoint
