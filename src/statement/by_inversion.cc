// SPDX-License-Identifier: Apache-2.0
// "The dam was unsafe, concluded a panel of engineers.": the cue stands before its source and
// behind what it tells, where parses take it for a participle or the source for its object.
#include "statement/attribution.h"
#include "statement/kinds.h"
#include "statement/phrase.h"
#include "statement/surface_clause.h"
#include "statement/surface_source.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

class InversionFinder {
 public:
  explicit InversionFinder(const AttributionContext& context)
      : context_(context), tree_(context.tree) {}

  std::vector<Attribution> run() {
    for (TokenIndex i = 2; i < tree_.size(); ++i) {
      const CueVerb* cue = cue_of(context_, i);
      if (cue && cue->follows && !cue->addressee && stands_behind_comma(i)) take(i, *cue);
    }
    return std::move(found_);
  }

 private:
  bool stands_behind_comma(TokenIndex verb) const {
    const Sentence& sentence = sentence_of(verb);
    const std::string& tag = tree_.token(verb).xpos;
    return verb > sentence.first + 1 && verb + 1 < sentence.last && tree_.word(verb - 1) == "," &&
           tag != "VBG" && !quote_around(context_.quotes, tree_.token(verb).span);
  }

  const Sentence& sentence_of(TokenIndex i) const {
    return tree_.annotation().sentences[tree_.sentence_of(i)];
  }

  void take(TokenIndex verb, const CueVerb& cue) {
    Attribution a;
    a.source = source_behind(context_, verb);
    if (a.source < 0 || !can_speak(a.source)) return;
    a.content = clause_before(context_, verb);
    if (a.content.empty() && !take_around(verb, a)) return;
    a.cue = tree_.token(verb).span;
    a.cue_token = verb;
    a.act = cue.act;
    a.certainty = cue.certainty;
    found_.push_back(std::move(a));
  }

  // "Rebels of the north, said their spokesman, do not kill headmen.": a subject without its verb
  // before the cue, and the verb behind the source's comma.
  bool take_around(TokenIndex verb, Attribution& a) const {
    const Sentence& sentence = sentence_of(verb);
    if (has_verb(sentence.first, verb)) return false;
    TokenIndex comma = a.source + 1;
    while (comma < sentence.last && tree_.word(comma) != ",") ++comma;
    if (comma + 1 >= sentence.last || !has_verb(comma, sentence.last)) return false;
    if (!is_noun(tree_, sentence.first) && tree_.token(sentence.first).upos != Upos::DET) {
      return false;
    }
    a.content = trimmed(tree_.document().text, sentence.span);
    a.inserted = {{tree_.token(verb - 1).span.begin, tree_.token(comma).span.end}};
    return true;
  }

  bool has_verb(TokenIndex first, TokenIndex last) const {
    for (TokenIndex i = first; i < last; ++i) {
      const Upos upos = tree_.token(i).upos;
      if (upos == Upos::VERB || upos == Upos::AUX) return true;
    }
    return false;
  }

  // A person or a body, also one whose name the model did not see.
  bool can_speak(TokenIndex source) const {
    if (is_somebody(context_, source)) return true;
    const std::int32_t m = tree_.mention_at(source);
    if (tree_.token(source).upos == Upos::PROPN && m < 0) return true;
    const Span words = noun_phrase(tree_, source).core;
    return kind_of_words(context_.lexicon, tree_, words, source) != VoiceKind::unknown;
  }

  const AttributionContext& context_;
  const Tree& tree_;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> find_by_inversion(const AttributionContext& context) {
  return InversionFinder(context).run();
}

}  // namespace counterpoint::statement
