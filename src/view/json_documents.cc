// SPDX-License-Identifier: Apache-2.0
// dossier.json: documents, voices, entities, places.
#include "view/json_helpers.h"
#include "view/json_writer.h"
#include "view/labels.h"

namespace counterpoint::view {

Json JsonWriter::document(const Document& document) const {
  const utf8::CodePointIndex& index = texts_.at(document.id).index;
  Json json;
  json["id"] = document.id.value;
  json["name"] = utf8::repaired(document.name);
  put(json, "sha256", document.sha256);
  put(json, "media_type", document.media_type);
  json["bytes"] = document.bytes;
  put(json, "charset", document.charset);
  if (document.charset_guessed) json["charset_guessed"] = true;
  put(json, "language", document.language);
  json["genre"] = label(document.genre);
  put(json, "title", document.title);
  put(json, "publisher", document.publisher);
  put(json, "host", document.host);
  if (!document.authors.empty()) json["authors"] = document.authors;
  put(json, "credit", document.credit);
  put(json, "url", document.url);
  put_time(json, "published", document.published);
  put_time(json, "updated", document.updated);
  put(json, "retrieved", document.retrieved);
  if (!document.within.empty()) {
    Json& list = json["within"] = Json::array();
    for (const Within& one : document.within) {
      Json item{{"name", utf8::repaired(one.name)},
                {"sha256", one.sha256},
                {"byte_begin", one.byte_begin},
                {"byte_end", one.byte_end}};
      put(item, "record", one.record);
      list.push_back(std::move(item));
    }
  }
  json["text"] = document.text;
  Json& map = json["map"] = Json::array();
  for (const MapRun& run : document.map) {
    map.push_back({{"begin", index.at(run.text_begin)},
                   {"end", index.at(run.text_begin + run.length)},
                   {"byte_begin", run.byte_begin},
                   {"byte_end", run.byte_end},
                   {"exact", run.exact}});
  }
  Json& sections = json["sections"] = Json::array();
  for (const Section& section : document.sections) {
    Json item{{"label", section.label},
              {"role", label(section.role)},
              {"begin", index.at(section.span.begin)},
              {"end", index.at(section.span.end)}};
    put_time(item, "time", section.time);
    put(item, "language", section.language);
    sections.push_back(std::move(item));
  }
  Json& dropped = json["dropped"] = Json::array();
  for (std::size_t i = 0; i < document.dropped.size(); ++i) {
    const Dropped& piece = document.dropped[i];
    dropped.push_back({{"id", document.id.value + "-x" + std::to_string(piece.byte_begin) + "-" +
                                  std::to_string(piece.byte_end)},
                       {"reason", piece.reason},
                       {"text", piece.text},
                       {"byte_begin", piece.byte_begin},
                       {"byte_end", piece.byte_end}});
  }
  Json& caveats = json["caveats"] = Json::array();
  for (const Span& caveat : document.caveats) caveats.push_back(span(document.id, caveat));
  if (document.error) {
    json["error"] = {{"code", document.error->code},
                     {"message", document.error->message},
                     {"remedy", document.error->remedy}};
  }
  return json;
}

Json JsonWriter::voice(const Voice& voice) const {
  Json json;
  json["id"] = voice.id.value;
  json["name"] = voice.name;
  json["kind"] = label(voice.kind);
  json["identity"] = label(voice.identity);
  put(json, "description", voice.description);
  put(json, "entity", voice.entity);
  Json roles = Json::array();
  for (std::size_t i = 0; i < voice.roles.size(); ++i) {
    Json role{{"text", voice.roles[i].text}, {"kind", label(voice.roles[i].kind)}};
    if (i < voice.role_evidence.size() && !voice.role_evidence[i].span.empty()) {
      role["evidence"] = evidence({voice.role_evidence[i]});
    }
    roles.push_back(std::move(role));
  }
  if (!roles.empty()) json["roles"] = std::move(roles);
  if (!voice.distinct_from.empty()) json["distinct_from"] = ids(voice.distinct_from);
  if (voice.is_protected) json["protected"] = true;
  json["by"] = label(voice.by);
  return json;
}

Json JsonWriter::entity(const Entity& entity) const {
  Json json;
  json["id"] = entity.id.value;
  json["type"] = label(entity.type);
  json["name"] = entity.name;
  Json& names = json["names"] = Json::array();
  for (const EntityName& name : entity.names) {
    Json item{{"text", name.text}};
    put(item, "script", name.script);
    item["count"] = name.count;
    item["documents"] = ids(name.documents);
    names.push_back(std::move(item));
  }
  put(json, "place", entity.place);
  Json& merged = json["merged"] = Json::array();
  for (const Merge& merge : entity.merged) {
    merged.push_back({{"a", merge.a},
                      {"b", merge.b},
                      {"reason", merge.reason},
                      {"score", rounded(merge.score)}});
  }
  if (!entity.may_be.empty()) {
    Json& list = json["may_be"] = Json::array();
    for (const MayBe& other : entity.may_be) {
      list.push_back({{"entity", other.entity.value}, {"reason", other.reason}});
    }
  }
  if (!entity.flags.empty()) {
    Json& list = json["flags"] = Json::array();
    for (const Flag& flag : entity.flags) {
      list.push_back(
          {{"code", flag.code}, {"message", flag.message}, {"evidence", evidence(flag.evidence)}});
    }
  }
  return json;
}

Json JsonWriter::place(const Place& place) const {
  Json json;
  json["id"] = place.id.value;
  put(json, "entity", place.entity);
  json["name"] = place.name;
  if (place.lat && place.lon) {
    json["lat"] = *place.lat;
    json["lon"] = *place.lon;
  }
  if (place.radius_km) json["radius_km"] = *place.radius_km;
  if (place.where_prec > 0) json["where_prec"] = place.where_prec;
  put(json, "geonames", place.geonames);
  put(json, "admin1", place.admin1);
  put(json, "country", place.country);
  return json;
}

}  // namespace counterpoint::view
