// SPDX-License-Identifier: Apache-2.0
// Attributions whose cue is a verb, from the dependency parse.
#include <algorithm>

#include "base/utf8.h"
#include "statement/attribution.h"
#include "statement/deed.h"
#include "statement/phrase.h"
#include "statement/surface_clause.h"
#include "statement/verb_content.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

bool is_first_person(const Tree& tree, TokenIndex i) {
  return tree.is_word(i, WordClass::first_person);
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
    if (is_refused(verb)) return;
    Attribution a;
    a.cue_token = verb;
    // "denied civilians the right to food": kept from them.
    if (cue.act == Act::deny && tree_.child(verb, {"iobj"}) >= 0) return;
    // "the bomb claimed 30 lives": took them.
    if (const TokenIndex object = tree_.child(verb, {"obj"});
        object >= 0 && tree_.words().has(WordClass::taken, tree_.token(object).lemma)) {
      return;
    }
    a.source = subject_of(tree_, verb);
    const Quote* quote = quote_around(context_.quotes, tree_.token(verb).span);
    if (quote && is_full_quote(tree_, *quote) && is_first_person(tree_, a.source)) return;
    if (is_sought(verb, cue)) return;
    if (is_passive(verb)) {
      if (take_passive(verb, cue, a)) finish(verb, cue, a);
      return;
    }
    take_addressee(verb, cue, a);
    a.content = content_of_verb(context_, verb, cue, a.source);
    if (is_inverted(verb, a.source)) {
      const Span words = clause_before(context_, verb);
      if (!words.empty()) a.content = words;
    }
    if (cue.follows && is_aside(verb, a)) {
      const Span words = surface_clause_before(context_, verb, a.source);
      if (!words.empty()) a.content = words;
    }
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
    if (is_tag(verb, cue) && !a.direct && a.content.begin > tree_.token(verb).span.begin) return;
    finish(verb, cue, a);
  }

  // "..., the agency said on Tuesday; prosecutors froze $14 million", "..., he said, down from
  // 500": what stands behind a semicolon, or behind a comma without a verb, is not what the cue
  // brings.
  bool is_aside(TokenIndex verb, const Attribution& a) const {
    const auto [first, last] = tree_.tokens_in(a.content);
    // "Damascus wanted | dialogue with the opposition, the letter said."
    if (first < last && last <= verb) return !has_finite(tree_, first, last);
    if (a.content.begin < tree_.token(verb).span.end) return false;
    // "said | on Tuesday evening, quoting a letter"
    if (first == verb + 1 && tree_.token(first).upos == Upos::ADP &&
        (is_time(tree_, first + 1) || is_tail(verb, a.source, last))) {
      return true;
    }
    bool comma = false;
    for (TokenIndex i = verb + 1; i < first; ++i) {
      if (tree_.word(i) == ";") return true;
      comma = comma || tree_.word(i) == ",";
    }
    return comma && a.source < verb && !has_finite(tree_, first, last);
  }

  // "..., the ministry disclosed | for the first time.": a whole clause, a comma, the source and
  // its cue, and no more of the sentence than the words in question.
  bool is_tail(TokenIndex verb, TokenIndex source, TokenIndex last) const {
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(verb)];
    if (source < 0 || source > verb || has_finite(tree_, verb + 1, sentence.last)) return false;
    if (last + 1 < sentence.last) return false;
    const TokenIndex begin = tree_.tokens_in(noun_phrase(tree_, source).core).first;
    return begin > sentence.first && tree_.word(begin - 1) == "," &&
           has_finite(tree_, sentence.first, begin - 1);
  }

  // '"...," said one of the men as he shielded his face': the verb stands right behind the words
  // that it tells, and governs nothing else.
  bool is_tag(TokenIndex verb, const CueVerb& cue) const {
    const std::uint32_t begin = tree_.token(verb).span.begin;
    return cue.quotation &&
           std::any_of(context_.quotes.begin(), context_.quotes.end(), [&](const Quote& quote) {
             return quote.outer.end <= begin && begin - quote.outer.end <= 2 &&
                    is_full_quote(tree_, quote);
           });
  }

  // Also a participle that modifies: "if confirmed, ...", "reports carried by the agency".
  bool is_passive(TokenIndex verb) const {
    if (tree_.child(verb, {"nsubj:pass", "aux:pass"}) >= 0) return true;
    return is_suffered(tree_, verb);
  }

  // "X tested positive, said Y": with two subjects the parse has torn the content apart.
  bool is_inverted(TokenIndex verb, TokenIndex source) const {
    const TokenIndex other = tree_.child(verb, {"nsubj"});
    return source > verb && other >= 0 && other < verb;
  }

  // "refused to acknowledge any deaths", "declined to confirm or deny it": what was refused was not
  // said.
  bool is_refused(TokenIndex verb) const {
    while (tree_.is(verb, {"conj"}) && tree_.head(verb) >= 0) verb = tree_.head(verb);
    const TokenIndex refusal = tree_.head(verb);
    if (refusal < 0 || !tree_.is(verb, {"xcomp", "advcl"})) return false;
    const CueVerb* cue = cue_of(context_, refusal);
    return cue && cue->act == Act::decline && infinitive_of(tree_, refusal) == verb &&
           !is_negated(tree_, refusal);
  }

  // "A curfew was announced by X", "X was told by Y to leave": only with an agent is there a
  // claimant, and what the active verb's object would be is the content.
  bool take_passive(TokenIndex verb, const CueVerb& cue, Attribution& a) const {
    a.source = -1;
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_.is(c, {"obl"}) && tree_.has_child_word(c, WordClass::agent)) a.source = c;
    }
    if (a.source < 0) return false;
    const TokenIndex subject = tree_.child(verb, {"nsubj:pass"});
    const bool accuses = cue.act == Act::accuse && cue.addressee;
    if (cue.addressee && !accuses) a.addressee = subject;
    if (const TokenIndex clause = tree_.child(verb, {"ccomp"}); clause >= 0) {
      a.content = clause_span(tree_, clause);
    } else if (const TokenIndex deed = infinitive_of(tree_, verb); cue.infinitive && deed >= 0) {
      a.content = trimmed(tree_.document().text, tree_.subtree(deed));
    } else if (cue.tally && subject >= 0 && is_tally(subject)) {
      a.content = trimmed(tree_.document().text,
                          {tree_.subtree(subject).begin, tree_.subtree(a.source).begin});
      const TokenIndex link = tree_.child(a.source, {"case"});
      if (link > verb) a.content.end = tree_.token(link - 1).span.end;
      a.inserted.push_back(tree_.token(verb).span);
    } else if ((cue.object || accuses) && subject >= 0 && tree_.token(subject).upos != Upos::PRON) {
      a.content = passive_span(verb, subject, cue, a);
    }
    return !a.content.empty();
  }

  // "the death toll was put at 40 by the mayor"
  bool is_tally(TokenIndex noun) const {
    const std::string& lemma = tree_.token(noun).lemma;
    return tree_.words().has(WordClass::tally, lemma) || tree_.words().has(WordClass::toll, lemma);
  }

  // "The army was accused by residents of shelling the town": the subject and the deed, with the
  // cue as the outlet's words in between.
  Span passive_span(TokenIndex verb, TokenIndex subject, const CueVerb& cue, Attribution& a) const {
    Span span = tree_.subtree(subject);
    const Span agent = tree_.subtree(a.source);
    for (const TokenIndex c : tree_.children(verb)) {
      const bool deed =
          tree_.is(c, {"advcl", "xcomp"}) || (cue.act == Act::accuse && tree_.is(c, {"obl"}));
      if (c > a.source && deed) span.end = std::max(span.end, tree_.subtree(c).end);
    }
    if (span.end > agent.end) {
      const TokenIndex auxiliary = tree_.child(verb, {"aux:pass"});
      const TokenIndex first = auxiliary >= 0 ? auxiliary : verb;
      a.inserted.push_back({tree_.token(first).span.begin, agent.end});
    }
    return trimmed(tree_.document().text, span);
  }

  // "trying to find", "wants to believe": nothing has been thought or found yet.
  bool is_sought(TokenIndex verb, const CueVerb& cue) const {
    return !cue.quotation && tree_.token(verb).xpos == "VB" &&
           tree_.is(verb, {"xcomp", "advcl", "acl"});
  }

  void take_addressee(TokenIndex verb, const CueVerb& cue, Attribution& a) const {
    if (!cue.addressee || cue.act == Act::accuse) return;
    a.addressee = tree_.child(verb, {"iobj", "obj"});
    if (tree_.child(verb, {"iobj"}) >= 0) a.addressee = tree_.child(verb, {"iobj"});
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
    if (cue.subjunctive && is_bare(a.content)) a.act = Act::demand;
    if (is_negated(tree_, verb)) {
      if (cue.act == Act::deny || cue.act == Act::admit || cue.act == Act::decline) return;
      // "does not propose military intervention": a thing that is not spoken of.
      const auto [first, last] = tree_.tokens_in(a.content);
      if (!a.direct && !has_finite(tree_, first, last) && infinitive_of(tree_, verb) < 0) return;
      a.act = Act::decline;  // "did not explain", "has not confirmed": silence, not denial
    }
    if (a.source < 0 && !tree_.is(verb, {"root", "parataxis", "conj", "ccomp"})) return;
    if (is_first_person(tree_, a.source) && a.source >= 0 && a.act == Act::believe) return;
    found_.push_back(a);
  }

  // Whether the verb of the clause is a bare one with a subject: "the army leave", "it be freed".
  bool is_bare(const Span& content) const {
    const auto [first, last] = tree_.tokens_in(content);
    for (TokenIndex i = first; i < last; ++i) {
      const TokenIndex head = tree_.head(i);
      if (head >= first && head < last) continue;
      const TokenIndex subject = tree_.child(i, {"nsubj", "nsubj:pass"});
      if (subject < 0) continue;
      const TokenIndex helper = tree_.child(i, {"aux", "aux:pass", "cop"});
      const Token& finite = tree_.token(helper < 0 ? i : helper);
      // "the company pay": with one subject only a bare verb stands in its plain form.
      const std::string& tag = tree_.token(subject).xpos;
      const bool plain = (tag == "NN" || tag == "NNP") && finite.upos == Upos::VERB &&
                         !tree_.words().has(WordClass::unchanging, finite.lemma) &&
                         finite.span.of(tree_.document().text) == finite.lemma;
      return plain || finite.xpos == "VB";
    }
    return false;
  }

  const AttributionContext& context_;
  const Tree& tree_;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> find_by_verb(const AttributionContext& context) {
  return VerbFinder(context).run();
}

}  // namespace counterpoint::statement
