// SPDX-License-Identifier: Apache-2.0
#include "view/read_dossier.h"

#include <fmt/format.h>

#include "view/words.h"

namespace counterpoint::view {
namespace {

const nlohmann::ordered_json kEmpty = nlohmann::ordered_json::array();

std::string number_text(const nlohmann::ordered_json& value) {
  return number_words(value.get<double>());
}

// Acts whose content is only an object of the cue: "blamed | the army", "refused | to comment".
bool needs_cue(std::string_view act) {
  return act == "decline" || act == "accuse" || act == "demand" || act == "pledge" ||
         act == "threaten";
}

bool begins_quoted(std::string_view text) {
  for (const std::string_view mark : {"\"", "“", "«", "„", "'", "‘"}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

// Puts dots for words that are not the speaker's own ("...," he said. "..."), and for the marks
// around them.
void leave_out(const std::string& inserted, std::string& content) {
  // Words in brackets are the outlet's too, but without them the speaker's make no sense.
  if (inserted.empty() || inserted.starts_with('[')) return;
  const auto at = content.find(inserted);
  if (at == std::string::npos) return;
  std::string before = content.substr(0, at);
  std::string after = content.substr(at + inserted.size());
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : {" ", ",", ".", ";", "\"", "“", "”"}) {
      if (before.ends_with(mark)) {
        before.resize(before.size() - mark.size());
        cut = true;
      }
      if (after.starts_with(mark)) {
        after.erase(0, mark.size());
        cut = true;
      }
    }
  }
  if (!before.empty() && !after.empty()) content = before + " … " + after;
}

}  // namespace

Result<ReadDossier> ReadDossier::parse(const std::string& text) {
  ReadDossier dossier;
  dossier.root_ = Json::parse(text, nullptr, false);
  if (!dossier.root_.is_object() || !dossier.root_.contains("schema") ||
      dossier.root_["schema"] != "counterpoint/dossier/1") {
    return fail("view.json", "This is no dossier.json of schema counterpoint/dossier/1.",
                "dossier.json", "Build it again with counterpoint build.");
  }
  for (const auto& [name, items] : dossier.root_.items()) {
    if (!items.is_array()) continue;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].is_object() && items[i].contains("id") && items[i]["id"].is_string()) {
        dossier.by_id_.emplace(items[i]["id"].get<std::string>(), std::pair(name, i));
      }
    }
  }
  dossier.index_positions();
  return dossier;
}

const ReadDossier::Json& ReadDossier::array(const char* name) const {
  const auto found = root_.find(name);
  return found != root_.end() && found->is_array() ? *found : kEmpty;
}

void ReadDossier::index_positions() {
  const Json& questions = array("questions");
  for (std::size_t q = 0; q < questions.size(); ++q) {
    if (!questions[q].contains("positions")) continue;
    const Json& positions = questions[q]["positions"];
    for (std::size_t p = 0; p < positions.size(); ++p) {
      positions_.emplace(text(positions[p], "id"), std::pair(q, p));
    }
  }
}

const ReadDossier::Json* ReadDossier::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) {
    const auto position = positions_.find(id);
    if (position == positions_.end()) return nullptr;
    return &array("questions")[position->second.first]["positions"][position->second.second];
  }
  return &root_[found->second.first][found->second.second];
}

std::string ReadDossier::kind_of(const std::string& id) const {
  const auto found = by_id_.find(id);
  if (found != by_id_.end()) return found->second.first;
  return positions_.contains(id) ? "positions" : std::string();
}

std::string ReadDossier::text(const Json& object, const char* key) const {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string ReadDossier::voice_name(const std::string& id) const {
  const Json* voice = find(id);
  return voice ? text(*voice, "name") : id;
}

std::string ReadDossier::voice_kind(const std::string& id) const {
  const Json* voice = find(id);
  return voice ? text(*voice, "kind") : std::string("unknown");
}

std::string ReadDossier::chain(const Json& statement) const {
  std::string line;
  if (!statement.contains("chain")) return line;
  for (const auto& id : statement["chain"]) {
    line += (line.empty() ? "" : " < ") + voice_name(id.get<std::string>());
  }
  return line;
}

std::string ReadDossier::claimant(const Json& statement) const {
  if (!statement.contains("chain") || statement["chain"].empty()) return {};
  return statement["chain"].back().get<std::string>();
}

std::string ReadDossier::document_name(const std::string& id) const {
  const Json* document = find(id);
  return document ? text(*document, "name") : id;
}

std::string ReadDossier::content(const Json& statement) const {
  return statement.contains("span") ? text(statement["span"], "text") : std::string();
}

std::string ReadDossier::document_of(const Json& statement) const {
  return document_name(text(statement, "document"));
}

std::string ReadDossier::words(const Json& statement) const {
  std::string content = this->content(statement);
  // "Six men are believed to have fled" are nobody's own words.
  if (statement.contains("inserted") && statement.contains("source")) {
    for (const Json& inserted : statement["inserted"]) leave_out(text(inserted, "text"), content);
  }
  if (text(statement, "speech") == "direct" && !begins_quoted(content)) return "“" + content + "”";
  if (!needs_cue(text(statement, "act")) || !statement.contains("cue")) return content;
  const Json& cue = statement["cue"];
  const auto gap = statement["span"].value("begin", 0) - cue.value("end", 0);
  return gap >= 0 && gap <= 1 ? text(cue, "text") + " " + content : content;
}

std::string ReadDossier::role(const std::string& id) const {
  const Json* voice = find(id);
  if (!voice) return {};
  const std::string description = text(*voice, "description");
  return description == text(*voice, "name") ? std::string() : short_role(description);
}

std::string ReadDossier::sayer(const Json& statement) const {
  const std::string name = voice_name(claimant(statement)), document = document_of(statement);
  const std::string id = text(statement, "id");
  if (!name.empty() && document.starts_with(name)) return document + " (" + id + ")";
  return fmt::format("{} ({}, {})", name, document, id);
}

std::string ReadDossier::edtf(const Json& object, const char* key) const {
  return object.contains(key) ? text(object[key], "edtf") : std::string();
}

std::string ReadDossier::time(const Json& object, const char* key) const {
  const std::string written = edtf(object, key);
  const std::string words = time_words(written);
  const bool within = object.contains(key) && text(object[key], "extent") == "within";
  const bool bounded = written.find('/') != std::string::npos && !words.starts_with("until") &&
                       !words.starts_with("from");
  return within && bounded ? "sometime " + words : words;
}

std::string ReadDossier::incident_title(const std::string& id) const {
  const Json* incident = find(id);
  if (!incident) return {};
  std::string title = text(*incident, "title");
  const std::string written = edtf(*incident, "time");
  const std::size_t at = written.empty() ? std::string::npos : title.rfind(written);
  if (at != std::string::npos) title.replace(at, written.size(), time_words(written));
  return title;
}

std::string ReadDossier::amount(const Json& figure) const {
  if (figure.contains("alternatives") && !figure["alternatives"].empty()) {
    std::string line;
    for (const auto& value : figure["alternatives"]) {
      line += (line.empty() ? "" : " or ") + number_text(value);
    }
    return line;
  }
  const auto has = [&](const char* key) { return figure.contains(key) && figure[key].is_number(); };
  const std::string about = figure.value("approximate", false) ? "about " : "";
  if (has("min") && has("max")) {
    if (figure["min"] == figure["max"]) return about + number_text(figure["min"]);
    return about + number_text(figure["min"]) + " to " + number_text(figure["max"]);
  }
  const bool rough = !about.empty();
  if (has("min")) {
    return (rough ? about : "at least ") + number_text(figure["min"]) + (rough ? " or more" : "");
  }
  if (has("max")) return (rough ? "nearly " : "up to ") + number_text(figure["max"]);
  return text(figure, "word");
}

}  // namespace counterpoint::view
