// SPDX-License-Identifier: Apache-2.0
// Full dates as pages print them, and what they say: when the report was published or updated.
#pragma once

#include <string>
#include <vector>

#include "document/assemble.h"
#include "document/phrase_book.h"

namespace counterpoint {

// A stated day. begin and end are bytes of the text it was found in.
struct FoundDate {
  int year = 0;
  int month = 0;
  int day = 0;
  std::size_t first_word = 0;  // words of the text, half-open
  std::size_t last_word = 0;
};

// "7 June 2011", "June 7, 2011", "Tue Jun 7, 2011", "2011-06-07", "3 JAN 90". Dates without a year
// are not found; nor is 07/06/2011, which two conventions read differently.
[[nodiscard]] std::vector<FoundDate> find_dates(const std::vector<Word>& words,
                                                const PhraseBook& book);

// "2011-06-07"; "" for a day that no calendar has.
[[nodiscard]] std::string edtf_of(int year, int month, int day);

// The day in a machine-readable time ("2011-06-07T18:31:00+01:00", "20110607", RFC 822 with English
// month names); "" if there is none.
[[nodiscard]] std::string edtf_from_metadata(std::string_view value);

// Sets published, updated and credit from datelines and labelled dates above and around the report,
// unless metadata set them. Only blocks of the text are looked at, never dropped ones.
void read_dateline(Document& document, const std::vector<Placed>& placed, const PhraseBook& book);

}  // namespace counterpoint
