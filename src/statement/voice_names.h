// SPDX-License-Identifier: Apache-2.0
// What a source is called: the name that stands behind its noun or beside it. Read by voices.
#pragma once

#include "statement/phrase.h"

namespace counterpoint::statement {

struct GivenName {
  Span name;          // empty: the words have none
  bool body = false;  // of a body ("the watchdog Clear Vote"), else of a person
};

// "the prefect, Ilaria Bonfanti", "the disaster agency AFAD", "the mine's owner, Kopano Gold":
// names written in capitals right behind the phrase's common noun, whatever they were taken for.
[[nodiscard]] GivenName given_name(const Lexicon& lexicon, const Tree& tree,
                                   const NounPhrase& phrase);

// The person's name without the titles that were taken for a part of it ("Commodore Dacanay").
[[nodiscard]] Span without_titles(const Lexicon& lexicon, const Tree& tree, const Span& person);

// Whether the pack knows what was taken for a person as a voice: "Al-Shabaab", or "Guards" in "the
// Revolutionary Guards".
[[nodiscard]] bool is_known_body(const Lexicon& lexicon, const Tree& tree,
                                 const NounPhrase& phrase);

// "BUENOS AIRES - Judge Maidana ordered": whoever stands behind the place that opens the report, if
// the source was taken to be that place; else the source.
[[nodiscard]] TokenIndex behind_place_line(const Tree& tree, TokenIndex source);

// "Rosa Quintero of the Civic Platform": the person, if the source was taken to be her body; else
// the source.
[[nodiscard]] TokenIndex member_of(const Tree& tree, TokenIndex source);

// Whether the words are only pronouns, articles and words of quantity, which name nobody.
[[nodiscard]] bool names_nobody(const Lexicon& lexicon, const Tree& tree, const NounPhrase& phrase);

}  // namespace counterpoint::statement
