// SPDX-License-Identifier: Apache-2.0
// "..., AP reports." at the end of a clause: taggers read the verb after a name as a noun.
#include "statement/attribution.h"
#include "statement/phrase.h"
#include "statement/surface_clause.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// Words of the longest source between the comma and the cue: "the BBC's Clara Boyle".
constexpr TokenIndex kLongestSource = 8;

const CueVerb* tail_cue(const AttributionContext& context, TokenIndex i) {
  const Token& token = context.tree.token(i);
  const bool present = token.xpos == "NNS" || token.xpos == "VBZ";
  const auto cue = context.lexicon.cue_verbs.find(token.lemma);
  return present && cue != context.lexicon.cue_verbs.end() && cue->second.follows ? &cue->second
                                                                                  : nullptr;
}

bool ends_clause(const Tree& tree, TokenIndex i, const Sentence& sentence) {
  return i >= sentence.last || tree.word(i) == "," || tree.word(i) == "." || tree.word(i) == ";";
}

// The first word of the source that ends before `cue`, directly after a comma; -1: none.
TokenIndex source_begin(const Tree& tree, TokenIndex cue, const Sentence& sentence) {
  TokenIndex i = cue;
  while (i > sentence.first && cue - i <= kLongestSource) {
    if (tree.word(i - 1) == ",") return i < cue ? i : -1;
    const Upos upos = tree.token(i - 1).upos;
    const bool name = tree.lower(i - 1) != tree.word(i - 1);
    if ((upos == Upos::VERB && !name) || upos == Upos::PUNCT) return -1;
    --i;
  }
  return -1;
}

// "the relief group Socorro Popular estimates", "the mayor reckons": a name right before the cue,
// or somebody with an article.
bool is_named(const AttributionContext& context, TokenIndex begin, TokenIndex cue) {
  const Tree& tree = context.tree;
  if (tree.lower(cue - 1) != tree.word(cue - 1)) return true;
  const bool article = tree.is_word(begin, WordClass::article);
  return article && is_noun(tree, cue - 1) && is_somebody(context, cue - 1);
}

}  // namespace

std::vector<Attribution> find_by_tail(const AttributionContext& context) {
  const Tree& tree = context.tree;
  std::vector<Attribution> found;
  for (TokenIndex i = 1; i < tree.size(); ++i) {
    const CueVerb* cue = tail_cue(context, i);
    if (!cue || quote_around(context.quotes, tree.token(i).span)) continue;
    const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(i)];
    if (!ends_clause(tree, i + 1, sentence)) continue;
    const TokenIndex begin = source_begin(tree, i, sentence);
    if (begin < 0) continue;
    const Span source{tree.token(begin).span.begin, tree.token(i - 1).span.end};
    if (outlets_in(context.lexicon, tree, source).empty() && !is_named(context, begin, i)) continue;
    Attribution a;
    a.content = clause_before(context, begin);
    if (a.content.empty()) continue;
    a.cue = tree.token(i).span;
    a.cue_token = i;
    const std::int32_t name = tree.mention_at(i - 1);
    const auto& mentions = tree.annotation().mentions;
    const TokenIndex noun = head_between(tree, begin, i);
    a.source = name >= 0 ? mentions[static_cast<std::size_t>(name)].head : noun >= 0 ? noun : i - 1;
    // "the BBC's JIM Muir in Beirut reports"
    const TokenIndex subject = tree.child(i, {"nsubj"});
    const bool place = tree.child(a.source, {"case"}) >= begin;
    if (place && subject >= begin && subject < i) a.source = subject;
    a.act = cue->act;
    a.certainty = cue->certainty;
    found.push_back(a);
  }
  return found;
}

}  // namespace counterpoint::statement
