// SPDX-License-Identifier: Apache-2.0
#include "statement/verb_content.h"

#include <algorithm>

#include "statement/surface_clause.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

constexpr TokenIndex kLongestNumber = 9;  // words: "said 29 for the whole of the city"

class VerbContent {
 public:
  VerbContent(const AttributionContext& context, TokenIndex verb, const CueVerb& cue,
              TokenIndex source)
      : context_(context), tree_(context.tree), verb_(verb), cue_(cue), source_(source) {}

  Span run() const {
    if (cue_.clause && puts_number()) {
      if (const Span number = bare_number(); !number.empty()) return number;
    }
    if (cue_.clause || cue_.follows || cue_.quotation) {
      if (const Span clause = clause_content(); !clause.empty()) return clause;
    }
    if (cue_.infinitive) {
      const TokenIndex clause = infinitive_of(tree_, verb_);
      if (clause >= 0) return infinitive_span(clause);
    }
    if (cue_.clause || cue_.quotation) {
      for (const TokenIndex c : tree_.children(verb_)) {
        // "said: ..." is often attached as parataxis of the cue.
        const bool said = tree_.is(c, {"parataxis"}) && c > verb_;
        if (said && !holds_semicolon(verb_ + 1, c) && !is_relative_aside(c)) {
          return clause_span(tree_, c);
        }
      }
    }
    if (cue_.object || (cue_.addressee && cue_.act == Act::accuse)) {
      if (const Span object = object_span(); !object.empty()) return object;
    }
    if (cue_.count || cue_.tally) {
      if (const Span count = count_span(); !count.empty()) return count;
    }
    const Span behind = prepositional_span();
    return behind.empty() && cue_.clause ? bare_number() : behind;
  }

 private:
  // "unions claim 90,000": a number alone is what is said of what was counted before.
  Span bare_number() const {
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(verb_)];
    TokenIndex last = verb_ + 1;
    bool number = false;
    if (!cue_.count && !cue_.tally && counts_things(verb_ + 1)) return {};
    while (last < sentence.last && tree_.token(last).upos != Upos::PUNCT) {
      const Upos upos = tree_.token(last).upos;
      if (upos == Upos::VERB || upos == Upos::AUX) return {};
      number = number || (is_quantity(tree_, last) && !is_time(tree_, last) && last < verb_ + 4);
      ++last;
    }
    if (!number || last - verb_ > kLongestNumber) return {};
    return trimmed(tree_.document().text,
                   {tree_.token(verb_ + 1).span.begin, tree_.token(last - 1).span.end});
  }

  // "added 92,000 JOBS": a number of things is what the verb is done to.
  bool counts_things(TokenIndex number) const {
    if (number >= tree_.size() || !tree_.is(number, {"nummod"})) return false;
    const TokenIndex noun = tree_.head(number);
    return noun > number && !context_.lexicon.groups.contains(tree_.token(noun).lemma);
  }

  // "Unions CLAIM 90,000, police SAY 35,000": a number stands right behind the cue as its object,
  // and what the parse takes for its clause is the saying of somebody else.
  bool puts_number() const {
    const TokenIndex next = verb_ + 1;
    if (next >= tree_.size() || !is_quantity(tree_, next)) return false;
    const TokenIndex object = tree_.child(verb_, {"obj"}), clause = clause_of();
    if (object >= next && is_quantity(tree_, object)) return true;
    if (clause < 0) return false;
    const TokenIndex subject = tree_.child(clause, {"nsubj"});
    return clause < verb_ ||
           (cue_of(context_, clause) && subject > next && !is_quantity(tree_, subject));
  }

  Span clause_content() const {
    const TokenIndex clause = clause_of();
    // "documented 23 cases, it said": what was counted stands before the comma.
    if (cue_.count && clause > verb_) {
      const TokenIndex object = tree_.child(verb_, {"obj"});
      const TokenIndex first = tree_.tokens_in(tree_.subtree(clause)).first;
      if (object > verb_ && object < first && tree_.word(first - 1) == ",") return {};
    }
    // "denied that shelling ... had taken place", where the parse makes no clause of it
    if (clause < 0 && cue_.clause && opens_clause(verb_ + 1)) {
      if (const Span words = surface_clause(context_, verb_, source_); !words.empty()) return words;
    }
    if (clause >= 0) return clause_span(tree_, clause, behind(clause));
    return cue_.follows ? host_clause() : Span{};
  }

  // "Gunmen killed 12, state television said, in what would be ...": what hangs on the clause
  // before the cue and stands behind the cue is the outlet's afterthought.
  std::vector<TokenIndex> behind(TokenIndex clause) const {
    std::vector<TokenIndex> found;
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(verb_)];
    for (TokenIndex i = verb_ + 1; clause < verb_ && i < sentence.last; ++i) {
      if (tree_.head(i) >= 0 && tree_.head(i) < verb_) found.push_back(i);
    }
    return found;
  }

  // The clause that the verb governs: one behind it, where the parse names several.
  TokenIndex clause_of() const {
    // "Thousands turned out, the organisers claimed, but ...": the one before the closed cue.
    const TokenIndex first = tree_.child(verb_, {"ccomp"});
    if (first > verb_ && holds_semicolon(verb_ + 1, first)) return -1;
    if (first >= 0 && first < verb_ && verb_ + 1 < tree_.size() && tree_.word(verb_ + 1) == "," &&
        source_ > first && source_ < verb_) {
      return first;
    }
    for (const TokenIndex c : tree_.children(verb_)) {
      if (c > verb_ && tree_.is(c, {"ccomp"}) && !is_of_next_cue(c)) return c;
    }
    return tree_.child(verb_, {"ccomp"});
  }

  // "throwing stones at officers, THREE OF WHOM were hurt"
  bool is_relative_aside(TokenIndex clause) const {
    const auto [first, last] = tree_.tokens_in(tree_.subtree(clause));
    for (TokenIndex i = first; i < std::min(last, first + 4); ++i) {
      if (is_relative(tree_, i)) return true;
    }
    return false;
  }

  // "showed images and REPORTED that order had been restored": what a cue joined to this one tells.
  bool is_of_next_cue(TokenIndex clause) const {
    for (TokenIndex i = verb_ + 1; i < clause; ++i) {
      if (opens_clause(i) && i > verb_ + 1 && tree_.is(i - 1, {"conj"}) &&
          tree_.head(i - 1) == verb_ && cue_of(context_, i - 1)) {
        return true;
      }
    }
    return false;
  }

  bool holds_semicolon(TokenIndex first, TokenIndex last) const {
    for (TokenIndex i = first; i < last; ++i) {
      if (tree_.word(i) == ";") return true;
    }
    return false;
  }

  bool opens_clause(TokenIndex i) const {
    return i < tree_.size() && tree_.token(i).xpos == "IN" &&
           tree_.is_word(i, WordClass::clause_mark);
  }

  // From the person asked ("other officers to protect ...") or from "to" on.
  Span infinitive_span(TokenIndex clause) const {
    Span span = tree_.subtree(clause);
    const TokenIndex asked = tree_.child(verb_, {"obj", "iobj", "obl"});
    if (asked <= verb_ || asked >= clause) return trimmed(tree_.document().text, span);
    // "showed POLICE dragging a woman"
    const bool seen = tree_.token(clause).xpos == "VBG" && tree_.is(asked, {"obj"});
    // "expect THE RIVER to peak | on Thursday"
    const bool subject = !cue_.addressee && tree_.is(asked, {"obj"});
    if (subject) span.end = std::max(span.end, end_behind(clause));
    if (cue_.addressee || seen || subject)
      span.begin = std::min(span.begin, tree_.subtree(asked).begin);
    // "called ON the people to return"
    const TokenIndex link = tree_.child(asked, {"case"});
    if (link > verb_ && link <= verb_ + 2) {
      span.begin = std::min(span.begin, tree_.token(link).span.end);
    }
    return trimmed(tree_.document().text, span);
  }

  // The end of what hangs on the cue and stands right behind the clause.
  std::uint32_t end_behind(TokenIndex clause) const {
    std::uint32_t end = tree_.subtree(clause).end;
    for (const TokenIndex c : tree_.children(verb_)) {
      if (c < clause || !tree_.is(c, {"obl", "advmod"})) continue;
      const Span words = tree_.subtree(c);
      if (words.begin >= end && words.begin <= end + 1) end = words.end;
    }
    return end;
  }

  // "The army has gone in, residents said": the clause that the cue hangs on, without the cue.
  Span host_clause() const {
    if (!tree_.is(verb_, {"parataxis"})) return {};
    const TokenIndex host = tree_.head(verb_);
    if (host < 0 || host > verb_) return {};
    for (TokenIndex i = host; i < verb_; ++i) {
      // "It is an old story: Roe announced a strike"
      if (tree_.word(i) == ":" || tree_.word(i) == ";") return {};
    }
    const std::string& text = tree_.document().text;
    return trimmed(text,
                   without_edge(text, clause_span(tree_, host, {verb_}), tree_.subtree(verb_)));
  }

  // "denied the reports", "accused the army of shelling": the object and what follows it.
  Span object_span() const {
    const TokenIndex object = tree_.child(verb_, {"obj"});
    if (object < verb_) return {};
    Span span = tree_.subtree(object);
    for (const TokenIndex c : tree_.children(verb_)) {
      if (c > object && tree_.is(c, {"obl", "advcl", "xcomp"}) && !goes_on_saying(c)) {
        span.end = std::max(span.end, tree_.subtree(c).end);
      }
    }
    return trimmed(tree_.document().text, with_parts(span));
  }

  // "confirmed 31 cases, THREE OF THEM FATAL": a part of those counted, to the sentence's end.
  Span with_parts(Span span) const {
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(verb_)];
    const TokenIndex comma = tree_.tokens_in(span).second;
    if (comma + 1 >= sentence.last || tree_.word(comma) != ",") return span;
    if (!is_quantity(tree_, comma + 1) || !holds_number(span)) return span;
    if (has_finite(tree_, comma, sentence.last)) return span;
    span.end = tree_.token(sentence.last - 1).span.end;
    return span;
  }

  // "denies involvement, SAYING ...": another cue behind a comma.
  bool goes_on_saying(TokenIndex clause) const {
    return tree_.token(clause).xpos == "VBG" && clause > 0 && tree_.word(clause - 1) == "," &&
           cue_of(context_, clause);
  }

  // "counted 31 bodies", "put the toll at nineteen": an object with a number, or a word for one and
  // the number behind it.
  Span count_span() const {
    const TokenIndex object = tree_.child(verb_, {"obj"});
    const Span span = object_span();
    if (span.empty()) return {};
    const std::string& lemma = tree_.token(object).lemma;
    const bool named =
        tree_.words().has(WordClass::tally, lemma) || tree_.words().has(WordClass::toll, lemma);
    const Span counted = cue_.count ? tree_.subtree(object) : span;
    return (cue_.count || named) && holds_number(counted) ? span : Span{};
  }

  bool holds_number(const Span& span) const {
    const auto [first, last] = tree_.tokens_in(span);
    for (TokenIndex i = first; i < last; ++i) {
      if (is_quantity(tree_, i) && !is_time(tree_, i)) return true;
    }
    return false;
  }

  // "spoke OF a bang", "called FOR calm": without the preposition.
  Span prepositional_span() const {
    for (const TokenIndex c : tree_.children(verb_)) {
      if (c < verb_ || !tree_.is(c, {"obl", "advcl"}) || is_time(tree_, c)) continue;
      for (const TokenIndex mark : tree_.children(c)) {
        if (!tree_.is(mark, {"case", "mark"}) || mark > c) continue;
        const auto& known = cue_.prepositions;
        if (std::find(known.begin(), known.end(), tree_.lower(mark)) == known.end()) continue;
        return trimmed(tree_.document().text, {tree_.token(mark).span.end, tree_.subtree(c).end});
      }
    }
    return {};
  }

  const AttributionContext& context_;
  const Tree& tree_;
  const TokenIndex verb_;
  const CueVerb& cue_;
  const TokenIndex source_;
};

}  // namespace

Span clause_span(const Tree& tree, TokenIndex clause, const std::vector<TokenIndex>& without) {
  Span span = tree.subtree(clause, without);
  const auto [first, last] = tree.tokens_in(span);
  if (first < last && (tree.is_word(first, WordClass::clause_mark) || tree.word(first) == ":") &&
      tree.is(first, {"mark", "punct"})) {
    span.begin = tree.token(first).span.end;
  }
  return trimmed(tree.document().text, span);
}

TokenIndex infinitive_of(const Tree& tree, TokenIndex verb) {
  const auto has_mark = [&](TokenIndex clause) {
    return tree.has_child_word(clause, WordClass::infinitive_mark);
  };
  const TokenIndex clause = tree.child(verb, {"xcomp"});
  if (clause >= 0) return has_mark(clause) || tree.token(clause).xpos == "VBG" ? clause : -1;
  for (const TokenIndex c : tree.children(verb)) {
    if (tree.is(c, {"advcl"}) && c > verb && has_mark(c)) return c;
  }
  return -1;
}

Span content_of_verb(const AttributionContext& context, TokenIndex verb, const CueVerb& cue,
                     TokenIndex source) {
  return VerbContent(context, verb, cue, source).run();
}

}  // namespace counterpoint::statement
