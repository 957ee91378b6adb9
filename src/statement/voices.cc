// SPDX-License-Identifier: Apache-2.0
#include "statement/voices.h"

#include <algorithm>
#include <filesystem>

#include "base/utf8.h"
#include "statement/naming.h"
#include "statement/story.h"
#include "statement/voice_names.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

constexpr std::string_view kUnnamed = "unnamed";  // a voice that no words name

std::string outlet_name(const Document& document) {
  if (!document.publisher.empty()) return document.publisher;
  return std::filesystem::path(document.name).stem().string();
}

}  // namespace

VoiceRegistry::VoiceRegistry(const Tree& tree, const Lexicon& lexicon)
    : tree_(tree), lexicon_(lexicon) {
  VoiceMention outlet;
  outlet.name = outlet_name(tree.document());
  outlet.kind = tree.document().genre == Genre::reference ? VoiceKind::reference : VoiceKind::media;
  outlet.identity = IdentityClass::institution;
  outlet.outlet = true;
  voices_.push_back(std::move(outlet));
}

VoiceMentionIndex VoiceRegistry::add(VoiceMention voice, const std::string& key) {
  const auto known = key.empty() ? by_key_.end() : by_key_.find(key);
  if (known != by_key_.end()) {
    VoiceMention& old = voices_[known->second];
    old.spans.insert(old.spans.end(), voice.spans.begin(), voice.spans.end());
    if (old.kind == VoiceKind::unknown) old.kind = voice.kind;
    if (old.description.empty()) old.description = voice.description;
    return known->second;
  }
  const auto index = static_cast<VoiceMentionIndex>(voices_.size());
  voices_.push_back(std::move(voice));
  if (!key.empty()) by_key_.emplace(key, index);
  return index;
}

VoiceMentionIndex VoiceRegistry::resolve(TokenIndex source,
                                         std::optional<VoiceMentionIndex> previous) {
  // "according to this version": whoever gave it just before.
  const bool retold = lexicon_.cue_nouns.contains(tree_.token(source).lemma) &&
                      !lexicon_.document_nouns.contains(tree_.token(source).lemma) &&
                      has_determiner(source, WordClass::definite);
  if (retold && previous && maker_of(source) == source) return *previous;
  source = member_of(tree_, behind_place_line(tree_, maker_of(source)));
  // "one local speaking by telephone": the adjective that stands for the person.
  const bool speaks = tree_.token(source).xpos == "VBG" && source > 0;
  if (speaks && tree_.token(source - 1).upos == Upos::ADJ) --source;
  if (const auto voice = by_pronoun(source, previous)) return *voice;
  if (const auto outlet = outlet_by_noun(source)) return *outlet;
  NounPhrase phrase = noun_phrase(tree_, source);
  const GivenName given = given_name(lexicon_, tree_, phrase);
  if (given.body) return group(phrase);
  if (phrase.person.empty() && !given.name.empty()) phrase.person = given.name;
  const bool name = tree_.token(phrase.head).upos == Upos::PROPN && phrase.organization.empty();
  if (phrase.person.empty() && name && Story(lexicon_, tree_, phrase).is_person()) {
    phrase.person = phrase.core;
  }
  if (is_known_body(lexicon_, tree_, phrase)) phrase.person = {};
  // "who calls himself Captain Tilahun" has no other name.
  const Span told = name_behind(tree_, phrase);
  if (told.overlaps(phrase.person)) phrase.person = told;
  const Span bare = without_titles(lexicon_, tree_, phrase.person);
  const auto [first, last] = tree_.tokens_in(bare);
  if (phrase.person != told || last - first > 1) phrase.person = bare;
  if (!phrase.person.empty()) return person(phrase);
  if (names_nobody(lexicon_, tree_, phrase)) return nobody_named();
  const std::vector<NamedOutlet> outlets = outlets_in(lexicon_, tree_, phrase.core);
  const bool is_official =
      kind_of_words(lexicon_, tree_, phrase.core, source) == VoiceKind::official;
  if (!outlets.empty() && !is_beside_noun(outlets.front(), phrase) &&
      (!is_official || outlets.front().kind == VoiceKind::official)) {
    NamedOutlet outlet = outlets.front();
    // "Xinhua, the state news agency"
    for (const Span& apposition : phrase.appositions) {
      const VoiceKind kind = kind_of_words(lexicon_, tree_, apposition, -1);
      if (kind == VoiceKind::official) outlet.kind = kind;
    }
    return outlet_named(outlet).value_or(kOutlet);
  }
  if (const auto voice = by_definite(phrase)) return *voice;
  if (is_known_surname(phrase)) {
    phrase.person = phrase.core;
    return person(phrase);
  }
  return group(phrase);
}

// "a CCTV operator": the name tells where somebody works who is no journalist.
bool VoiceRegistry::is_beside_noun(const NamedOutlet& outlet, const NounPhrase& phrase) const {
  const TokenIndex behind = tree_.tokens_in(outlet.span).second;
  if (behind > phrase.head || tree_.token(phrase.head).upos != Upos::NOUN) return false;
  const Span noun = tree_.token(phrase.head).span;
  return !lexicon_.media_nouns.contains(tree_.token(phrase.head).lemma) &&
         !lexicon_.outlet_heads.contains(utf8::lower(tree_.token(phrase.head).lemma)) &&
         kind_of_words(lexicon_, tree_, noun, phrase.head) != VoiceKind::media;
}

// "Bello" alone, which the model may take for a body or a place, where the document names somebody
// "Amina Bello".
bool VoiceRegistry::is_known_surname(const NounPhrase& phrase) const {
  const auto [first, last] = tree_.tokens_in(phrase.core);
  if (last - first != 1 || tree_.token(first).upos != Upos::PROPN) return false;
  const std::string_view surname = tree_.text(phrase.core);
  const std::string ending = " " + std::string(surname);
  const auto& mentions = tree_.annotation().mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return mention.named && mention.type == MentionType::person &&
           tree_.text(mention.span).ends_with(ending);
  });
}

std::string_view VoiceRegistry::without_article(std::string_view name) const {
  for (const std::string& article : tree_.words().all(WordClass::article)) {
    if (name.starts_with(article + " ")) return name.substr(article.size() + 1);
  }
  return name;
}

std::vector<VoiceMentionIndex> VoiceRegistry::joined_to(TokenIndex source) {
  // "police, soldiers and medics": parses hang the third on the first or on the second.
  std::vector<TokenIndex> open{source};
  std::vector<VoiceMentionIndex> joined;
  for (std::size_t i = 0; i < open.size(); ++i) {
    for (const TokenIndex c : tree_.children(open[i])) {
      const Upos upos = tree_.token(c).upos;
      if (!tree_.is(c, {"conj"}) || (upos != Upos::NOUN && upos != Upos::PROPN)) continue;
      open.push_back(c);
      joined.push_back(resolve(c, std::nullopt));
    }
  }
  return joined;
}

std::optional<VoiceMentionIndex> VoiceRegistry::outlet_named(const NamedOutlet& outlet) {
  const std::string name = utf8::folded(outlet.name);
  const std::string own = utf8::folded(voices_[kOutlet].name);
  if (without_article(own) == without_article(name)) return std::nullopt;
  VoiceMention voice;
  voice.name = outlet.name;
  voice.kind = outlet.kind;
  voice.identity = IdentityClass::institution;
  voice.spans.push_back(outlet.span);
  return add(std::move(voice), "outlet:" + name);
}

std::optional<VoiceMentionIndex> VoiceRegistry::outlet_by_noun(TokenIndex token) {
  if (!lexicon_.media_nouns.contains(tree_.token(token).lemma)) return std::nullopt;
  const Span words = tree_.subtree(token);
  if (!outlets_in(lexicon_, tree_, words).empty()) return std::nullopt;
  if (!has_determiner(token, WordClass::definite)) return std::nullopt;
  if (tree_.child(token, {"compound", "amod"}) >= 0) return std::nullopt;
  std::vector<NamedOutlet> before = outlets_in(lexicon_, tree_, {0, tree_.token(token).span.begin});
  if (before.empty()) return std::nullopt;
  // "the UN refugee agency warned ... The agency said": the body named last with that noun.
  const TokenIndex named = tree_.tokens_in(before.back().span).second;
  for (TokenIndex i = token - 1; i >= named; --i) {
    if (tree_.token(i).lemma == tree_.token(token).lemma) return std::nullopt;
  }
  return outlet_named(before.back());
}

VoiceMentionIndex VoiceRegistry::from_words(const Span& words) {
  VoiceMention voice;
  voice.name = std::string(tree_.text(words));
  voice.kind = kind_of_words(lexicon_, tree_, words, -1);
  voice.identity = IdentityClass::collective;
  voice.spans.push_back(words);
  return add(std::move(voice), "group:" + utf8::folded(tree_.text(words)));
}

VoiceMentionIndex VoiceRegistry::impersonal(const Span& cue) {
  VoiceMention voice;
  const TokenIndex last = tree_.tokens_in(cue).second - 1;
  const bool document = last >= 0 && is_noun(tree_, last) &&
                        lexicon_.document_nouns.contains(tree_.token(last).lemma);
  voice.name = document ? std::string(tree_.text(cue)) : std::string(kUnnamed);
  voice.identity = IdentityClass::unnamed;
  voice.spans.push_back(cue);
  return add(std::move(voice), "");
}

VoiceMentionIndex VoiceRegistry::nobody_named() {
  VoiceMention voice;
  voice.name = kUnnamed;
  voice.identity = IdentityClass::unnamed;
  return add(std::move(voice), "nobody:");
}

}  // namespace counterpoint::statement
