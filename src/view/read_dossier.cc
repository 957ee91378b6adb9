// SPDX-License-Identifier: Apache-2.0
#include "view/read_dossier.h"

#include <fmt/format.h>

namespace counterpoint::view {
namespace {

const nlohmann::ordered_json kEmpty = nlohmann::ordered_json::array();

std::string number_text(const nlohmann::ordered_json& value) {
  const double number = value.get<double>();
  return number == static_cast<double>(static_cast<long long>(number))
             ? fmt::format("{}", static_cast<long long>(number))
             : fmt::format("{}", number);
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
  return dossier;
}

const ReadDossier::Json& ReadDossier::array(const char* name) const {
  const auto found = root_.find(name);
  return found != root_.end() && found->is_array() ? *found : kEmpty;
}

const ReadDossier::Json* ReadDossier::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return nullptr;
  return &root_[found->second.first][found->second.second];
}

std::string ReadDossier::kind_of(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? std::string() : found->second.first;
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
  if (has("min")) return about + "at least " + number_text(figure["min"]);
  if (has("max")) return about + "up to " + number_text(figure["max"]);
  return text(figure, "word");
}

}  // namespace counterpoint::view
