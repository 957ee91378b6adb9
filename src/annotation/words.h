// SPDX-License-Identifier: Apache-2.0
// A document's tokens with their words folded once: what the rules of this stage read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotation/lexicon.h"
#include "base/utf8.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// Holds references: the text, annotation and lexicon must outlive it, and the annotation's tokens
// and sentences must not change meanwhile.
struct Words {
  Words(std::string_view document_text, const Annotation& of, const Lexicon& words)
      : text(document_text), ann(of), lexicon(words) {
    folded.reserve(ann.tokens.size());
    for (const Token& token : ann.tokens) folded.push_back(utf8::folded(token.span.of(text)));
  }

  // The folded word at `i`; empty outside the document.
  [[nodiscard]] std::string_view at(TokenIndex i) const {
    if (i < 0 || i >= size()) return {};
    return folded[static_cast<std::size_t>(i)];
  }
  // Whether the word at `i` plays the part.
  [[nodiscard]] bool is(TokenIndex i, WordRole role) const {
    return lexicon.roles.has(at(i), role);
  }
  [[nodiscard]] const Token& token(TokenIndex i) const {
    return ann.tokens[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] std::string_view written(TokenIndex i) const { return token(i).span.of(text); }
  [[nodiscard]] TokenIndex size() const { return static_cast<TokenIndex>(folded.size()); }
  // Whether no white space stands between token i and the one after it.
  [[nodiscard]] bool joined(TokenIndex i) const {
    return i >= 0 && i + 1 < size() && token(i).span.end == token(i + 1).span.begin;
  }
  // The span from the first to the last token of [first, last).
  [[nodiscard]] Span span(TokenIndex first, TokenIndex last) const {
    return {token(first).span.begin, token(last - 1).span.end};
  }

  std::string_view text;
  const Annotation& ann;
  const Lexicon& lexicon;
  std::vector<std::string> folded;
};

[[nodiscard]] inline bool is_dash(std::string_view word) {
  return word == "-" || word == "--";
}

}  // namespace counterpoint::annotation
