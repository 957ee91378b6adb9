// SPDX-License-Identifier: Apache-2.0
// "put the homeless at 17,000, the army at 9,000": a cue said once, with a number for each source.
#include <algorithm>
#include <optional>

#include "statement/attribution.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

constexpr TokenIndex kReach = 14;  // words from the cue to its number, and of the longest source

class GapFinder {
 public:
  explicit GapFinder(const AttributionContext& context) : context_(context), tree_(context.tree) {}

  // Attributions behind the gap of `a`, whose content then ends before the first of them.
  std::vector<Attribution> behind(Attribution& a) {
    sentence_ = tree_.annotation().sentences[tree_.sentence_of(a.cue_token)];
    std::vector<Attribution> found;
    const TokenIndex link = link_behind(a.cue_token);
    if (link < 0) return found;
    for (TokenIndex i = end_of_number(link + 1); i < sentence_.last; ++i) {
      const TokenIndex next = next_link(i, tree_.lower(link));
      if (next < 0 && is_finite(tree_, i)) break;
      if (next < 0) continue;
      const TokenIndex end = end_of_number(next + 1);
      const TokenIndex source = source_of(i, next, end);
      if (source < 0) break;
      if (found.empty()) end_before(i, a);
      found.push_back(made(a, source, next + 1, end));
      i = std::max(end, source + 1) - 1;
      while (i + 1 < sentence_.last && tree_.word(i + 1) != "," && tree_.word(i + 1) != ";") ++i;
    }
    return found;
  }

 private:
  bool is_number(TokenIndex i) const {
    return i < sentence_.last && is_quantity(tree_, i) && !is_time(tree_, i);
  }

  // The preposition behind the cue that a number follows; -1: none.
  TokenIndex link_behind(TokenIndex cue) const {
    for (TokenIndex i = cue + 1; i < std::min(sentence_.last, cue + kReach); ++i) {
      if (tree_.word(i) == "," || tree_.word(i) == ";") return -1;
      if (tree_.token(i).upos == Upos::ADP && is_number(i + 1)) return i;
    }
    return -1;
  }

  // One past the number that begins at `i`, with the word for what it counts.
  TokenIndex end_of_number(TokenIndex i) const {
    while (is_number(i)) ++i;
    while (i < sentence_.last &&
           (tree_.token(i).upos == Upos::NOUN || tree_.token(i).upos == Upos::ADJ)) {
      ++i;
    }
    return i;
  }

  // The same preposition before another number, behind the comma at `comma` and no verb but one of
  // a relative clause; -1: none.
  TokenIndex next_link(TokenIndex comma, const std::string& link) const {
    if (tree_.word(comma) != "," && tree_.word(comma) != ";" &&
        tree_.token(comma).upos != Upos::CCONJ) {
      return -1;
    }
    bool relative = false;
    for (TokenIndex i = comma + 1; i < std::min(sentence_.last, comma + kReach); ++i) {
      relative = relative || is_relative(tree_, i);
      if (tree_.lower(i) == link && is_number(i + 1)) return i;
      if (!relative && (is_finite(tree_, i) || tree_.word(i) == ",")) return -1;
    }
    return -1;
  }

  // "the army AT 9,000": the noun before the link; "and at 52 BY THE NUNS": the one behind "by".
  TokenIndex source_of(TokenIndex comma, TokenIndex link, TokenIndex end) const {
    TokenIndex first = comma + 1;
    while (first < link && tree_.token(first).upos == Upos::CCONJ) ++first;
    if (first < link) return somebody(head_between(tree_, first, link), first);
    if (end + 1 >= sentence_.last || !tree_.is_word(end, WordClass::agent)) return -1;
    TokenIndex last = end + 1;
    while (last < sentence_.last && is_nominal(tree_, last)) ++last;
    return somebody(head_between(tree_, end + 1, last), end + 1);
  }

  // The first noun of the phrase where the parse hangs all of it on something inside.
  TokenIndex somebody(TokenIndex head, TokenIndex first) const {
    TokenIndex noun = head;
    if (noun < 0) {
      noun = first;
      while (noun < sentence_.last && !is_noun(tree_, noun)) ++noun;
      while (noun + 1 < sentence_.last && is_noun(tree_, noun + 1)) ++noun;
    }
    return noun < sentence_.last && !is_quantity(tree_, noun) && !is_time(tree_, noun) ? noun : -1;
  }

  void end_before(TokenIndex comma, Attribution& a) const {
    const Span mark = tree_.token(comma).span;
    if (a.content.begin < mark.begin && a.content.end > mark.begin) {
      a.content = trimmed(tree_.document().text, {a.content.begin, mark.begin});
    }
  }

  Attribution made(const Attribution& a, TokenIndex source, TokenIndex first,
                   TokenIndex last) const {
    Attribution other;
    other.cue = a.cue;
    other.cue_token = a.cue_token;
    other.act = a.act;
    other.certainty = a.certainty;
    other.source = source;
    other.content = {tree_.token(first).span.begin, tree_.token(last - 1).span.end};
    return other;
  }

  const AttributionContext& context_;
  const Tree& tree_;
  Sentence sentence_;
};

}  // namespace

std::vector<Attribution> find_by_gap(const AttributionContext& context,
                                     std::vector<Attribution>& found) {
  std::vector<Attribution> gaps;
  GapFinder finder(context);
  for (Attribution& a : found) {
    const CueVerb* cue = a.direct || a.cue_token < 0 ? nullptr : cue_of(context, a.cue_token);
    if (!cue || (!cue->tally && cue->prepositions.empty())) continue;
    for (Attribution& gap : finder.behind(a)) gaps.push_back(std::move(gap));
  }
  return gaps;
}

}  // namespace counterpoint::statement
