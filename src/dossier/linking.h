// SPDX-License-Identifier: Apache-2.0
// Made by link() from all annotated documents; read and filled by every step of `dossier`.
//
// The work in progress: the dossier being filled, the documents it is filled from, and the way from
// one to the other. Steps run in the order of link.cc and each step fills what its header says.
//
// Two ways to name a thing:
//   dossier index   into dossier.statements / events / figures, which are sorted by id and never
//                   change their length or order after start()
//   Local           document index and index into that document's own vectors
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "counterpoint/dossier.h"

namespace counterpoint {

// A thing of one document: documents[document].found.statements[index] and the like.
struct Local {
  std::uint32_t document = 0;
  std::uint32_t index = 0;

  friend auto operator<=>(const Local&, const Local&) = default;
};

struct Linking {
  Dossier& dossier;
  const std::vector<AnnotatedDocument>& documents;  // sorted by document id
  const DossierPacks& packs;                        // dossier/packs.h

  // Parallel to dossier.statements, dossier.events, dossier.figures: where each comes from.
  std::vector<Local> statement_from = {};
  std::vector<Local> event_from = {};
  std::vector<Local> figure_from = {};

  // [document][local index] -> dossier index.
  std::vector<std::vector<std::uint32_t>> statements = {};
  std::vector<std::vector<std::uint32_t>> events = {};
  std::vector<std::vector<std::uint32_t>> figures = {};

  // Parallel to dossier.statements: dossier indexes of its events and figures, in text order.
  std::vector<std::vector<std::uint32_t>> events_of = {};
  std::vector<std::vector<std::uint32_t>> figures_of = {};

  // Filled by identities: [document][index into found.voices] -> voice; never empty ids.
  std::vector<std::vector<VoiceId>> voices = {};
  // Filled by identities: [document][index into annotation.mentions] -> entity; empty id: none (a
  // nominal group without a name). A mention with an antecedent has the antecedent's entity.
  std::vector<std::vector<EntityId>> entities = {};
  // Filled by places: [document][index into annotation.mentions] -> place; empty id: none.
  std::vector<std::vector<PlaceId>> places = {};

  // Parallel to dossier.statements: false for what a person excluded. Such statements stay in the
  // dossier and take no part in claims, ledger, timeline and counting.
  std::vector<bool> counted = {};
  std::vector<bool> counted_figures =
      {};  // parallel to dossier.figures; false also with its statement

  // Dossier index of an id; nullopt when there is none. O(log n).
  [[nodiscard]] std::optional<std::uint32_t> find_statement(const StatementId& id) const;
  [[nodiscard]] std::optional<std::uint32_t> find_event(const EventId& id) const;
  [[nodiscard]] std::optional<std::uint32_t> find_figure(const FigureId& id) const;
  [[nodiscard]] const Voice* find_voice(const VoiceId& id) const;
  [[nodiscard]] const Entity* find_entity(const EntityId& id) const;
  [[nodiscard]] const Place* find_place(const PlaceId& id) const;

  // Of the statement with this dossier index: the document it stands in, and as found there (with
  // the local indexes of chain, times, ...). The dossier's own copy is dossier.statements[index].
  [[nodiscard]] const AnnotatedDocument& document_of(std::uint32_t statement) const;
  [[nodiscard]] const Statement& local_of(std::uint32_t statement) const;
  // Words of its span, as in the text.
  [[nodiscard]] std::string_view text_of(std::uint32_t statement) const;
  // Tokens [first, last) of its document that lie inside its span.
  [[nodiscard]] std::pair<TokenIndex, TokenIndex> tokens_of(std::uint32_t statement) const;
  // The claimant: the last voice of the chain (null before identities ran).
  [[nodiscard]] const Voice* claimant_of(std::uint32_t statement) const;

  // Entity of the smallest mention of the document that covers `span`, or of the longest one inside
  // it; empty id: none.
  [[nodiscard]] EntityId entity_at(std::uint32_t document, const Span& span) const;
};

// Tokens [first, last) that lie inside `span`. O(log n).
[[nodiscard]] std::pair<TokenIndex, TokenIndex> tokens_in(const Annotation& annotation,
                                                          const Span& span);

// Puts documents, statements, events and figures into linking.dossier with their ids, and fills the
// ways there and back. `documents` must be sorted by id. Statements with one id are one statement.
void start(Linking& linking);

}  // namespace counterpoint
