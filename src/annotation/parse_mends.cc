// SPDX-License-Identifier: Apache-2.0
#include "annotation/parse_mends.h"

#include <algorithm>
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

// "has SICKENED 415 children": a participle behind "has" and before the article or number of its
// object, taken for an adjective of that object.
bool is_perfect_adjective(std::string_view text, const std::vector<Token>& tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (i == 0 || i + 1 >= tokens.size() || token.upos != Upos::ADJ) return false;
  if (tokens[i - 1].upos != Upos::AUX || !token.span.of(text).ends_with("ed")) return false;
  const std::string helper = utf8::lower(tokens[i - 1].span.of(text));
  if (helper != "has" && helper != "have" && helper != "had") return false;
  const Upos next = tokens[i + 1].upos;
  const bool inside = token.head > static_cast<TokenIndex>(i) && token.deprel == "amod";
  return inside && (next == Upos::NUM || next == Upos::DET);
}

// Whether something among its neighbours is the subject of the verb.
bool has_subject(const Annotation& annotation, TokenIndex verb) {
  constexpr TokenIndex kReach = 24;  // words from a subject to its verb
  const auto size = static_cast<TokenIndex>(annotation.tokens.size());
  for (TokenIndex i = std::max(0, verb - kReach); i < std::min(size, verb + kReach); ++i) {
    const Token& token = annotation.tokens[static_cast<std::size_t>(i)];
    if (token.head == verb && token.deprel.starts_with("nsubj")) return true;
  }
  return false;
}

// Makes it the verb of its clause: the noun becomes its object, a noun before "has" its subject.
void raise_participle(std::vector<Token>& tokens, TokenIndex verb) {
  const auto at = [&](TokenIndex i) -> Token& { return tokens[static_cast<std::size_t>(i)]; };
  const TokenIndex object = at(verb).head;
  at(verb).upos = Upos::VERB;
  at(verb).xpos = "VBN";
  at(verb).head = at(object).head;
  at(verb).deprel = at(object).deprel;
  at(object).head = verb;
  at(object).deprel = "obj";
  for (TokenIndex i = verb - 1; i >= 0 && verb - i <= 16; --i) {
    if (at(i).head != object) continue;
    at(i).head = verb;
    if (is_noun(at(i))) at(i).deprel = "nsubj";
  }
}

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
  for (std::size_t i = 0; i < annotation.tokens.size(); ++i) {
    Token& token = annotation.tokens[i];
    if (is_perfect_adjective(text, annotation.tokens, i)) {
      raise_participle(annotation.tokens, static_cast<TokenIndex>(i));
      continue;
    }
    // "a man LABELLED a traitor by the court": an attribute without "who" is a participle.
    if (token.xpos == "VBD" && token.deprel == "acl" && token.span.of(text).ends_with("ed") &&
        !has_subject(annotation, static_cast<TokenIndex>(i))) {
      token.xpos = "VBN";
    }
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
