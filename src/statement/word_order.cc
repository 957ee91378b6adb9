// SPDX-License-Identifier: Apache-2.0
#include "statement/word_order.h"

#include <algorithm>

namespace counterpoint::statement {
namespace {

// Whether an item of these, sorted and apart, holds the token.
template <class Items>
bool holds(const Items& items, const Span& token) {
  const auto after = std::partition_point(
      items.begin(), items.end(), [&](const auto& item) { return item.span.begin <= token.begin; });
  return after != items.begin() && std::prev(after)->span.contains(token);
}

}  // namespace

bool is_nominal(const Tree& tree, TokenIndex i) {
  switch (tree.token(i).upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::PRON:
    case Upos::ADJ:
    case Upos::DET:
    case Upos::NUM:
    case Upos::PART:
    case Upos::ADP:
    case Upos::SYM:
      return true;
    default:
      return tree.word(i) == "-" || tree.word(i) == ".";
  }
}

bool is_finite(const Tree& tree, TokenIndex i) {
  const std::string& tag = tree.token(i).xpos;
  return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD";
}

bool has_finite(const Tree& tree, TokenIndex first, TokenIndex last) {
  for (TokenIndex i = first; i < last; ++i) {
    if (is_finite(tree, i)) return true;
  }
  return false;
}

bool is_time(const Tree& tree, TokenIndex i) {
  return holds(tree.annotation().times, tree.token(i).span);
}

bool is_quantity(const Tree& tree, TokenIndex i) {
  return holds(tree.annotation().quantities, tree.token(i).span);
}

bool is_noun(const Tree& tree, TokenIndex i) {
  const Upos upos = tree.token(i).upos;
  return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON;
}

bool is_participle(const Tree& tree, TokenIndex i) {
  const std::string& tag = tree.token(i).xpos;
  return tag == "VBG" || tag == "VBN";
}

bool is_relative(const Tree& tree, TokenIndex i) {
  const std::string& tag = tree.token(i).xpos;
  return tag == "WP" || tag == "WDT";
}

TokenIndex head_between(const Tree& tree, TokenIndex first, TokenIndex last) {
  for (TokenIndex i = first; i < last; ++i) {
    const TokenIndex head = tree.head(i);
    if (is_noun(tree, i) && (head < first || head >= last)) return i;
  }
  return -1;
}

}  // namespace counterpoint::statement
