// SPDX-License-Identifier: Apache-2.0
// Time stamps as pages print them, and the lists of other headlines that they head.
#pragma once

#include <optional>
#include <string_view>

#include "document/block.h"
#include "document/phrase_book.h"

namespace counterpoint {

// A run of words of dates with a clock time among them: "GMT 18:45 2018 Friday ,14 December".
// Nothing unless it has the time, and a year or a month's day. `from` is a byte of the text.
[[nodiscard]] std::optional<Range> find_stamp(std::string_view text, std::size_t from,
                                              const PhraseBook& book);

// Whether a date with an hour stands at its beginning, as over a reader's letter.
[[nodiscard]] bool starts_with_stamp(std::string_view text, const PhraseBook& book);

// Drops runs of at least two headlines that are each headed by a stamp of their own, on the line
// before or glued to the end of it. They are of other days and must not date the report.
void drop_headline_lists(Page& page, const PhraseBook& book);

}  // namespace counterpoint
