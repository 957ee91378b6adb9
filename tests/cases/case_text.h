// SPDX-License-Identifier: Apache-2.0
// How the words of a case are compared with those of a dossier.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace counterpoint::cases {

// White space and typographic quotes and dashes made plain, ASCII letters lower case.
[[nodiscard]] std::string fold(std::string_view text);

// A name for comparison: folded, without titles, articles and plural endings.
[[nodiscard]] std::string plain(std::string_view name);

// Whether a name begins, at a word border, with one of the alternatives "A|B". "*" hits any name.
[[nodiscard]] bool name_hit(const std::string& alternatives, const std::string& names);

// Whether `value` is one of the alternatives "a|b".
[[nodiscard]] bool one_of(const std::string& alternatives, const std::string& value);

// Whether the text holds the snippet after folding, or 80 % of its words in order with every
// negation (snippets of four words or more).
[[nodiscard]] bool holds(std::string_view text, std::string_view snippet);

// Folded words; an apostrophe belongs to its word.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

// Length of the longest common subsequence.
[[nodiscard]] std::size_t common_words(const std::vector<std::string>& a,
                                       const std::vector<std::string>& b);

[[nodiscard]] std::vector<std::string> split(const std::string& text, char separator);

}  // namespace counterpoint::cases
