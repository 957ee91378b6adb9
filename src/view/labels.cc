// SPDX-License-Identifier: Apache-2.0
#include "view/labels.h"

#include <array>

namespace counterpoint::view {
namespace {

// Names in the order of the enum's values.
template <class Enum, std::size_t N>
std::string_view name_of(Enum value, const std::array<std::string_view, N>& names) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view label(Genre value) {
  static constexpr std::array<std::string_view, 10> kNames{
      "news",      "comparison", "digest",     "reference", "report",
      "statement", "post",       "transcript", "legal",     "unknown"};
  return name_of(value, kNames);
}

std::string_view label(SectionRole value) {
  static constexpr std::array<std::string_view, 6> kNames{"heading", "column",  "caption",
                                                          "table",   "infobox", "entry"};
  return name_of(value, kNames);
}

std::string_view label(Extent value) {
  static constexpr std::array<std::string_view, 2> kNames{"throughout", "within"};
  return name_of(value, kNames);
}

std::string_view label(VoiceKind value) {
  static constexpr std::array<std::string_view, 12> kNames{
      "official", "armed_group",      "opposition", "activist", "witness",   "defector",
      "analyst",  "foreign_official", "igo",        "media",    "reference", "unknown"};
  return name_of(value, kNames);
}

std::string_view label(IdentityClass value) {
  static constexpr std::array<std::string_view, 5> kNames{"named", "pseudonym", "unnamed",
                                                          "collective", "institution"};
  return name_of(value, kNames);
}

std::string_view label(Speech value) {
  static constexpr std::array<std::string_view, 5> kNames{"direct", "indirect", "mixed",
                                                          "narration", "tabular"};
  return name_of(value, kNames);
}

std::string_view label(Act value) {
  static constexpr std::array<std::string_view, 14> kNames{
      "state",  "deny",    "confirm", "disconfirm", "admit",  "retract", "doubt",
      "accuse", "believe", "decline", "predict",    "pledge", "demand",  "threaten"};
  return name_of(value, kNames);
}

std::string_view label(Certainty value) {
  static constexpr std::array<std::string_view, 4> kNames{"certain", "probable", "possible",
                                                          "unknown"};
  return name_of(value, kNames);
}

std::string_view label(Polarity value) {
  static constexpr std::array<std::string_view, 2> kNames{"positive", "negative"};
  return name_of(value, kNames);
}

std::string_view label(Basis value) {
  static constexpr std::array<std::string_view, 9> kNames{
      "eyewitness", "hearsay",   "document",      "video",  "photo",
      "intercept",  "inference", "own_reporting", "unknown"};
  return name_of(value, kNames);
}

std::string_view label(Responsibility value) {
  static constexpr std::array<std::string_view, 5> kNames{"unstated", "alleged", "denied",
                                                          "admitted", "adjudicated"};
  return name_of(value, kNames);
}

std::string_view label(Modality value) {
  static constexpr std::array<std::string_view, 3> kNames{"actual", "future", "hypothetical"};
  return name_of(value, kNames);
}

std::string_view label(FigureStatus value) {
  static constexpr std::array<std::string_view, 4> kNames{"unstated", "confirmed", "estimate",
                                                          "projection"};
  return name_of(value, kNames);
}

std::string_view label(FigureScope value) {
  static constexpr std::array<std::string_view, 3> kNames{"unknown", "incident", "cumulative"};
  return name_of(value, kNames);
}

std::string_view label(Civilian value) {
  static constexpr std::array<std::string_view, 4> kNames{"unknown", "civilian", "combatant",
                                                          "security"};
  return name_of(value, kNames);
}

std::string_view label(ExhibitKind value) {
  static constexpr std::array<std::string_view, 6> kNames{"video",    "photo",  "intercept",
                                                          "document", "object", "body"};
  return name_of(value, kNames);
}

std::string_view label(By value) {
  static constexpr std::array<std::string_view, 2> kNames{"machine", "person"};
  return name_of(value, kNames);
}

std::string_view label(EntityType value) {
  static constexpr std::array<std::string_view, 8> kNames{
      "person", "organization", "group", "place", "facility", "event", "object", "other"};
  return name_of(value, kNames);
}

std::string_view label(Incident::Role value) {
  static constexpr std::array<std::string_view, 3> kNames{"focal", "background", "comparison"};
  return name_of(value, kNames);
}

std::string_view label(Stance value) {
  static constexpr std::array<std::string_view, 4> kNames{"asserts", "denies", "doubts",
                                                          "supports"};
  return name_of(value, kNames);
}

std::string_view label(QuestionKind value) {
  static constexpr std::array<std::string_view, 8> kNames{"who", "who_were", "whether", "how_many",
                                                          "why", "when",     "where",   "what"};
  return name_of(value, kNames);
}

std::string_view label(QuestionStatus value) {
  static constexpr std::array<std::string_view, 5> kNames{"agreed", "disputed", "single_origin",
                                                          "revised", "open"};
  return name_of(value, kNames);
}

std::string_view label(RelationType value) {
  static constexpr std::array<std::string_view, 10> kNames{
      "corroborates", "contradicts", "denies",  "confirms", "disconfirms",
      "admits",       "retracts",    "revises", "doubts",   "supports"};
  return name_of(value, kNames);
}

std::string_view label(DerivationType value) {
  static constexpr std::array<std::string_view, 5> kNames{"copy", "excerpt", "rewrite", "cites",
                                                          "wire"};
  return name_of(value, kNames);
}

std::string_view label(TimelineEntry::Track value) {
  static constexpr std::array<std::string_view, 2> kNames{"events", "statements"};
  return name_of(value, kNames);
}

std::string_view label(Decision::State value) {
  static constexpr std::array<std::string_view, 2> kNames{"applied", "orphaned"};
  return name_of(value, kNames);
}

}  // namespace counterpoint::view
