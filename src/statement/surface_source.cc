// SPDX-License-Identifier: Apache-2.0
#include "statement/surface_source.h"

#include <algorithm>

#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// Words of the longest source behind its cue: "said Rosa Quispe, who ...".
constexpr TokenIndex kLongestSource = 9;

class SourceFinder {
 public:
  SourceFinder(const AttributionContext& context, TokenIndex cue)
      : context_(context),
        tree_(context.tree),
        sentence_(tree_.annotation().sentences[tree_.sentence_of(cue)]),
        cue_(group_begin(cue)),
        behind_(cue + 1) {}

  // The phrase before the cue: its first noun phrase carries what follows it ("a man in the
  // cloakroom", "a cellist who hid in the cloakroom", "the man, who gave no name,").
  TokenIndex before() const {
    const TokenIndex first = phrase_before();
    if (first >= cue_ || is_relative(tree_, first)) return -1;
    TokenIndex noun = -1;
    for (TokenIndex i = first; i < cue_; ++i) {
      const Upos upos = tree_.token(i).upos;
      if (noun < 0 && i + 2 < cue_ && tree_.word(i + 1) == "-") {
        i += 2;  // "the state-run agency"
        continue;
      }
      if (is_noun(tree_, i)) {
        noun = i;
      } else if (noun >= 0 && upos == Upos::DET) {
        noun = -1;  // "an accusation | the group denies"
      } else if (noun >= 0 && upos != Upos::ADJ && upos != Upos::NUM && tree_.word(i) != "-" &&
                 upos != Upos::PART) {
        break;
      } else if (noun < 0 && upos != Upos::DET && upos != Upos::ADJ && upos != Upos::NUM &&
                 upos != Upos::PUNCT && !is_participle(tree_, i)) {
        return -1;
      }
      // "one local speaking by telephone": an adjective with an article and no noun behind it.
      const Upos next = i + 1 < cue_ ? tree_.token(i + 1).upos : Upos::VERB;
      if (noun < 0 && upos == Upos::ADJ && i > first && next != Upos::NOUN && next != Upos::PROPN &&
          next != Upos::ADJ && tree_.word(i + 1) != "-") {
        return i;
      }
    }
    return noun < 0 ? -1 : name_head(noun, first);
  }

  // First token of the phrase before the cue; the cue when none can be told.
  TokenIndex phrase_before() const {
    TokenIndex first = cue_;
    while (first > sentence_.first && !is_break(first)) --first;
    if (first == cue_ && first > sentence_.first && tree_.word(first - 1) == ",") {
      first = before_insertion();
    }
    while (first < cue_ && (tree_.token(first).upos == Upos::CCONJ ||
                            tree_.token(first).upos == Upos::ADV || is_time(tree_, first))) {
      ++first;
    }
    return first < cue_ && is_plain(first) ? first : cue_;
  }

  // Head of the phrase behind the cue, if no clause goes on from it; -1: none.
  TokenIndex behind() const {
    TokenIndex last = behind_;
    if (last >= sentence_.last) return -1;
    const Upos opening = tree_.token(last).upos;
    if (opening == Upos::ADP || opening == Upos::PART || is_time(tree_, last)) return -1;
    const auto in_phrase = [&](TokenIndex i) {
      const bool name = i > behind_ && tree_.lower(i) != tree_.word(i);
      return (is_nominal(tree_, i) || name) && tree_.word(i) != ".";
    };
    while (last < sentence_.last && in_phrase(last)) ++last;
    // "... in Geneva"
    if (last + 1 < sentence_.last && tree_.token(last).upos == Upos::ADP &&
        tree_.token(last + 1).upos == Upos::PROPN) {
      const TokenIndex head = head_between(tree_, behind_, last);
      while (++last < sentence_.last && tree_.token(last).upos == Upos::PROPN) continue;
      const bool closes = last >= sentence_.last || tree_.token(last).upos == Upos::PUNCT;
      return closes && last - behind_ < kLongestSource ? head : -1;
    }
    // "said investigators, ...", "... who are assisting", "a panel of engineers hired by ..."
    const bool ends = last >= sentence_.last || tree_.token(last).upos == Upos::PUNCT ||
                      is_relative(tree_, last) ||
                      (is_participle(tree_, last) && tree_.is(last, {"acl"}));
    return ends && last - behind_ < kLongestSource ? head_between(tree_, behind_, last) : -1;
  }

  // Whether the cue stands right behind a clause that a comma ends.
  bool closes_behind_clause() const {
    return cue_ > sentence_.first + 3 && tree_.word(cue_ - 1) == "," && cue_ + 1 == behind_ &&
           has_finite(tree_, sentence_.first, cue_ - 1);
  }

  // Whether the token opens behind a comma or the end of a quotation.
  bool is_break(TokenIndex first) const {
    if (first <= sentence_.first) return true;
    const std::string_view word = tree_.word(first - 1);
    return word == "," || word == ":" || word == ";" || word == "--" || word == "–" ||
           word == "—" || quote_ends(first);
  }

 private:
  // "did not explain", "has also said": the first word of the verb's group.
  TokenIndex group_begin(TokenIndex cue) const {
    TokenIndex begin = cue;
    for (TokenIndex i = cue - 1; i >= sentence_.first; --i) {
      const Upos upos = tree_.token(i).upos;
      if (upos == Upos::AUX) begin = i;
      if (upos != Upos::AUX && upos != Upos::ADV && upos != Upos::PART) break;
    }
    return begin;
  }

  bool quote_ends(TokenIndex first) const {
    const std::uint32_t begin = tree_.token(first - 1).span.begin;
    const std::uint32_t end = tree_.token(first).span.begin;
    return std::any_of(context_.quotes.begin(), context_.quotes.end(), [&](const Quote& quote) {
      return quote.outer.end > begin && quote.outer.end <= end && quote.outer.end > quote.inner.end;
    });
  }

  // "the man, who gave his name only as Abu Khaled, told": where the phrase before the insertion
  // begins; the cue when there is none.
  TokenIndex before_insertion() const {
    TokenIndex comma = cue_ - 2;
    while (comma > sentence_.first && tree_.word(comma) != ",") --comma;
    if (comma <= sentence_.first) return cue_;
    TokenIndex first = comma;
    while (first > sentence_.first && !is_break(first)) --first;
    return first;
  }

  // No clause of its own stands in it but a relative one.
  bool is_plain(TokenIndex first) const {
    bool relative = false;
    for (TokenIndex i = first; i < cue_; ++i) {
      relative = relative || is_relative(tree_, i);
      if (!relative && (is_finite(tree_, i) || tree_.token(i).upos == Upos::SCONJ)) return false;
    }
    return true;
  }

  // The head of a name of several words.
  TokenIndex name_head(TokenIndex noun, TokenIndex first) const {
    while (tree_.is(noun, {"flat"}) && tree_.head(noun) >= first && tree_.head(noun) < noun) {
      noun = tree_.head(noun);
    }
    return noun;
  }

  const AttributionContext& context_;
  const Tree& tree_;
  const Sentence& sentence_;
  const TokenIndex cue_;     // first word of the cue's verb group
  const TokenIndex behind_;  // one past the cue
};

// A finite verb, or one with its auxiliary: "said", "did not explain", "have said".
bool makes_clause(const Tree& tree, TokenIndex cue) {
  if (is_finite(tree, cue)) return true;
  for (TokenIndex i = cue - 1; i >= 0 && i >= cue - 3; --i) {
    const Upos upos = tree.token(i).upos;
    if (upos == Upos::AUX) return true;
    if (upos != Upos::ADV && upos != Upos::PART) return false;
  }
  return false;
}

// "by locals who asked for help, stating that ...": the participle goes on from the relative
// clause.
TokenIndex antecedent_of_participle(const Tree& tree, TokenIndex cue) {
  if (tree.token(cue).xpos != "VBG" || cue < 2 || tree.word(cue - 1) != ",") return -1;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(cue)];
  for (TokenIndex i = cue - 2; i > sentence.first && tree.word(i) != ","; --i) {
    if (is_relative(tree, i)) return is_noun(tree, i - 1) ? i - 1 : -1;
  }
  return -1;
}

// "told the newspaper", "told the agency": the object right behind the cue, where the parse lost
// it.
TokenIndex addressee_behind(const Tree& tree, TokenIndex cue) {
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(cue)];
  TokenIndex last = cue + 1;
  while (last < sentence.last && (is_noun(tree, last) || tree.token(last).upos == Upos::DET ||
                                  tree.token(last).upos == Upos::ADJ)) {
    ++last;
  }
  const bool ends = last >= sentence.last || tree.token(last).upos == Upos::PUNCT;
  return ends ? head_between(tree, cue + 1, last) : -1;
}

void correct(const AttributionContext& context, Attribution& a) {
  const SourceFinder finder(context, a.cue_token);
  const CueVerb* cue = cue_of(context, a.cue_token);
  if (cue && cue->addressee && cue->act != Act::accuse && a.addressee < 0) {
    a.addressee = addressee_behind(context.tree, a.cue_token);
  }
  // "..., Dr Lan, its chief, told a news conference": whoever is told stands behind the cue.
  if (cue && cue->addressee && !cue->follows && a.source > a.cue_token) a.addressee = a.source;
  if (cue && cue->addressee && a.source > a.cue_token && a.addressee == a.source) a.source = -1;
  const TokenIndex first = finder.phrase_before();
  // "..., says the paper's Imogen Foulkes in Geneva": behind a clause and its comma.
  if (cue && cue->follows && !cue->addressee && finder.closes_behind_clause()) {
    if (const TokenIndex head = finder.behind(); head >= 0 && is_somebody(context, head)) {
      a.source = head;
      return;
    }
  }
  if (const TokenIndex head = finder.before(); head >= 0) {
    const Upos before = a.source > first ? context.tree.token(a.source - 1).upos : Upos::X;
    // "the mayor's office in LUBLIN announced"
    const bool noun = a.source >= 0 && context.tree.token(a.source).upos == Upos::NOUN;
    const bool attribute =
        a.source > head && a.source < a.cue_token &&
        (before == Upos::ADP || (noun && (before == Upos::DET || before == Upos::ADJ)));
    const bool of_content =
        a.source > a.cue_token && a.content.contains(context.tree.token(a.source).span);
    if (a.source < first || attribute || of_content) a.source = head;
    return;
  }
  const bool follows =
      a.content.begin < context.tree.token(a.cue_token).span.begin && a.addressee < 0;
  if (a.source > a.cue_token || !follows || !finder.is_break(a.cue_token)) return;
  if (const TokenIndex head = finder.behind(); head >= 0) a.source = head;
}

// "it was announced", without "by".
bool is_impersonal(const Tree& tree, TokenIndex cue) {
  if (tree.child(cue, {"aux:pass"}) < 0) return false;
  bool expletive = false;
  for (const TokenIndex c : tree.children(cue)) {
    if (tree.is(c, {"obl"}) && tree.has_child_word(c, WordClass::agent)) return false;
    expletive = expletive || (c < cue && tree.lower(c) == "it" && tree.is(c, {"expl", "nsubj"}));
  }
  return expletive;
}

}  // namespace

void correct_sources(const AttributionContext& context, std::vector<Attribution>& found) {
  for (Attribution& a : found) {
    if (a.cue_token < 0 || a.same_speaker) continue;
    // "was condemned by the mayor as cowardly": whoever did it stands behind its "by".
    if (context.tree.child(a.cue_token, {"aux:pass"}) >= 0 && a.source > a.cue_token) continue;
    // "after it was announced that he had died": nobody in particular did.
    if (is_impersonal(context.tree, a.cue_token)) {
      a.source = -1;
      continue;
    }
    const TokenIndex who =
        cue_of(context, a.cue_token) ? antecedent_of_participle(context.tree, a.cue_token) : -1;
    if (who >= 0) a.source = who;
    if (makes_clause(context.tree, a.cue_token)) correct(context, a);
    // "..., said FRIDAY that"
    for (TokenIndex verb = a.cue_token; a.source >= 0 && is_time(context.tree, a.source);) {
      a.source = subject_of(context.tree, verb);
      const bool timed = a.source >= 0 && is_time(context.tree, a.source);
      if (!timed) break;
      // "did not mention him, BUT SAID Friday that": whoever the clause before it is of.
      const TokenIndex clause = context.tree.child(verb, {"ccomp"});
      if (clause >= 0 && clause < verb && context.tree.child(verb, {"cc"}) > clause) {
        a.source = subject_of(context.tree, clause);
        break;
      }
      if (!context.tree.is(verb, {"conj"})) a.source = -1;
      verb = context.tree.head(verb);
    }
  }
}

TokenIndex source_behind(const AttributionContext& context, TokenIndex cue) {
  return SourceFinder(context, cue).behind();
}

TokenIndex source_before(const AttributionContext& context, TokenIndex cue) {
  return makes_clause(context.tree, cue) ? SourceFinder(context, cue).before() : -1;
}

}  // namespace counterpoint::statement
