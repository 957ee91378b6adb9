// SPDX-License-Identifier: Apache-2.0
#include "statement/phrase.h"

#include <algorithm>

#include "base/utf8.h"

namespace counterpoint::statement {
namespace {

constexpr TokenIndex kLongestPhrase = 7;  // words of the longest entry in any phrase table

bool is_determiner(const Tree& tree, TokenIndex i) {
  const std::string word = tree.lower(i);
  return word == "the" || word == "a" || word == "an";
}

// Relations whose subtrees stand outside the core of a noun phrase.
bool is_outside_core(const Tree& tree, TokenIndex i) {
  return tree.is(i, {"acl", "appos", "parataxis", "conj", "cc", "advcl", "nsubj", "cop", "punct",
                     "ccomp", "mark", "case", "discourse", "dep", "csubj", "aux", "obl", "advmod"});
}

void grow(const Tree& tree, TokenIndex i, Span& span) {
  span.begin = std::min(span.begin, tree.token(i).span.begin);
  span.end = std::max(span.end, tree.token(i).span.end);
  for (const TokenIndex c : tree.children(i)) {
    // Inside a modifier everything but a relative clause stays: "ministry of health".
    if (!tree.is(c, {"acl:relcl", "parataxis", "appos"})) grow(tree, c, span);
  }
}

// In English the name stands last in its phrase ("President Assad's adviser Bouthaina Shaaban"), and
// the smallest mention is the name without its title.
void take_names(const Tree& tree, const Span& span, NounPhrase& phrase) {
  const auto& mentions = tree.annotation().mentions;
  const auto better = [&](const Mention& mention, std::int32_t than) {
    if (than < 0) return true;
    const Span& old = mentions[static_cast<std::size_t>(than)].span;
    return mention.span.end != old.end ? mention.span.end > old.end
                                       : mention.span.size() < old.size();
  };
  const auto [first, last] = tree.tokens_in(span);
  for (TokenIndex i = first; i < last; ++i) {
    const std::int32_t m = tree.mention_at(i);
    if (m < 0) continue;
    const Mention& mention = mentions[static_cast<std::size_t>(m)];
    if (!mention.named || !span.contains(mention.span)) continue;
    if (mention.type == MentionType::person && better(mention, phrase.person)) phrase.person = m;
    if (mention.type == MentionType::organization && phrase.organization < 0) phrase.organization = m;
  }
}

// Folded words of tokens [first, first + n) joined as a table key.
std::string key_of(const Tree& tree, TokenIndex first, TokenIndex n) {
  const Span span{tree.token(first).span.begin, tree.token(first + n - 1).span.end};
  return utf8::folded(tree.text(span));
}

// Calls use(first, n, value) for the longest entry at each token, never overlapping.
template <class Value, class Use>
void each_match(const PhraseTable<Value>& table, const Tree& tree, const Span& words, Use use) {
  const auto [first, last] = tree.tokens_in(words);
  for (TokenIndex i = first; i < last;) {
    TokenIndex n = std::min<TokenIndex>(kLongestPhrase, last - i);
    for (; n > 0; --n) {
      const auto entry = table.find(key_of(tree, i, n));
      if (entry == table.end()) continue;
      use(i, n, entry->second);
      break;
    }
    i += std::max<TokenIndex>(n, 1);
  }
}

}  // namespace

NounPhrase noun_phrase(const Tree& tree, TokenIndex head) {
  NounPhrase phrase;
  phrase.head = head;
  phrase.core = tree.token(head).span;
  for (const TokenIndex c : tree.children(head)) {
    if (tree.is(c, {"appos"})) phrase.appositions.push_back(tree.subtree(c));
    if (tree.is(c, {"nmod:poss"})) phrase.owner = c;
    if (!is_outside_core(tree, c)) grow(tree, c, phrase.core);
  }
  phrase.whole = tree.subtree(head);
  if (const std::int32_t m = tree.mention_at(head); m >= 0) {
    const Mention& mention = tree.annotation().mentions[static_cast<std::size_t>(m)];
    if (mention.named && mention.head == head) {
      phrase.core.begin = std::min(phrase.core.begin, mention.span.begin);
      phrase.core.end = std::max(phrase.core.end, mention.span.end);
    }
  }
  const TokenIndex first = tree.tokens_in(phrase.core).first;
  if (first < head && is_determiner(tree, first)) phrase.core.begin = tree.token(first + 1).span.begin;
  take_names(tree, phrase.core, phrase);
  if (phrase.person < 0) {
    for (const Span& apposition : phrase.appositions) take_names(tree, apposition, phrase);
  }
  return phrase;
}

VoiceKind kind_of_words(const Lexicon& lexicon, const Tree& tree, const Span& words,
                        TokenIndex head) {
  const auto neutral =
      head < 0 ? lexicon.neutral_heads.end() : lexicon.neutral_heads.find(tree.token(head).lemma);
  const bool head_is_neutral = neutral != lexicon.neutral_heads.end();
  VoiceKind best = VoiceKind::unknown;
  TokenIndex best_rank = -1;
  each_match(lexicon.voice_kinds, tree, words, [&](TokenIndex first, TokenIndex n, VoiceKind kind) {
    const bool on_head = head >= first && head < first + n;
    if (on_head && head_is_neutral && n == 1) return;
    // Longer phrases first; on equal length the head; then the later word, which in English stands
    // nearer to the head.
    const TokenIndex rank = n * 4 + (on_head ? 6 : 0);
    if (rank >= best_rank) {
      best = kind;
      best_rank = rank;
    }
  });
  if (best_rank < 0 && head_is_neutral) return neutral->second;
  return best;
}

std::string side_of_words(const Lexicon& lexicon, const Tree& tree, const Span& words) {
  const auto [first, last] = tree.tokens_in(words);
  for (TokenIndex i = first; i < last; ++i) {
    for (TokenIndex n = std::min<TokenIndex>(3, last - i); n > 0; --n) {
      const auto entry = lexicon.demonyms.find(key_of(tree, i, n));
      // "us" is a pronoun, "US" a state.
      if (entry == lexicon.demonyms.end() || tree.word(i) == "us") continue;
      return entry->second;
    }
  }
  return {};
}

std::vector<NamedOutlet> outlets_in(const Lexicon& lexicon, const Tree& tree, const Span& words) {
  std::vector<NamedOutlet> found;
  each_match(lexicon.outlets, tree, words,
             [&](TokenIndex first, TokenIndex n, const std::string& name) {
               // A name is capitalised: "the times" is none.
               const std::string_view word = tree.word(first + n - 1);
               if (word.empty() || utf8::lower(word) == word) return;
               found.push_back({name, {tree.token(first).span.begin,
                                       tree.token(first + n - 1).span.end}});
             });
  return found;
}

}  // namespace counterpoint::statement
