// SPDX-License-Identifier: Apache-2.0
// A dossier.json as the checks look at it: by report name, snippet and plain name, never by id.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cases/case_text.h"

namespace counterpoint::cases {

using Json = nlohmann::json;

// The member as text, "" where it is missing or no text.
[[nodiscard]] std::string text_of(const Json& object, const char* key);

// Day-level EDTF of a time object: clock time and qualifiers off; "" for an absent time.
[[nodiscard]] std::string day_of(const Json& object, const char* key);

// The strings of an array member; empty where it is missing.
[[nodiscard]] std::vector<std::string> ids_of(const Json& object, const char* key);

class CaseDossier {
 public:
  explicit CaseDossier(Json json);

  [[nodiscard]] const Json& list(const char* key) const;
  // The document whose name's last part is `name` or else begins with it. Throws
  // std::invalid_argument if there is none.
  [[nodiscard]] const Json& get_document(const std::string& name) const;
  [[nodiscard]] const Json* find_figure(const std::string& id) const;
  // The two shortest statements that hold the snippet, in one report or (empty name) in any.
  [[nodiscard]] std::vector<const Json*> find_statements(const std::string& snippet,
                                                         const std::string& report = {}) const;
  // The statements that share most words with the snippet, for failure messages.
  [[nodiscard]] std::vector<const Json*> nearest_statements(const std::string& snippet,
                                                            const std::string& report = {}) const;

  [[nodiscard]] const std::vector<const Json*>& statements() const { return statements_; }
  [[nodiscard]] const std::vector<const Json*>& figures() const { return figures_; }
  // Every name of a voice and of the entity behind it, plain, joined by " ; ".
  [[nodiscard]] std::string names_of_voice(const std::string& voice_id) const;
  [[nodiscard]] std::string kind_of_voice(const std::string& voice_id) const;
  // Ids of the entities that bear the name (a place or a voice counts as its entity).
  [[nodiscard]] std::set<std::string> things_named(const std::string& name) const;
  // Places with this name or whose entity has it.
  [[nodiscard]] std::vector<const Json*> places_named(const std::string& name) const;
  // The words from the first to the last of span, cue and source.
  [[nodiscard]] std::string extent(const Json& statement) const;

  // One line each, for people.
  [[nodiscard]] std::string describe_statement(const Json& statement) const;
  [[nodiscard]] std::string describe(const std::vector<const Json*>& statements) const;
  [[nodiscard]] std::string describe_figure(const Json& figure) const;

 private:
  [[nodiscard]] bool is_sound(const Json& statement) const;
  [[nodiscard]] std::string slice(const std::string& document, std::size_t begin,
                                  std::size_t end) const;
  void index_statements();
  void index_figures();

  Json json_;
  std::map<std::string, std::vector<std::size_t>> offsets_;  // document -> byte of each code point
  std::map<std::string, const Json*> documents_, voices_, entities_;
  std::vector<const Json*> statements_;  // those that count: see README.md, "What does not count"
  std::vector<const Json*> figures_;
};

}  // namespace counterpoint::cases
