// SPDX-License-Identifier: Apache-2.0
// New voices: a person with a name, and whoever has none or is many.
#include <algorithm>

#include "base/utf8.h"
#include "statement/story.h"
#include "statement/voice_kind.h"
#include "statement/voice_names.h"
#include "statement/voice_side.h"
#include "statement/voice_words.h"
#include "statement/voices.h"

namespace counterpoint::statement {

std::string VoiceRegistry::description_of(const NounPhrase& phrase, const Span& name) const {
  std::string description;
  const auto take = [&](Span words) {
    words = trimmed(tree_.document().text, words);
    if (words.empty() || words == name) return;
    // Twenty words describe a voice; longer ones are clauses about it.
    const auto [first, last] = tree_.tokens_in(words);
    if (last - first > 20) words.end = tree_.token(first + 19).span.end;
    if (!description.empty()) description += ", ";
    description += tree_.text(words);
  };
  if (phrase.core.begin < name.begin) take({phrase.core.begin, name.begin});
  if (name.end < phrase.core.end) take({name.end, phrase.core.end});
  for (const Span& apposition : phrase.appositions) {
    if (!apposition.overlaps(name)) take(apposition);
  }
  return description;
}

VoiceMentionIndex VoiceRegistry::person(const NounPhrase& phrase) {
  VoiceMention voice;
  voice.name = std::string(tree_.text(phrase.person));
  voice.identity = IdentityClass::named;
  voice.spans.push_back(phrase.core);
  voice.description = description_of(phrase, phrase.person);
  for (VoiceMentionIndex i = 1; i < voices_.size(); ++i) {
    VoiceMention& known = voices_[i];
    if (known.identity != IdentityClass::named || !same_person(known.name, voice.name)) continue;
    known.spans.push_back(phrase.core);
    if (voice.name.size() > known.name.size()) std::swap(known.name, voice.name);
    if (voice.name != known.name) known.names.push_back(voice.name);
    if (known.description.empty()) known.description = voice.description;
    if (known.kind == VoiceKind::unknown) set_kind(known, phrase);
    return i;
  }
  set_kind(voice, phrase);
  learn_from_other_mentions(voice);
  const std::string key = "person:" + utf8::folded(voice.name);
  return add(std::move(voice), key);
}

// A surname alone says little: take the fuller name and the office from elsewhere in the document.
void VoiceRegistry::learn_from_other_mentions(VoiceMention& voice) const {
  for (const Mention& mention : tree_.annotation().mentions) {
    if (!mention.named || mention.type != MentionType::person) continue;
    const Span bare = without_titles(lexicon_, tree_, mention.span);
    const std::string form(tree_.text(bare));
    if (form == voice.name || !same_person(form, voice.name)) {
      if (form != voice.name || voice.kind != VoiceKind::unknown) continue;
    }
    const NounPhrase phrase = noun_phrase(tree_, mention.head);
    if (form.size() > voice.name.size()) {
      voice.names.push_back(voice.name);
      voice.name = form;
    }
    if (voice.description.empty()) voice.description = description_of(phrase, bare);
    if (voice.kind == VoiceKind::unknown) set_kind(voice, phrase);
  }
}

// "an opposition group, the Harbour Committee": the body that an apposition names, else the words
// themselves.
Span VoiceRegistry::name_of_group(const NounPhrase& phrase) const {
  if (const GivenName given = given_name(lexicon_, tree_, phrase); given.body) return given.name;
  const Span core = trimmed(tree_.document().text, phrase.core);
  if (!phrase.organization.empty() || phrase.appositions.empty()) return core;
  const auto [first, last] = tree_.tokens_in(phrase.appositions.front());
  for (TokenIndex i = first; i < last; ++i) {
    const std::int32_t m = tree_.mention_at(i);
    if (m < 0) continue;
    const Mention& mention = tree_.annotation().mentions[static_cast<std::size_t>(m)];
    if (mention.named && mention.type == MentionType::organization) return mention.span;
  }
  return core;
}

IdentityClass VoiceRegistry::identity_of_group(const NounPhrase& phrase, VoiceKind kind,
                                               bool has_name) const {
  const Token& head = tree_.token(phrase.head);
  const bool body_noun = lexicon_.bodies.contains(utf8::lower(head.lemma));
  if ((head.xpos == "NNS" || head.xpos == "NNPS") && !(has_name && body_noun))
    return IdentityClass::collective;
  if (has_name || body_noun || !phrase.organization.empty() || head.upos == Upos::PROPN)
    return IdentityClass::institution;
  const std::int32_t m = tree_.mention_at(phrase.head);
  const bool somebody = m >= 0 && tree_.annotation().mentions[static_cast<std::size_t>(m)].type ==
                                      MentionType::person;
  const bool of_bodies = kind == VoiceKind::official || kind == VoiceKind::igo ||
                         kind == VoiceKind::opposition || kind == VoiceKind::media;
  const bool one_of_many = has_determiner(phrase.head, WordClass::indefinite);
  // "the government", "state television"
  const bool body = of_bodies && !one_of_many && !somebody;
  return body ? IdentityClass::institution : IdentityClass::unnamed;
}

VoiceMentionIndex VoiceRegistry::group(const NounPhrase& phrase) {
  VoiceMention voice;
  const Span core = trimmed(tree_.document().text, phrase.core);
  const Span name = name_of_group(phrase);
  const bool has_name = name != core;
  voice.name = std::string(tree_.text(name));
  if (has_name) voice.description = description_of(phrase, name);
  voice.distinct = has_determiner(phrase.head, WordClass::another);
  voice.spans.push_back(phrase.core);
  set_kind(voice, phrase);
  voice.identity = identity_of_group(phrase, voice.kind, has_name);
  const bool individual = voice.identity == IdentityClass::unnamed;
  return add(std::move(voice), individual ? "" : "group:" + utf8::folded(tree_.text(name)));
}

void VoiceRegistry::set_kind(VoiceMention& voice, const NounPhrase& phrase) const {
  voice.kind = kind_of_phrase(lexicon_, tree_, phrase).kind;
  voice.side = side_of_words(lexicon_, tree_, phrase.core);
  for (const Span& apposition : phrase.appositions) {
    if (voice.side.empty()) voice.side = side_of_words(lexicon_, tree_, apposition);
  }
  if (voice.side.empty() && voice.kind == VoiceKind::official) {
    voice.side = place_beside(tree_, phrase);
  }
  if (Story(lexicon_, tree_, phrase).is_pseudonym()) voice.identity = IdentityClass::pseudonym;
  if (!voice.description.empty() && voice.kind != VoiceKind::unknown) {
    voice.roles.push_back({voice.description, voice.kind, phrase.core});
  }
}

}  // namespace counterpoint::statement
