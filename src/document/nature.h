// SPDX-License-Identifier: Apache-2.0
// What kind of report it is, in which language, and what it says about its own limits.
#pragma once

#include <string>
#include <vector>

#include "document/assemble.h"
#include "document/bytes.h"
#include "document/phrase_book.h"

namespace counterpoint {

// Genre by form alone: columns make a comparison; wiki headings, an infobox or many citation
// markers a reference; three sentences of running text news; less is unknown.
[[nodiscard]] Genre genre_of(const Document& document, const Page& page, Format format);

// The language by script: "en" for Latin letters (Counterpoint reads no other Latin-script language
// yet), the script's main language otherwise.
[[nodiscard]] std::string language_by_script(std::string_view text);

// Sentences that say the report, or what it relays, could not be verified, or that reporters were
// kept out.
[[nodiscard]] std::vector<Span> find_caveats(const std::string& text, const PhraseBook& book);

}  // namespace counterpoint
