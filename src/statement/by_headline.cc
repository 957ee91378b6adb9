// SPDX-License-Identifier: Apache-2.0
// "Health ministry: 492 killed", "Three dead after kayak trip - police": the source that a headline
// sets apart by a colon or a dash.
#include <algorithm>

#include "statement/attribution.h"
#include "statement/kinds.h"
#include "statement/phrase.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

constexpr TokenIndex kLongestBefore = 8;  // words of the source before the colon
constexpr TokenIndex kLongestBehind = 5;  // and behind the dash

class HeadlineFinder {
 public:
  HeadlineFinder(const AttributionContext& context, const std::vector<Attribution>& found)
      : context_(context), tree_(context.tree), taken_(found) {}

  std::vector<Attribution> run() {
    for (const Sentence& sentence : tree_.annotation().sentences) {
      if (sentence.last - sentence.first < 4 || is_taken(sentence)) continue;
      sentence_ = sentence;
      if (!from_colon()) from_dash();
    }
    return std::move(mine_);
  }

 private:
  bool is_taken(const Sentence& sentence) const {
    return std::any_of(taken_.begin(), taken_.end(), [&](const Attribution& a) {
      return a.content.overlaps(sentence.span) || (a.cue && sentence.span.contains(*a.cue));
    });
  }

  bool from_colon() {
    const TokenIndex reach = std::min(sentence_.last - 2, sentence_.first + kLongestBefore);
    for (TokenIndex i = sentence_.first + 1; i <= reach; ++i) {
      if (tree_.word(i) != ":") continue;
      return take(sentence_.first, i, i, i + 1, sentence_.last);
    }
    return false;
  }

  bool from_dash() {
    TokenIndex last = sentence_.last;
    if (tree_.word(last - 1) == ".") return false;  // no headline
    for (TokenIndex i = last - 2; i > sentence_.first + 2 && last - i <= kLongestBehind; --i) {
      const std::string_view word = tree_.word(i);
      const bool apart = tree_.token(i - 1).span.end < tree_.token(i).span.begin &&
                         tree_.token(i).span.end < tree_.token(i + 1).span.begin;
      if (!apart || (word != "-" && word != "–" && word != "—" && word != "--")) continue;
      return take(i + 1, last, i, sentence_.first, i);
    }
    return false;
  }

  // Source [first, last), mark, content [begin, end).
  bool take(TokenIndex first, TokenIndex last, TokenIndex mark, TokenIndex begin, TokenIndex end) {
    const TokenIndex source = source_in(first, last);
    if (source < 0 || !tells(begin, end)) return false;
    Attribution a;
    a.source = source;
    a.cue = tree_.token(mark).span;
    a.content = trimmed(tree_.document().text,
                        {tree_.token(begin).span.begin, tree_.token(end - 1).span.end});
    if (a.content.empty()) return false;
    mine_.push_back(std::move(a));
    return true;
  }

  // A verb, or what befell how many.
  bool tells(TokenIndex begin, TokenIndex end) const {
    for (TokenIndex i = begin; i < end; ++i) {
      const Upos upos = tree_.token(i).upos;
      if (upos == Upos::VERB || upos == Upos::AUX || tree_.is_word(i, WordClass::state))
        return true;
    }
    return false;
  }

  // The head of a phrase that names a body, a person in office or one of those who are cited so;
  // -1: it is none ("Soldiers: 3 killed", "Syria: 11 dead").
  TokenIndex source_in(TokenIndex first, TokenIndex last) const {
    for (TokenIndex i = first; i < last; ++i) {
      if (!is_nominal(tree_, i) || is_quantity(tree_, i) || is_time(tree_, i)) return -1;
      if (tree_.token(i).upos == Upos::PRON) return -1;
    }
    const Span words{tree_.token(first).span.begin, tree_.token(last - 1).span.end};
    const TokenIndex head = title_head(tree_, words);
    if (head < 0 || is_place(head)) return -1;
    if (tree_.words().has(WordClass::cited, tree_.token(head).lemma)) return head;
    const bool one = !tree_.token(head).xpos.ends_with("S");
    const VoiceKind kind = kind_of_words(context_.lexicon, tree_, words, head);
    return one && kind != VoiceKind::unknown && kind != VoiceKind::witness ? head : -1;
  }

  bool is_place(TokenIndex i) const {
    const std::int32_t m = tree_.mention_at(i);
    return m >= 0 &&
           tree_.annotation().mentions[static_cast<std::size_t>(m)].type == MentionType::place;
  }

  const AttributionContext& context_;
  const Tree& tree_;
  const std::vector<Attribution>& taken_;
  std::vector<Attribution> mine_;
  Sentence sentence_;
};

}  // namespace

std::vector<Attribution> find_by_headline(const AttributionContext& context,
                                          const std::vector<Attribution>& found) {
  return HeadlineFinder(context, found).run();
}

}  // namespace counterpoint::statement
