// SPDX-License-Identifier: Apache-2.0
// Cue verbs and whoever is their subject, by the parse and, where it fails, by the words beside.
#include "statement/attribution.h"
#include "statement/word_order.h"

namespace counterpoint::statement {

const CueVerb* cue_of(const AttributionContext& context, TokenIndex verb) {
  const Token& token = context.tree.token(verb);
  if (token.upos != Upos::VERB) return nullptr;
  std::string lemma = token.lemma;
  const TokenIndex particle = context.tree.child(verb, {"compound:prt"});
  if (particle >= 0) {
    const auto entry = context.lexicon.cue_verbs.find(lemma + " " + context.tree.lower(particle));
    return entry == context.lexicon.cue_verbs.end() ? nullptr : &entry->second;
  }
  const auto entry = context.lexicon.cue_verbs.find(lemma);
  return entry == context.lexicon.cue_verbs.end() ? nullptr : &entry->second;
}

bool is_negated(const Tree& tree, TokenIndex verb) {
  if (tree.has_child_word(verb, WordClass::negation)) return true;
  const TokenIndex subject = tree.child(verb, {"nsubj"});
  return subject >= 0 && (tree.has_child_word(subject, WordClass::none_of) ||
                          tree.is_word(subject, WordClass::none_of));
}

namespace {

// The first subject of the verb; where the parse found one before and one after ", said" ("X tested
// positive, said Y"), the one after; never an owner ("the BBC's Clara Boyle reports").
TokenIndex nearest_subject(const Tree& tree, TokenIndex verb) {
  const std::string& text = tree.document().text;
  const Span sentence = tree.annotation().sentences[tree.sentence_of(verb)].span;
  // ", said Y" ends its sentence: in "X, Y's head, said rain fell" the rain is no speaker.
  const auto is_inverted = [&](TokenIndex subject) {
    return verb > 0 && tree.word(verb - 1) == "," && tree.child(verb, {"ccomp"}) < verb &&
           trimmed(text, {tree.subtree(subject).end, sentence.end}).empty();
  };
  TokenIndex best = -1;
  for (const TokenIndex c : tree.children(verb)) {
    if (!tree.is(c, {"nsubj"}) || tree.has_child_word(c, WordClass::possessive)) continue;
    if (best < 0 || (c > verb && best < verb && is_inverted(c))) best = c;
  }
  return best;
}

}  // namespace

TokenIndex antecedent(const Tree& tree, TokenIndex pronoun) {
  const TokenIndex noun = pronoun - (tree.lower(pronoun - 1) == "," ? 2 : 1);
  return noun >= 0 && is_noun(tree, noun) ? noun : pronoun;
}

namespace {

// "Villagers fled a town near the border, fearing a raid": a participle behind a comma goes on from
// the verb above the noun it was hung on, unless that noun is a person or a body; -1: it does not.
TokenIndex main_verb_of_participle(const Tree& tree, TokenIndex verb) {
  const TokenIndex noun = tree.head(verb);
  if (tree.token(verb).xpos != "VBG" || verb == 0 || tree.word(verb - 1) != ",") return -1;
  const std::int32_t m = tree.mention_at(noun);
  if (m < 0) return -1;
  const MentionType type = tree.annotation().mentions[static_cast<std::size_t>(m)].type;
  if (type == MentionType::person || type == MentionType::organization) return -1;
  for (TokenIndex i = tree.head(noun); i >= 0; i = tree.head(i)) {
    if (tree.token(i).upos == Upos::VERB) return i;
  }
  return -1;
}

// "which advocates say": nothing but a noun phrase between the pronoun and the verb, whose subject
// it is; -1: there is none.
TokenIndex subject_behind(const Tree& tree, TokenIndex pronoun, TokenIndex verb) {
  for (TokenIndex i = pronoun + 1; i < verb; ++i) {
    const Upos upos = tree.token(i).upos;
    const bool nominal = is_noun(tree, i) || upos == Upos::DET || upos == Upos::ADJ;
    if (!nominal || is_time(tree, i)) return -1;
  }
  return head_between(tree, pronoun + 1, verb);
}

TokenIndex subject_by_parse(const Tree& tree, TokenIndex verb) {
  for (int steps = 0; verb >= 0 && steps < 8; ++steps) {
    const TokenIndex subject = nearest_subject(tree, verb);
    if (subject >= 0) {
      if (!tree.is_word(subject, WordClass::relative)) return subject;
      if (const TokenIndex noun = subject_behind(tree, subject, verb); noun >= 0) return noun;
      return tree.is(verb, {"acl"}) ? tree.head(verb) : antecedent(tree, subject);
    }
    if (tree.is(verb, {"acl"})) {
      const TokenIndex main = main_verb_of_participle(tree, verb);
      if (main < 0) return tree.head(verb);
      verb = main;
      continue;
    }
    if (!tree.is(verb, {"conj", "advcl", "xcomp"})) return -1;
    verb = tree.head(verb);
  }
  return -1;
}

// Words between a finite verb and its subject that the parse may have lost: adverbs, auxiliaries, a
// time. Beyond one of anything else the neighbour is not the subject.
TokenIndex nominal_beside(const Tree& tree, TokenIndex verb, int step) {
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(verb)];
  for (TokenIndex i = verb + step; i >= sentence.first && i < sentence.last; i += step) {
    switch (tree.token(i).upos) {
      case Upos::NOUN:
      case Upos::PROPN:
      case Upos::PRON: {
        // To the right the phrase begins here and its head stands last.
        while (step > 0 && i + 1 < sentence.last &&
               (tree.token(i + 1).upos == Upos::NOUN || tree.token(i + 1).upos == Upos::PROPN)) {
          ++i;
        }
        return i;
      }
      case Upos::ADV:
      case Upos::AUX:
      case Upos::DET:
      case Upos::ADJ:
        break;
      default:
        return -1;
    }
  }
  return -1;
}

}  // namespace

TokenIndex subject_of(const Tree& tree, TokenIndex verb) {
  const TokenIndex subject = subject_by_parse(tree, verb);
  if (subject >= 0) return subject;
  const std::string& tag = tree.token(verb).xpos;
  const bool finite = tag == "VBD" || tag == "VBZ" || tag == "VBP";
  if (!finite) return -1;
  const TokenIndex before = nominal_beside(tree, verb, -1);
  return before >= 0 ? before : nominal_beside(tree, verb, +1);
}

bool is_somebody(const AttributionContext& context, TokenIndex source) {
  const Tree& tree = context.tree;
  if (source < 0) return false;
  const Token& token = tree.token(source);
  if (token.upos == Upos::PRON) return !tree.is_word(source, WordClass::thing_pronoun);
  const Lexicon& lexicon = context.lexicon;
  if (lexicon.document_nouns.contains(token.lemma) || lexicon.media_nouns.contains(token.lemma) ||
      lexicon.neutral_heads.contains(token.lemma) || lexicon.bodies.contains(token.lemma)) {
    return true;
  }
  const std::int32_t m = tree.mention_at(source);
  if (m < 0) return false;
  const MentionType type = tree.annotation().mentions[static_cast<std::size_t>(m)].type;
  return type == MentionType::person || type == MentionType::organization;
}

}  // namespace counterpoint::statement
