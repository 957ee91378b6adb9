// SPDX-License-Identifier: Apache-2.0
// The noun phrase around a head token: its core words, its appositions and the names in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterpoint/statement.h"
#include "statement/kinds.h"
#include "statement/lexicon.h"
#include "statement/tree.h"

namespace counterpoint::statement {

struct NounPhrase {
  TokenIndex head = -1;
  Span core;                      // without relative clauses, appositions and leading article
  Span whole;                     // with them
  std::vector<Span> appositions;  // "executive director of Insan, a Syrian human rights group"
  Span person;                    // the person's name in core or apposition; empty: none
  Span organization;              // a named body in core or apposition; empty: none
  TokenIndex owner = -1;          // head of a possessive: "the BBC's ..."
};

// The phrase headed by `head`; a token that is not nominal gives the phrase of its mention, if any.
[[nodiscard]] NounPhrase noun_phrase(const Tree& tree, TokenIndex head);

// Outlets named in the words, in text order.
struct NamedOutlet {
  std::string name;
  Span span;                          // with "news agency" where it follows the name
  VoiceKind kind = VoiceKind::media;  // official for a state's own agency
};
// Outlets of the pack as it writes them ("the times" is none), and names beside "news agency".
[[nodiscard]] std::vector<NamedOutlet> outlets_in(const Lexicon& lexicon, const Tree& tree,
                                                  const Span& words);

// Whether an outlet owns the person of the phrase: "the BBC's Jim Muir".
[[nodiscard]] bool is_of_an_outlet(const Lexicon& lexicon, const Tree& tree,
                                   const NounPhrase& phrase);

}  // namespace counterpoint::statement
