// SPDX-License-Identifier: Apache-2.0
// A dossier made by hand: two reports, two voices that differ on one question, a figure each.
#pragma once

#include <string>
#include <string_view>

#include "counterpoint/dossier.h"

namespace counterpoint::test {

inline Span words_in(const Document& document, std::string_view words) {
  const std::size_t at = document.text.find(words);
  if (at == std::string::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline Document report_of(const std::string& id, const std::string& text) {
  Document document;
  document.id = {id};
  document.name = id + ".txt";
  document.genre = Genre::news;
  document.text = text;
  document.bytes = text.size();
  return document;
}

inline Statement said_by(const Document& document, const std::string& id, std::string_view content,
                         const std::string& voice) {
  Statement statement;
  statement.id = {id};
  statement.document = document.id;
  statement.span = words_in(document, content);
  statement.sentence = {0, static_cast<std::uint32_t>(document.text.size())};
  statement.speech = Speech::indirect;
  statement.chain = {{"v-outlet"}, {voice}};
  return statement;
}

inline Position taken(const std::string& id, Stance stance, const std::string& statement,
                      const std::string& voice, VoiceKind kind) {
  Position position;
  position.id = id;
  position.claim = {"c-1"};
  position.stance = stance;
  position.statements = {{statement}};
  position.voices = {{voice}};
  position.kinds[kind] = 1;
  position.origins_min = position.origins_max = 1;
  return position;
}

inline Dossier tiny_dossier() {
  Dossier dossier;
  dossier.title = "The siege of Homs";
  dossier.documents = {
      report_of("d-1", "🚢🚢 “Calm”: Rana said that troops killed more than 40 people."),
      report_of("d-2", "The ministry denied it: nobody died.")};
  const auto voice = [&](const char* id, const char* name, VoiceKind kind, IdentityClass identity) {
    Voice made;
    made.id = {id};
    made.name = name;
    made.kind = kind;
    made.identity = identity;
    dossier.voices.push_back(made);
  };
  voice("v-ministry", "the ministry", VoiceKind::official, IdentityClass::institution);
  voice("v-outlet", "Harbour Times", VoiceKind::media, IdentityClass::institution);
  voice("v-rana", "Rana", VoiceKind::witness, IdentityClass::named);
  dossier.statements = {
      said_by(dossier.documents[0], "s-1", "troops killed more than 40 people", "v-rana"),
      said_by(dossier.documents[1], "s-2", "nobody died", "v-ministry")};
  dossier.statements[1].act = Act::deny;
  Figure figure;
  figure.id = {"f-1"};
  figure.document = {"d-1"};
  figure.span = words_in(dossier.documents[0], "more than 40");
  figure.min = 40;
  figure.word = "more than";
  figure.measure = "killed";
  figure.claimant = {"v-rana"};
  dossier.figures = {figure};
  dossier.ledger = {{"l-1", {}, "killed", {{"f-1"}}, {{"ucdp", {{"best", 40}}, {{"f-1"}}}}}};
  dossier.claims = {{{"c-1"}, "People were killed.", {"q-1"}}};
  dossier.claim_links = {{{"s-1"}, {"c-1"}, Stance::asserts}, {{"s-2"}, {"c-1"}, Stance::denies}};
  Question question;
  question.id = {"q-1"};
  question.text = "Were people killed?";
  question.status = QuestionStatus::disputed;
  question.positions = {taken("p-1", Stance::asserts, "s-1", "v-rana", VoiceKind::witness),
                        taken("p-2", Stance::denies, "s-2", "v-ministry", VoiceKind::official)};
  dossier.questions = {question};
  dossier.relations = {
      {"r-1", {"s-2"}, {"s-1"}, {}, RelationType::denies, "the act is explicit", 0.51239}};
  dossier.timeline = {{{"2011-06-06", "text", Extent::within, {}},
                       {},
                       "Killings in Homs",
                       {{"s-1"}},
                       TimelineEntry::Track::events}};
  return dossier;
}

}  // namespace counterpoint::test
