// SPDX-License-Identifier: Apache-2.0
#include "statement/tree.h"

#include <algorithm>

#include "base/utf8.h"

namespace counterpoint::statement {

namespace {

// Heads of all tokens, with -1 where a head is no token or closes a circle: walks end.
std::vector<TokenIndex> sound_heads(const std::vector<Token>& tokens) {
  const auto size = static_cast<TokenIndex>(tokens.size());
  std::vector<TokenIndex> heads;
  heads.reserve(tokens.size());
  for (const Token& token : tokens) {
    heads.push_back(token.head >= 0 && token.head < size ? token.head : -1);
  }
  std::vector<TokenIndex> walk(tokens.size(), -1);  // the token whose walk came by here first
  for (TokenIndex start = 0; start < size; ++start) {
    TokenIndex i = start;
    while (i >= 0 && walk[static_cast<std::size_t>(i)] < 0) {
      walk[static_cast<std::size_t>(i)] = start;
      TokenIndex& head = heads[static_cast<std::size_t>(i)];
      if (head >= 0 && walk[static_cast<std::size_t>(head)] == start) head = -1;
      i = head;
    }
  }
  return heads;
}

}  // namespace

Tree::Tree(const Document& document, const Annotation& annotation, const FunctionWords& words)
    : document_(document),
      annotation_(annotation),
      words_(words),
      heads_(sound_heads(annotation.tokens)),
      children_(annotation.tokens.size()),
      sentence_of_(annotation.tokens.size(), 0) {
  for (TokenIndex i = 0; i < size(); ++i) {
    if (head(i) >= 0) children_[static_cast<std::size_t>(head(i))].push_back(i);
  }
  for (std::size_t s = 0; s < annotation.sentences.size(); ++s) {
    const Sentence& sentence = annotation.sentences[s];
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      sentence_of_[static_cast<std::size_t>(i)] = s;
    }
  }
}

std::string Tree::lower(TokenIndex i) const {
  return i >= 0 && i < size() ? utf8::lower(word(i)) : std::string();
}

bool Tree::is(TokenIndex i, std::initializer_list<std::string_view> names) const {
  const std::string_view relation = token(i).deprel;
  const std::string_view base = relation.substr(0, relation.find(':'));
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return name == relation || name == base; });
}

TokenIndex Tree::child(TokenIndex i, std::initializer_list<std::string_view> names) const {
  for (const TokenIndex c : children(i)) {
    if (is(c, names)) return c;
  }
  return -1;
}

bool Tree::has_child_word(TokenIndex i, WordClass kind) const {
  return std::any_of(children(i).begin(), children(i).end(),
                     [&](TokenIndex c) { return is_word(c, kind); });
}

Span Tree::subtree(TokenIndex i, const std::vector<TokenIndex>& without) const {
  Span span = token(i).span;
  std::vector<TokenIndex> open{i};
  while (!open.empty()) {
    const TokenIndex top = open.back();
    open.pop_back();
    for (const TokenIndex c : children(top)) {
      if (std::find(without.begin(), without.end(), c) != without.end()) continue;
      span.begin = std::min(span.begin, token(c).span.begin);
      span.end = std::max(span.end, token(c).span.end);
      open.push_back(c);
    }
  }
  return span;
}

std::pair<TokenIndex, TokenIndex> Tree::tokens_in(const Span& span) const {
  const auto& tokens = annotation_.tokens;
  const auto first = std::lower_bound(
      tokens.begin(), tokens.end(), span.begin,
      [](const Token& token, std::uint32_t offset) { return token.span.begin < offset; });
  const auto last = std::lower_bound(
      first, tokens.end(), span.end,
      [](const Token& token, std::uint32_t offset) { return token.span.end <= offset; });
  return {static_cast<TokenIndex>(first - tokens.begin()),
          static_cast<TokenIndex>(last - tokens.begin())};
}

std::int32_t Tree::mention_at(TokenIndex i) const {
  const auto& mentions = annotation_.mentions;
  std::int32_t best = -1;
  const auto better = [&](const Mention& a, const Mention& b) {
    if (a.named != b.named) return a.named;
    return a.last - a.first < b.last - b.first;
  };
  // Mentions are sorted by span; those that begin after the token cannot hold it.
  const auto end = std::upper_bound(
      mentions.begin(), mentions.end(), token(i).span.begin,
      [](std::uint32_t offset, const Mention& m) { return offset < m.span.begin; });
  // A mention is a phrase: 64 predecessors reach back far further than any phrase does.
  const auto begin = end - std::min<std::ptrdiff_t>(64, end - mentions.begin());
  for (auto m = begin; m != end; ++m) {
    if (m->first > i || i >= m->last) continue;
    if (best < 0 || better(*m, mentions[static_cast<std::size_t>(best)])) {
      best = static_cast<std::int32_t>(m - mentions.begin());
    }
  }
  return best;
}

Span without_edge(std::string_view text, const Span& span, const Span& part) {
  if (!span.contains(part)) return span;
  if (trimmed(text, {span.begin, part.begin}).empty()) return {part.end, span.end};
  if (trimmed(text, {part.end, span.end}).empty()) return {span.begin, part.begin};
  return span;
}

Span trimmed(std::string_view text, Span span) {
  static constexpr std::string_view kEdges[] = {" ", "\n", "\t", "\"", "'", ",", ";", ":", ".", "-",
                                                "–", "—",  "“",  "”",  "‘", "’", "…", "(", ")"};
  for (bool changed = true; changed && !span.empty();) {
    changed = false;
    for (const std::string_view edge : kEdges) {
      const std::string_view words = span.of(text);
      if (words.starts_with(edge) && edge != "…") {
        span.begin += static_cast<std::uint32_t>(edge.size());
        changed = true;
      } else if (words.ends_with(edge) && edge != ")") {
        span.end -= static_cast<std::uint32_t>(edge.size());
        changed = true;
      }
      if (span.empty()) break;
    }
  }
  return span;
}

}  // namespace counterpoint::statement
