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

}  // namespace

void set_act(const Tree& tree, const Lexicon& lexicon, Statement& statement) {
  const std::string content = utf8::folded(tree.text(statement.span));
  const std::string sentence = utf8::folded(tree.text(statement.sentence));
  for (const ActPhrase& phrase : lexicon.act_phrases) {
    if (!has_phrase(phrase.in_content ? content : sentence, phrase.phrase)) continue;
    const bool weaker = statement.act == Act::deny || statement.act == Act::retract;
    if (phrase.act && !weaker) statement.act = *phrase.act;
    if (phrase.certainty != Certainty::unknown) statement.certainty = phrase.certainty;
  }
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
