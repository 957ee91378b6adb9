// SPDX-License-Identifier: Apache-2.0
#include "statement/figure_verbs.h"

#include <algorithm>

#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// How far behind its subject a verb may stand: "120 members of the security services were killed".
constexpr TokenIndex kVerbReach = 14;
// How far before its object: "killed the mayor of the town, his wife and four guards".
constexpr TokenIndex kObjectReach = 14;
// How far behind its verb a state may stand: "were found on Monday dead".
constexpr TokenIndex kStateReach = 6;

bool is_plain_adverb(const Tree& tree, TokenIndex i) {
  const Token& token = tree.token(i);
  return token.upos == Upos::ADV || token.upos == Upos::PART || token.upos == Upos::INTJ;
}

// Reads the words behind a subject.
class SubjectVerb {
 public:
  SubjectVerb(const FigureWords& words, const Counted& counted)
      : words_(words),
        tree_(words.tree()),
        counted_(counted),
        last_(tree_.annotation().sentences[tree_.sentence_of(counted.head())].last) {}

  // First token of the verb group, or -1.
  TokenIndex find() const {
    bool jumped = false;
    TokenIndex participle = -1;
    const TokenIndex reach = std::min(last_, counted_.end + kVerbReach);
    for (TokenIndex i = counted_.end; i < reach; ++i) {
      const Token& token = tree_.token(i);
      // "three of WHOM were hurt"
      if (i == counted_.number + 2 && tree_.is_word(i - 1, WordClass::of)) continue;
      if (is_relative(tree_, i)) return behind_clause(i);
      if (tree_.word(i) == ",") {
        if (const TokenIndex verb = behind_list(i); verb >= 0) return verb;
        const TokenIndex close = jumped ? -1 : closing_comma(i);
        if (close < 0) break;
        jumped = true;
        i = close;
        continue;
      }
      if (words_.ends_clause(i)) break;
      if (token.upos == Upos::PRON && tree_.is(i, {"nsubj"})) break;
      if (jumped && words_.state(i)) return i;
      if (token.upos == Upos::AUX) return i;
      if (token.upos != Upos::VERB && !is_state_tag(i)) continue;
      const bool joined = i > counted_.end && tree_.token(i - 1).upos == Upos::CCONJ;
      // "has sickened 415 children and killed six": the verb goes on with the first one's subject.
      const bool object = tree_.is(counted_.head(), {"obj"}) && token.upos == Upos::VERB;
      if (joined && (token.xpos != "VBN" || object)) break;
      if (!tree_.is(i, {"acl", "amod"}) && !is_attribute(i)) return i;
      // "15 others, including seven women, injured when ...": where no verb follows it is theirs.
      if (jumped && participle < 0) participle = i;
    }
    return participle;
  }

  // "the nine miners trapped since Monday have been rescued": a participle before the verb.
  bool is_attribute(TokenIndex participle) const {
    if (tree_.token(participle).xpos != "VBN") return false;
    for (TokenIndex i = participle + 1; i < std::min(last_, participle + kVerbReach); ++i) {
      if (words_.ends_clause(i) || tree_.word(i) == "," || is_relative(tree_, i)) return false;
      const Token& token = tree_.token(i);
      if (token.upos == Upos::CCONJ || tree_.is(i, {"nsubj"})) return false;
      if (token.upos == Upos::AUX) return true;
    }
    return false;
  }

  VerbReading read(TokenIndex at) const {
    bool be = false, have = false;
    for (TokenIndex i = at; i < std::min(last_, at + kVerbReach); ++i) {
      const Token& token = tree_.token(i);
      if (words_.ends_clause(i) && tree_.lower(i) != "to") break;
      if (tree_.word(i) == ",") break;
      const bool get = token.lemma == "get" && i + 1 < last_ && tree_.token(i + 1).xpos == "VBN";
      if (i == at && token.upos != Upos::AUX && token.upos != Upos::VERB) return in_state(i);
      if (token.upos == Upos::AUX || get) {
        be = be || token.lemma == "be" || token.lemma == "get";
        have = token.lemma == "have";
        continue;
      }
      if (tree_.lower(i) == "to") {
        be = have = false;
        continue;
      }
      if (be && !have_verb(i)) return in_state(i);
      if (token.upos != Upos::VERB && !is_state_tag(i)) {
        if (is_plain_adverb(tree_, i)) continue;
        break;
      }
      // "two comrades hurt when ...": a past form without an object may be the participle.
      const MeasureVerb* entry = words_.verb(i, counted_.kind);
      const bool past = token.xpos == "VBD" && i == at && tree_.child(i, {"obj"}) < 0 && entry &&
                        !entry->counts_subject;
      const bool passive = (token.xpos == "VBN" || past) && (be || (!have && i == at));
      if (VerbReading found = of_verb(i, passive); found.decided) return found;
      if (!leads_on(i)) return in_state(i + 1);
      be = have = false;
    }
    return {};
  }

 private:
  // "hurt" and "dead" behind the counted, whatever the tag.
  bool is_state_tag(TokenIndex i) const {
    return tree_.token(i).xpos == "VBN" || tree_.token(i).xpos == "VBD";
  }
  bool have_verb(TokenIndex i) const {
    return tree_.token(i).upos == Upos::VERB || is_plain_adverb(tree_, i);
  }

  // "are believed to have been killed", "were ordered to leave", "need to be rescued"
  bool leads_on(TokenIndex verb) const {
    return verb + 1 < last_ && tree_.lower(verb + 1) == "to" && verb + 2 < last_ &&
           (tree_.token(verb + 2).xpos == "VB" || tree_.token(verb + 2).upos == Upos::AUX);
  }

  VerbReading of_verb(TokenIndex i, bool passive) const {
    const MeasureVerb* entry = words_.verb(i, counted_.kind);
    if (!entry) return {};
    const bool counts = passive ? entry->counts_object : entry->counts_subject;
    if (counts) return {entry->measure, true};
    // "were left homeless": the state tells what the verb does not.
    if (VerbReading state = in_state(i + 1); state.decided) return state;
    if (leads_on(i)) return {};
    return {{}, true};
  }

  VerbReading in_state(TokenIndex from) const {
    const MeasureState* state = words_.state_in(from, std::min(last_, from + kStateReach));
    if (state) return {state->measure, true};
    // "remained trapped", "were left injured"
    for (TokenIndex i = from; i < std::min(last_, from + 3); ++i) {
      if (tree_.word(i) == "," || words_.ends_clause(i)) break;
      if (tree_.token(i).xpos != "VBN") continue;
      const MeasureVerb* entry = words_.verb(i, counted_.kind);
      if (entry && entry->counts_object) return {entry->measure, true};
    }
    return {};
  }

  // The verb behind the list that goes on at the comma: "two soldiers, a nurse and three civilians
  // were killed"; -1: it is no list.
  TokenIndex behind_list(TokenIndex comma) const {
    bool joined = false;
    for (TokenIndex i = comma + 1; i < std::min(last_, comma + kVerbReach); ++i) {
      const Token& token = tree_.token(i);
      if (token.upos == Upos::AUX || is_finite(tree_, i)) return joined ? i : -1;
      if (token.upos == Upos::CCONJ && i == comma + 1) return -1;
      joined = joined || token.upos == Upos::CCONJ;
      const bool plain = is_nominal(tree_, i) && token.upos != Upos::PRON;
      if (!plain && token.upos != Upos::CCONJ && tree_.word(i) != ",") return -1;
    }
    return -1;
  }

  // The comma that ends what is put in behind the subject: "24, among them two guards, were hurt".
  TokenIndex closing_comma(TokenIndex open) const {
    for (TokenIndex i = open + 1; i + 1 < last_; ++i) {
      if (tree_.word(i) == ";" || tree_.word(i) == ".") return -1;
      if (tree_.word(i) != ",") continue;
      const Token& next = tree_.token(i + 1);
      const bool verb = next.upos == Upos::AUX || next.upos == Upos::VERB || words_.state(i + 1);
      return verb ? i : -1;
    }
    return -1;
  }

  // The verb behind the relative clause that begins at `relative`.
  TokenIndex behind_clause(TokenIndex relative) const {
    TokenIndex verb = tree_.head(relative);
    while (verb >= 0 && !tree_.is(verb, {"acl"}) && tree_.head(verb) > relative) {
      verb = tree_.head(verb);
    }
    if (verb < 0 || !tree_.is(verb, {"acl"})) return -1;
    const TokenIndex end = tree_.tokens_in(tree_.subtree(verb)).second;
    if (end >= last_ || end <= relative) return -1;
    const Upos upos = tree_.token(end).upos;
    return upos == Upos::AUX || upos == Upos::VERB ? end : -1;
  }

  const FigureWords& words_;
  const Tree& tree_;
  const Counted& counted_;
  TokenIndex last_;
};

// What the counted are in their clause by the parse: its deprel without the chain of nouns above.
std::string_view role_of(const Tree& tree, TokenIndex node) {
  for (int steps = 0; node >= 0 && steps < 4; ++steps) {
    if (!tree.is(node, {"nmod", "nummod", "conj", "appos", "compound", "dep"})) {
      return tree.token(node).deprel;
    }
    node = tree.head(node);
  }
  return {};
}

bool is_passive_participle(const Tree& tree, TokenIndex verb) {
  if (tree.token(verb).xpos != "VBN") return false;
  for (TokenIndex i = verb - 1; i >= 0 && i >= verb - 4; --i) {
    if (tree.token(i).lemma == "have") return false;
    if (tree.token(i).lemma == "be") return true;
    if (!is_plain_adverb(tree, i) && tree.token(i).upos != Upos::AUX) return false;
  }
  return false;
}

}  // namespace

VerbReading verb_behind(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  const SubjectVerb subject(words, counted);
  const TokenIndex at = subject.find();
  if (at < 0) return {};
  TokenIndex next = counted.end;
  while (next < at && is_plain_adverb(tree, next)) ++next;
  const std::string_view role = role_of(tree, counted.head());
  const bool object = role.starts_with("obj") || role.starts_with("obl");
  const bool bare_verb = tree.token(at).xpos == "VB" || tree.token(at).xpos == "VBG";
  if (object && (next != at || bare_verb) && tree.annotation().parsed) return {};
  return subject.read(at);
}

VerbReading verb_before(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  const TokenIndex begin = tree.annotation().sentences[tree.sentence_of(counted.head())].first;
  std::string preposition;
  bool list = false, noun = false;
  for (TokenIndex i = counted.first - 1; i >= begin && i > counted.first - kObjectReach; --i) {
    const Token& token = tree.token(i);
    const std::string_view word = tree.word(i);
    if (words.ends_clause(i) || word == ";" || token.upos == Upos::AUX) return {};
    // "kills 18, injures 30": verbs of headlines are tagged as nouns.
    const bool headline = i == counted.first - 1 && token.xpos == "NNS" && counted.noun < 0;
    if ((token.upos == Upos::VERB && !tree.is(i, {"amod"})) || headline) {
      if (noun && !list && preposition.empty()) return {};
      if (is_passive_participle(tree, i)) return {};
      const MeasureVerb* entry = words.verb(i, counted.kind);
      if (!entry) return {};
      const bool reaches = preposition.empty() ||
                           (!entry->particles.empty() && entry->particles.back() == preposition);
      if (!reaches) return {};
      return {entry->counts_object ? entry->measure : std::string(), true};
    }
    const bool of = token.upos == Upos::ADP && tree.is_word(i, WordClass::of);
    if (of || token.upos == Upos::CCONJ) {
      list = true;
    } else if (token.upos == Upos::ADP || word == "to") {
      list = false;
      if (!preposition.empty()) return {};
      preposition = tree.lower(i);
    } else if (word == ",") {
      if (!list && !tree.is(counted.head(), {"conj"})) return {};
      list = true;
    } else if (token.upos == Upos::NOUN || token.upos == Upos::PROPN) {
      noun = true;
    }
  }
  return {};
}

VerbReading verb_above(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  TokenIndex node = counted.head();
  for (int steps = 0; node >= 0 && steps < 4; ++steps) {
    const TokenIndex verb = tree.head(node);
    if (verb < 0) return {};
    const bool passive_subject = tree.is(node, {"nsubj:pass"});
    const bool subject = tree.is(node, {"nsubj"}) && !passive_subject;
    const bool object = tree.is(node, {"obj"});
    if (subject || passive_subject || object) {
      for (TokenIndex v = verb, depth = 0; v >= 0 && depth < 3; ++depth) {
        if (const MeasureVerb* entry = words.verb(v, counted.kind)) {
          const bool active = v == verb ? subject : subject && tree.child(v, {"aux:pass"}) < 0;
          const bool counts = active ? entry->counts_subject : entry->counts_object;
          return {counts ? entry->measure : std::string(), true};
        }
        v = tree.child(v, {"xcomp"});
      }
      return {};
    }
    if (!tree.is(node, {"nmod", "nummod", "conj", "appos", "compound", "dep"})) return {};
    node = verb;
  }
  return {};
}

bool speaks(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  const auto is_cue = [&](TokenIndex i) {
    const auto cue = words.lexicon().cue_verbs.find(tree.token(i).lemma);
    return cue != words.lexicon().cue_verbs.end() && (cue->second.clause || cue->second.quotation);
  };
  const TokenIndex at = SubjectVerb(words, counted).find();
  if (at >= 0 && tree.token(at).upos == Upos::VERB && is_cue(at)) return true;
  const TokenIndex head = counted.head();
  return tree.is(head, {"nsubj"}) && tree.head(head) >= 0 && is_cue(tree.head(head)) &&
         !tree.is(head, {"nsubj:pass"});
}

}  // namespace counterpoint::statement
