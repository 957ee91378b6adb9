// SPDX-License-Identifier: Apache-2.0
// What the grammar of one sentence says: apposition, "X is a Y", reflexives.
#include "annotation/chains.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

class GrammarPass {
 public:
  explicit GrammarPass(Chains& chains) : chains_(chains), words_(chains.words) {}

  void run() {
    for (std::size_t i = 0; i < chains_.size(); ++i) {
      const Expression& e = chains_.expressions[i];
      if (e.joined) continue;
      if (relation(words_, e.head) == "appos") apposition(i);
      if (e.form != Form::pronoun) predicate(i);
      if (e.pronoun != nullptr && e.pronoun->use == PronounUse::reflexive) reflexive(i);
    }
  }

 private:
  // Not "Hale, 43, ..." nor "Hale (UN)": what follows names or describes the same one.
  void apposition(std::size_t i) {
    const Expression& e = chains_.expressions[i];
    const std::int32_t other = chains_.headed_by(words_.token(e.head).head);
    if (other < 0) return;
    const Expression& first = chains_.expressions[static_cast<std::size_t>(other)];
    const bool time = e.type == MentionType::time && first.type == MentionType::time;
    if (words_.token(e.head).upos == Upos::NUM && !time) return;
    // "the University, Odara" names the town it lies in.
    const bool names = e.form == Form::name && first.form == Form::name;
    if (names && e.typed && first.typed && e.type != first.type) return;
    chains_.join(i, static_cast<std::size_t>(other), Link::apposition);
  }

  // "Hale is a doctor"; not "is not", "may be", "is there a", nor amounts.
  void predicate(std::size_t i) {
    const Expression& e = chains_.expressions[i];
    const Dependents& parse = chains_.dependents;
    const TokenIndex subject = parse.find(e.head, "nsubj");
    if (parse.find(e.head, "cop") < 0 || subject < 0 || subject > e.head) return;
    if (parse.find(e.head, "case") >= 0 && parse.find(e.head, "case") < e.head) return;
    if (e.determiner == Determiner::none || e.determiner == Determiner::quantified) return;
    if (is_denied(e.head)) return;
    if (const std::int32_t who = chains_.headed_by(subject); who >= 0) {
      chains_.join(i, static_cast<std::size_t>(who), Link::predicate);
    }
  }

  bool is_denied(TokenIndex head) const {
    for (const TokenIndex child : chains_.dependents.of(head)) {
      if (words_.is(child, WordRole::negation)) return true;
      if (relation(words_, child) == "aux" && words_.token(child).xpos == "MD") return true;
    }
    return words_.at(words_.ann.sentences[sentence_of(head)].last - 1) == "?";
  }

  std::size_t sentence_of(TokenIndex head) const {
    return chains_.expressions[static_cast<std::size_t>(chains_.headed_by(head))].sentence;
  }

  // The subject of its verb: "Hale hurt himself".
  void reflexive(std::size_t i) {
    const Expression& e = chains_.expressions[i];
    TokenIndex verb = words_.token(e.head).head;
    for (int steps = 0; verb >= 0 && steps < 4; ++steps) {
      const TokenIndex subject = chains_.dependents.find(verb, "nsubj");
      const std::int32_t who = subject == e.head ? -1 : chains_.headed_by(subject);
      if (who >= 0 && chains_.join(i, static_cast<std::size_t>(who), Link::reflexive)) return;
      verb = words_.token(verb).head;
    }
  }

  Chains& chains_;
  const Words& words_;
};

}  // namespace

void link_grammar(Chains& chains) {
  GrammarPass(chains).run();
}

}  // namespace counterpoint::annotation
