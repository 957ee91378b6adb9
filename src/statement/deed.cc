// SPDX-License-Identifier: Apache-2.0
#include "statement/deed.h"

#include <algorithm>

#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// "him", "it on us": words that tell nothing by themselves.
bool has_content_word(const Tree& tree, TokenIndex first, TokenIndex last) {
  for (TokenIndex i = first; i < last; ++i) {
    switch (tree.token(i).upos) {
      case Upos::NOUN:
      case Upos::PROPN:
      case Upos::VERB:
      case Upos::ADJ:
      case Upos::NUM:
      case Upos::INTJ:
        return true;
      default:
        break;
    }
  }
  return false;
}

// The content is a word or a phrase that no saying can be.
bool is_no_content(const AttributionContext& context, const Marked& made) {
  const Tree& tree = context.tree;
  const auto [begin, end] = tree.tokens_in(made.content);
  if (!has_content_word(tree, begin, end)) return true;
  // "wrote TO THE COUNCIL": whom it was told.
  if (tree.token(begin).upos == Upos::ADP && tree.lower(begin) == "to" &&
      cue_of(context, made.cue_token)) {
    return true;
  }
  // "a story that WAS different", "reports, WITH rebels saying": no clause that the noun tells.
  const bool noun = tree.token(made.cue_token).upos == Upos::NOUN;
  if (noun && (tree.token(begin).upos == Upos::AUX || tree.lower(begin) == "with")) return true;
  // "Lee was questioned by police"
  const bool asked = made.act == Act::doubt && is_passive_cue(tree, made.cue_token);
  return asked && !has_finite(tree, begin, end);
}

// The marked source is not who acts.
bool suffers(const Tree& tree, const Marked& made) {
  if (made.source < 0) return false;
  if (made.source > made.cue_token && is_suffered(tree, made.cue_token)) return true;
  // "Mr Roe, who was hurt, has been charged with fraud": nor does he accuse anybody.
  if (made.act == Act::accuse && made.source < made.cue_token &&
      is_passive_cue(tree, made.cue_token)) {
    return true;
  }
  // "The minister was criticised for ...": not by him.
  return tree.child(made.cue_token, {"nsubj:pass"}) == made.source;
}

// "appears to have fled", but not "the video appears TO SHOW".
bool only_seems(const Tree& tree, const Marked& made, TokenIndex last) {
  if (!tree.words().has(WordClass::seeming, tree.token(made.cue_token).lemma)) return false;
  if (made.source < 0 || subject_of(tree, made.cue_token) != made.source) return false;
  for (TokenIndex i = made.cue_token + 1; i < last; ++i) {
    if (tree.token(i).upos == Upos::VERB) return false;
  }
  return true;
}

}  // namespace

bool is_passive_cue(const Tree& tree, TokenIndex cue) {
  return cue >= 0 && tree.child(cue, {"nsubj:pass", "aux:pass"}) >= 0;
}

bool is_suffered(const Tree& tree, TokenIndex verb) {
  const bool opens = tree.annotation().sentences[tree.sentence_of(verb)].first == verb;
  const std::string& tag = tree.token(verb).xpos;
  const bool form = tag == "VBN" || (opens && tag == "VBD");
  return form && tree.is(verb, {"acl", "advcl"}) && tree.child(verb, {"aux", "nsubj"}) < 0;
}

bool is_deed(const AttributionContext& context, const Marked& made) {
  if (made.direct || made.cue_token < 0) return false;
  const Tree& tree = context.tree;
  if (is_no_content(context, made)) return true;
  if (tree.token(made.cue_token).upos != Upos::VERB) return false;
  const auto [first, last] = tree.tokens_in(*made.cue);
  if (suffers(tree, made) || only_seems(tree, made, last)) return true;
  for (TokenIndex i = first; i < last; ++i) {
    const std::string& lemma = tree.token(i).lemma;
    // "a dispute concerns a treaty": no "concern" of anybody's.
    const bool noun = tree.token(i).upos != Upos::VERB;
    if (cue_of(context, i) || (noun && context.lexicon.cue_nouns.contains(lemma)) ||
        context.lexicon.attitudes.contains(lemma)) {
      return false;
    }
  }
  const auto [begin, end] = tree.tokens_in(made.content);
  return !has_finite(tree, begin, end);
}

}  // namespace counterpoint::statement
