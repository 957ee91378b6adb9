// SPDX-License-Identifier: Apache-2.0
// The voice that a pronoun, a document or a definite noun stands for.
#include <algorithm>

#include "base/utf8.h"
#include "statement/voice_kind.h"
#include "statement/voice_names.h"
#include "statement/voice_words.h"
#include "statement/voices.h"

namespace counterpoint::statement {

// Whether the noun behind "by", "of" or "from" can have made the document: a survey OF tax forms
// and footage FROM Syria are by somebody else.
bool VoiceRegistry::can_make(TokenIndex document, TokenIndex maker) const {
  const std::string link = tree_.lower(tree_.child(maker, {"case"}));
  if (link == "by") return true;
  const std::int32_t m = tree_.mention_at(maker);
  const MentionType type =
      m < 0 ? MentionType::other : tree_.annotation().mentions[static_cast<std::size_t>(m)].type;
  if (link == "from") {
    const std::string& lemma = tree_.token(document).lemma;
    return type != MentionType::place || lexicon_.cue_nouns.contains(lemma);
  }
  const Span words = noun_phrase(tree_, maker).core;
  return type == MentionType::person || type == MentionType::organization ||
         kind_of_words(lexicon_, tree_, words, maker) != VoiceKind::unknown;
}

// "a statement by the committee", "a report released by the ministry": whoever made it.
TokenIndex VoiceRegistry::maker_of(TokenIndex source) const {
  if (!lexicon_.document_nouns.contains(tree_.token(source).lemma)) return source;
  if (const TokenIndex owner = tree_.child(source, {"nmod:poss"}); owner >= 0) return owner;
  const auto maker_below = [&](TokenIndex node) -> TokenIndex {
    for (const TokenIndex c : tree_.children(node)) {
      if (!tree_.is(c, {"nmod", "obl"})) continue;
      if (tree_.has_child_word(c, WordClass::maker) && can_make(source, c)) return c;
    }
    return -1;
  };
  if (const TokenIndex maker = maker_below(source); maker >= 0) return maker;
  for (const TokenIndex c : tree_.children(source)) {
    if (!tree_.is(c, {"acl"})) continue;
    if (const TokenIndex maker = maker_below(c); maker >= 0) return maker;
  }
  return source;
}

// What the pronoun stands for. A town does not speak: where it seems to, the body named last before
// the pronoun in its sentence does ("fled to Turkey in fear of the regime after it claimed").
std::int32_t VoiceRegistry::speaker_for(TokenIndex pronoun) const {
  const auto& mentions = tree_.annotation().mentions;
  const std::int32_t found = resolve_pronoun(tree_.document(), tree_.annotation(), pronoun);
  if (found < 0 || mentions[static_cast<std::size_t>(found)].type != MentionType::place)
    return found;
  std::int32_t body = -1;
  for (std::size_t i = 0; i < mentions.size() && mentions[i].first < pronoun; ++i) {
    const bool here = tree_.sentence_of(mentions[i].head) == tree_.sentence_of(pronoun);
    const bool organization = mentions[i].type == MentionType::organization;
    if (here && organization && mentions[i].last <= pronoun) body = static_cast<std::int32_t>(i);
  }
  return body >= 0 ? body : found;
}

// Whether the mention can be who the pronoun stands for: a person for "he", a body or a document
// for "it".
bool VoiceRegistry::can_speak(const Mention& mention, TokenIndex pronoun) const {
  if (tree_.token(mention.head).upos == Upos::VERB) return false;
  const bool person = mention.type == MentionType::person;
  if (tree_.is_word(pronoun, WordClass::person_pronoun)) return person;
  const bool thing = tree_.is_word(pronoun, WordClass::thing_pronoun);
  // "the study ... They say": its authors, whom no words name.
  const bool people = tree_.is_word(pronoun, WordClass::plural_pronoun);
  if (people && lexicon_.document_nouns.contains(tree_.token(mention.head).lemma)) return false;
  if (thing && tree_.token(mention.head).xpos.ends_with("S")) return false;
  if (!thing && person) return true;
  const std::string& lemma = tree_.token(mention.head).lemma;
  return mention.named || mention.type == MentionType::organization ||
         lexicon_.document_nouns.contains(lemma) || lexicon_.media_nouns.contains(lemma) ||
         kind_of_words(lexicon_, tree_, mention.span, mention.head) != VoiceKind::unknown;
}

// "a resident said. Bassam, a tile layer, fled. HE showed ...": somebody named since the last
// speaker, in the sentence before.
bool VoiceRegistry::is_newer(const Mention& mention, const VoiceMention& last,
                             TokenIndex pronoun) const {
  if (!mention.named || last.spans.empty()) return false;
  const auto& sentences = tree_.annotation().sentences;
  const std::size_t here = tree_.sentence_of(mention.head);
  // Whoever spoke last by name and in the same paragraph is as near.
  const TokenIndex there = tree_.tokens_in(last.spans.back()).first;
  if (there >= tree_.size()) return false;
  const std::size_t told = tree_.sentence_of(there);
  const bool same = sentences[told].paragraph == sentences[here].paragraph;
  if (last.identity == IdentityClass::named && same) return false;
  const bool near = here + 1 == tree_.sentence_of(pronoun);
  return near && tree_.is(mention.head, {"nsubj"}) && mention.span.begin > last.spans.back().begin;
}

// Whether the voice is called by a noun for a document or a picture.
bool VoiceRegistry::is_document(const VoiceMention& voice) const {
  const std::vector<std::string> words = words_of(voice.name);
  return !words.empty() && lexicon_.document_nouns.contains(words.back());
}

std::optional<VoiceMentionIndex> VoiceRegistry::by_pronoun(
    TokenIndex source, std::optional<VoiceMentionIndex> previous) {
  const bool single = tree_.is_word(source, WordClass::person_pronoun);
  const bool plural = tree_.is_word(source, WordClass::plural_pronoun);
  if (!single && !plural && !tree_.is_word(source, WordClass::thing_pronoun)) return std::nullopt;
  const std::int32_t m = speaker_for(source);
  const Mention* mention =
      m < 0 ? nullptr : &tree_.annotation().mentions[static_cast<std::size_t>(m)];
  if (mention && !can_speak(*mention, source)) mention = nullptr;
  // A pronoun that opens its paragraph's quotation cue most often means whoever spoke last.
  const bool spoken = previous && *previous != kOutlet;
  if (mention && (!spoken || (single && is_newer(*mention, voices_[*previous], source)))) {
    return resolve(apposed_name(mention->head), std::nullopt);
  }
  if (spoken) {
    const VoiceMention& last = voices_[*previous];
    const bool body = last.identity == IdentityClass::institution;
    // "Another picture showed ... He said": a thing is nobody.
    const bool thing = last.kind == VoiceKind::unknown && last.identity != IdentityClass::named &&
                       is_document(last);
    if ((single != body || plural) && !(single && thing)) {
      voices_[*previous].spans.push_back(tree_.token(source).span);
      return previous;
    }
  }
  if (mention) return resolve(apposed_name(mention->head), std::nullopt);
  return std::nullopt;
}

// "Abu Nader, a resident of the town": whoever is called the resident is Abu Nader.
TokenIndex VoiceRegistry::apposed_name(TokenIndex head) const {
  const TokenIndex above = tree_.head(head);
  const bool named = above >= 0 && tree_.token(above).upos == Upos::PROPN;
  return named && tree_.is(head, {"appos"}) ? above : head;
}

bool VoiceRegistry::has_determiner(TokenIndex noun, WordClass kind) const {
  const TokenIndex determiner = tree_.child(noun, {"det"});
  return determiner >= 0 && tree_.is_word(determiner, kind);
}

// "the minister", "the spokesman": the person introduced with that word; "the group" likewise.
std::optional<VoiceMentionIndex> VoiceRegistry::by_definite(const NounPhrase& phrase) {
  if (!has_determiner(phrase.head, WordClass::definite)) return std::nullopt;
  if (!phrase.organization.empty() || tree_.token(phrase.head).upos == Upos::PROPN)
    return std::nullopt;
  const std::string head = tree_.lower(phrase.head);
  const auto [first, last] = tree_.tokens_in(phrase.core);
  if (last - first > 2) return std::nullopt;  // "the Mexican health ministry" describes itself
  for (auto i = static_cast<VoiceMentionIndex>(voices_.size()); i-- > 1;) {
    const std::vector<std::string> known = words_of(voices_[i].description + " " + voices_[i].name);
    const bool individual = voices_[i].identity != IdentityClass::collective;
    if (individual && std::find(known.begin(), known.end(), head) != known.end()) {
      voices_[i].spans.push_back(phrase.core);
      return i;
    }
  }
  return std::nullopt;
}

VoiceMentionIndex VoiceRegistry::by_label(const Span& label) {
  const Span name = without_titles(lexicon_, tree_, label);
  const std::string_view words = tree_.text(name);
  for (const Mention& mention : tree_.annotation().mentions) {
    const bool person = mention.named && mention.type == MentionType::person;
    if (!person || mention.span.overlaps(label)) continue;
    if (same_person(tree_.text(mention.span), words)) return resolve(mention.head, std::nullopt);
  }
  VoiceMention voice;
  voice.name = std::string(tree_.text(label));
  voice.kind = kind_of_words(lexicon_, tree_, label, -1);
  const bool office = name == label && voice.kind != VoiceKind::unknown;
  voice.identity = office ? IdentityClass::unnamed : IdentityClass::named;
  voice.spans.push_back(label);
  return add(std::move(voice), "label:" + utf8::folded(words));
}

}  // namespace counterpoint::statement
