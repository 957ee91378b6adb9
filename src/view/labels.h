// SPDX-License-Identifier: Apache-2.0
// The words that dossier.json uses for the values of every enum.
#pragma once

#include <string_view>

#include "counterpoint/dossier.h"

namespace counterpoint::view {

[[nodiscard]] std::string_view label(Genre value);
[[nodiscard]] std::string_view label(SectionRole value);
[[nodiscard]] std::string_view label(Extent value);
[[nodiscard]] std::string_view label(VoiceKind value);
[[nodiscard]] std::string_view label(IdentityClass value);
[[nodiscard]] std::string_view label(Speech value);
[[nodiscard]] std::string_view label(Act value);
[[nodiscard]] std::string_view label(Certainty value);
[[nodiscard]] std::string_view label(Polarity value);
[[nodiscard]] std::string_view label(Basis value);
[[nodiscard]] std::string_view label(Responsibility value);
[[nodiscard]] std::string_view label(Modality value);
[[nodiscard]] std::string_view label(FigureStatus value);
[[nodiscard]] std::string_view label(FigureScope value);
[[nodiscard]] std::string_view label(Civilian value);
[[nodiscard]] std::string_view label(ExhibitKind value);
[[nodiscard]] std::string_view label(By value);
[[nodiscard]] std::string_view label(EntityType value);
[[nodiscard]] std::string_view label(Incident::Role value);
[[nodiscard]] std::string_view label(Stance value);
[[nodiscard]] std::string_view label(QuestionKind value);
[[nodiscard]] std::string_view label(QuestionStatus value);
[[nodiscard]] std::string_view label(RelationType value);
[[nodiscard]] std::string_view label(DerivationType value);
[[nodiscard]] std::string_view label(TimelineEntry::Track value);
[[nodiscard]] std::string_view label(Decision::State value);

}  // namespace counterpoint::view
