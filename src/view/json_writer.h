// SPDX-License-Identifier: Apache-2.0
// The parts of dossier.json. Keys keep the documented order; absent values have no key.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "counterpoint/dossier.h"

namespace counterpoint::view {

using Json = nlohmann::ordered_json;

// Writes one dossier. Holds a reference to it: the dossier must outlive the writer.
class JsonWriter {
 public:
  explicit JsonWriter(const Dossier& dossier);
  explicit JsonWriter(Dossier&&) = delete;

  [[nodiscard]] Json whole() const;

 private:
  [[nodiscard]] Json span(const DocumentId& document, const Span& span) const;
  [[nodiscard]] Json evidence(const std::vector<Evidence>& evidence) const;
  [[nodiscard]] Json time(const Time& time) const;
  void put_time(Json& json, const char* key, const std::optional<Time>& value) const;

  [[nodiscard]] Json tool() const;
  [[nodiscard]] Json document(const Document& document) const;
  [[nodiscard]] Json voice(const Voice& voice) const;
  [[nodiscard]] Json entity(const Entity& entity) const;
  [[nodiscard]] Json place(const Place& place) const;
  [[nodiscard]] Json statement(std::size_t index) const;
  [[nodiscard]] Json utterance(const Utterance& utterance) const;
  [[nodiscard]] Json exhibit(const Exhibit& exhibit) const;
  [[nodiscard]] Json event(const Event& event) const;
  [[nodiscard]] Json incident(const Incident& incident) const;
  [[nodiscard]] Json figure(const Figure& figure) const;
  [[nodiscard]] Json question(const Question& question) const;
  [[nodiscard]] Json position(const Position& position) const;
  [[nodiscard]] Json relation(const Relation& relation) const;
  [[nodiscard]] Json derivation(const Derivation& derivation) const;
  [[nodiscard]] Json ledger(const LedgerGroup& group) const;
  [[nodiscard]] Json timeline(const TimelineEntry& entry) const;
  [[nodiscard]] Json decision(const Decision& decision) const;

  // A document's text with its byte -> code point conversion.
  struct Text {
    const std::string* words;
    utf8::CodePointIndex index;
  };

  const Dossier& dossier_;
  std::map<DocumentId, Text> texts_;
  std::map<StatementId, std::vector<std::size_t>> links_;         // into claim_links
  std::vector<std::vector<std::size_t>> events_of_, figures_of_;  // by statement
  std::map<StatementId, std::vector<std::string>> exhibits_of_;
};

}  // namespace counterpoint::view
