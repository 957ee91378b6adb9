// SPDX-License-Identifier: Apache-2.0
// The voices of one document: from the words of a source to a VoiceMention, the same speaker once.
// Its files: voices.cc collects, voice_reference.cc follows pronouns and documents to who is meant,
// voice_making.cc makes new voices; voice_kind.h and voice_names.h say what they are and are
// called.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "counterpoint/statement.h"
#include "statement/lexicon.h"
#include "statement/phrase.h"
#include "statement/tree.h"

namespace counterpoint::statement {

// Collects voices in the order they are asked for; [0] is the outlet. References must outlive it.
class VoiceRegistry {
 public:
  VoiceRegistry(const Tree& tree, const Lexicon& lexicon);

  static constexpr VoiceMentionIndex kOutlet = 0;

  // The voice whose words are headed by `source`. `previous` is the last claimant, for pronouns and
  // "the group". Every call notes the phrase as a place where the voice speaks.
  [[nodiscard]] VoiceMentionIndex resolve(TokenIndex source,
                                          std::optional<VoiceMentionIndex> previous);

  // Claimants joined to the source by "and", without the source itself.
  [[nodiscard]] std::vector<VoiceMentionIndex> joined_to(TokenIndex source);

  // A relay by its name ("Reuters"); nullopt when it is the document's own outlet.
  [[nodiscard]] std::optional<VoiceMentionIndex> outlet_named(const NamedOutlet& outlet);

  // "the newspaper", "the agency": the outlet named last before `token`, if the head is such a
  // noun.
  [[nodiscard]] std::optional<VoiceMentionIndex> outlet_by_noun(TokenIndex token);

  // A voice that is only words, such as a table cell's "(opposition claim)".
  [[nodiscard]] VoiceMentionIndex from_words(const Span& words);

  // The label of a turn in a transcript: the person of that name, if the document names one, else
  // a voice of its own, unnamed where the words are an office ("HOST").
  [[nodiscard]] VoiceMentionIndex by_label(const Span& label);

  // "reports", "it is said": one unnamed voice for each cue.
  [[nodiscard]] VoiceMentionIndex impersonal(const Span& cue);

  // Whoever spoke the quotations that no words give to anybody: one voice of unknown kind.
  [[nodiscard]] VoiceMentionIndex nobody_named();

  [[nodiscard]] const VoiceMention& at(VoiceMentionIndex i) const { return voices_[i]; }
  [[nodiscard]] std::vector<VoiceMention> take() { return std::move(voices_); }

 private:
  VoiceMentionIndex add(VoiceMention voice, const std::string& key);
  std::optional<VoiceMentionIndex> by_pronoun(TokenIndex source,
                                              std::optional<VoiceMentionIndex> previous);
  [[nodiscard]] std::int32_t speaker_for(TokenIndex pronoun) const;
  [[nodiscard]] bool is_newer(const Mention& mention, const VoiceMention& last,
                              TokenIndex pronoun) const;
  [[nodiscard]] bool is_document(const VoiceMention& voice) const;
  [[nodiscard]] bool can_make(TokenIndex document, TokenIndex maker) const;
  [[nodiscard]] bool can_speak(const Mention& mention, TokenIndex pronoun) const;
  [[nodiscard]] TokenIndex apposed_name(TokenIndex head) const;
  std::optional<VoiceMentionIndex> by_definite(const NounPhrase& phrase);
  [[nodiscard]] bool is_beside_noun(const NamedOutlet& outlet, const NounPhrase& phrase) const;
  [[nodiscard]] bool is_known_surname(const NounPhrase& phrase) const;
  VoiceMentionIndex person(const NounPhrase& phrase);
  VoiceMentionIndex group(const NounPhrase& phrase);
  [[nodiscard]] Span name_of_group(const NounPhrase& phrase) const;
  [[nodiscard]] IdentityClass identity_of_group(const NounPhrase& phrase, VoiceKind kind,
                                                bool has_name) const;
  TokenIndex maker_of(TokenIndex source) const;
  bool has_determiner(TokenIndex noun, WordClass kind) const;
  std::string_view without_article(std::string_view name) const;
  std::string description_of(const NounPhrase& phrase, const Span& name) const;
  void learn_from_other_mentions(VoiceMention& voice) const;
  void set_kind(VoiceMention& voice, const NounPhrase& phrase) const;

  const Tree& tree_;
  const Lexicon& lexicon_;
  std::vector<VoiceMention> voices_;
  std::map<std::string, VoiceMentionIndex> by_key_;
};

}  // namespace counterpoint::statement
