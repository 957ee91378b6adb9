// SPDX-License-Identifier: Apache-2.0
// The mark-up that plain-text extracts of encyclopaedia articles carry.
#pragma once

#include <optional>
#include <string_view>

#include "document/words.h"

namespace counterpoint {

// "== Aftermath ==": level 2, range of "Aftermath" within the line. Level 1 is the title.
struct WikiHeading {
  int level = 0;
  Range range;
};
[[nodiscard]] std::optional<WikiHeading> find_wiki_heading(std::string_view line);

// "- Date: 4 June" or "* Date = 4 June": the field and its whole row, within the line.
struct InfoboxRow {
  Range field;
  Range row;  // "Date: 4 June"
};
[[nodiscard]] std::optional<InfoboxRow> find_infobox_row(std::string_view line);

// The line "Infobox" (or "Infobox military conflict") that opens such a list.
[[nodiscard]] bool is_infobox_opener(std::string_view line);

// Number of citation markers ("[7]", "[12][13]") in the text.
[[nodiscard]] std::size_t count_citation_markers(std::string_view text);

}  // namespace counterpoint
