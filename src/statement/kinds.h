// SPDX-License-Identifier: Apache-2.0
// What kind of voice the words of a source tell of. Read by voices, attribution and extract.
//
// The head of the words decides ("a union doctor" is a doctor). Heads that sides have in common
// ("spokesman", "colonel": neutral_heads.tsv) take the side of the words they belong to: those
// before them ("rebel colonel"), else those behind "of", "for" or "from" ("head of the militia").
#pragma once

#include "counterpoint/statement.h"
#include "statement/lexicon.h"
#include "statement/tree.h"

namespace counterpoint::statement {

// How a kind is known, from nothing to the words themselves.
enum class Told { nothing, by_default, by_words };

struct ToldKind {
  VoiceKind kind = VoiceKind::unknown;  // unknown by words: a company
  Told told = Told::nothing;
};

// `head` may be -1 or stand outside: the words' own head is then looked for by their order.
[[nodiscard]] ToldKind told_kind(const Lexicon& lexicon, const Tree& tree, const Span& words,
                                 TokenIndex head);

// The kind alone; unknown where nothing tells it.
[[nodiscard]] VoiceKind kind_of_words(const Lexicon& lexicon, const Tree& tree, const Span& words,
                                      TokenIndex head);

// The last noun of the words before their first preposition, comma or verb ("deputy head of the
// navy": head); -1: none.
[[nodiscard]] TokenIndex title_head(const Tree& tree, const Span& words);

}  // namespace counterpoint::statement
