// SPDX-License-Identifier: Apache-2.0
// dossier.json: questions, relations, derivations, ledger, timeline, decisions.
#include "view/json_helpers.h"
#include "view/json_writer.h"
#include "view/labels.h"

namespace counterpoint::view {

Json JsonWriter::position(const Position& position) const {
  Json json;
  json["id"] = position.id;
  json["claim"] = position.claim.value;
  json["stance"] = label(position.stance);
  json["statements"] = ids(position.statements);
  json["voices"] = ids(position.voices);
  Json& kinds = json["kinds"] = Json::object();
  for (const auto& [kind, count] : position.kinds) kinds[std::string(label(kind))] = count;
  json["origins"] = {{"min", position.origins_min}, {"max", position.origins_max}};
  put_time(json, "first", position.first);
  put_time(json, "last", position.last);
  return json;
}

Json JsonWriter::question(const Question& question) const {
  Json json;
  json["id"] = question.id.value;
  json["text"] = question.text;
  put(json, "incident", question.incident);
  json["kind"] = label(question.kind);
  json["status"] = label(question.status);
  put(json, "cause", question.cause);
  json["noted_by"] = ids(question.noted_by);
  Json& positions = json["positions"] = Json::array();
  for (const Position& item : question.positions) positions.push_back(position(item));
  Json& silent = json["silent"] = Json::array();
  for (const VoiceKind kind : question.silent) silent.push_back(label(kind));
  return json;
}

Json JsonWriter::relation(const Relation& relation) const {
  Json json;
  json["id"] = relation.id;
  json["from"] = relation.from.value;
  put(json, "to", relation.to);
  put(json, "to_claim", relation.to_claim);
  put(json, "to_exhibit", relation.to_exhibit);
  json["type"] = label(relation.type);
  json["reason"] = relation.reason;
  json["score"] = rounded(relation.score);
  return json;
}

Json JsonWriter::derivation(const Derivation& derivation) const {
  Json json;
  json["id"] = derivation.id;
  json["from"] = derivation.from.value;
  json["to"] = derivation.to.value;
  json["type"] = label(derivation.type);
  json["coverage"] = rounded(derivation.coverage);
  Json& spans = json["spans"] = Json::array();
  for (const auto& [from, to] : derivation.spans) {
    spans.push_back({{"from", span(from.document, from.span)}, {"to", span(to.document, to.span)}});
  }
  json["omits"] = ids(derivation.omits);
  json["reason"] = derivation.reason;
  return json;
}

Json JsonWriter::ledger(const LedgerGroup& group) const {
  Json json;
  json["id"] = group.id;
  put(json, "incident", group.incident);
  json["measure"] = group.measure;
  json["rows"] = ids(group.rows);
  Json& rules = json["rules"] = Json::object();
  for (const LedgerRule& rule : group.rules) {
    Json values = Json::object();
    for (const auto& [key, value] : rule.values) values[key] = number(value);
    rules[rule.name] = {{"values", std::move(values)}, {"figures", ids(rule.figures)}};
  }
  return json;
}

Json JsonWriter::timeline(const TimelineEntry& entry) const {
  Json json;
  json["time"] = time(entry.time);
  put(json, "incident", entry.incident);
  json["text"] = entry.text;
  json["statements"] = ids(entry.statements);
  json["track"] = label(entry.track);
  return json;
}

Json JsonWriter::decision(const Decision& decision) const {
  Json json;
  json["target"] = decision.target;
  json["action"] = decision.action;
  put(json, "before", decision.before);
  put(json, "after", decision.after);
  put(json, "by", decision.by);
  put(json, "at", decision.at);
  put(json, "note", decision.note);
  json["state"] = label(decision.state);
  return json;
}

}  // namespace counterpoint::view
