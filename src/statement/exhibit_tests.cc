// SPDX-License-Identifier: Apache-2.0
#include "statement/exhibit_tests.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/attribution.h"
#include "statement/exhibit_signs.h"

namespace counterpoint::statement {
namespace {

using Role = ExhibitRole;

class TestFinder {
 public:
  TestFinder(const Tree& tree, const ExhibitWords& words) : tree_(tree), words_(words) {}

  std::vector<FoundTest> run() {
    for (TokenIndex i = 0; i < tree_.size(); ++i) {
      if (is(i, Role::be_false) || is(i, Role::be_old) || is(i, Role::be_true)) take_quality(i);
      if (is(i, Role::unsure) && tree_.is(i, {"amod"})) add(i, tree_.head(i), Act::doubt);
      if (tree_.token(i).upos == Upos::VERB && is(i, Role::verify)) take_verification(i);
      if (is(i, Role::question)) take_question(i);
      if (tree_.is(i, {"nsubj"})) take_origin(i);
    }
    return std::move(tests_);
  }

 private:
  bool is(TokenIndex i, Role role) const {
    return words_.has(role, tree_.token(i).lemma) || words_.has(role, tree_.lower(i));
  }

  Act act_of(TokenIndex word) const {
    for (const std::string& form : {tree_.token(word).lemma, tree_.lower(word)}) {
      const auto act = words_.tests.find(form);
      if (act != words_.tests.end()) return act->second;
    }
    return Act::doubt;
  }

  void add(TokenIndex word, TokenIndex noun, Act act, bool predicate = false, bool known = false) {
    if (noun >= 0) tests_.push_back({word, through_relative(noun), act, predicate, known});
  }

  // "the video, which was staged": the video.
  TokenIndex through_relative(TokenIndex noun) const {
    if (!tree_.is_word(noun, WordClass::relative)) return noun;
    for (TokenIndex at = tree_.head(noun), steps = 0; at >= 0 && steps < 4; ++steps) {
      if (tree_.is(at, {"acl"})) return tree_.head(at);
      at = tree_.head(at);
    }
    return noun;
  }

  TokenIndex subject(TokenIndex word) const { return tree_.child(word, {"nsubj:pass", "nsubj"}); }

  // "is fake", "was staged", "dismissed it as a forgery", "called the clip misleading".
  void take_quality(TokenIndex i) {
    const bool falsehood = !is(i, Role::be_true);
    const Act said = falsehood ? act_of(i) : Act::confirm;
    const Act turned = falsehood ? Act::confirm : Act::disconfirm;
    if (is_guess(i)) return;
    // "Gunmen staged an attack": only what is staged itself counts.
    const bool verb = tree_.token(i).upos == Upos::VERB;
    const TokenIndex own = verb ? tree_.child(i, {"nsubj:pass"}) : subject(i);
    if (own >= 0) return add(i, own, has_negation(tree_, i) ? turned : said, true);
    const TokenIndex head = tree_.head(i);
    if (head < 0) return;
    if (tree_.is(i, {"amod"})) return add(i, head, said, false, true);
    const bool as = tree_.child(i, {"case", "mark"}) >= 0;
    if (tree_.is(i, {"xcomp", "obl", "advcl"}) && tree_.token(head).upos == Upos::VERB &&
        (as || tree_.is(i, {"xcomp"}))) {
      TokenIndex noun = tree_.child(head, {"obj"});
      if (noun < 0) noun = tree_.child(head, {"nsubj:pass"});
      if (!has_negation(tree_, head)) add(i, noun, said);
    } else if (tree_.is(i, {"nmod"}) && is_as(i)) {
      add(i, head, said);
    }
  }

  bool is_as(TokenIndex i) const {
    const TokenIndex preposition = tree_.child(i, {"case"});
    return preposition >= 0 && is(preposition, Role::as);
  }

  // "may be fake" says nothing for certain, and "could have been staged" neither.
  bool is_guess(TokenIndex word) const {
    return std::any_of(tree_.children(word).begin(), tree_.children(word).end(), [&](TokenIndex c) {
      return tree_.is(c, {"aux"}) && tree_.is_word(c, WordClass::hypothetical);
    });
  }

  // "could not be verified", "unable to authenticate", "verified by".
  void take_verification(TokenIndex verb) {
    const TokenIndex noun = tested_by(verb);
    if (noun < 0) return;
    if (has_negation(tree_, verb)) return add(verb, noun, Act::doubt);
    const TokenIndex head = tree_.head(verb);
    const bool open = tree_.is(verb, {"xcomp", "csubj", "advcl", "ccomp", "acl"});
    if (open && head >= 0 && (is(head, Role::unable) || has_negation(tree_, head))) {
      const bool infinitive = !is_so(tree_, verb);
      if (infinitive) return add(verb, noun, Act::doubt);
    }
    if (is_so(tree_, verb) && !tree_.is(verb, {"xcomp"})) add(verb, noun, Act::confirm);
  }

  TokenIndex tested_by(TokenIndex verb) const {
    TokenIndex noun = tree_.child(verb, {"obj"});
    if (noun < 0) noun = tree_.child(verb, {"nsubj:pass"});
    if (noun < 0 && tree_.is(verb, {"acl"}) && tree_.token(verb).xpos == "VBN") {
      return tree_.head(verb);
    }
    if (noun < 0) return -1;
    return is(noun, Role::proof) ? owner(noun) : noun;
  }

  // "the authenticity of the memo", "its authenticity"
  TokenIndex owner(TokenIndex proof) const {
    for (const TokenIndex c : tree_.children(proof)) {
      if (tree_.is(c, {"nmod:poss"})) return c;
      if (tree_.is(c, {"nmod"}) && tree_.has_child_word(c, WordClass::of)) return c;
    }
    return -1;
  }

  // "questioned the authenticity of", "cast doubt on the photographs".
  void take_question(TokenIndex i) {
    if (tree_.token(i).upos == Upos::VERB) {
      if (has_negation(tree_, i)) return;
      TokenIndex noun = tree_.child(i, {"obj"});
      if (noun < 0) noun = tree_.child(i, {"nsubj:pass"});
      if (noun >= 0 && is(noun, Role::proof)) return add(i, owner(noun), act_of(i));
      // To deny or reject a document is to refuse what it asks; a footage has no such thing.
      if (noun >= 0 && act_of(i) == Act::doubt) add(i, noun, Act::doubt);
      return;
    }
    const TokenIndex verb = tree_.head(i);
    if (tree_.token(i).upos != Upos::NOUN || act_of(i) != Act::doubt || has_negation(tree_, i)) {
      return;
    }
    for (const TokenIndex c : tree_.children(i)) {
      if (tree_.is(c, {"nmod"}) && !tree_.is(c, {"nmod:poss"})) add_doubted(i, c);
    }
    if (verb < 0 || !tree_.is(i, {"obj"})) return;
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_.is(c, {"obl"})) add_doubted(i, c);
    }
  }

  void add_doubted(TokenIndex word, TokenIndex noun) {
    const TokenIndex preposition = tree_.child(noun, {"case"});
    if (preposition < 0 || !is(preposition, Role::about)) return;
    add(word, is(noun, Role::proof) ? owner(noun) : noun, Act::doubt, false, true);
  }

  // "was filmed years ago", "is from another country".
  void take_origin(TokenIndex noun) {
    const TokenIndex made = tree_.head(noun);
    if (made < 0) return;
    const bool passive = tree_.is(noun, {"nsubj:pass"});
    const bool verb = tree_.token(made).upos == Upos::VERB;
    const bool tells = verb ? is(made, Role::make) && (passive || tree_.child(made, {"obj"}) < 0)
                            : tree_.child(made, {"cop"}) >= 0;
    if (!tells || has_negation(tree_, made) || is_guess(made)) return;
    const std::string words = " " + utf8::folded(tree_.text(tree_.subtree(made))) + " ";
    const bool elsewhere =
        std::any_of(words_.elsewhere.begin(), words_.elsewhere.end(), [&](const std::string& at) {
          const std::size_t found = words.find(" " + at);
          return found != std::string::npos &&
                 !std::isalpha(static_cast<unsigned char>(words[found + 1 + at.size()]));
        });
    if (elsewhere) add(made, noun, Act::disconfirm, true);
  }

  const Tree& tree_;
  const ExhibitWords& words_;
  std::vector<FoundTest> tests_;
};

}  // namespace

std::vector<FoundTest> find_exhibit_tests(const Tree& tree, const ExhibitWords& words) {
  return TestFinder(tree, words).run();
}

}  // namespace counterpoint::statement
