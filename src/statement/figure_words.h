// SPDX-License-Identifier: Apache-2.0
// What single words say of a number beside them: the look-ups of figures in the pack.
#pragma once

#include "statement/lexicon.h"
#include "statement/tree.h"

namespace counterpoint::statement {

// What a number counts. open: a bare number, "others", a noun that nothing is known of; other: what
// gives no figure ("12,000 rounds").
enum class CountedKind { people, things, open, other };

// A number with its noun, as tokens.
struct Counted {
  TokenIndex first = 0;   // with the words that bound the number: "at least"
  TokenIndex number = 0;  // the number's last token
  TokenIndex noun = -1;   // -1: none is stated
  TokenIndex end = 0;     // behind number and noun
  CountedKind kind = CountedKind::open;
  [[nodiscard]] TokenIndex head() const { return noun >= 0 ? noun : number; }
};

class FigureWords {
 public:
  // Holds references: both must outlive it.
  FigureWords(const Tree& tree, const Lexicon& lexicon) : tree_(tree), lexicon_(lexicon) {}

  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

  [[nodiscard]] const MeasureNoun* noun(TokenIndex i) const;
  // The entry of the verb at `i` for what is counted, with as many of its particles as stand behind
  // it in its clause; nullptr: the verb tells nothing.
  [[nodiscard]] const MeasureVerb* verb(TokenIndex i, CountedKind kind) const;
  // The longest state that begins at `i`, or nullptr.
  [[nodiscard]] const MeasureState* state(TokenIndex i) const;
  // What the words right before the number and its article say: "searching for two children".
  [[nodiscard]] std::string before(const Counted& counted) const;
  // The first state that begins in [first, last), within one clause.
  [[nodiscard]] const MeasureState* state_in(TokenIndex first, TokenIndex last) const;

  [[nodiscard]] CountedKind kind_of(TokenIndex noun) const;
  // A noun known to name people: by the pack or by the model.
  [[nodiscard]] bool is_person(TokenIndex noun) const;
  // Whether words in front of the number say how much something may hold: "licensed to carry 220".
  [[nodiscard]] bool is_capacity(const Counted& counted) const;

  // Where a clause ends for words read one by one: a stop, a semicolon, a subordinating word.
  [[nodiscard]] bool ends_clause(TokenIndex i) const;

 private:
  [[nodiscard]] const MeasureVerb* longest(const std::vector<MeasureVerb>& entries,
                                           TokenIndex verb) const;

  const Tree& tree_;
  const Lexicon& lexicon_;
};

}  // namespace counterpoint::statement
