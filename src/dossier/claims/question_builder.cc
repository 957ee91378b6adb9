// SPDX-License-Identifier: Apache-2.0
#include "dossier/claims/question_builder.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/hash.h"

namespace counterpoint {
namespace {

constexpr std::array<VoiceKind, 10> kAskable{
    VoiceKind::official, VoiceKind::armed_group, VoiceKind::opposition, VoiceKind::activist,
    VoiceKind::witness,  VoiceKind::defector,    VoiceKind::analyst,    VoiceKind::foreign_official,
    VoiceKind::igo,      VoiceKind::media};

void widen(std::optional<Time>& first, std::optional<Time>& last, const std::optional<Time>& time) {
  if (!time || time->edtf.empty()) return;
  // EDTF days sort as text; an interval sorts by its start, an open start sorts first.
  if (!first || time->edtf < first->edtf) first = time;
  if (!last || last->edtf < time->edtf) last = time;
}

}  // namespace

QuestionBuilder::QuestionBuilder(Linking& linking, std::string key, QuestionKind kind,
                                 std::string text)
    : linking_(linking), key_(std::move(key)) {
  for (const Origin& origin : linking.dossier.origins) {
    for (const StatementId& id : origin.statements) origin_of_.emplace(id, origin.id);
  }
  question_.id.value = stable_id("q-", {key_});
  question_.kind = kind;
  question_.text = std::move(text);
}

std::size_t QuestionBuilder::add_position(const std::string& key, const std::string& claim,
                                          Stance stance, std::optional<std::size_t> same_claim_as) {
  Position position;
  position.id = stable_id("p-", {key_, key});
  position.stance = stance;
  position.claim.value =
      same_claim_as ? positions_[*same_claim_as].claim.value : stable_id("c-", {key_, key});
  positions_.push_back(std::move(position));
  claim_texts_.push_back(same_claim_as ? std::string() : claim);
  entries_.emplace_back();
  return positions_.size() - 1;
}

void QuestionBuilder::add(std::size_t position, std::uint32_t statement, Stance stance) {
  if (!linking_.counted[statement]) return;
  for (const Entry& entry : entries_[position]) {
    if (entry.statement == statement) return;
  }
  entries_[position].push_back({statement, stance});
}

std::size_t QuestionBuilder::taken_positions() const {
  return static_cast<std::size_t>(
      std::count_if(entries_.begin(), entries_.end(), [](const auto& e) { return !e.empty(); }));
}

std::size_t QuestionBuilder::claimants() const {
  std::set<VoiceId> voices;
  for (const auto& entries : entries_) {
    for (const Entry& entry : entries) {
      const Voice* voice = linking_.claimant_of(entry.statement);
      if (voice) voices.insert(voice->id);
    }
  }
  return voices.size();
}

bool QuestionBuilder::has_rivals() const {
  std::vector<std::set<VoiceId>> voices;
  for (const auto& entries : entries_) {
    if (entries.empty()) continue;
    voices.emplace_back();
    for (const Entry& entry : entries) {
      if (const Voice* voice = linking_.claimant_of(entry.statement))
        voices.back().insert(voice->id);
    }
  }
  for (std::size_t a = 0; a < voices.size(); ++a) {
    for (std::size_t b = a + 1; b < voices.size(); ++b) {
      if (voices[a] != voices[b]) return true;
    }
  }
  return false;
}

void QuestionBuilder::count(Position& position, const std::vector<Entry>& entries) const {
  std::set<VoiceId> voices;
  std::set<std::string> origins;
  for (const Entry& entry : entries) {
    const Statement& statement = linking_.dossier.statements[entry.statement];
    position.statements.push_back(statement.id);
    widen(position.first, position.last, statement.said);
    const Voice* voice = linking_.claimant_of(entry.statement);
    if (voice && voices.insert(voice->id).second) ++position.kinds[voice->kind];
    if (const auto origin = origin_of_.find(statement.id); origin != origin_of_.end()) {
      origins.insert(origin->second);
    }
  }
  position.voices.assign(voices.begin(), voices.end());
  std::sort(position.statements.begin(), position.statements.end());
  position.origins_max = static_cast<int>(origins.size());
  position.origins_min =
      origins.empty() ? 0 : static_cast<int>(std::min(origins.size(), voices.size()));
}

QuestionStatus QuestionBuilder::status(const std::vector<Position>& positions) const {
  if (positions.size() > 1) {
    // One voice that changed its account revises; two that differ dispute.
    const bool one_voice = positions.size() == 2 && positions[0].voices == positions[1].voices &&
                           positions[0].voices.size() == 1;
    return one_voice ? QuestionStatus::revised : QuestionStatus::disputed;
  }
  return positions.front().origins_max > 1 ? QuestionStatus::agreed : QuestionStatus::single_origin;
}

void QuestionBuilder::finish() {
  std::set<VoiceKind> heard;
  std::vector<Position> kept;
  Dossier& dossier = linking_.dossier;
  std::set<ClaimId> written;
  for (std::size_t p = 0; p < positions_.size(); ++p) {
    if (entries_[p].empty()) continue;
    Position& position = positions_[p];
    count(position, entries_[p]);
    for (const auto& [kind, n] : position.kinds) heard.insert(kind);
    for (const Entry& entry : entries_[p]) {
      dossier.claim_links.push_back(
          {dossier.statements[entry.statement].id, position.claim, entry.stance});
    }
    if (written.insert(position.claim).second) {
      std::string text = claim_texts_[p];
      for (std::size_t q = 0; text.empty() && q < positions_.size(); ++q) {
        if (positions_[q].claim == position.claim) text = claim_texts_[q];
      }
      dossier.claims.push_back({position.claim, text, question_.id});
    }
    kept.push_back(position);
  }
  if (kept.empty()) return;
  question_.status = status(kept);
  for (const VoiceKind kind : kAskable) {
    const bool present = std::any_of(dossier.voices.begin(), dossier.voices.end(),
                                     [&](const Voice& voice) { return voice.kind == kind; });
    if (present && !heard.contains(kind)) question_.silent.push_back(kind);
  }
  question_.positions = std::move(kept);
  dossier.questions.push_back(std::move(question_));
}

}  // namespace counterpoint
