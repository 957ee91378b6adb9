// SPDX-License-Identifier: Apache-2.0
// The phrase behind a number, read word by word up to its noun. The heads of a parse are read for
// one thing only, where two nouns stand side by side: an error of the parser on a long sentence
// must not move a number to another noun.
#pragma once

#include "annotation/numbers.h"
#include "annotation/phrase_words.h"

namespace counterpoint::annotation {

class NounPhrase {
 public:
  NounPhrase(const Words& words, const Sentence& sentence, const std::vector<bool>& in_time)
      : of_{words, sentence, in_time} {}

  // The noun of the phrase that begins at `i`; with `states` the adjective or participle that
  // stands for one ("12 dead"). -1: none.
  [[nodiscard]] TokenIndex noun(TokenIndex i, bool states);

 private:
  // Each reads one word of the phrase and returns the next.
  TokenIndex read(TokenIndex i);
  TokenIndex second_number(TokenIndex i, const Number& number);
  TokenIndex possessor(TokenIndex i);
  TokenIndex mark(TokenIndex i);
  TokenIndex joined_adjective(TokenIndex i);
  TokenIndex noun_word(TokenIndex i);
  TokenIndex adjective(TokenIndex i);
  TokenIndex close(TokenIndex i);

  [[nodiscard]] bool leads_to_noun(TokenIndex i) const;
  [[nodiscard]] bool compound_goes_on(TokenIndex i) const;
  [[nodiscard]] bool is_people(TokenIndex i) const;

  PhraseWords of_;
  TokenIndex first_ = -1;
  TokenIndex candidate_ = -1;
  TokenIndex adjective_ = -1;
  TokenIndex state_ = -1;
  TokenIndex name_ = -1;  // "four MiG-29s" where no noun follows
  bool closed_ = false;
};

}  // namespace counterpoint::annotation
