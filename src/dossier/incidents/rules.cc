// SPDX-License-Identifier: Apache-2.0
#include "dossier/incidents/rules.h"

#include "annotation/calendar.h"
#include "base/pack.h"
#include "dossier/time/times.h"

namespace counterpoint {
namespace {

using annotation::Date;

std::string month_words(const HappeningRules& rules, int month) {
  return rules.months[static_cast<std::size_t>(month - 1)];
}

std::string day_words(const HappeningRules& rules, const Date& date, bool month, bool year) {
  std::string out = std::to_string(date.day);
  if (month) out += " " + month_words(rules, date.month);
  if (year) out += " " + std::to_string(date.year);
  return out;
}

}  // namespace

Result<HappeningRules> HappeningRules::load(const std::filesystem::path& table) {
  constexpr std::size_t kMonthsOfYear = 12;
  const auto rows = read_table(table, 4);
  if (!rows) return tl::unexpected(rows.error());
  HappeningRules rules;
  for (const PackRow& row : *rows) {
    if (row[0] == "mode") {
      rules.modes[row[1]] = {row[2], row[3]};
    } else if (row[0] == "measure") {
      rules.measures[row[1]] = row[2];
    } else if (row[0] == "month") {
      rules.months.push_back(row[1]);
    } else {
      return fail("pack.row", "A row of the happenings has an unknown kind: " + row[0] + ".",
                  table.string(), "Use one of the kinds that the pack's README.md lists.");
    }
  }
  if (rules.months.size() != kMonthsOfYear) {
    return fail("pack.row", "The table of happenings does not name twelve months.", table.string(),
                "Give one row of the kind \"month\" to each month, in order.");
  }
  return rules;
}

std::string HappeningRules::in_words(std::string_view edtf) const {
  const DayRange days = days_of(edtf);
  if (!days.first || !days.last) return std::string(edtf);
  const Date first = annotation::to_date(*days.first), last = annotation::to_date(*days.last);
  if (first == last) return day_words(*this, first, true, true);
  if (edtf.find('/') == std::string_view::npos) {
    if (first.year != last.year) return std::string(edtf);
    const std::string year = std::to_string(first.year);
    return first.month == last.month ? month_words(*this, first.month) + " " + year : year;
  }
  const bool year = first.year != last.year;
  return day_words(*this, first, year || first.month != last.month, year) + "–" +
         day_words(*this, last, true, true);
}

}  // namespace counterpoint
