// SPDX-License-Identifier: Apache-2.0
// What stands above the report: its title, picture captions, the labels of lost columns.
#pragma once

#include "document/block.h"
#include "document/phrase_book.h"

namespace counterpoint {

// Marks the title among the first blocks and returns its text; "" if none looks like one. A title
// is the first line of its own: at most 14 words, no full stop at its end, running text after it.
// With a full stop it is one only if it is written like a headline above an empty line and a longer
// paragraph (see headline_stop.h). A longer line without a stop, or one with the words of captions,
// is marked as a caption instead.
std::string mark_title(Page& page, const PhraseBook& book);

// Marks lines that label a picture or map ("Map of the town") as captions.
void mark_captions(Page& page, const PhraseBook& book);

// Finds a line such as "Official accounts Residents and video Analysts", all that a scraper leaves
// of a table's head, and the labels in it. It stays one paragraph.
void mark_column_labels(Page& page, const PhraseBook& book);

}  // namespace counterpoint
