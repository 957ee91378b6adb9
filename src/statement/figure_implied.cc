// SPDX-License-Identifier: Apache-2.0
#include "statement/figure_implied.h"

#include <algorithm>
#include <optional>

#include "statement/phrase_table.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// How far behind its article a noun may stand: "a young female police officer".
constexpr TokenIndex kNounReach = 5;

// The person that the article or "no" at `i` belongs to; -1: none.
TokenIndex person_behind(const FigureWords& words, TokenIndex i) {
  const Tree& tree = words.tree();
  for (TokenIndex n = i + 1; n < std::min(tree.size(), i + kNounReach); ++n) {
    const Token& token = tree.token(n);
    const bool joint = tree.word(n) == "-" || token.upos == Upos::ADP;
    const bool ends =
        n + 1 >= tree.size() || (tree.token(n + 1).upos != Upos::NOUN && tree.word(n + 1) != "-");
    if (token.xpos == "NN" && ends) return words.is_person(n) ? n : -1;
    if (token.upos != Upos::ADJ && token.upos != Upos::NOUN && !joint) return -1;
    if (token.upos == Upos::ADP && tree.word(n - 1) != "-") return -1;
  }
  return -1;
}

Quantity count(const Tree& tree, double value, TokenIndex first, TokenIndex last, TokenIndex noun) {
  Quantity quantity;
  quantity.span = {tree.token(first).span.begin, tree.token(last).span.end};
  quantity.number = quantity.span;
  quantity.min = quantity.max = value;
  quantity.noun = noun;
  return quantity;
}

std::optional<Quantity> zero_at(const FigureWords& words, TokenIndex i) {
  const Tree& tree = words.tree();
  const std::string word = tree.lower(i);
  if (word == "nobody" || word == "no-one") return count(tree, 0, i, i, -1);
  if (tree.is_word(i, WordClass::no)) {
    if (tree.lower(i + 1) == "one") return count(tree, 0, i, i + 1, -1);
    if (is_quantity(tree, i)) return std::nullopt;
    const TokenIndex noun = person_behind(words, i);
    if (noun >= 0) return count(tree, 0, i, i, noun);
  }
  return std::nullopt;
}

bool is_article(const Tree& tree, TokenIndex i) {
  const std::string word = tree.lower(i);
  return (word == "a" || word == "an") && !is_quantity(tree, i) && !is_time(tree, i);
}

// Whether people are counted in the same sentence, joined with the noun or in a joined clause.
bool stands_beside_count(const FigureWords& words, TokenIndex noun) {
  const Tree& tree = words.tree();
  const std::size_t sentence = tree.sentence_of(noun);
  bool joined = false;
  for (const Quantity& quantity : tree.annotation().quantities) {
    if (quantity.kind != QuantityKind::count) continue;
    const auto [first, last] = tree.tokens_in(quantity.number);
    if (first >= last || tree.sentence_of(first) != sentence) continue;
    if (quantity.noun >= 0 && words.kind_of(quantity.noun) != CountedKind::people) continue;
    const TokenIndex from = std::min(first, noun), to = std::max(first, noun);
    for (TokenIndex i = from; i < to && !joined; ++i) {
      joined = tree.token(i).upos == Upos::CCONJ;
    }
  }
  return joined;
}

// Whether a noun of its own follows: "another wave", "one serious blow", "a third man".
bool goes_on_to_noun(const FigureWords& words, TokenIndex i) {
  const Tree& tree = words.tree();
  if (i >= tree.size()) return false;
  if (tree.is_word(i, WordClass::state) || words.state(i)) return false;
  const Token& token = tree.token(i);
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::ADJ ||
         token.upos == Upos::NUM || tree.word(i) == "-" || is_quantity(tree, i);
}

// Whether it is the subject of a verb or a state, or the object of a verb right before it.
bool takes_part(const FigureWords& words, TokenIndex first, TokenIndex end) {
  const Tree& tree = words.tree();
  if (first > 0 && tree.token(first - 1).upos == Upos::VERB) return true;
  TokenIndex i = end;
  while (i < tree.size() && tree.token(i).upos == Upos::ADV) ++i;
  if (i >= tree.size()) return false;
  const Upos upos = tree.token(i).upos;
  return upos == Upos::VERB || upos == Upos::AUX || words.state(i);
}

std::optional<Quantity> one_at(const FigureWords& words, TokenIndex i) {
  const Tree& tree = words.tree();
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(i)];
  const TokenIndex n = phrase_at(tree, WordClass::one_more, i, sentence.last);
  if (n == 0 || is_time(tree, i) || (n == 1 && is_quantity(tree, i))) return std::nullopt;
  // "the one", "this one", "one after another"
  if (i > sentence.first) {
    const Upos before = tree.token(i - 1).upos;
    const bool loose = before == Upos::DET || before == Upos::ADJ || before == Upos::PRON ||
                       before == Upos::NUM || before == Upos::ADP;
    if (loose) return std::nullopt;
  }
  TokenIndex end = i + n;
  if (end < sentence.last && tree.token(end).xpos == "JJR") ++end;  // "one more died"
  if (goes_on_to_noun(words, end) || !takes_part(words, i, end)) return std::nullopt;
  return count(tree, 1, i, i + n - 1, -1);
}

// "a soldier died and another was hurt"
bool stands_before_one(const FigureWords& words, TokenIndex noun) {
  const Sentence& sentence = words.tree().annotation().sentences[words.tree().sentence_of(noun)];
  for (TokenIndex i = noun + 1; i < sentence.last; ++i) {
    if (one_at(words, i)) return true;
  }
  return false;
}

template <class Find>
std::vector<Quantity> everywhere(const Tree& tree, Find find) {
  std::vector<Quantity> found;
  for (TokenIndex i = 0; i < tree.size(); ++i) {
    if (std::optional<Quantity> quantity = find(i)) found.push_back(std::move(*quantity));
  }
  return found;
}

}  // namespace

std::vector<Quantity> implied_zeros(const FigureWords& words) {
  return everywhere(words.tree(), [&](TokenIndex i) { return zero_at(words, i); });
}

std::vector<Quantity> counted_articles(const FigureWords& words) {
  const Tree& tree = words.tree();
  return everywhere(tree, [&](TokenIndex i) -> std::optional<Quantity> {
    if (!is_article(tree, i)) return std::nullopt;
    const TokenIndex noun = person_behind(words, i);
    // "a woman of 85", "a boy aged 6" tell of one person and count nobody.
    if (noun < 0 || tree.is_word(noun + 1, WordClass::of) || tree.lower(noun + 1) == "aged") {
      return std::nullopt;
    }
    return stands_beside_count(words, noun) || stands_before_one(words, noun)
               ? std::optional(count(tree, 1, i, i, noun))
               : std::nullopt;
  });
}

std::vector<Quantity> elliptic_ones(const FigureWords& words) {
  return everywhere(words.tree(), [&](TokenIndex i) { return one_at(words, i); });
}

}  // namespace counterpoint::statement
