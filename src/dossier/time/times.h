// SPDX-License-Identifier: Apache-2.0
// Made from time expressions and the documents' days; read by incidents, ledger and timeline.
//
// Reads   annotation.times; dossier.documents[].published
// Writes  time and said of statements; time of events; as_of and period of figures
//
// What a text does not say stays absent: no time is carried over from one sentence to the next.
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

void link_times(Linking& linking);

// The time that an expression of a document stands for; nullopt where it cannot be told.
[[nodiscard]] std::optional<Time> time_at(const Linking& linking, std::uint32_t document,
                                          const std::optional<std::uint32_t>& expression);

// First and last day of an EDTF value, as day numbers since 1970-01-01; open ends give nullopt on
// that side. Qualifiers and clock times are left out. "2011-06" is all of June.
struct DayRange {
  std::optional<long> first, last;
};
[[nodiscard]] DayRange days_of(std::string_view edtf);

// The key that things are put in time order by: the first day, or the last where the begin is open.
// Things without time come last.
[[nodiscard]] long sort_day(const std::optional<Time>& time);

}  // namespace counterpoint
