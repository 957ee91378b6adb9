// SPDX-License-Identifier: Apache-2.0
#include "statement/no_saying.h"

#include <algorithm>

#include "statement/phrase.h"
#include "statement/phrase_table.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// Cues that things are subjects of as well: "showed", "suggests", "confirmed", "demands".
bool takes_things(const CueVerb& cue) {
  return !cue.quotation || cue.certainty == Certainty::possible || cue.act == Act::confirm ||
         cue.act == Act::demand || cue.act == Act::believe;
}

// "New Zealand: 4 confirmed, 12 probable": a number in a list confirms nothing.
bool is_number(const Tree& tree, const Attribution& a) {
  if (a.direct || a.source < 0 || tree.token(a.source).upos != Upos::NUM) return false;
  const std::string_view word = tree.word(a.source);
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

// "I think", "if you suspect": a thought of whoever writes or reads, no statement of anybody's.
bool is_own_thought(const Tree& tree, const Attribution& a) {
  return !a.direct && a.act == Act::believe && a.source >= 0 &&
         tree.is_word(a.source, WordClass::first_person);
}

// "No matter what anyone says", "making it impossible to verify such accounts": nobody speaks.
bool is_nobodys(const AttributionContext& context, const Attribution& a) {
  const Tree& tree = context.tree;
  if (a.source >= 0) {
    const std::string hyphened =
        a.source < 2 ? std::string() : tree.lower(a.source - 2) + "-" + tree.lower(a.source);
    return tree.is_word(a.source, WordClass::anybody) ||
           (tree.word(a.source - (a.source > 0 ? 1 : 0)) == "-" &&
            tree.words().has(WordClass::anybody, hyphened));
  }
  if (a.direct || a.same_speaker || !a.source_words.empty() || a.cue_token < 0) return false;
  const bool by_verb = cue_of(context, a.cue_token) != nullptr;
  return by_verb && tree.child(a.cue_token, {"nsubj:pass", "aux:pass"}) < 0;
}

// "a commander who calls himself Captain Tilahun": a name, no saying.
bool is_naming(const Tree& tree, const Attribution& a) {
  if (a.cue_token < 0 || tree.token(a.cue_token).upos != Upos::VERB) return false;
  if (a.direct) return false;
  if (phrase_at(tree, WordClass::naming, a.cue_token, tree.size()) > 1) return true;
  // "a venture called Orion 1980"
  const TokenIndex next = a.cue_token + 1;
  return tree.is(a.cue_token, {"acl"}) && next < tree.size() &&
         tree.words().has(WordClass::naming, tree.lower(a.cue_token)) &&
         tree.token(next).upos == Upos::PROPN;
}

// "if Ross wants too much money", "unless the army says so": nobody has said it.
bool is_supposed(const Tree& tree, const Attribution& a) {
  if (a.direct || a.cue_token < 0 || !tree.is(a.cue_token, {"advcl"})) return false;
  for (const TokenIndex c : tree.children(a.cue_token)) {
    if (tree.is(c, {"mark"}) && tree.is_word(c, WordClass::condition)) return true;
  }
  return false;
}

// "No group has claimed responsibility": nobody has.
bool is_of_none(const Tree& tree, const Attribution& a) {
  return !a.direct && a.source >= 0 && tree.has_child_word(a.source, WordClass::no);
}

// "does not claim to have found it": that something is not claimed is no saying, nor a denial.
bool is_disclaimed(const AttributionContext& context, const Attribution& a) {
  const CueVerb* cue = a.cue_token < 0 ? nullptr : cue_of(context, a.cue_token);
  if (!cue || a.direct || cue->act != Act::state || !cue->clause || cue->addressee) return false;
  const TokenIndex first = context.tree.tokens_in(a.content).first;
  return is_negated(context.tree, a.cue_token) && first < context.tree.size() &&
         context.tree.is_word(first, WordClass::infinitive_mark);
}

// "a man labelled a traitor by the court": he is not the one who said it.
bool is_said_of_source(const Tree& tree, const Attribution& a) {
  if (a.cue_token < 0 || a.source < 0 || a.source > a.cue_token) return false;
  return tree.token(a.cue_token).xpos == "VBN" && tree.is(a.cue_token, {"acl"}) &&
         !tree.is(a.cue_token, {"acl:relcl"});
}

// "The sector showed solid gains", "the market had shown signs of cooling": whoever shows a thing
// says nothing, unless it is a document or a picture that does.
bool is_shown(const AttributionContext& context, const Attribution& a) {
  const Tree& tree = context.tree;
  const CueVerb* cue = a.cue_token < 0 ? nullptr : cue_of(context, a.cue_token);
  if (!cue || a.direct || a.source < 0 ||
      !tree.words().has(WordClass::showing, tree.token(a.cue_token).lemma)) {
    return false;
  }
  const std::string& lemma = tree.token(a.source).lemma;
  const Lexicon& lexicon = context.lexicon;
  if (tree.token(a.source).upos != Upos::NOUN || lexicon.document_nouns.contains(lemma))
    return false;
  const Span words = noun_phrase(tree, a.source).core;
  if (kind_of_words(lexicon, tree, words, a.source) != VoiceKind::unknown) return false;
  const auto [first, last] = tree.tokens_in(a.content);
  return !has_finite(tree, first, last);
}

// "Citing an example, the sergeant said": what is cited is said by another cue.
bool is_cited_thing(const Tree& tree, const Attribution& a) {
  if (a.direct || a.cue_token < 0 || tree.token(a.cue_token).upos != Upos::VERB) return false;
  if (!tree.words().has(WordClass::citing, tree.lower(a.cue_token))) return false;
  const auto [first, last] = tree.tokens_in(a.content);
  return !has_finite(tree, first, last);
}

// "gave no indication of how ...": that something was not said.
bool is_no_word(const Tree& tree, const Attribution& a) {
  if (a.direct || !a.cue || a.act == Act::decline) return false;
  const auto [first, last] = tree.tokens_in(*a.cue);
  for (TokenIndex i = first; i < last; ++i) {
    if (tree.is_word(i, WordClass::no)) return true;
  }
  return false;
}

// "Anyone with information is asked to contact the police": an appeal that nobody makes by name.
bool is_appeal(const Tree& tree, const Attribution& a) {
  if (a.direct || a.cue_token < 0 || a.source >= 0 || a.same_speaker) return false;
  if (!a.source_words.empty() || tree.child(a.cue_token, {"aux:pass"}) < 0) return false;
  const std::string& lemma = tree.token(a.cue_token).lemma;
  return a.act == Act::demand || lemma == "ask" || lemma == "tell";
}

// "the attorney might request a trial": what somebody may say one day.
bool is_possible(const Tree& tree, const Attribution& a) {
  if (a.direct || a.cue_token < 0 || is_negated(tree, a.cue_token)) return false;
  const auto& children = tree.children(a.cue_token);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return tree.is(c, {"aux"}) && (tree.lower(c) == "may" || tree.lower(c) == "might");
  });
}

// "asked not to be named", "declined to give her name": about the source, no statement.
bool is_anonymity(const AttributionContext& context, const Attribution& a) {
  const Tree& tree = context.tree;
  if (a.direct || (a.act != Act::demand && a.act != Act::decline)) return false;
  const auto [first, last] = tree.tokens_in(a.content);
  std::string words = " ";
  for (TokenIndex i = first; i < last && i < first + kLongestSaying; ++i) {
    const bool owner = tree.token(i).xpos == "PRP$";
    words += (owner ? "his" : tree.lower(i)) + " ";
  }
  return std::any_of(
      context.lexicon.anonymity.begin(), context.lexicon.anonymity.end(), [&](const auto& entry) {
        return entry.second == a.act && words.find(" " + entry.first + " ") != std::string::npos;
      });
}

}  // namespace

bool is_no_voice(const AttributionContext& context, const Attribution& a) {
  const Tree& tree = context.tree;
  if (a.direct || a.source < 0 || tree.token(a.source).upos != Upos::NOUN) return false;
  const CueVerb* cue = a.cue_token < 0 ? nullptr : cue_of(context, a.cue_token);
  if (!cue || !takes_things(*cue)) return false;
  const std::string& lemma = tree.token(a.source).lemma;
  const Lexicon& lexicon = context.lexicon;
  if (lexicon.document_nouns.contains(lemma) || lexicon.media_nouns.contains(lemma) ||
      lexicon.cue_nouns.contains(lemma) || lexicon.neutral_heads.contains(lemma)) {
    return false;
  }
  const std::int32_t m = tree.mention_at(a.source);
  if (m < 0) return false;
  const Mention& mention = tree.annotation().mentions[static_cast<std::size_t>(m)];
  const bool thing = mention.type == MentionType::event || mention.type == MentionType::abstract ||
                     mention.type == MentionType::time || mention.type == MentionType::object;
  const Span words = noun_phrase(tree, a.source).core;
  return thing && mention.head == a.source &&
         kind_of_words(lexicon, tree, words, a.source) == VoiceKind::unknown;
}

bool is_no_saying(const AttributionContext& context, const Attribution& a) {
  const Tree& tree = context.tree;
  return is_nobodys(context, a) || is_anonymity(context, a) || is_own_thought(tree, a) ||
         is_number(tree, a) || is_naming(tree, a) || is_supposed(tree, a) || is_of_none(tree, a) ||
         is_possible(tree, a) || is_appeal(tree, a) || is_disclaimed(context, a) ||
         is_said_of_source(tree, a) || is_shown(context, a) || is_cited_thing(tree, a) ||
         is_no_word(tree, a);
}

}  // namespace counterpoint::statement
