// SPDX-License-Identifier: Apache-2.0
// Headlines that end in a full stop, told from first sentences.
#pragma once

#include <string_view>

#include "document/phrase_book.h"

namespace counterpoint {

// Whether a line of its own that ends in a full stop is the headline of the paragraph below it. It
// is when its words are capitalised like a title's, or when it does without articles, as headlines
// do, and the paragraph tells the same again. The paragraph must be running text of some length.
// What is unsure is no headline: a sentence of the report must not be lost to one.
[[nodiscard]] bool is_headline_with_stop(std::string_view line, std::string_view below,
                                         const PhraseBook& book);

}  // namespace counterpoint
