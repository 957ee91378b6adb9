// SPDX-License-Identifier: Apache-2.0
#include "annotation/parse_mends.h"

#include <vector>

#include "base/utf8.h"

namespace counterpoint::annotation {
namespace {

bool is_noun(const Token& token) {
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN;
}

bool is_modifier(const Token& token) {
  return token.upos == Upos::ADJ || token.upos == Upos::NUM || token.xpos == "HYPH" ||
         is_noun(token);
}

class OwnerMender {
 public:
  OwnerMender(const Sentence& sentence, std::vector<Token>& tokens)
      : sentence_(sentence), tokens_(tokens) {}

  void run() {
    for (TokenIndex mark = sentence_.first + 1; mark < sentence_.last; ++mark) {
      if (at(mark).xpos != "POS" || at(mark).head < sentence_.first) continue;
      const TokenIndex owner = at(mark).head;
      if (owner >= mark || !is_noun(at(owner)) || at(owner).deprel == "nmod:poss") continue;
      const TokenIndex owned = owned_behind(mark, owner);
      if (owned >= 0) swap(owner, owned);
    }
  }

 private:
  Token& at(TokenIndex i) { return tokens_[static_cast<std::size_t>(i)]; }

  // The last noun of the phrase behind the mark that hangs on the owner; -1: none.
  TokenIndex owned_behind(TokenIndex mark, TokenIndex owner) {
    TokenIndex owned = -1;
    for (TokenIndex i = mark + 1; i < sentence_.last && is_modifier(at(i)); ++i) {
      if (at(i).head == owner && is_noun(at(i))) owned = i;
    }
    return owned;
  }

  void swap(TokenIndex owner, TokenIndex owned) {
    for (TokenIndex i = sentence_.first; i < sentence_.last; ++i) {
      if (at(i).head != owner || i == owned) continue;
      const bool brings = i < owner && (at(i).deprel == "case" || at(i).deprel == "cc");
      if (i > owned || brings) at(i).head = owned;
    }
    at(owned).head = at(owner).head;
    at(owned).deprel = at(owner).deprel;
    at(owner).head = owned;
    at(owner).deprel = "nmod:poss";
  }

  const Sentence& sentence_;
  std::vector<Token>& tokens_;
};

}  // namespace

void mend_owners(Annotation& annotation) {
  for (const Sentence& sentence : annotation.sentences) {
    OwnerMender(sentence, annotation.tokens).run();
  }
}

void mend_lost_clauses(Annotation& annotation) {
  std::vector<Token>& tokens = annotation.tokens;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    Token& verb = tokens[i];
    if (verb.upos != Upos::VERB || verb.deprel != "acl" || verb.head < 0) continue;
    if (verb.xpos != "VBD" && verb.xpos != "VBZ" && verb.xpos != "VBP") continue;
    Token& subject = tokens[static_cast<std::size_t>(verb.head)];
    const bool beside = static_cast<std::size_t>(verb.head) + 1 == i;
    if (!beside || subject.deprel != "obj" || subject.head < 0 || !is_noun(subject)) continue;
    verb.deprel = "ccomp";
    verb.head = subject.head;
    subject.deprel = "nsubj";
    subject.head = static_cast<TokenIndex>(i);
  }
}

void mend_names(std::string_view text, Annotation& annotation) {
  const auto is_small = [&](const Token& token) {
    const std::string_view word = token.span.of(text);
    return utf8::lower(word) == word;
  };
  for (const Sentence& sentence : annotation.sentences) {
    for (TokenIndex i = sentence.first + 1; i + 1 < sentence.last; ++i) {
      const auto at = [&](TokenIndex token) -> Token& {
        return annotation.tokens[static_cast<std::size_t>(token)];
      };
      Token& name = at(i);
      if (name.span.of(text) == "WHO" && is_small(at(i + 1)) && name.xpos.starts_with('W')) {
        name.upos = Upos::PROPN;
        name.xpos = "NNP";
      }
      Token& verb = at(i + 1);
      const bool finite = verb.xpos == "VBD" || verb.xpos == "VBZ" || verb.xpos == "VBN";
      if (name.upos != Upos::VERB || is_small(name) || at(i - 1).upos != Upos::PROPN) continue;
      if (verb.upos != Upos::VERB || !finite || !is_small(verb)) continue;
      verb.head = name.head;
      verb.deprel = name.deprel;
      verb.xpos = verb.xpos == "VBN" ? "VBD" : verb.xpos;
      for (TokenIndex j = sentence.first; j < sentence.last; ++j) {
        if (at(j).head == i) at(j).head = i + 1;
      }
      name.upos = Upos::PROPN;
      name.xpos = "NNP";
      name.head = i - 1;
      name.deprel = "flat";
    }
  }
}

void mend_past_tags(std::string_view text, Annotation& annotation) {
  for (Token& token : annotation.tokens) {
    if (token.upos != Upos::VERB || (token.xpos != "VB" && token.xpos != "VBP")) continue;
    const std::string word = utf8::lower(token.span.of(text));
    if (word.size() < 6 || !word.ends_with("ed") || word.ends_with("eed") ||
        word.ends_with("bed") || word.ends_with("shred")) {
      continue;
    }
    token.xpos = "VBD";
  }
}

}  // namespace counterpoint::annotation
