// SPDX-License-Identifier: Apache-2.0
#include "statement/exhibit_signs.h"

#include <algorithm>

#include "statement/attribution.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

using Role = ExhibitRole;

class SignReader {
 public:
  SignReader(const Tree& tree, const ExhibitWords& words, TokenIndex noun)
      : tree_(tree), words_(words), noun_(noun) {}

  ExhibitSigns read() {
    signs_.noun = noun_;
    const Token& token = tree_.token(noun_);
    const ExhibitNoun* word = words_.noun(token.lemma);
    if (token.upos != Upos::NOUN || !word || tree_.is(noun_, {"compound"})) return signs_;
    signs_.word = word;
    signs_.plural = token.xpos == "NNS" && tree_.lower(noun_) != token.lemma;
    read_words_before();
    if (!signs_.word) return signs_;
    read_governor();
    for (const TokenIndex c : tree_.children(noun_)) read_dependent(c);
    if (kept_back_) signs_.word = nullptr;
    if (!signs_.proof) signs_.shows.clear();
    if (signs_.proof && !scene_.empty()) add_shown(scene_);
    return signs_;
  }

 private:
  bool is(TokenIndex i, Role role) const { return words_.has(role, tree_.token(i).lemma); }
  void take(char sign) { signs_.proof = signs_.proof || signs_.word->takes(sign); }

  void read_words_before() {
    for (const TokenIndex c : tree_.children(noun_)) {
      if (tree_.is_word(c, WordClass::definite)) signs_.definite = true;
      if (!tree_.is(c, {"amod", "compound"}) || c > noun_) continue;
      const std::string word = tree_.lower(c);
      if (words_.has(Role::unlike, word)) signs_.word = nullptr;
      if (!signs_.word) return;
      if (words_.has(Role::qualify, word) || is(c, Role::qualify)) take('q');
      if (words_.has(Role::unsure, word)) take('v');
    }
  }

  // The noun, or the first of the nouns that it is joined to: "photographs and footage show".
  TokenIndex joined() const {
    TokenIndex at = noun_;
    for (int steps = 0; steps < 3 && tree_.is(at, {"conj"}) && tree_.head(at) >= 0; ++steps) {
      if (tree_.token(tree_.head(at)).upos != Upos::NOUN) break;
      at = tree_.head(at);
    }
    return at;
  }

  void read_governor() {
    const TokenIndex at = joined();
    const TokenIndex verb = tree_.head(at);
    if (verb < 0) return;
    if (tree_.is(at, {"nsubj:pass"})) {
      read_passive(verb);
    } else if (tree_.is(at, {"nsubj"})) {
      read_subject_of(verb);
    } else if (tree_.is(at, {"obj"})) {
      read_object_of(verb);
    } else if (tree_.is(at, {"obl"}) && at < verb) {
      read_scene(at, verb);
    }
  }

  // "In a video posted online, a man says ...": the clause is what it shows.
  void read_scene(TokenIndex at, TokenIndex verb) {
    const TokenIndex preposition = tree_.child(at, {"case"});
    if (preposition < 0 || !is(preposition, Role::within)) return;
    scene_ = tree_.subtree(verb, {at});
    scene_.begin = std::max(scene_.begin, tree_.subtree(at).end);
  }

  void read_subject_of(TokenIndex verb) {
    if (has_negation(tree_, verb)) return;
    if (is(verb, Role::seem)) {
      const TokenIndex shown = tree_.child(verb, {"xcomp"});
      if (shown >= 0 && is(shown, Role::show)) return show(shown);
    }
    if (is(verb, Role::show) || (told_by_document() && is(verb, Role::tell))) show(verb);
    if (is(verb, Role::emerge) && is_so(tree_, verb)) take('e');
    if (is(verb, Role::bear)) {
      const TokenIndex mark = tree_.child(verb, {"obj"});
      if (mark >= 0 && is(mark, Role::mark) && signs_.word->takes('b')) {
        signs_.proof = true;
        add_shown(tree_.subtree(mark));
      }
    }
  }

  bool told_by_document() const {
    const ExhibitKind kind = signs_.word->kind;
    return kind == ExhibitKind::document || kind == ExhibitKind::intercept;
  }

  void show(TokenIndex verb) {
    if (!signs_.word->takes('s') && !signs_.definite) return;
    take('s');
    Span shown;
    for (const TokenIndex c : tree_.children(verb)) {
      if (c < verb || !tree_.is(c, {"obj", "ccomp", "xcomp", "iobj"})) continue;
      const Span part = tree_.subtree(c);
      shown = shown.empty() ? part : Span{shown.begin, std::max(shown.end, part.end)};
    }
    add_shown(shown);
  }

  void add_shown(Span shown) {
    const std::string& text = tree_.document().text;
    shown = trimmed(text, shown);
    const auto [first, last] = tree_.tokens_in(shown);
    if (shown.empty() || last - first < 2) return;
    // "show that the bridge fell": the words behind "that".
    if (tree_.is_word(first, WordClass::clause_mark)) {
      shown = trimmed(text, {tree_.token(first).span.end, shown.end});
    }
    if (last - first <= kLongestSaying) signs_.shows.push_back(shown);
  }

  void read_passive(TokenIndex verb) {
    if (is(verb, Role::seem)) {  // "is said to show"
      const TokenIndex shown = tree_.child(verb, {"xcomp"});
      if (shown >= 0 && is(shown, Role::show) && !has_negation(tree_, verb)) return show(shown);
    }
    if (is_so(tree_, verb)) {
      read_made_known(verb, agent_of(verb));
    } else {
      keep_back(verb);
    }
  }

  // "did not release any footage", "demanded to see the video": nobody has shown it.
  void keep_back(TokenIndex verb) {
    kept_back_ = is(verb, Role::publish) || is(verb, Role::display) || is(verb, Role::obtain);
  }

  void read_object_of(TokenIndex verb) {
    if (!is_so(tree_, verb) || tree_.is(verb, {"xcomp"})) return keep_back(verb);
    read_made_known(verb, subject_of(tree_, verb));
  }

  // `by`: who published, displayed or obtained it.
  void read_made_known(TokenIndex verb, TokenIndex by) {
    const bool shown_by_exhibit = by >= 0 && words_.noun(tree_.token(by).lemma) != nullptr;
    if (is(verb, Role::obtain)) take('o');
    if (shown_by_exhibit) return;
    const bool published = is(verb, Role::publish);
    const bool displayed = is(verb, Role::display) && signs_.word->takes('d');
    const bool screened = is(verb, Role::display) && by >= 0 && is_named_body(by);
    if (published || screened) take('p');
    if (displayed) take('d');
    if (!published && !displayed && !screened) return;
    if (signs_.published < 0) signs_.published = verb;
    if (by >= 0 && signs_.publisher < 0) signs_.publisher = publisher(by);
  }

  bool is_named_body(TokenIndex i) const {
    const std::int32_t m = tree_.mention_at(i);
    if (m < 0) return false;
    const Mention& mention = tree_.annotation().mentions[static_cast<std::size_t>(m)];
    return mention.named && mention.type == MentionType::organization;
  }

  // Somebody, by a noun of their own; a day, a number or a pronoun names nobody.
  TokenIndex publisher(TokenIndex by) const {
    const Upos upos = tree_.token(by).upos;
    if (upos != Upos::NOUN && upos != Upos::PROPN) return -1;
    const std::int32_t m = tree_.mention_at(by);
    if (m >= 0) {
      const MentionType type = tree_.annotation().mentions[static_cast<std::size_t>(m)].type;
      if (type == MentionType::time || type == MentionType::event) return -1;
    }
    return is_time(tree_, by) ? -1 : by;
  }

  TokenIndex agent_of(TokenIndex verb) const {
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_.is(c, {"obl"}) && tree_.has_child_word(c, WordClass::agent)) return c;
    }
    return -1;
  }

  void read_dependent(TokenIndex c) {
    if (tree_.is(c, {"acl"})) read_clause(c);
    if (tree_.is(c, {"nmod"}) && !tree_.is(c, {"nmod:poss"}) && c > noun_) {
      if (tree_.has_child_word(c, WordClass::of) && !told_by_document()) add_shown_behind_of(c);
    }
  }

  // "footage of the crash": the crash. It tells what is shown, not that it is shown as proof.
  void add_shown_behind_of(TokenIndex c) {
    const Span words = tree_.subtree(c);
    const TokenIndex of = tree_.child(c, {"case"});
    if (of < 0 || tree_.token(of).span.begin != words.begin) return;
    const Span shown = trimmed(tree_.document().text, {tree_.token(of).span.end, words.end});
    if (!shown.empty()) signs_.shows.push_back(shown);
  }

  // "a video posted by activists", "which state television aired", "showing a convoy".
  void read_clause(TokenIndex verb) {
    if (has_negation(tree_, verb)) return;
    const TokenIndex own = own_subject(verb);
    const bool active =
        own < 0 && tree_.token(verb).xpos != "VBN" && tree_.child(verb, {"nsubj:pass"}) < 0;
    if (active) return read_subject_of(verb);
    if (!is_so(tree_, verb)) return;
    read_made_known(verb, own >= 0 ? own : agent_of(verb));
    if (is(verb, Role::emerge)) take('e');
    if (is(verb, Role::verify)) take('v');
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_.is(c, {"conj"}) && tree_.token(c).upos == Upos::VERB) read_joined_clause(c);
    }
  }

  // "filmed by a resident and posted by activists"
  void read_joined_clause(TokenIndex verb) {
    const bool passive = tree_.token(verb).xpos == "VBN" || agent_of(verb) >= 0;
    if (passive && is_so(tree_, verb)) {
      read_made_known(verb, agent_of(verb));
    } else if (tree_.token(verb).xpos == "VBG" && is(verb, Role::show)) {
      show(verb);
    }
  }

  // A subject of the relative clause that is not the exhibit itself.
  TokenIndex own_subject(TokenIndex verb) const {
    const TokenIndex subject = tree_.child(verb, {"nsubj"});
    return subject >= 0 && !tree_.is_word(subject, WordClass::relative) ? subject : -1;
  }

  const Tree& tree_;
  const ExhibitWords& words_;
  const TokenIndex noun_;
  ExhibitSigns signs_;
  Span scene_;
  bool kept_back_ = false;
};

}  // namespace

bool has_negation(const Tree& tree, TokenIndex word) {
  return tree.has_child_word(word, WordClass::negation) || tree.has_child_word(word, WordClass::no);
}

bool is_so(const Tree& tree, TokenIndex verb) {
  if (has_negation(tree, verb)) return false;
  return std::none_of(tree.children(verb).begin(), tree.children(verb).end(), [&](TokenIndex c) {
    return tree.is(c, {"aux", "mark"}) && c < verb &&
           (tree.is_word(c, WordClass::future) || tree.is_word(c, WordClass::hypothetical));
  });
}

ExhibitSigns exhibit_signs(const Tree& tree, const ExhibitWords& words, TokenIndex noun) {
  return SignReader(tree, words, noun).read();
}

}  // namespace counterpoint::statement
