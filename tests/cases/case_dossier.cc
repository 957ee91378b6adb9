// SPDX-License-Identifier: Apache-2.0
#include "cases/case_dossier.h"

#include <algorithm>
#include <regex>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace counterpoint::cases {
namespace {

const Json kNothing = Json::array();

std::size_t offset_of(const Json& span, const char* key) {
  const auto value = span.find(key);
  return value != span.end() && value->is_number() ? value->get<std::size_t>() : 0;
}

std::string number_or_star(const Json& figure, const char* key) {
  const auto value = figure.find(key);
  return value == figure.end() || value->is_null() ? "*" : value->dump();
}

}  // namespace

std::string text_of(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto value = object.find(key);
  return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
}

std::string day_of(const Json& object, const char* key) {
  if (!object.contains(key)) return {};
  const std::string edtf = text_of(object.at(key), "edtf");
  return std::regex_replace(edtf, std::regex("T[0-9:.Z+-]*|[~?%]"), "");
}

std::vector<std::string> ids_of(const Json& object, const char* key) {
  std::vector<std::string> ids;
  for (const auto& id : object.value(key, Json::array())) {
    if (id.is_string()) ids.push_back(id.get<std::string>());
  }
  return ids;
}

CaseDossier::CaseDossier(Json json) : json_(std::move(json)) {
  for (const auto& document : list("documents")) {
    const std::string id = text_of(document, "id");
    documents_[id] = &document;
    const std::string text = text_of(document, "text");
    auto& offsets = offsets_[id];
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
    }
    offsets.push_back(text.size());
  }
  for (const auto& voice : list("voices")) voices_[text_of(voice, "id")] = &voice;
  for (const auto& entity : list("entities")) entities_[text_of(entity, "id")] = &entity;
  index_statements();
  index_figures();
}

const Json& CaseDossier::list(const char* key) const {
  const auto found = json_.find(key);
  return found != json_.end() && found->is_array() ? *found : kNothing;
}

std::string CaseDossier::slice(const std::string& document, std::size_t begin,
                               std::size_t end) const {
  const auto offsets = offsets_.find(document);
  if (offsets == offsets_.end() || begin >= end || end >= offsets->second.size()) return {};
  const std::string text = text_of(*documents_.at(document), "text");
  return text.substr(offsets->second[begin], offsets->second[end] - offsets->second[begin]);
}

bool CaseDossier::is_sound(const Json& statement) const {
  const auto span = statement.find("span");
  if (span == statement.end()) return false;
  const std::string text = text_of(*span, "text");
  return !text.empty() && words_of(text).size() <= 80 &&
         slice(text_of(statement, "document"), offset_of(*span, "begin"),
               offset_of(*span, "end")) == text;
}

void CaseDossier::index_statements() {
  using Key = std::tuple<std::string, std::size_t, std::size_t>;
  const auto key_of = [](const Json& statement, const char* member) {
    const Json& span = statement.at(member);
    return Key{text_of(statement, "document"), offset_of(span, "begin"), offset_of(span, "end")};
  };
  std::map<Key, int> per_sentence, per_span;
  std::vector<const Json*> sound;
  for (const auto& statement : list("statements")) {
    if (!is_sound(statement)) continue;
    sound.push_back(&statement);
    ++per_span[key_of(statement, "span")];
    if (statement.contains("sentence")) ++per_sentence[key_of(statement, "sentence")];
  }
  for (const Json* statement : sound) {
    const bool crowded =
        statement->contains("sentence") && per_sentence[key_of(*statement, "sentence")] > 6;
    if (!crowded && per_span[key_of(*statement, "span")] <= 2) statements_.push_back(statement);
  }
}

void CaseDossier::index_figures() {
  std::map<std::string, int> load;
  const auto key_of = [](const Json& figure) {
    const Json span = figure.value("span", Json::object());
    return text_of(figure, "document") + "@" + std::to_string(offset_of(span, "begin")) + "-" +
           std::to_string(offset_of(span, "end")) + text_of(figure, "claimant");
  };
  for (const auto& figure : list("figures")) ++load[key_of(figure)];
  for (const auto& figure : list("figures")) {
    if (load[key_of(figure)] <= 2) figures_.push_back(&figure);
  }
}

const Json& CaseDossier::get_document(const std::string& name) const {
  const Json* by_prefix = nullptr;
  for (const auto& document : list("documents")) {
    std::string last = text_of(document, "name");
    last = last.substr(last.find_last_of("/#") + 1);
    if (last == name) return document;
    if (by_prefix == nullptr && last.rfind(name, 0) == 0) by_prefix = &document;
  }
  if (by_prefix == nullptr) throw std::invalid_argument("no such report: " + name);
  return *by_prefix;
}

const Json* CaseDossier::find_figure(const std::string& id) const {
  for (const auto& figure : list("figures")) {
    if (text_of(figure, "id") == id) return &figure;
  }
  return nullptr;
}

std::string CaseDossier::extent(const Json& statement) const {
  const std::string document = text_of(statement, "document");
  std::size_t begin = offset_of(statement.at("span"), "begin");
  std::size_t end = offset_of(statement.at("span"), "end");
  for (const char* member : {"cue", "source"}) {
    const auto span = statement.find(member);
    if (span == statement.end() || !span->is_object() || !span->contains("begin")) continue;
    if (span->contains("document") && text_of(*span, "document") != document) continue;
    begin = std::min(begin, offset_of(*span, "begin"));
    end = std::max(end, offset_of(*span, "end"));
  }
  if (end - begin >= 1500) return text_of(statement.at("span"), "text");
  return slice(document, begin, end);
}

std::vector<const Json*> CaseDossier::find_statements(const std::string& snippet,
                                                      const std::string& report) const {
  const Json* document = report.empty() ? nullptr : &get_document(report);
  std::vector<std::pair<std::size_t, const Json*>> hits;
  for (const Json* statement : statements_) {
    if (document != nullptr && text_of(*statement, "document") != text_of(*document, "id"))
      continue;
    const std::string words = extent(*statement);
    if (holds(words, snippet)) hits.emplace_back(words.size(), statement);
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Json*> shortest;
  for (std::size_t i = 0; i < hits.size() && i < 2; ++i) shortest.push_back(hits[i].second);
  return shortest;
}

std::vector<const Json*> CaseDossier::nearest_statements(const std::string& snippet,
                                                         const std::string& report) const {
  const Json* document = report.empty() ? nullptr : &get_document(report);
  const auto wanted = words_of(snippet);
  std::vector<std::pair<std::size_t, const Json*>> hits;
  for (const auto& statement : list("statements")) {
    if (document != nullptr && text_of(statement, "document") != text_of(*document, "id")) continue;
    const std::size_t common = common_words(wanted, words_of(extent(statement)));
    if (common > 0) hits.emplace_back(common, &statement);
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<const Json*> nearest;
  for (std::size_t i = 0; i < hits.size() && i < 3; ++i) nearest.push_back(hits[i].second);
  return nearest;
}

std::string CaseDossier::names_of_voice(const std::string& voice_id) const {
  const auto voice = voices_.find(voice_id);
  if (voice == voices_.end()) return {};
  std::vector<std::string> names = {text_of(*voice->second, "name"),
                                    text_of(*voice->second, "description")};
  // "Army spokesman Col. Viktor Hrel": what he is and his name, as the passage has them.
  if (!names[0].empty() && !names[1].empty()) names.push_back(names[1] + " " + names[0]);
  const auto entity = entities_.find(text_of(*voice->second, "entity"));
  if (entity != entities_.end()) {
    names.push_back(text_of(*entity->second, "name"));
    for (const auto& name : entity->second->value("names", Json::array())) {
      names.push_back(text_of(name, "text"));
    }
  }
  std::string joined;
  for (const auto& name : names) {
    if (name.empty() || split(name, ' ').size() > 20) continue;
    joined += (joined.empty() ? "" : " ; ") + plain(name);
  }
  return joined;
}

std::string CaseDossier::kind_of_voice(const std::string& voice_id) const {
  const auto voice = voices_.find(voice_id);
  return voice == voices_.end() ? std::string() : text_of(*voice->second, "kind");
}

std::vector<const Json*> CaseDossier::places_named(const std::string& name) const {
  const auto bears = [&](const Json& thing) {
    if (plain(text_of(thing, "name")) == plain(name)) return true;
    for (const auto& other : thing.value("names", Json::array())) {
      if (plain(text_of(other, "text")) == plain(name)) return true;
    }
    return false;
  };
  std::vector<const Json*> found;
  for (const auto& place : list("places")) {
    const auto entity = entities_.find(text_of(place, "entity"));
    if (bears(place) || (entity != entities_.end() && bears(*entity->second))) {
      found.push_back(&place);
    }
  }
  return found;
}

std::set<std::string> CaseDossier::things_named(const std::string& name) const {
  std::set<std::string> ids;
  const auto id_of = [](const Json& thing) {
    const std::string entity = text_of(thing, "entity");
    return entity.empty() ? text_of(thing, "id") : entity;
  };
  for (const auto& entity : list("entities")) {
    if (plain(text_of(entity, "name")) == plain(name)) ids.insert(text_of(entity, "id"));
    for (const auto& other : entity.value("names", Json::array())) {
      if (plain(text_of(other, "text")) == plain(name)) ids.insert(text_of(entity, "id"));
    }
  }
  for (const Json* place : places_named(name)) ids.insert(id_of(*place));
  for (const auto& voice : list("voices")) {
    if (plain(text_of(voice, "name")) == plain(name)) ids.insert(id_of(voice));
  }
  return ids;
}

std::string CaseDossier::describe_statement(const Json& statement) const {
  std::string line = "  [" + text_of(statement, "speech") + " " + text_of(statement, "act") + "] ";
  std::string chain;
  for (const auto& id : ids_of(statement, "chain")) {
    chain += (chain.empty() ? "" : " > ") + names_of_voice(id) + " (" + kind_of_voice(id) + ")";
  }
  const std::string time = day_of(statement, "time");
  return line + chain + (time.empty() ? "" : " @" + time) + ": \"" +
         text_of(statement.at("span"), "text") + "\"";
}

std::string CaseDossier::describe(const std::vector<const Json*>& statements) const {
  std::string lines;
  for (const Json* statement : statements) lines += describe_statement(*statement) + "\n";
  return lines;
}

std::string CaseDossier::describe_figure(const Json& figure) const {
  const std::string min = number_or_star(figure, "min");
  const std::string max = number_or_star(figure, "max");
  const auto alternatives = figure.find("alternatives");
  const Json group = figure.value("group", Json::object());
  std::string line = "  " + (min == max ? min : min + ".." + max);
  if (figure.value("approximate", false)) line = "  ~" + line.substr(2);
  if (alternatives != figure.end() && !alternatives->empty()) line += " " + alternatives->dump();
  line += " " + text_of(figure, "measure") + " of \"" + text_of(group, "text") + "\" by \"" +
          names_of_voice(text_of(figure, "claimant")) + "\"";
  return line + " at \"" + text_of(figure.value("span", Json::object()), "text") + "\"";
}

}  // namespace counterpoint::cases
