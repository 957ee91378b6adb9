// SPDX-License-Identifier: Apache-2.0
#include "statement/reach.h"

#include <algorithm>
#include <optional>

#include "statement/phrase.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// How far behind the cue a "that" may stand: "told reporters in the capital on Monday that".
constexpr TokenIndex kThatReach = 12;
// Words that may stand between a conjunction and the cue verb that they are the subject of.
constexpr TokenIndex kSubjectReach = 9;
constexpr TokenIndex kDateline = 16;         // words
constexpr TokenIndex kLongestDateline = 28;  // with day and hour before "CITY (Agency) -"

class Reach {
 public:
  Reach(const AttributionContext& context, std::vector<Attribution>& found)
      : context_(context), tree_(context.tree), found_(found) {}

  void run() {
    for (Attribution& a : found_) {
      if (a.direct || a.cue_token < 0) continue;
      sentence_ = tree_.annotation().sentences[tree_.sentence_of(a.cue_token)];
      if (!sentence_.span.contains(a.content)) continue;
      if (quote_around(context_.quotes, tree_.token(a.cue_token).span)) continue;
      if (is_according(a.cue_token)) {
        reach_according(a);
      } else if (const CueVerb* cue = cue_of(context_, a.cue_token); cue && cue->clause) {
        reach_clause(a, *cue);
      }
    }
  }

 private:
  void reach_clause(Attribution& a, const CueVerb& cue) {
    const auto [first, last] = tree_.tokens_in(a.content);
    // An infinitive or an object stays what it is; a noun that the parse took for the clause does
    // not.
    const bool clause =
        has_finite(tree_, first, last) || any_child_is_clause(a.cue_token, first, last);
    if (first >= last || !clause || !is_top(a.cue_token)) return;
    if (take_parenthesis(a)) return;
    // "..., witnesses told the paper, which is banned there.": the relative clause is the outlet's.
    const bool aside =
        first > a.cue_token && is_relative(tree_, first) && tree_.word(first - 1) == ",";
    if (first > a.cue_token && !aside) {
      const TokenIndex begin = begin_behind(a.cue_token, first, cue);
      set(a, begin, end_of_saying(a, begin, last));
    } else if (last <= a.cue_token || aside) {
      const TokenIndex edge = edge_of_cue(a);
      if (take_quotation(a, edge)) return;
      if (edge <= sentence_.first || tree_.word(edge - 1) != ",") return;
      if (holds_other_cue(a, sentence_.first, first)) return;
      set(a, opening(), edge - 1);
    }
  }

  bool any_child_is_clause(TokenIndex cue, TokenIndex first, TokenIndex last) const {
    return std::any_of(tree_.children(cue).begin(), tree_.children(cue).end(), [&](TokenIndex c) {
      return c >= first && c < last && tree_.is(c, {"ccomp"});
    });
  }

  // The cue of the sentence's main clause: in a subordinate one the saying ends with the clause.
  bool is_top(TokenIndex verb) const {
    for (TokenIndex i = verb; i > sentence_.first && tree_.word(i - 1) != ","; --i) {
      if (is_relative(tree_, i - 1)) return false;
    }
    if (is_first_verb(verb)) return true;
    for (int steps = 0; steps < 8; ++steps) {
      if (tree_.is(verb, {"root", "parataxis"})) return true;
      if (!tree_.is(verb, {"conj"})) return false;
      verb = tree_.token(verb).head;
    }
    return false;
  }

  // No finite verb, subordinator or relative pronoun stands before it.
  bool is_first_verb(TokenIndex verb) const {
    for (TokenIndex i = sentence_.first; i < verb; ++i) {
      const Upos upos = tree_.token(i).upos;
      if (is_finite(tree_, i) || upos == Upos::SCONJ || is_relative(tree_, i)) return false;
    }
    return is_finite(tree_, verb);
  }

  // "MANILA, Oct 10 (Newswire) - At least 12 ...": one past the dash of a dateline.
  TokenIndex behind_dateline(TokenIndex first) const {
    const std::string_view word = tree_.word(first);
    const bool capitals = word.size() > 2 && std::all_of(word.begin(), word.end(),
                                                         [](char c) { return c < 'a' || c > 'z'; });
    if (!capitals) return first;
    const TokenIndex reach = std::min(sentence_.last - 1, first + kLongestDateline);
    for (TokenIndex i = first + 1; i < reach; ++i) {
      const std::string_view dash = tree_.word(i);
      const bool apart = tree_.token(i - 1).span.end < tree_.token(i).span.begin;
      const bool agency = tree_.word(i - 1) == ")";
      if (i - first >= kDateline && !agency) continue;
      if (apart && (dash == "-" || dash == "--" || dash == "–" || dash == "—")) return i + 1;
    }
    return first;
  }

  // A conjunction joins the sentence to what went before; a citation mark ("[25]") belongs there.
  bool stands_apart(TokenIndex i) const {
    const Upos upos = tree_.token(i).upos;
    return upos == Upos::CCONJ || upos == Upos::PUNCT || tree_.word(i).starts_with("[") ||
           (i > sentence_.first && tree_.word(i - 1) == "[");
  }

  // First word of the sentence's matter.
  TokenIndex opening() const {
    TokenIndex first = behind_dateline(sentence_.first);
    while (first + 1 < sentence_.last && stands_apart(first)) ++first;
    return first;
  }

  // First token of the cue with its source, where the source stands directly beside it.
  TokenIndex edge_of_cue(const Attribution& a) const {
    if (a.source < 0 || a.source > a.cue_token) return a.cue_token;
    const TokenIndex first = tree_.tokens_in(noun_phrase(tree_, a.source).core).first;
    TokenIndex edge = std::min(first, a.cue_token);
    if (edge > sentence_.first && tree_.token(edge - 1).upos == Upos::DET) --edge;
    return edge;
  }

  // One past the cue with its source behind it.
  TokenIndex end_of_cue(const Attribution& a) const {
    if (a.source < a.cue_token) return a.cue_token + 1;
    return tree_.tokens_in(noun_phrase(tree_, a.source).core).second;
  }

  // "The benefit, she said, would be small": the clause goes on behind the cue.
  bool take_parenthesis(Attribution& a) {
    const TokenIndex edge = edge_of_cue(a);
    const TokenIndex end = end_of_cue(a);
    if (edge <= sentence_.first + 1 || end + 2 >= sentence_.last) return false;
    if (tree_.word(edge - 1) != "," || tree_.word(end) != ",") return false;
    const bool broken =
        !has_finite(tree_, sentence_.first, edge) && has_finite(tree_, end, sentence_.last);
    const bool goes_on = tree_.token(end + 1).upos == Upos::CCONJ && !is_contrast(end + 1) &&
                         !next_cue(end + 1) && has_finite(tree_, sentence_.first, edge);
    if (!broken && !goes_on) return false;
    set(a, opening(), sentence_.last);
    a.inserted = {{tree_.token(edge - 1).span.begin, tree_.token(end).span.end}};
    return true;
  }

  // "..." the minister said: a quotation right before the cue with its source is what was said.
  bool take_quotation(Attribution& a, TokenIndex edge) const {
    if (edge <= sentence_.first) return false;
    const Span before = tree_.token(edge - 1).span;
    const auto quote =
        std::find_if(context_.quotes.begin(), context_.quotes.end(), [&](const Quote& q) {
          return q.outer.end > q.inner.end && q.outer.end >= before.begin &&
                 q.outer.end <= tree_.token(edge).span.begin;
        });
    if (quote == context_.quotes.end() || !is_full_quote(tree_, *quote)) return false;
    a.content = trimmed(tree_.document().text, quote->inner);
    a.direct = true;
    return true;
  }

  TokenIndex begin_behind(TokenIndex cue, TokenIndex parsed, const CueVerb& verb) const {
    const TokenIndex reach = std::min(sentence_.last, cue + kThatReach);
    for (TokenIndex i = cue + 1; i < reach; ++i) {
      const Token& token = tree_.token(i);
      if (token.upos == Upos::SCONJ && tree_.words().has(WordClass::clause_mark, tree_.lower(i)))
        return i + 1;
      if (token.upos == Upos::VERB || token.upos == Upos::AUX) break;
    }
    TokenIndex i = cue + 1;
    while (i < parsed && (tree_.token(i).upos == Upos::ADV || is_time(tree_, i)) &&
           !is_quantity(tree_, i)) {
      ++i;
    }
    // "told the council the army ...", "said in a statement the army ...": whose words begin where
    // only the parse can tell.
    if (verb.addressee ||
        (i < parsed && tree_.token(i).upos == Upos::ADP && !is_quantity(tree_, i))) {
      return parsed;
    }
    for (TokenIndex j = i; j < parsed; ++j) {
      const std::string& tag = tree_.token(j).xpos;
      const bool participle = tag == "VBG" || tag == "VBN";
      if (!is_nominal(tree_, j) && tree_.token(j).upos != Upos::ADV && !participle) return parsed;
    }
    return i;
  }

  // Index of the next boundary behind `begin`; `parsed` is where the parse ended the clause.
  TokenIndex end_of_saying(const Attribution& a, TokenIndex begin, TokenIndex parsed) {
    for (TokenIndex i = begin + 2; i < sentence_.last; ++i) {
      if (in_quotation(i)) continue;
      if (const auto cue = next_cue(i)) {
        if (*cue == i + 1 && i < parsed && !is_raised(*cue, a.cue_token)) continue;
        give_source(*cue, a, i + 1);
        return i;
      }
      if (i + 1 < sentence_.last && tree_.word(i) == "," && is_contrast(i + 1) &&
          has_finite(tree_, i, sentence_.last)) {
        return i;
      }
      if (tree_.word(i) == ";") return i;
      if (i >= parsed && is_according(i)) return i;
    }
    return sentence_.last;
  }

  bool in_quotation(TokenIndex i) const {
    return quote_around(context_.quotes, tree_.token(i).span) != nullptr;
  }

  // The first word of "according to".
  bool is_according(TokenIndex i) const {
    return i + 1 < tree_.size() &&
           tree_.words().has(WordClass::according, tree_.lower(i) + " " + tree_.lower(i + 1));
  }

  bool is_contrast(TokenIndex i) const {
    return tree_.words().has(WordClass::contrast, tree_.lower(i));
  }

  // The cue verb that a conjunction at `i` brings: "and warned", "and the minister said".
  std::optional<TokenIndex> next_cue(TokenIndex i) const {
    if (tree_.token(i).upos != Upos::CCONJ) return std::nullopt;
    for (TokenIndex j = i + 1; j < std::min(sentence_.last, i + 1 + kSubjectReach); ++j) {
      if (is_finite(tree_, j)) {
        const CueVerb* cue = cue_of(context_, j);
        const bool tells = cue && (cue->clause || cue->addressee || cue->infinitive);
        return tells ? std::optional(j) : std::nullopt;
      }
      if (!is_nominal(tree_, j) && tree_.token(j).upos != Upos::ADV) return std::nullopt;
    }
    return std::nullopt;
  }

  // "claimed that they were only trying to help and denied ...": the second verb has the form of
  // the cue, not of the verb that the parse joins it with.
  bool is_raised(TokenIndex verb, TokenIndex cue) const {
    const TokenIndex head = tree_.token(verb).head;
    const std::string& tag = tree_.token(verb).xpos;
    return tag == tree_.token(cue).xpos &&
           (head < 0 || head == cue || tree_.token(head).xpos != tag);
  }

  // The subject of a cue that the parse had put into this saying: what stands between the
  // conjunction and it, or else the source of this saying.
  void give_source(TokenIndex cue, const Attribution& a, TokenIndex first) {
    const TokenIndex subject = subject_of(tree_, cue);  // "and on Wednesday STATE TV said"
    const TokenIndex source = cue == first                        ? a.source
                              : subject >= first && subject < cue ? subject
                                                                  : head_between(tree_, first, cue);
    for (Attribution& other : found_) {
      if (other.cue_token == cue && source >= 0) other.source = source;
    }
  }

  bool holds_other_cue(const Attribution& a, TokenIndex first, TokenIndex last) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Attribution& other) {
      return &other != &a && other.cue_token >= first && other.cue_token < last;
    });
  }

  void reach_according(Attribution& a) {
    if (a.source < 0) return;
    const TokenIndex end = tree_.tokens_in(noun_phrase(tree_, a.source).core).second;
    if (end <= a.cue_token || end > sentence_.last) return;
    TokenIndex comma = end;
    while (comma < sentence_.last && tree_.word(comma) != ",") ++comma;
    const bool rest = comma + 1 < sentence_.last && has_finite(tree_, comma, sentence_.last);
    if (a.cue_token == opening()) {
      if (rest) set(a, comma + 1, sentence_.last);
      return;
    }
    const TokenIndex begin = begin_before(a.cue_token);
    if (!has_finite(tree_, begin, a.cue_token) && !rest) return;
    const bool relative = rest && is_relative(tree_, comma + 1);
    if (!rest || relative || is_contrast(comma + 1)) {
      a.inserted.clear();
      set(a, begin, a.cue_token);
      return;
    }
    set(a, begin, sentence_.last);
    a.inserted = {{tree_.token(a.cue_token).span.begin, tree_.token(comma).span.end}};
  }

  // Where the clause that ends before `last` begins: behind a semicolon or a contrast.
  TokenIndex begin_before(TokenIndex last) const {
    for (TokenIndex i = last - 1; i > sentence_.first; --i) {
      if (tree_.word(i) == ";") return i + 1;
      if (tree_.word(i - 1) == "," && is_contrast(i) && has_finite(tree_, i, last)) return i + 1;
    }
    return opening();
  }

  // Sets the content to these tokens, unless that would cut a quotation in two, or make a saying of
  // a page that has no full stops.
  void set(Attribution& a, TokenIndex first, TokenIndex last) const {
    if (first >= last || last - first > kLongestSaying) return;
    const Span span = trimmed(tree_.document().text,
                              {tree_.token(first).span.begin, tree_.token(last - 1).span.end});
    const bool cuts =
        std::any_of(context_.quotes.begin(), context_.quotes.end(), [&](const Quote& quote) {
          return quote.inner.overlaps(span) && !quote.outer.contains(span) &&
                 !span.contains(quote.inner);
        });
    if (!cuts && !span.empty()) a.content = span;
  }

  const AttributionContext& context_;
  const Tree& tree_;
  std::vector<Attribution>& found_;
  Sentence sentence_;
};

}  // namespace

void reach_out(const AttributionContext& context, std::vector<Attribution>& found) {
  Reach(context, found).run();
}

}  // namespace counterpoint::statement
