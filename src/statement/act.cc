// SPDX-License-Identifier: Apache-2.0
#include "statement/act.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "statement/attribution.h"

namespace counterpoint::statement {
namespace {

// Whether `phrase` stands in `text` as whole words.
bool has_phrase(std::string_view text, std::string_view phrase) {
  const auto is_word = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || byte >= 0x80;
  };
  for (std::size_t at = text.find(phrase); at != std::string_view::npos;
       at = text.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end]))) {
      return true;
    }
  }
  return false;
}

// The token of the content that hangs on a token outside it.
TokenIndex root_of(const Tree& tree, const Span& content) {
  const auto [first, last] = tree.tokens_in(content);
  for (TokenIndex i = first; i < last; ++i) {
    const TokenIndex head = tree.head(i);
    if (tree.token(i).upos != Upos::PUNCT && (head < first || head >= last)) return i;
  }
  return -1;
}

bool root_is_negated(const Tree& tree, const Span& content) {
  const TokenIndex root = root_of(tree, content);
  if (root < 0) return false;
  for (const TokenIndex c : tree.children(root)) {
    if (tree.is_word(c, WordClass::negation)) return true;
    // "There is no armed conflict", "No cases have been found"
    if (tree.is(c, {"nsubj", "obj"})) {
      const TokenIndex determiner = tree.child(c, {"det"});
      if (determiner >= 0 && tree.is_word(determiner, WordClass::no)) return true;
    }
    if (tree.is(c, {"det"}) && tree.is_word(c, WordClass::no)) return true;
  }
  return false;
}

// How far from the cue, in words, a phrase can still be about the cue: "later withdrew its claim".
constexpr TokenIndex kAround = 5;

// The words beside the cue on its side of the content, up to the next mark or conjunction; without
// a cue, all words of the sentence outside the content.
std::string surroundings(const Tree& tree, const Statement& statement) {
  const auto [first, last] = tree.tokens_in(statement.sentence);
  const std::pair<TokenIndex, TokenIndex> content = tree.tokens_in(statement.span);
  if (!statement.cue) {
    return utf8::folded(tree.text({statement.sentence.begin, statement.span.begin})) + " | " +
           utf8::folded(tree.text({statement.span.end, statement.sentence.end}));
  }
  const auto bounds = [&](TokenIndex i) {
    const Upos upos = tree.token(i).upos;
    return upos == Upos::PUNCT || upos == Upos::CCONJ || (i >= content.first && i < content.second);
  };
  const TokenIndex cue = tree.tokens_in(*statement.cue).first;
  if (cue < first || cue >= last) return utf8::folded(tree.text(*statement.cue));
  TokenIndex from = cue;
  while (from > first && cue - from < kAround && !bounds(from - 1)) --from;
  TokenIndex to = cue + 1;
  while (to < last && to - cue <= kAround && !bounds(to)) ++to;
  return utf8::folded(tree.text({tree.token(from).span.begin, tree.token(to - 1).span.end}));
}

}  // namespace

void set_act(const Tree& tree, const Lexicon& lexicon, Statement& statement) {
  const std::string content = utf8::folded(tree.text(statement.span));
  const std::string sentence = utf8::folded(tree.text(statement.sentence));
  const std::string around = surroundings(tree, statement);
  for (const ActPhrase& phrase : lexicon.act_phrases) {
    if (!has_phrase(phrase.in_content ? content : around, phrase.phrase)) continue;
    const bool weaker = statement.act == Act::deny || statement.act == Act::retract;
    if (phrase.act && !weaker) statement.act = *phrase.act;
    if (phrase.certainty != Certainty::unknown) statement.certainty = phrase.certainty;
  }
  // "What shall I do?" he asked: no demand.
  if (statement.act == Act::demand && content.ends_with('?')) statement.act = Act::state;
  if (statement.certainty == Certainty::unknown) {
    const bool guess = statement.act == Act::believe || statement.act == Act::predict ||
                       statement.act == Act::doubt || statement.act == Act::decline;
    if (!guess) statement.certainty = Certainty::certain;
  }
  if (root_is_negated(tree, statement.span)) statement.polarity = Polarity::negative;
  for (const auto& [phrase, basis] : lexicon.basis_phrases) {
    if (has_phrase(sentence, phrase)) {
      statement.basis = basis;
      return;
    }
  }
}

Speech speech_of(const std::vector<Quote>& quotes, const Span& content) {
  const Quote* quote = quote_around(quotes, content);
  if (quote) return Speech::direct;
  const auto inside = std::find_if(quotes.begin(), quotes.end(), [&](const Quote& q) {
    return q.inner.size() > 1 && content.overlaps(q.inner);
  });
  return inside == quotes.end() ? Speech::indirect : Speech::mixed;
}

}  // namespace counterpoint::statement
