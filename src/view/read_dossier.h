// SPDX-License-Identifier: Apache-2.0
// A dossier.json read back for the terminal screens: look-ups by id and the words people read.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/result.h"

namespace counterpoint::view {

class ReadDossier {
 public:
  // Errors: view.json when the text is no JSON object of schema counterpoint/dossier/1.
  [[nodiscard]] static Result<ReadDossier> parse(const std::string& text);

  using Json = nlohmann::ordered_json;

  [[nodiscard]] const Json& root() const { return root_; }
  // The array with this name; an empty one when it is absent.
  [[nodiscard]] const Json& array(const char* name) const;
  // The object with this id in any array or among the positions of the questions, and the array's
  // name; null when there is none.
  [[nodiscard]] const Json* find(const std::string& id) const;
  [[nodiscard]] std::string kind_of(const std::string& id) const;

  [[nodiscard]] std::string text(const Json& object, const char* key) const;
  [[nodiscard]] std::string voice_name(const std::string& id) const;
  [[nodiscard]] std::string voice_kind(const std::string& id) const;
  // "Harbour Times < the wire < Karim Haddad", outlet first.
  [[nodiscard]] std::string chain(const Json& statement) const;
  [[nodiscard]] std::string claimant(const Json& statement) const;
  [[nodiscard]] std::string document_name(const std::string& id) const;
  [[nodiscard]] std::string content(const Json& statement) const;
  [[nodiscard]] std::string document_of(const Json& statement) const;
  // The words of a statement, in quotation marks when they are a direct quotation; with the word
  // of saying before them where they are only its object: "refused to comment". Dots stand for
  // words inside that are not the speaker's own.
  [[nodiscard]] std::string words(const Json& statement) const;
  // What a voice is, in a few words; "" when nothing is known beside its name.
  [[nodiscard]] std::string role(const std::string& voice) const;
  // "Rana (d-1.txt, s-1)"; the document alone where the voice is but named after it.
  [[nodiscard]] std::string sayer(const Json& statement) const;
  // The time under a key, in words; "" when it is unknown. And as EDTF.
  [[nodiscard]] std::string time(const Json& object, const char* key) const;
  [[nodiscard]] std::string edtf(const Json& object, const char* key) const;
  // The title of an incident, its time in words; "" when there is none.
  [[nodiscard]] std::string incident_title(const std::string& id) const;
  // "at least 120", "5 or 14", "about 40".
  [[nodiscard]] std::string amount(const Json& figure) const;

 private:
  void index_positions();
  Json root_;
  std::map<std::string, std::pair<std::string, std::size_t>> by_id_;
  std::map<std::string, std::pair<std::size_t, std::size_t>> positions_;  // question, place in it
};

}  // namespace counterpoint::view
