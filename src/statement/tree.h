// SPDX-License-Identifier: Apache-2.0
// Walking one document's dependency trees: children, subtrees and the words of tokens.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "counterpoint/annotation.h"
#include "counterpoint/document.h"
#include "statement/lexicon.h"

namespace counterpoint::statement {

// Holds references: document, annotation and words must outlive it. Set-up is linear in the tokens.
// A head that would close a circle, or that is no token, counts as none.
class Tree {
 public:
  Tree(const Document& document, const Annotation& annotation, const FunctionWords& words);
  Tree(Document&&, const Annotation&, const FunctionWords&) = delete;
  Tree(const Document&, Annotation&&, const FunctionWords&) = delete;

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Annotation& annotation() const { return annotation_; }
  [[nodiscard]] const Token& token(TokenIndex i) const {
    return annotation_.tokens[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] TokenIndex size() const {
    return static_cast<TokenIndex>(annotation_.tokens.size());
  }
  [[nodiscard]] std::string_view word(TokenIndex i) const {
    return token(i).span.of(document_.text);
  }
  // Lower-cased word; "" outside the document, so that neighbours can be asked for freely.
  [[nodiscard]] std::string lower(TokenIndex i) const;
  [[nodiscard]] bool is_word(TokenIndex i, WordClass kind) const {
    return words_.has(kind, lower(i));
  }
  [[nodiscard]] const FunctionWords& words() const { return words_; }
  [[nodiscard]] std::string_view text(const Span& span) const { return span.of(document_.text); }

  // The token it hangs on; -1: none.
  [[nodiscard]] TokenIndex head(TokenIndex i) const { return heads_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const std::vector<TokenIndex>& children(TokenIndex i) const {
    return children_[static_cast<std::size_t>(i)];
  }
  // Whether the relation is one of `names`, without its subtype ("nsubj" matches "nsubj:pass"
  // unless a name holds a colon itself).
  [[nodiscard]] bool is(TokenIndex i, std::initializer_list<std::string_view> names) const;
  // First child with one of these relations, or -1.
  [[nodiscard]] TokenIndex child(TokenIndex i, std::initializer_list<std::string_view> names) const;
  [[nodiscard]] bool has_child_word(TokenIndex i, WordClass kind) const;

  // Smallest span around the subtree of `i`, leaving out the subtrees of `without`.
  [[nodiscard]] Span subtree(TokenIndex i, const std::vector<TokenIndex>& without = {}) const;

  [[nodiscard]] std::size_t sentence_of(TokenIndex i) const {
    return sentence_of_[static_cast<std::size_t>(i)];
  }
  // Tokens that lie wholly in the span, as a half-open index range.
  [[nodiscard]] std::pair<TokenIndex, TokenIndex> tokens_in(const Span& span) const;
  // The mention that holds token `i`, the smallest with a name if any, else the smallest; -1: none.
  [[nodiscard]] std::int32_t mention_at(TokenIndex i) const;

 private:
  const Document& document_;
  const Annotation& annotation_;
  const FunctionWords& words_;
  std::vector<TokenIndex> heads_;
  std::vector<std::vector<TokenIndex>> children_;
  std::vector<std::size_t> sentence_of_;
};

// The span without `part`, where nothing but punctuation stands between `part` and one of its ends;
// else the span as it is.
[[nodiscard]] Span without_edge(std::string_view text, const Span& span, const Span& part);

// The span without white space, quotation marks and stray punctuation at its edges. Closing marks
// that belong to the words (a full bracket, "U.S.") stay only inside.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

}  // namespace counterpoint::statement
