// SPDX-License-Identifier: Apache-2.0
// Attributions whose cue is a verb, from the dependency parse.
#include <algorithm>

#include "base/utf8.h"
#include "statement/attribution.h"
#include "statement/surface_clause.h"

namespace counterpoint::statement {
namespace {

bool is_first_person(const Tree& tree, TokenIndex i) {
  const std::string word = i < 0 ? "" : tree.lower(i);
  return word == "i" || word == "we" || word == "you";
}

bool is_negated(const Tree& tree, TokenIndex verb) {
  return std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](TokenIndex c) {
    const std::string word = tree.lower(c);
    return word == "not" || word == "n't" || word == "n’t" || word == "never";
  });
}

// Words of the clause under `clause` without a leading "that" and without the subtrees `without`.
Span clause_span(const Tree& tree, TokenIndex clause, const std::vector<TokenIndex>& without) {
  Span span = tree.subtree(clause, without);
  const auto [first, last] = tree.tokens_in(span);
  if (first < last && (tree.lower(first) == "that" || tree.lower(first) == ":") &&
      tree.is(first, {"mark", "punct"})) {
    span.begin = tree.token(first).span.end;
  }
  return trimmed(tree.document().text, span);
}

class VerbFinder {
 public:
  explicit VerbFinder(const AttributionContext& context) : context_(context), tree_(context.tree) {}

  std::vector<Attribution> run() {
    for (TokenIndex i = 0; i < tree_.size(); ++i) {
      if (const CueVerb* cue = cue_of(context_, i)) take(i, *cue);
    }
    return std::move(found_);
  }

 private:
  void take(TokenIndex verb, const CueVerb& cue) {
    Attribution a;
    a.cue_token = verb;
    a.source = subject_of(tree_, verb);
    const Quote* quote = quote_around(context_.quotes, tree_.token(verb).span);
    if (quote && is_full_quote(tree_, *quote) && is_first_person(tree_, a.source)) return;
    if (is_passive(verb) && !take_agent(verb, a)) return;
    a.content = content_of(verb, cue, a);
    // A clause that holds its own cue is a parse gone wrong, unless the cue stands in between
    // ("the bridge, officials said, was blown up").
    const bool knotted =
        a.content.contains(tree_.token(verb).span) && !tree_.is(verb, {"parataxis"});
    if (cue.clause && (knotted || is_thin(tree_, a.content))) {
      const Span words = surface_clause(context_, verb, a.source);
      if (!words.empty() || knotted) a.content = words;
    }
    if (a.content.empty() || a.content.contains(tree_.token(verb).span)) {
      if (a.content.empty()) return;
      a.inserted.push_back(cue_clause(verb));
    }
    finish(verb, cue, a);
  }

  // Also a participle that modifies: "if confirmed, ...", "reports carried by the agency".
  bool is_passive(TokenIndex verb) const {
    if (tree_.child(verb, {"nsubj:pass", "aux:pass"}) >= 0) return true;
    return tree_.token(verb).xpos == "VBN" && tree_.is(verb, {"acl", "advcl"}) &&
           tree_.child(verb, {"aux", "nsubj"}) < 0;
  }

  // "was quoted as saying by X", "was announced by X": only with an agent is there a claimant.
  bool take_agent(TokenIndex verb, Attribution& a) {
    a.source = -1;
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_.is(c, {"obl"}) && tree_.has_child_lemma(c, "by")) a.source = c;
    }
    return a.source >= 0;
  }

  Span content_of(TokenIndex verb, const CueVerb& cue, Attribution& a) {
    take_addressee(verb, cue, a);
    if (cue.clause || cue.follows || cue.quotation) {
      const TokenIndex clause = tree_.child(verb, {"ccomp"});
      if (clause >= 0) return clause_span(tree_, clause, {});
      if (const Span host = host_clause(verb); cue.follows && !host.empty()) return host;
    }
    if (cue.infinitive) {
      const TokenIndex clause = infinitive_of(verb);
      if (clause >= 0) return infinitive_span(verb, clause, cue);
    }
    if (cue.clause || cue.quotation) {
      for (const TokenIndex c : tree_.children(verb)) {
        // "said: ..." is often attached as parataxis of the cue.
        if (tree_.is(c, {"parataxis"}) && c > verb) return clause_span(tree_, c, {});
      }
    }
    if (cue.object || (cue.addressee && cue.act == Act::accuse)) return object_span(verb);
    return {};
  }

  TokenIndex infinitive_of(TokenIndex verb) const {
    const TokenIndex clause = tree_.child(verb, {"xcomp"});
    if (clause >= 0) return tree_.has_child_lemma(clause, "to") || is_gerund(clause) ? clause : -1;
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_.is(c, {"advcl"}) && c > verb && tree_.has_child_lemma(c, "to")) return c;
    }
    return -1;
  }

  bool is_gerund(TokenIndex i) const { return tree_.token(i).xpos == "VBG"; }

  // From the person asked ("other officers to protect ...") or from "to" on.
  Span infinitive_span(TokenIndex verb, TokenIndex clause, const CueVerb& cue) const {
    Span span = tree_.subtree(clause);
    const TokenIndex asked = tree_.child(verb, {"obj", "iobj", "obl"});
    if (cue.addressee && asked > verb && asked < clause) {
      span.begin = std::min(span.begin, tree_.subtree(asked).begin);
    }
    return trimmed(tree_.document().text, span);
  }

  void take_addressee(TokenIndex verb, const CueVerb& cue, Attribution& a) const {
    if (!cue.addressee || cue.act == Act::accuse) return;
    a.addressee = tree_.child(verb, {"iobj", "obj"});
    if (tree_.child(verb, {"iobj"}) >= 0) a.addressee = tree_.child(verb, {"iobj"});
  }

  // "The army has gone in, residents said": the clause that the cue hangs on, without the cue.
  Span host_clause(TokenIndex verb) const {
    if (!tree_.is(verb, {"parataxis"})) return {};
    const TokenIndex host = tree_.token(verb).head;
    if (host < 0 || host > verb) return {};
    return clause_span(tree_, host, {verb});
  }

  // "denied the reports", "accused the army of shelling": the object and what follows it.
  Span object_span(TokenIndex verb) const {
    const TokenIndex object = tree_.child(verb, {"obj"});
    if (object < verb) return {};
    Span span = tree_.subtree(object);
    for (const TokenIndex c : tree_.children(verb)) {
      if (c > object && tree_.is(c, {"obl", "advcl", "xcomp"})) {
        span.end = std::max(span.end, tree_.subtree(c).end);
      }
    }
    return trimmed(tree_.document().text, span);
  }

  Span cue_clause(TokenIndex verb) const {
    std::vector<TokenIndex> without;
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_.is(c, {"ccomp", "parataxis", "conj", "advcl"})) without.push_back(c);
    }
    return tree_.subtree(verb, without);
  }

  void finish(TokenIndex verb, const CueVerb& cue, Attribution& a) {
    a.act = cue.act;
    a.certainty = cue.certainty;
    Span words = tree_.token(verb).span;
    if (const TokenIndex particle = tree_.child(verb, {"compound:prt"}); particle == verb + 1) {
      words.end = tree_.token(particle).span.end;
    }
    a.cue = words;
    if (is_negated(tree_, verb)) {
      if (cue.act == Act::deny || cue.act == Act::admit) return;
      a.act = Act::decline;  // "did not explain", "has not confirmed": silence, not denial
    }
    if (a.source < 0 && !tree_.is(verb, {"root", "parataxis", "conj", "ccomp"})) return;
    if (is_first_person(tree_, a.source) && a.source >= 0 && a.act == Act::believe) return;
    found_.push_back(a);
  }

  const AttributionContext& context_;
  const Tree& tree_;
  std::vector<Attribution> found_;
};

bool is_relative_pronoun(const Tree& tree, TokenIndex i) {
  const std::string word = tree.lower(i);
  return word == "who" || word == "which" || word == "that";
}

}  // namespace

const CueVerb* cue_of(const AttributionContext& context, TokenIndex verb) {
  const Token& token = context.tree.token(verb);
  if (token.upos != Upos::VERB) return nullptr;
  std::string lemma = token.lemma;
  const TokenIndex particle = context.tree.child(verb, {"compound:prt"});
  if (particle >= 0) {
    const auto entry = context.lexicon.cue_verbs.find(lemma + " " + context.tree.lower(particle));
    return entry == context.lexicon.cue_verbs.end() ? nullptr : &entry->second;
  }
  const auto entry = context.lexicon.cue_verbs.find(lemma);
  return entry == context.lexicon.cue_verbs.end() ? nullptr : &entry->second;
}

namespace {

TokenIndex subject_by_parse(const Tree& tree, TokenIndex verb) {
  for (int steps = 0; verb >= 0 && steps < 8; ++steps) {
    const TokenIndex subject = tree.child(verb, {"nsubj"});
    if (subject >= 0) {
      if (!is_relative_pronoun(tree, subject)) return subject;
      return tree.is(verb, {"acl"}) ? tree.token(verb).head : subject;
    }
    if (tree.is(verb, {"acl"})) return tree.token(verb).head;
    if (!tree.is(verb, {"conj", "advcl", "xcomp"})) return -1;
    verb = tree.token(verb).head;
  }
  return -1;
}

// Words between a finite verb and its subject that the parse may have lost: adverbs, auxiliaries, a
// time. Beyond one of anything else the neighbour is not the subject.
TokenIndex nominal_beside(const Tree& tree, TokenIndex verb, int step) {
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(verb)];
  for (TokenIndex i = verb + step; i >= sentence.first && i < sentence.last; i += step) {
    switch (tree.token(i).upos) {
      case Upos::NOUN:
      case Upos::PROPN:
      case Upos::PRON: {
        // To the right the phrase begins here and its head stands last.
        while (step > 0 && i + 1 < sentence.last &&
               (tree.token(i + 1).upos == Upos::NOUN || tree.token(i + 1).upos == Upos::PROPN)) {
          ++i;
        }
        return i;
      }
      case Upos::ADV:
      case Upos::AUX:
      case Upos::DET:
      case Upos::ADJ:
        break;
      default:
        return -1;
    }
  }
  return -1;
}

}  // namespace

TokenIndex subject_of(const Tree& tree, TokenIndex verb) {
  const TokenIndex subject = subject_by_parse(tree, verb);
  if (subject >= 0) return subject;
  const std::string& tag = tree.token(verb).xpos;
  const bool finite = tag == "VBD" || tag == "VBZ" || tag == "VBP";
  if (!finite) return -1;
  const TokenIndex before = nominal_beside(tree, verb, -1);
  return before >= 0 ? before : nominal_beside(tree, verb, +1);
}

std::vector<Attribution> find_by_verb(const AttributionContext& context) {
  return VerbFinder(context).run();
}

}  // namespace counterpoint::statement
