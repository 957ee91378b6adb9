// SPDX-License-Identifier: Apache-2.0
#include "annotation/pronoun_features.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

class Pair {
 public:
  Pair(const Chains& chains, std::size_t pronoun, std::size_t earlier)
      : chains_(chains),
        words_(chains.words),
        e_(chains.expressions[pronoun]),
        m_(chains.expressions[earlier]),
        facts_(chains.facts(earlier)) {}

  std::vector<std::size_t> features() {
    distance();
    role();
    form();
    type();
    place_in_clause();
    const std::size_t shift = class_of(*e_.pronoun) * kRows;
    for (std::size_t& f : found_) f += shift;
    return std::move(found_);
  }

 private:
  void set(Feature f, bool holds = true) {
    if (holds) found_.push_back(f);
  }

  const Sentence& sentence(const Expression& e) const { return words_.ann.sentences[e.sentence]; }

  void distance() {
    const std::uint32_t sentences = e_.sentence - m_.sentence;
    set(sentences == 0   ? kSameSentence
        : sentences == 1 ? kSentenceBefore
        : sentences == 2 ? kTwoBefore
                         : kFarther);
    const TokenIndex tokens = e_.head - m_.range.last;
    set(kNearby, tokens < 8);
    set(kWithinTwenty, tokens < 20);
    set(kAcrossParagraphs, sentence(e_).paragraph != sentence(m_).paragraph);
    const auto mine = chains_.quotations.around(e_.head);
    const auto its = chains_.quotations.around(m_.head);
    set(kAcrossQuotation, mine != its);
    set(kSpeaksInQuotation, mine >= 0 && chains_.quotations.get(mine).speaker == m_.head);
  }

  void role() {
    const string_view rel = relation(words_, m_.head);
    const string_view mine = relation(words_, e_.head);
    set(kSubject, rel == "nsubj");
    set(kObject, rel == "obj" || rel == "iobj");
    set(kPossessor, words_.token(m_.head).deprel == "nmod:poss");
    set(kOblique, rel == "obl" || (rel == "nmod" && words_.token(m_.head).deprel != "nmod:poss"));
    set(kModifier, m_.modifier);
    set(kRoot, rel == "root");
    set(kBothSubjects, rel == "nsubj" && mine == "nsubj");
    set(kBothObjects, rel == "obj" && mine == "obj");
  }

  void form() {
    if (m_.pronoun != nullptr) {
      const bool same = m_.pronoun->number == e_.number && m_.pronoun->gender == e_.gender &&
                        m_.pronoun->thing == e_.pronoun->thing && m_.pronoun->person == 3;
      set(same ? kSamePronoun : kOtherPronoun);
      return;
    }
    set(kName, m_.form == Form::name);
    set(kDefinite, m_.determiner == Determiner::definite || m_.determiner == Determiner::pointing ||
                       m_.determiner == Determiner::possessed);
    set(kIndefinite, m_.determiner == Determiner::indefinite);
    set(kBare, m_.form == Form::nominal && m_.determiner == Determiner::none);
  }

  void type() {
    switch (facts_.type) {
      case MentionType::person:
        set(kPerson, facts_.typed);
        break;
      case MentionType::organization:
        set(kBody);
        break;
      case MentionType::place:
        set(kPlace);
        break;
      case MentionType::object:
        set(kThing);
        break;
      case MentionType::abstract:
        set(kAbstract);
        break;
      case MentionType::event:
        set(kEvent);
        break;
      case MentionType::time:
        set(kTime);
        break;
      case MentionType::other:
        set(kUntyped);
        break;
    }
    set(kKnownGender, facts_.gender != Gender::unknown && facts_.gender == e_.gender);
    set(kChainOfTwo, facts_.size >= 2);
    set(kChainOfFour, facts_.size >= 4);
    set(kChainOfEight, facts_.size >= 8);
    set(kPlural, facts_.number == GrammaticalNumber::plural);
    set(kJoined, m_.joined);
    set(kGroup, facts_.group);
  }

  void place_in_clause() {
    set(kOpensSentence, m_.range.first <= sentence(m_).first + 1);
    set(kInsidePhrase, m_.range.contains(e_.head));
    if (e_.sentence != m_.sentence || relation(words_, m_.head) != "nsubj") return;
    const TokenIndex verb = words_.token(m_.head).head;
    TokenIndex above = words_.token(e_.head).head;
    bool own_clause = true;
    for (int steps = 0; above >= 0 && steps < 12; ++steps) {
      if (above == verb) {
        set(own_clause ? kSubjectOfSameVerb : kSubjectAbove);
        return;
      }
      own_clause = own_clause && words_.token(above).upos != Upos::VERB;
      above = words_.token(above).head;
    }
  }

  const Chains& chains_;
  const Words& words_;
  const Expression& e_;
  const Expression& m_;
  const ChainFacts& facts_;
  std::vector<std::size_t> found_;
};

}  // namespace

std::vector<std::size_t> pair_features(const Chains& chains, std::size_t pronoun,
                                       std::size_t earlier) {
  return Pair(chains, pronoun, earlier).features();
}

std::vector<std::size_t> none_features(const Chains& chains, std::size_t pronoun) {
  const Expression& e = chains.expressions[pronoun];
  const std::size_t shift = class_of(*e.pronoun) * kRows;
  std::vector<std::size_t> found{shift + kNone};
  if (relation(chains.words, e.head) == "nsubj") {
    found.push_back(shift + kNoneSubject);
    const TokenIndex verb = chains.words.token(e.head).head;
    if (chains.dependents.find(verb, "cop") >= 0) found.push_back(shift + kNoneCopula);
  }
  if (e.sentence == 0) found.push_back(shift + kNoneFirst);
  return found;
}

}  // namespace counterpoint::annotation
