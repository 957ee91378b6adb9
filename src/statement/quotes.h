// SPDX-License-Identifier: Apache-2.0
// Quotation marks of one document: which words stand between which marks.
#pragma once

#include <string_view>
#include <vector>

#include "counterpoint/span.h"

namespace counterpoint::statement {

struct Quote {
  Span outer;  // with its marks
  Span inner;  // the words between them
};

// Pairs “ ”, " ", '' '', « » and, where they cannot be apostrophes, ‘ ’ and ' '. A quotation that
// runs over paragraphs (each opened anew, only the last closed) is one Quote per paragraph. A mark
// that finds no partner in its paragraph opens nothing. Quotes nested in others are left out.
// Sorted by span.
[[nodiscard]] std::vector<Quote> find_quotes(std::string_view text);

// The span with the mark that trimming took off: one that begins or ends with a quotation it holds
// whole reads wrong with a single mark ("the army "will restore order"). A span that is the
// quotation itself stays without marks.
[[nodiscard]] Span with_both_marks(const std::vector<Quote>& quotes, Span span);

}  // namespace counterpoint::statement
