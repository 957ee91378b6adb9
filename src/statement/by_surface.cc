// SPDX-License-Identifier: Apache-2.0
// Attributions of a text without tags and parse: quotations with a cue beside them, "according to".
#include <algorithm>

#include "statement/attribution.h"
#include "statement/phrase_table.h"

namespace counterpoint::statement {
namespace {

// Words of the longest source that is taken without a parse to bound it.
constexpr TokenIndex kLongestSource = 8;

class SurfaceFinder {
 public:
  explicit SurfaceFinder(const AttributionContext& context)
      : context_(context), tree_(context.tree) {}

  std::vector<Attribution> run() {
    for (const Quote& quote : context_.quotes) take_quote(quote);
    for (TokenIndex i = 0; i < tree_.size(); ++i) take_according(i);
    return std::move(found_);
  }

 private:
  bool is_mark(TokenIndex i) const {
    const std::string_view word = tree_.word(i);
    return word.size() <= 3 && trimmed(word, {0, static_cast<std::uint32_t>(word.size())}).empty();
  }

  const Sentence& sentence_of(TokenIndex i) const {
    return tree_.annotation().sentences[tree_.sentence_of(i)];
  }

  Span words(TokenIndex first, TokenIndex last) const {
    if (first >= last || last - first > kLongestSource) return {};
    if (tree_.is_word(first, WordClass::article)) ++first;
    if (first >= last) return {};
    return {tree_.token(first).span.begin, tree_.token(last - 1).span.end};
  }

  // The end of the words that begin at `first`: the next mark or cue, or the sentence's end.
  TokenIndex words_end(TokenIndex first) const {
    TokenIndex i = first;
    while (i < sentence_of(first).last && !is_mark(i) && !is_cue(i)) ++i;
    return i;
  }

  bool is_cue(TokenIndex i) const { return tree_.is_word(i, WordClass::saying); }

  void take_quote(const Quote& quote) {
    if (!is_full_quote(tree_, quote)) return;
    Attribution a;
    a.content = trimmed(tree_.document().text, quote.inner);
    a.direct = true;
    if (a.content.empty()) return;
    if (from_after(quote, a) || from_before(quote, a)) found_.push_back(a);
  }

  // "...," said a resident.     "...," a resident said.
  bool from_after(const Quote& quote, Attribution& a) const {
    const auto [content, end] = tree_.tokens_in(quote.outer);
    TokenIndex first = tree_.tokens_in({quote.outer.end, UINT32_MAX}).first;
    if (content >= end || first >= tree_.size()) return false;
    if (tree_.sentence_of(first) != tree_.sentence_of(end - 1)) return false;
    if (is_mark(first)) return false;
    const TokenIndex last = words_end(first);
    if (is_cue(first)) {
      a.source_words = words(first + 1, words_end(first + 1));
      return take_cue(first, a);
    }
    a.source_words = words(first, last);
    return last < tree_.size() && is_cue(last) && take_cue(last, a);
  }

  // A resident said: "..."
  bool from_before(const Quote& quote, Attribution& a) const {
    TokenIndex cue = tree_.tokens_in({0, quote.outer.begin}).second - 1;
    if (cue >= 0 && is_mark(cue)) --cue;
    if (cue < 1 || !is_cue(cue)) return false;
    TokenIndex first = cue;
    while (first > sentence_of(cue).first && !is_mark(first - 1)) --first;
    a.source_words = words(first, cue);
    return take_cue(cue, a);
  }

  bool take_cue(TokenIndex cue, Attribution& a) const {
    a.cue = tree_.token(cue).span;
    a.cue_token = cue;
    return !a.source_words.empty();
  }

  void take_according(TokenIndex i) {
    const TokenIndex n = phrase_at(tree_, WordClass::according, i, sentence_of(i).last);
    if (n == 0 || quote_around(context_.quotes, tree_.token(i).span)) return;
    const TokenIndex first = i + n;
    if (first >= sentence_of(i).last) return;
    const TokenIndex last = words_end(first);
    Attribution a;
    a.cue = Span{tree_.token(i).span.begin, tree_.token(first - 1).span.end};
    a.cue_token = i;
    a.source_words = words(first, last);
    if (a.source_words.empty() || tree_.is_word(last - 1, WordClass::nobody)) return;
    const std::string& text = tree_.document().text;
    const Span phrase{a.cue->begin, a.source_words.end};
    const Span sentence = sentence_of(i).span;
    a.content = trimmed(text, without_edge(text, sentence, phrase));
    if (a.content.contains(phrase)) a.inserted.push_back(phrase);
    if (!a.content.empty()) found_.push_back(a);
  }

  const AttributionContext& context_;
  const Tree& tree_;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> find_by_surface(const AttributionContext& context) {
  return SurfaceFinder(context).run();
}

}  // namespace counterpoint::statement
