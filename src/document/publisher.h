// SPDX-License-Identifier: Apache-2.0
// Who published a page, as far as the page's own words prove it.
#pragma once

#include <string>
#include <string_view>

#include "counterpoint/document.h"
#include "document/phrase_book.h"

namespace counterpoint {

// The owner named in a copyright line: "Copyright The Example Times Limited 2017" gives "Example
// Times"; "" if none is named. Words of company law are taken off both ends.
[[nodiscard]] std::string owner_in(std::string_view copyright_line, const PhraseBook& book);

// Sets publisher from the copyright lines among the dropped pieces, unless metadata set it. An
// agency owns what others print: it becomes the credit instead.
void find_publisher(Document& document, const PhraseBook& book);

}  // namespace counterpoint
