// SPDX-License-Identifier: Apache-2.0
#include "statement/saying_end.h"

#include <algorithm>
#include <set>

#include "statement/phrase.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

class SayingEnd {
 public:
  SayingEnd(const AttributionContext& context, const std::vector<Attribution>& found)
      : context_(context), tree_(context.tree) {
    for (const Attribution& a : found) {
      if (a.cue_token >= 0 && a.source >= 0) cues_.emplace(a.source, a.cue_token);
    }
  }

  void fit(Attribution& a) const {
    if (a.direct || a.turn || a.cue_token < 0 || !a.inserted.empty()) return;
    auto [first, last] = tree_.tokens_in(a.content);
    if (last <= a.cue_token) end_before_source(a, first, last);
    if (first <= a.cue_token) return;
    leave_out_addressee(a, first, last);
    if (a.content.empty()) return;
    first = tree_.tokens_in(a.content).first;
    for (TokenIndex i = first + 1; i + 1 < last; ++i) {
      if (!ends_before(a, first, i, last)) continue;
      a.content = trimmed(tree_.document().text, {a.content.begin, tree_.token(i - 1).span.end});
      return;
    }
  }

 private:
  // "18 are infected, | Dr Lan, its chief, told reporters"
  void end_before_source(Attribution& a, TokenIndex first, TokenIndex last) const {
    if (a.source <= first || a.source >= last) return;
    const TokenIndex begin = tree_.tokens_in(noun_phrase(tree_, a.source).core).first;
    if (begin <= first + 1 || tree_.word(begin - 1) != "," || !has_finite(tree_, first, begin))
      return;
    a.content =
        trimmed(tree_.document().text, {a.content.begin, tree_.token(begin - 1).span.begin});
  }

  // "told the AFP news agency | he had deserted", "wrote to the council": whom it was told is none
  // of what was told.
  void leave_out_addressee(Attribution& a, TokenIndex first, TokenIndex last) const {
    constexpr TokenIndex kLongestName = 7;
    const CueVerb* cue = cue_of(context_, a.cue_token);
    if (!cue || first > a.cue_token + 2) return;
    if (tree_.token(first).upos == Upos::ADP && tree_.lower(first) == "to") {
      a.content = {};
      return;
    }
    if (!cue->addressee) return;
    const Span opening{a.content.begin,
                       tree_.token(std::min(last, first + kLongestName) - 1).span.end};
    for (const NamedOutlet& outlet : outlets_in(context_.lexicon, tree_, opening)) {
      const auto [name, end] = tree_.tokens_in(outlet.span);
      const bool article = name == first + 1 && tree_.token(first).upos == Upos::DET;
      if ((name != first && !article) || end >= last || !has_finite(tree_, end, last)) continue;
      const Upos next = tree_.token(end).upos;
      if (next == Upos::VERB || next == Upos::AUX) continue;  // "told me AFP had left"
      a.addressee = end - 1;
      a.content = trimmed(tree_.document().text, {tree_.token(end).span.begin, a.content.end});
      return;
    }
  }

  bool ends_before(const Attribution& a, TokenIndex first, TokenIndex i, TokenIndex last) const {
    if (quote_around(context_.quotes, tree_.token(i).span)) return false;
    const bool thing = !has_finite(tree_, first, i);  // "the violence", "a resolution to condemn"
    if (tree_.word(i) == ",")
      return parts_clauses(i + 1, last) && (thing || opens_saying(a, i + 2));
    // "said it was a mutiny but the government has blamed gangs"
    if (tree_.token(i).upos == Upos::CCONJ && tree_.is_word(i, WordClass::contrast)) {
      return opens_saying(a, i + 1);
    }
    // "condemned the violence and slapped sanctions": the verb goes on with the cue's subject.
    const Token& next = tree_.token(i + 1);
    const bool past = next.xpos == "VBD" || next.xpos == "VBN";
    const std::string& cue = tree_.token(a.cue_token).xpos;
    return thing && tree_.token(i).upos == Upos::CCONJ && next.upos == Upos::VERB &&
           (next.xpos == cue || (past && (cue == "VBD" || cue == "VBN")));
  }

  // ", but nations ... are": a contrast or a "while" with a clause behind it.
  bool parts_clauses(TokenIndex i, TokenIndex last) const {
    const bool contrast = tree_.is_word(i, WordClass::contrast);
    return contrast && i + 2 < last && has_clause(i + 1, last);
  }

  bool has_clause(TokenIndex first, TokenIndex last) const {
    for (TokenIndex i = first; i < last; ++i) {
      if (is_finite(tree_, i) || tree_.token(i).xpos == "VBG") return true;
    }
    return false;
  }

  // Whether the clause that begins at `i` is somebody else's saying.
  bool opens_saying(const Attribution& a, TokenIndex i) const {
    const auto next = cues_.lower_bound({i, 0});
    if (next == cues_.end() || next->first > i + 6) return false;
    return next->second != a.cue_token && next->first < next->second;
  }

  const AttributionContext& context_;
  const Tree& tree_;
  std::set<std::pair<TokenIndex, TokenIndex>> cues_;  // source and cue of every attribution
};

}  // namespace

void end_sayings(const AttributionContext& context, std::vector<Attribution>& found) {
  const SayingEnd end(context, found);
  for (Attribution& a : found) end.fit(a);
}

}  // namespace counterpoint::statement
