// SPDX-License-Identifier: Apache-2.0
// Reports started into a dossier with their voices, ready for the step of claims; no other step
// ran.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "dossier/linking.h"
#include "dossier/packs.h"
#include "unit/dossier/report.h"

namespace counterpoint::test {

inline const DossierPacks& dossier_packs() {
  static const DossierPacks kPacks = load_dossier_packs(packs()).value();
  return kPacks;
}

// A voice is told by its name: the same name in two reports is one voice. Every word is its own
// lemma.
class Bench {
 public:
  explicit Bench(std::vector<Report> reports) {
    for (Report& report : reports) documents_.push_back(std::move(report.done));
    std::sort(documents_.begin(), documents_.end(),
              [](const auto& a, const auto& b) { return a.document.id < b.document.id; });
    for (AnnotatedDocument& document : documents_) {
      for (Token& token : document.annotation.tokens) {
        token.lemma = utf8::lower(token.span.of(document.document.text));
      }
    }
    start(linking);
    give_voices();
  }
  Bench(const Bench&) = delete;

  // Dossier index of the statement with this content.
  [[nodiscard]] std::uint32_t at(std::string_view content) const {
    for (std::uint32_t s = 0; s < dossier.statements.size(); ++s) {
      if (linking.text_of(s) == content) return s;
    }
    return UINT32_MAX;
  }

  Dossier dossier;

 private:
  std::vector<AnnotatedDocument> documents_;

 public:
  Linking linking{.dossier = dossier, .documents = documents_, .packs = dossier_packs()};

 private:
  void give_voices() {
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      for (const VoiceMention& mention : documents_[d].found.voices) {
        const std::string name = mention.outlet ? documents_[d].document.name : mention.name;
        linking.voices[d].push_back({"v-" + name});
        if (linking.find_voice({"v-" + name}) != nullptr) continue;
        Voice voice;
        voice.id = {"v-" + name};
        voice.name = name;
        voice.kind = mention.kind;
        dossier.voices.push_back(std::move(voice));
        std::sort(dossier.voices.begin(), dossier.voices.end(),
                  [](const Voice& a, const Voice& b) { return a.id < b.id; });
      }
    }
    for (std::uint32_t s = 0; s < dossier.statements.size(); ++s) {
      Statement& statement = dossier.statements[s];
      for (const VoiceMentionIndex voice : statement.chain_mentions) {
        statement.chain.push_back(linking.voices[linking.statement_from[s].document][voice]);
      }
    }
  }
};

// A report in which each (voice, words) says one sentence: "words." in the order given.
struct Saying {
  std::string voice;
  VoiceKind kind;
  std::string words;
  Act act = Act::state;
};

inline Report report_of(const std::string& file, const std::vector<Saying>& sayings) {
  std::string text;
  for (const Saying& saying : sayings) text += saying.voice + " said " + saying.words + ". ";
  Report report(file, text);
  report.published("2011-06-07");
  for (const Saying& saying : sayings) {
    const auto voice = report.voice(saying.voice, saying.kind, IdentityClass::named);
    report.statement(saying.words, {voice});
    report.done.found.statements.back().act = saying.act;
  }
  return report;
}

}  // namespace counterpoint::test
