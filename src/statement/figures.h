// SPDX-License-Identifier: Apache-2.0
// Makes figures (number x measure x group) from the quantities of one document.
#pragma once

#include <vector>

#include "counterpoint/statement.h"
#include "statement/lexicon.h"
#include "statement/tree.h"

namespace counterpoint::statement {

// Reads quantities, tokens and `statements`; a quantity that no measure governs, or that stands in
// no statement, gives no figure: ages, dates, distances and unit numbers are never counted. Sorted
// by span.
[[nodiscard]] std::vector<Figure> find_figures(const Tree& tree, const Lexicon& lexicon,
                                               const std::vector<Statement>& statements);

// Index of the smallest statement whose span holds `span`; among equals the first. -1: none.
[[nodiscard]] std::int64_t innermost_statement(const std::vector<Statement>& statements,
                                               const Span& span);

}  // namespace counterpoint::statement
