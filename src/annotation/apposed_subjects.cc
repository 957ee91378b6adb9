// SPDX-License-Identifier: Apache-2.0
#include "annotation/apposed_subjects.h"

#include <algorithm>
#include <vector>

namespace counterpoint::annotation {
namespace {

constexpr TokenIndex kFarthest = 40;  // tokens between the two heads; no phrase is longer

bool is_subject(const Token& token) {
  return token.deprel.starts_with("nsubj") &&
         (token.upos == Upos::NOUN || token.upos == Upos::PROPN);
}

class Mender {
 public:
  Mender(std::string_view text, const Sentence& sentence, std::vector<Token>& tokens)
      : text_(text), sentence_(sentence), tokens_(tokens) {}

  void run() {
    for (TokenIndex i = sentence_.first; i < sentence_.last; ++i) {
      if (!is_subject(at(i))) continue;
      const TokenIndex other = subject_before(i);
      if (other < 0) continue;
      if (first_.empty()) measure_phrases();
      if (!names_the_other(other, i)) continue;
      at(i).head = other;
      at(i).deprel = "appos";
    }
  }

 private:
  Token& at(TokenIndex i) { return tokens_[static_cast<std::size_t>(i)]; }
  bool is_comma(TokenIndex i) { return at(i).span.of(text_) == ","; }

  TokenIndex subject_before(TokenIndex i) {
    const TokenIndex farthest = std::max(sentence_.first, i - kFarthest);
    for (TokenIndex j = i - 1; j >= farthest; --j) {
      if (at(j).head == at(i).head && is_subject(at(j))) return j;
    }
    return -1;
  }

  // First and last token below each token, as the parse was before the first mend. Heads that lead
  // nowhere end after a sentence's length.
  void measure_phrases() {
    const auto size = static_cast<std::size_t>(sentence_.last - sentence_.first);
    first_.assign(size, 0);
    last_.assign(size, 0);
    for (TokenIndex i = sentence_.first; i < sentence_.last; ++i) first(i) = last(i) = i;
    for (TokenIndex i = sentence_.first; i < sentence_.last; ++i) {
      if (at(i).deprel == "punct") continue;
      TokenIndex node = i;
      for (std::size_t steps = 0; node >= 0 && steps <= size; ++steps, node = at(node).head) {
        first(node) = std::min(first(node), i);
        last(node) = std::max(last(node), i);
      }
    }
  }
  TokenIndex& first(TokenIndex i) { return first_[static_cast<std::size_t>(i - sentence_.first)]; }
  TokenIndex& last(TokenIndex i) { return last_[static_cast<std::size_t>(i - sentence_.first)]; }

  // The comma stands right between them, and behind the second comes another or the verb's group.
  bool names_the_other(TokenIndex one, TokenIndex other) {
    const TokenIndex behind = last(other) + 1;
    if (last(one) + 2 != first(other) || !is_comma(last(one) + 1)) return false;
    if (behind >= sentence_.last) return false;
    return is_comma(behind) || behind == at(other).head || at(behind).head == at(other).head;
  }

  std::string_view text_;
  const Sentence& sentence_;
  std::vector<Token>& tokens_;
  std::vector<TokenIndex> first_, last_;
};

}  // namespace

void mend_apposed_subjects(std::string_view text, Annotation& annotation) {
  for (const Sentence& sentence : annotation.sentences) {
    Mender(text, sentence, annotation.tokens).run();
  }
}

}  // namespace counterpoint::annotation
