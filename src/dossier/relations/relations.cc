// SPDX-License-Identifier: Apache-2.0
#include "dossier/relations/relations.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "dossier/claims/denials.h"
#include "dossier/claims/similarity.h"

namespace counterpoint {
namespace {

// More pairs than this for one question repeat themselves: each further one adds no voice.
constexpr std::size_t kPairsPerQuestion = 12;

std::optional<RelationType> relation_of(Act act) {
  switch (act) {
    case Act::deny:
      return RelationType::denies;
    case Act::confirm:
      return RelationType::confirms;
    case Act::disconfirm:
      return RelationType::disconfirms;
    case Act::admit:
      return RelationType::admits;
    case Act::retract:
      return RelationType::retracts;
    case Act::doubt:
      return RelationType::doubts;
    default:
      return std::nullopt;
  }
}

std::string name_of(RelationType type) {
  switch (type) {
    case RelationType::corroborates:
      return "corroborates";
    case RelationType::contradicts:
      return "contradicts";
    case RelationType::revises:
      return "revises";
    default:
      return "act";
  }
}

class RelationFinder {
 public:
  explicit RelationFinder(Linking& linking) : linking_(linking), similarity_(linking) {}

  void run() {
    from_acts();
    from_questions();
    from_figures();
    auto& relations = linking_.dossier.relations;
    std::sort(relations.begin(), relations.end(),
              [](const Relation& a, const Relation& b) { return a.id < b.id; });
    relations.erase(std::unique(relations.begin(), relations.end(),
                                [](const Relation& a, const Relation& b) { return a.id == b.id; }),
                    relations.end());
  }

 private:
  const StatementId& id_of(std::uint32_t statement) const {
    return linking_.dossier.statements[statement].id;
  }

  void add(std::uint32_t from, std::uint32_t to, RelationType type, std::string reason,
           double score) {
    Relation relation;
    relation.from = id_of(from);
    relation.to = id_of(to);
    relation.type = type;
    relation.reason = std::move(reason);
    relation.score = score;
    relation.id = stable_id("r-", {relation.from.value, relation.to.value, name_of(type)});
    linking_.dossier.relations.push_back(std::move(relation));
  }

  void from_acts() {
    std::map<StatementId, ClaimId> claims;
    for (const ClaimLink& link : linking_.dossier.claim_links)
      claims.emplace(link.statement, link.claim);
    for (std::uint32_t s = 0; s < linking_.dossier.statements.size(); ++s) {
      if (!linking_.counted[s]) continue;
      const auto type = relation_of(linking_.dossier.statements[s].act);
      if (!type) continue;
      if (const auto other = counterpart_of(linking_, similarity_, s)) {
        add(s, *other, *type, "the words of the two statements overlap, and the act is explicit",
            similarity_.between(s, *other));
        continue;
      }
      const auto claim = claims.find(id_of(s));
      if (claim == claims.end()) continue;
      Relation relation;
      relation.from = id_of(s);
      relation.to_claim = claim->second;
      relation.type = *type;
      relation.reason = "the act is explicit, and the statement takes a position on the claim";
      relation.score = 0.5;
      relation.id = stable_id("r-", {relation.from.value, relation.to_claim.value, "claim"});
      linking_.dossier.relations.push_back(std::move(relation));
    }
  }

  bool same_voice(std::uint32_t a, std::uint32_t b) const {
    const Voice* first = linking_.claimant_of(a);
    const Voice* second = linking_.claimant_of(b);
    return first && second && first->id == second->id;
  }

  // One pair of voices once: the statements nearest in words stand for them.
  void from_questions() {
    for (const Question& question : linking_.dossier.questions) {
      std::size_t pairs = 0;
      for (std::size_t a = 0; a < question.positions.size(); ++a) {
        for (std::size_t b = a; b < question.positions.size(); ++b) {
          pairs += relate(question, a, b, kPairsPerQuestion - std::min(pairs, kPairsPerQuestion));
        }
      }
    }
  }

  std::size_t relate(const Question& question, std::size_t a, std::size_t b, std::size_t most) {
    std::set<std::pair<VoiceId, VoiceId>> done;
    for (const StatementId& from_id : question.positions[a].statements) {
      for (const StatementId& to_id : question.positions[b].statements) {
        if (done.size() >= most) return done.size();
        const auto from = linking_.find_statement(from_id);
        const auto to = linking_.find_statement(to_id);
        if (!from || !to || *from == *to || same_voice(*from, *to)) continue;
        const Voice* first = linking_.claimant_of(*from);
        const Voice* second = linking_.claimant_of(*to);
        if (!first || !second) continue;
        const auto pair = std::minmax(first->id, second->id);
        if (!done.insert({pair.first, pair.second}).second) continue;
        if (a == b) {
          add(*from, *to, RelationType::corroborates, "both take one position on: " + question.text,
              similarity_.between(*from, *to));
        } else {
          add(*from, *to, RelationType::contradicts,
              "they take rival positions on: " + question.text, similarity_.between(*from, *to));
        }
      }
    }
    return done.size();
  }

  void from_figures() {
    for (const Figure& figure : linking_.dossier.figures) {
      if (figure.superseded_by.empty()) continue;
      const auto later = linking_.find_figure(figure.superseded_by);
      if (!later) continue;
      const std::uint32_t from = linking_.dossier.figures[*later].statement;
      if (from == figure.statement) continue;
      add(from, figure.statement, RelationType::revises,
          "the same claimant gave a later figure for the same measure and group", 1.0);
    }
  }

  Linking& linking_;
  SimilarityIndex similarity_;
};

}  // namespace

void link_relations(Linking& linking) {
  RelationFinder(linking).run();
}

}  // namespace counterpoint
