// SPDX-License-Identifier: Apache-2.0
// Builds one question: collects who takes which position, counts voices, kinds and origins, and
// tells the status.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "counterpoint/dossier.h"
#include "dossier/linking.h"

namespace counterpoint {

class QuestionBuilder {
 public:
  // `key` decides the ids: the same key gives the same question in every build.
  QuestionBuilder(Linking& linking, std::string key, QuestionKind kind, std::string text);

  // Adds a position and returns its index. For a whether-question give the claim once and the
  // position of the denial with `same_claim_as` the first.
  std::size_t add_position(const std::string& key, const std::string& claim, Stance stance,
                           std::optional<std::size_t> same_claim_as = std::nullopt);

  void add(std::size_t position, std::uint32_t statement, Stance stance);
  void set_cause(std::string cause) { question_.cause = std::move(cause); }

  // Positions that somebody takes.
  [[nodiscard]] std::size_t taken_positions() const;
  [[nodiscard]] std::size_t claimants() const;
  // Whether two positions have different claimants: a voice does not rival itself.
  [[nodiscard]] bool has_rivals() const;

  // Puts question, claims and links into the dossier. Positions nobody takes are left out, except
  // that a question always keeps at least one.
  void finish();

 private:
  struct Entry {
    std::uint32_t statement;
    Stance stance;
  };
  void count(Position& position, const std::vector<Entry>& entries) const;
  [[nodiscard]] QuestionStatus status(const std::vector<Position>& positions) const;

  Linking& linking_;
  std::string key_;
  Question question_;
  std::vector<Position> positions_;
  std::vector<std::string> claim_texts_;
  std::vector<std::vector<Entry>> entries_;
  std::map<StatementId, std::string> origin_of_;
};

}  // namespace counterpoint
