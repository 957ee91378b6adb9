// SPDX-License-Identifier: Apache-2.0
// Tells the report from the page around it by its words: copyright lines, lists of other headlines,
// forms for readers and what readers wrote, notes on cookies and browsers.
#pragma once

#include "document/block.h"
#include "document/phrase_book.h"

namespace counterpoint {

// Drops furniture: splits blocks where only some sentences go. When in doubt a sentence stays.
// Without phrases only lists of dated headlines are known.
void drop_furniture(Page& page, const PhraseBook& book);

}  // namespace counterpoint
