// SPDX-License-Identifier: Apache-2.0
#include "statement/voice_side.h"

#include <algorithm>

#include "statement/phrase_table.h"

namespace counterpoint::statement {

std::string side_of_words(const Lexicon& lexicon, const Tree& tree, const Span& words) {
  const auto [first, last] = tree.tokens_in(words);
  for (TokenIndex i = first; i < last; ++i) {
    for (TokenIndex n = std::min<TokenIndex>(3, last - i); n > 0; --n) {
      const auto entry = lexicon.demonyms.find(key_of(tree, i, n));
      // "us" is a pronoun, "US" a state: the letters themselves decide.
      if (entry == lexicon.demonyms.end()) continue;
      if (tree.words().has(WordClass::never_a_name, tree.word(i))) continue;
      return entry->second;
    }
  }
  // "Kigali's foreign ministry": the dossier knows whose capital that is.
  for (TokenIndex i = first; i + 1 < last; ++i) {
    if (tree.token(i).upos != Upos::PROPN || !tree.is_word(i + 1, WordClass::possessive)) continue;
    const std::int32_t m = tree.mention_at(i);
    if (m < 0) continue;
    const Mention& mention = tree.annotation().mentions[static_cast<std::size_t>(m)];
    if (mention.named && mention.last == i + 1) return std::string(tree.text(mention.span));
  }
  return {};
}

std::string place_beside(const Tree& tree, const NounPhrase& phrase) {
  const auto place_at = [&](TokenIndex i) -> std::string {
    if (i < 1 || i >= tree.size() || tree.token(i).upos != Upos::PROPN) return {};
    const std::int32_t m = tree.mention_at(i);
    if (m < 0) return {};
    const Mention& mention = tree.annotation().mentions[static_cast<std::size_t>(m)];
    const bool in = mention.first > 0 && tree.token(mention.first - 1).upos == Upos::ADP &&
                    !tree.is_word(mention.first - 1, WordClass::belonging);
    if (!in || !mention.named || mention.type != MentionType::place) return {};
    return std::string(tree.text(mention.span));
  };
  if (phrase.person.empty()) {
    if (std::string behind = place_at(phrase.head + 2); !behind.empty()) return behind;
  }
  TokenIndex before = tree.tokens_in(phrase.core).first - 1;
  if (before > 0 && tree.is_word(before, WordClass::article)) --before;
  if (before > 0 && tree.word(before) == ",") --before;
  return place_at(before);
}

}  // namespace counterpoint::statement
