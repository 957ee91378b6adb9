// SPDX-License-Identifier: Apache-2.0
#include "dossier/claims/claims.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "dossier/claims/denials.h"
#include "dossier/claims/figures_at_odds.h"
#include "dossier/claims/issues.h"
#include "dossier/claims/question_builder.h"
#include "dossier/claims/similarity.h"
#include "dossier/packs.h"

namespace counterpoint {
namespace {

// Share of the events that must be of an issue's kind: one bomb in a war makes it no disaster.
constexpr std::size_t kNeededShare = 10;  // a tenth

bool is_needed(const Linking& linking, const Issue& issue) {
  const std::vector<Event>& events = linking.dossier.events;
  const auto fitting =
      static_cast<std::size_t>(std::count_if(events.begin(), events.end(), [&](const Event& event) {
        return std::find(issue.needs.begin(), issue.needs.end(), event.type) != issue.needs.end();
      }));
  return fitting > 0 && fitting * kNeededShare >= events.size();
}

// The first year that an EDTF value names; 0: none.
int year_of(const std::optional<Time>& time) {
  if (!time) return 0;
  const std::size_t digit = time->edtf.find_first_of("12");
  if (digit == std::string::npos || digit + 4 > time->edtf.size()) return 0;
  int year = 0;
  for (std::size_t i = digit; i < digit + 4; ++i) {
    const char c = time->edtf[i] == 'X' ? '0' : time->edtf[i];  // "198X", the 1980s
    if (c < '0' || c > '9') return 0;
    year = 10 * year + (c - '0');
  }
  return year;
}

// The year that most statements speak of: the event's own. 0: no statement is dated.
int focal_year(const Dossier& dossier) {
  std::map<int, int> votes;
  for (const Statement& statement : dossier.statements) {
    if (const int year = year_of(statement.time)) ++votes[year];
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == votes.end() ? 0 : most->first;
}

// What happened years before is background ("in 1980 the army shelled the town"), no account of it.
bool is_background(const Statement& statement, int focal) {
  const int year = year_of(statement.time);
  return year != 0 && focal != 0 && year + 1 < focal;
}

// Returns the dossier indexes of the statements that take a position.
std::vector<std::uint32_t> ask(Linking& linking, const IssuePack& pack, const Issue& issue,
                               int focal) {
  QuestionBuilder builder(linking, "issue:" + issue.id, issue.kind, issue.question);
  const bool yes_no = issue.kind == QuestionKind::whether;
  for (std::size_t p = 0; p < issue.positions.size(); ++p) {
    const IssuePosition& position = issue.positions[p];
    builder.add_position(position.key, position.claim, position.stance,
                         yes_no && p > 0 ? std::optional<std::size_t>(0) : std::nullopt);
  }
  std::vector<std::uint32_t> taken;
  for (std::uint32_t s = 0; s < linking.dossier.statements.size(); ++s) {
    if (is_background(linking.dossier.statements[s], focal)) continue;
    const std::optional<Taken> position = position_taken(linking, pack, issue, s);
    if (!position) continue;
    const IssuePosition& side = issue.positions[position->position];
    const Stance stance = position->stance == Stance::doubts ? Stance::doubts
                          : yes_no                           ? side.stance
                                                             : position->stance;
    builder.add(position->position, s, stance);
    taken.push_back(s);
  }
  // One account alone is no question; two that agree are worth a line.
  if (builder.claimants() < 2) return {};
  if (builder.taken_positions() > 1 && builder.has_rivals()) builder.set_cause("dispute");
  builder.finish();
  return taken;
}

// Outlets that say themselves that accounts conflict.
void note_conflicts(Linking& linking) {
  Dossier& dossier = linking.dossier;
  for (std::uint32_t s = 0; s < dossier.statements.size(); ++s) {
    const Statement& statement = dossier.statements[s];
    if (statement.speech != Speech::narration || statement.act != Act::doubt) continue;
    for (Question& question : dossier.questions) {
      const bool same_document = std::any_of(
          question.positions.begin(), question.positions.end(), [&](const Position& position) {
            return std::any_of(
                position.statements.begin(), position.statements.end(), [&](const StatementId& id) {
                  const auto other = linking.find_statement(id);
                  return other && dossier.statements[*other].document == statement.document;
                });
          });
      if (same_document && question.status == QuestionStatus::disputed) {
        question.noted_by.push_back(statement.id);
      }
    }
  }
}

void sort_by_id(Dossier& dossier) {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(dossier.claims.begin(), dossier.claims.end(), by_id);
  std::sort(dossier.questions.begin(), dossier.questions.end(), by_id);
  std::sort(dossier.claim_links.begin(), dossier.claim_links.end(),
            [](const ClaimLink& a, const ClaimLink& b) {
              return std::tie(a.statement, a.claim, a.stance) <
                     std::tie(b.statement, b.claim, b.stance);
            });
}

}  // namespace

std::optional<Error> link_claims(Linking& linking) {
  const Result<IssuePack> pack = load_issues(linking.packs.root / "en" / "dossier");
  if (!pack) return pack.error();
  const int focal = focal_year(linking.dossier);
  std::set<std::uint32_t> asked;
  for (const Issue& issue : pack->issues) {
    if (!is_needed(linking, issue)) continue;
    const std::vector<std::uint32_t> taken = ask(linking, *pack, issue, focal);
    asked.insert(taken.begin(), taken.end());
  }
  const SimilarityIndex similarity(linking);
  ask_about_denials(linking, similarity, asked);
  ask_about_figures(linking);
  note_conflicts(linking);
  sort_by_id(linking.dossier);
  return std::nullopt;
}

}  // namespace counterpoint
