// SPDX-License-Identifier: Apache-2.0
#include "view/json_writer.h"

#include <algorithm>

#include "counterpoint/view.h"
#include "view/json_helpers.h"
#include "view/labels.h"

namespace counterpoint::view {

JsonWriter::JsonWriter(const Dossier& dossier)
    : dossier_(dossier),
      events_of_(dossier.statements.size()),
      figures_of_(dossier.statements.size()) {
  for (const Document& document : dossier.documents) {
    texts_.emplace(document.id, Text{&document.text, utf8::CodePointIndex(document.text)});
  }
  for (std::size_t i = 0; i < dossier.claim_links.size(); ++i) {
    links_[dossier.claim_links[i].statement].push_back(i);
  }
  for (std::size_t i = 0; i < dossier.events.size(); ++i) {
    if (dossier.events[i].statement < events_of_.size()) {
      events_of_[dossier.events[i].statement].push_back(i);
    }
  }
  for (std::size_t i = 0; i < dossier.figures.size(); ++i) {
    if (dossier.figures[i].statement < figures_of_.size()) {
      figures_of_[dossier.figures[i].statement].push_back(i);
    }
  }
  for (const Exhibit& exhibit : dossier.exhibits) {
    for (const StatementId& id : exhibit.statements) exhibits_of_[id].push_back(exhibit.id);
  }
}

Json JsonWriter::span(const DocumentId& document, const Span& span) const {
  const auto text = texts_.find(document);
  Json json;
  json["document"] = document.value;
  json["begin"] = text == texts_.end() ? 0 : text->second.index.at(span.begin);
  json["end"] = text == texts_.end() ? 0 : text->second.index.at(span.end);
  json["text"] = text == texts_.end() ? std::string_view() : span.of(*text->second.words);
  return json;
}

Json JsonWriter::evidence(const std::vector<Evidence>& evidence) const {
  Json json = Json::array();
  for (const Evidence& item : evidence) json.push_back(span(item.document, item.span));
  return json;
}

Json JsonWriter::time(const Time& time) const {
  Json json;
  json["edtf"] = time.edtf;
  put(json, "basis", time.basis);
  json["extent"] = label(time.extent);
  if (!time.evidence.empty()) json["evidence"] = evidence(time.evidence);
  return json;
}

void JsonWriter::put_time(Json& json, const char* key, const std::optional<Time>& value) const {
  if (value && !value->edtf.empty()) json[key] = time(*value);
}

Json JsonWriter::tool() const {
  const auto named = [](const std::vector<std::pair<std::string, std::string>>& list) {
    Json json = Json::array();
    for (const auto& [name, sha256] : list) json.push_back({{"name", name}, {"sha256", sha256}});
    return json;
  };
  Json json;
  json["name"] = "counterpoint";
  json["version"] = dossier_.tool.version;
  json["models"] = named(dossier_.tool.models);
  json["packs"] = named(dossier_.tool.packs);
  json["options"] = Json::object();
  for (const auto& [key, value] : dossier_.tool.options) json["options"][key] = value;
  return json;
}

Json JsonWriter::whole() const {
  Json json;
  json["schema"] = "counterpoint/dossier/1";
  put(json, "title", dossier_.title);
  json["tool"] = tool();
  const auto list = [&json](const char* key, const auto& items, auto write) {
    Json& array = json[key] = Json::array();
    for (const auto& item : items) array.push_back(write(item));
  };
  list("documents", dossier_.documents, [&](const auto& x) { return document(x); });
  list("voices", dossier_.voices, [&](const auto& x) { return voice(x); });
  list("entities", dossier_.entities, [&](const auto& x) { return entity(x); });
  list("places", dossier_.places, [&](const auto& x) { return place(x); });
  Json& statements = json["statements"] = Json::array();
  for (std::size_t i = 0; i < dossier_.statements.size(); ++i) statements.push_back(statement(i));
  list("utterances", dossier_.utterances, [&](const auto& x) { return utterance(x); });
  list("exhibits", dossier_.exhibits, [&](const auto& x) { return exhibit(x); });
  list("events", dossier_.events, [&](const auto& x) { return event(x); });
  list("incidents", dossier_.incidents, [&](const auto& x) { return incident(x); });
  list("figures", dossier_.figures, [&](const auto& x) { return figure(x); });
  list("claims", dossier_.claims, [](const Claim& x) {
    return Json{{"id", x.id.value}, {"text", x.text}, {"question", x.question.value}};
  });
  list("questions", dossier_.questions, [&](const auto& x) { return question(x); });
  list("relations", dossier_.relations, [&](const auto& x) { return relation(x); });
  list("derivations", dossier_.derivations, [&](const auto& x) { return derivation(x); });
  list("origins", dossier_.origins, [](const Origin& x) {
    return Json{{"id", x.id},
                {"documents", ids(x.documents)},
                {"statements", ids(x.statements)},
                {"reason", x.reason}};
  });
  list("ledger", dossier_.ledger, [&](const auto& x) { return ledger(x); });
  list("timeline", dossier_.timeline, [&](const auto& x) { return timeline(x); });
  list("decisions", dossier_.decisions, [&](const auto& x) { return decision(x); });
  return json;
}

}  // namespace counterpoint::view

namespace counterpoint {

std::string to_json(const Dossier& dossier) {
  // Words of a document that is no valid UTF-8 never get here; `replace` is a second belt.
  return view::JsonWriter(dossier).whole().dump(1, ' ', false,
                                                nlohmann::json::error_handler_t::replace) +
         "\n";
}

}  // namespace counterpoint
