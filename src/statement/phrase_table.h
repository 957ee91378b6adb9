// SPDX-License-Identifier: Apache-2.0
// Looking up the phrases of a pack's table in the tokens of a text.
#pragma once

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "statement/lexicon.h"
#include "statement/tree.h"

namespace counterpoint::statement {

constexpr TokenIndex kLongestPhrase = 7;  // words of the longest entry in any phrase table

// Folded words of tokens [first, first + n) joined as a table key.
[[nodiscard]] inline std::string key_of(const Tree& tree, TokenIndex first, TokenIndex n) {
  const Span span{tree.token(first).span.begin, tree.token(first + n - 1).span.end};
  return utf8::folded(tree.text(span));
}

// Number of tokens of a phrase of the class that begins at `i`; 0: none.
[[nodiscard]] inline TokenIndex phrase_at(const Tree& tree, WordClass kind, TokenIndex i,
                                          TokenIndex last) {
  for (const std::string& phrase : tree.words().all(kind)) {
    const auto n = static_cast<TokenIndex>(1 + std::count(phrase.begin(), phrase.end(), ' '));
    if (i + n <= last && key_of(tree, i, n) == phrase) return n;
  }
  return 0;
}

// Calls use(first, n, value) for the longest entry at each token that use() takes, never
// overlapping.
template <class Value, class Use>
void each_match(const PhraseTable<Value>& table, const Tree& tree, const Span& words, Use use) {
  const auto [first, last] = tree.tokens_in(words);
  for (TokenIndex i = first; i < last;) {
    TokenIndex n = std::min<TokenIndex>(kLongestPhrase, last - i);
    for (; n > 0; --n) {
      const auto entry = table.find(key_of(tree, i, n));
      if (entry == table.end()) continue;
      if (use(i, n, entry->second)) break;
    }
    i += std::max<TokenIndex>(n, 1);
  }
}

}  // namespace counterpoint::statement
