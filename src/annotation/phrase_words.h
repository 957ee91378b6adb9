// SPDX-License-Identifier: Apache-2.0
// What the words behind a number can be to it: nouns, words that describe them, words that stand
// for them.
#pragma once

#include <string_view>
#include <vector>

#include "annotation/groups.h"
#include "annotation/words.h"

namespace counterpoint::annotation {

struct PhraseWords {
  const Words& words;
  const Sentence& sentence;
  const std::vector<bool>& in_time;

  [[nodiscard]] bool inside(TokenIndex i) const {
    if (i < sentence.first || i >= sentence.last) return false;
    return in_time.empty() || !in_time[static_cast<std::size_t>(i)];
  }
  // The folded word; empty outside the sentence and in times.
  [[nodiscard]] std::string_view word(TokenIndex i) const {
    return inside(i) ? words.at(i) : std::string_view{};
  }
  [[nodiscard]] bool joint(TokenIndex i) const { return inside(i) && is_joint(words, i); }
  [[nodiscard]] bool tagged(TokenIndex i) const { return words.token(i).upos != Upos::X; }

  [[nodiscard]] bool is_noun(TokenIndex i) const;
  [[nodiscard]] bool is_plural(TokenIndex i) const;
  // "dead", "detained".
  [[nodiscard]] bool is_state(TokenIndex i) const;
  // An adjective, participle or adverb before the noun: "18 confirmed cases".
  [[nodiscard]] bool describes(TokenIndex i) const;
  // "the 600 promised peacekeepers", "600 promised peacekeepers came", where the participle at `i`
  // is tagged as a verb of the past.
  [[nodiscard]] bool is_lost_participle(TokenIndex i) const;
  // Whether the phrase that begins at `i` is a verb and its object: "30 needed treatment".
  [[nodiscard]] bool is_need(TokenIndex i) const;
  // Whether the word can stand for the counted: "dead", "detained"; not "hundreds gathered". The
  // phrase began at `first`.
  [[nodiscard]] bool stands_for_noun(TokenIndex i, TokenIndex first) const;
};

}  // namespace counterpoint::annotation
