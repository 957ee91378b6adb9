// SPDX-License-Identifier: Apache-2.0
// dossier.json: statements, exhibits, events, incidents, figures.
#include "view/json_helpers.h"
#include "view/json_writer.h"
#include "view/labels.h"

namespace counterpoint::view {

Json JsonWriter::statement(std::size_t index) const {
  const Statement& s = dossier_.statements[index];
  Json json;
  json["id"] = s.id.value;
  json["document"] = s.document.value;
  json["span"] = span(s.document, s.span);
  json["sentence"] = span(s.document, s.sentence);
  json["speech"] = label(s.speech);
  if (!s.inserted.empty()) {
    Json& list = json["inserted"] = Json::array();
    for (const Span& words : s.inserted) list.push_back(span(s.document, words));
  }
  if (s.elided) json["elided"] = true;
  if (s.cue) json["cue"] = span(s.document, *s.cue);
  if (s.source) json["source"] = span(s.document, *s.source);
  json["chain"] = ids(s.chain);
  if (!s.joint_with.empty()) json["joint_with"] = ids(s.joint_with);
  if (s.addressee) json["addressee"] = s.addressee->value;
  put(json, "credit", s.credit);
  json["act"] = label(s.act);
  json["certainty"] = label(s.certainty);
  json["polarity"] = label(s.polarity);
  json["basis"] = label(s.basis);
  put_time(json, "time", s.time);
  put_time(json, "said", s.said);
  put(json, "place", s.place);
  Json events = Json::array();
  for (const std::size_t i : events_of_[index]) events.push_back(dossier_.events[i].id.value);
  json["events"] = std::move(events);
  Json figures = Json::array();
  for (const std::size_t i : figures_of_[index]) figures.push_back(dossier_.figures[i].id.value);
  json["figures"] = std::move(figures);
  if (const auto found = exhibits_of_.find(s.id); found != exhibits_of_.end()) {
    json["exhibits"] = found->second;
  }
  if (!s.citations.empty()) json["citations"] = s.citations;
  put(json, "utterance", s.utterance);
  Json claims = Json::array();
  if (const auto links = links_.find(s.id); links != links_.end()) {
    for (const std::size_t i : links->second) {
      const ClaimLink& link = dossier_.claim_links[i];
      claims.push_back({{"claim", link.claim.value}, {"stance", label(link.stance)}});
    }
  }
  json["claims"] = std::move(claims);
  json["by"] = "machine";
  return json;
}

Json JsonWriter::utterance(const Utterance& utterance) const {
  Json json;
  json["id"] = utterance.id;
  put(json, "voice", utterance.voice);
  put_time(json, "said", utterance.said);
  json["statements"] = ids(utterance.statements);
  Json& variants = json["variants"] = Json::array();
  for (const Utterance::Variant& variant : utterance.variants) {
    Json item{{"statement", variant.statement.value}};
    put(item, "omitted", variant.omitted);
    put(item, "added", variant.added);
    variants.push_back(std::move(item));
  }
  json["reason"] = utterance.reason;
  return json;
}

Json JsonWriter::exhibit(const Exhibit& exhibit) const {
  Json json;
  json["id"] = exhibit.id;
  json["kind"] = label(exhibit.kind);
  put(json, "published_by", exhibit.published_by);
  put(json, "publisher", exhibit.publisher);
  put_time(json, "dated", exhibit.dated);
  json["mentions"] = evidence(exhibit.mentions);
  json["shows"] = evidence(exhibit.shows);
  json["statements"] = ids(exhibit.statements);
  json["challenged_by"] = ids(exhibit.challenged_by);
  if (!exhibit.may_be.empty()) {
    Json& list = json["may_be"] = Json::array();
    for (const Exhibit::MayBe& other : exhibit.may_be) {
      list.push_back({{"exhibit", other.exhibit}, {"reason", other.reason}});
    }
  }
  put(json, "reason", exhibit.reason);
  return json;
}

Json JsonWriter::event(const Event& event) const {
  const bool known = event.statement < dossier_.statements.size();
  Json json;
  json["id"] = event.id.value;
  if (known) json["statement"] = dossier_.statements[event.statement].id.value;
  put(json, "incident", event.incident);
  json["type"] = event.type;
  put(json, "mode", event.mode);
  const auto actors = [](const std::vector<Actor>& list) {
    Json array = Json::array();
    for (const Actor& actor : list) {
      Json item{{"text", actor.text}};
      put(item, "entity", actor.entity);
      item["responsibility"] = label(actor.responsibility);
      array.push_back(std::move(item));
    }
    return array;
  };
  json["actors"] = actors(event.actors);
  json["recipients"] = actors(event.recipients);
  json["weapons"] = event.weapons;
  put_time(json, "time", event.time);
  put(json, "place", event.place);
  json["negated"] = event.negated;
  json["modality"] = label(event.modality);
  return json;
}

Json JsonWriter::incident(const Incident& incident) const {
  Json json;
  json["id"] = incident.id.value;
  json["title"] = incident.title;
  put_time(json, "time", incident.time);
  put(json, "place", incident.place);
  json["role"] = label(incident.role);
  json["events"] = ids(incident.events);
  put(json, "reason", incident.reason);
  return json;
}

Json JsonWriter::figure(const Figure& figure) const {
  Json json;
  json["id"] = figure.id.value;
  json["document"] = figure.document.value;
  if (figure.statement < dossier_.statements.size()) {
    json["statement"] = dossier_.statements[figure.statement].id.value;
  }
  put(json, "incident", figure.incident);
  json["span"] = span(figure.document, figure.span);
  json["min"] = figure.min ? number(*figure.min) : Json(nullptr);
  json["max"] = figure.max ? number(*figure.max) : Json(nullptr);
  if (!figure.alternatives.empty()) {
    Json& list = json["alternatives"] = Json::array();
    for (const double value : figure.alternatives) list.push_back(number(value));
  }
  json["approximate"] = figure.approximate;
  put(json, "word", figure.word);
  put(json, "unit", figure.unit);
  json["measure"] = figure.measure;
  json["status"] = label(figure.status);
  Json group = Json::object();
  put(group, "text", figure.group.text);
  put(group, "side", figure.group.side);
  group["civilian"] = label(figure.group.civilian);
  json["group"] = std::move(group);
  put(json, "claimant", figure.claimant);
  put_time(json, "as_of", figure.as_of);
  put_time(json, "period", figure.period);
  put(json, "place", figure.place);
  json["scope"] = label(figure.scope);
  put(json, "part_of", figure.part_of_id);
  put(json, "superseded_by", figure.superseded_by);
  if (figure.emended) {
    json["emended"] = {{"read_as", "more " + std::string(json["span"]["text"])},
                       {"reason", "a word was lost before \"than\""}};
  }
  return json;
}

}  // namespace counterpoint::view
