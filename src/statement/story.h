// SPDX-License-Identifier: Apache-2.0
// What the words directly behind a source tell of it: an age, a clause with "who", another name.
// Read by voice_kind and voices.
#pragma once

#include "statement/phrase.h"

namespace counterpoint::statement {

// Holds references: all three must outlive it.
class Story {
 public:
  Story(const Lexicon& lexicon, const Tree& tree, const NounPhrase& phrase);

  // One past the name, or past the core where there is none.
  [[nodiscard]] TokenIndex begin() const { return begin_; }
  [[nodiscard]] TokenIndex sentence_end() const { return end_; }
  // The relative pronoun there, perhaps behind an age; -1: none.
  [[nodiscard]] TokenIndex relative() const;

  // "Amina, 30", "Amina, whose brother": only persons have such.
  [[nodiscard]] bool is_person() const;
  // "(the name has been changed)"
  [[nodiscard]] bool is_pseudonym() const;
  // "a former corporal who fled to the border": somebody of a side who left it. `kind` is what he
  // is otherwise taken for.
  [[nodiscard]] bool has_changed_sides(VoiceKind kind) const;

 private:
  [[nodiscard]] TokenIndex clause_of_side(VoiceKind kind) const;
  [[nodiscard]] bool is_former() const;
  [[nodiscard]] bool holds(TokenIndex first, TokenIndex last, WordClass phrases) const;

  const Lexicon& lexicon_;
  const Tree& tree_;
  const NounPhrase& phrase_;
  TokenIndex begin_ = 0;
  TokenIndex end_ = 0;
};

}  // namespace counterpoint::statement
