// SPDX-License-Identifier: Apache-2.0
// Questions: from issues, from denials and from figures, and the relations they make.
#include <gtest/gtest.h>

#include "dossier/claims/claims.h"
#include "dossier/claims/figures_at_odds.h"
#include "dossier/claims/question_builder.h"
#include "dossier/relations/relations.h"
#include "unit/dossier/claims/bench.h"

namespace counterpoint {
namespace {

using test::Bench;
using test::Report;
using test::report_of;

std::vector<Report> one(Report report) {
  std::vector<Report> reports;
  reports.push_back(std::move(report));
  return reports;
}

// A whether-question over the statements of `yes` and `no`.
void ask(Bench& bench, const std::vector<std::string>& yes, const std::vector<std::string>& no) {
  QuestionBuilder builder(bench.linking, "test", QuestionKind::whether, "Is it so?");
  const std::size_t a = builder.add_position("yes", "It is so.", Stance::asserts);
  const std::size_t b = builder.add_position("no", "It is not so.", Stance::denies, a);
  for (const std::string& words : yes) builder.add(a, bench.at(words), Stance::asserts);
  for (const std::string& words : no) builder.add(b, bench.at(words), Stance::denies);
  builder.finish();
}

TEST(QuestionBuilder, DisputesWhereVoicesDiffer) {
  Bench bench(one(report_of("a", {{"Rana", VoiceKind::witness, "the bridge fell"},
                                  {"Omar", VoiceKind::official, "the bridge stands"},
                                  {"Lina", VoiceKind::analyst, "rain came"}})));
  ask(bench, {"the bridge fell"}, {"the bridge stands"});
  ASSERT_EQ(bench.dossier.questions.size(), 1U);
  const Question& question = bench.dossier.questions[0];
  EXPECT_EQ(question.status, QuestionStatus::disputed);
  ASSERT_EQ(question.positions.size(), 2U);
  EXPECT_EQ(question.positions[0].claim, question.positions[1].claim) << "one claim, two stances";
  EXPECT_EQ(question.positions[0].kinds.at(VoiceKind::witness), 1);
  EXPECT_EQ(question.positions[1].kinds.at(VoiceKind::official), 1);
  EXPECT_EQ(bench.dossier.claims.size(), 1U);
  EXPECT_EQ(bench.dossier.claims[0].text, "It is so.");
  EXPECT_EQ(bench.dossier.claim_links.size(), 2U);
  EXPECT_NE(std::find(question.silent.begin(), question.silent.end(), VoiceKind::analyst),
            question.silent.end());
  EXPECT_EQ(std::find(question.silent.begin(), question.silent.end(), VoiceKind::witness),
            question.silent.end());
}

TEST(QuestionBuilder, RevisesWhereOneVoiceChangedItsAccount) {
  std::vector<Report> reports;
  reports.push_back(report_of("a", {{"Rana", VoiceKind::witness, "the bridge fell"}}));
  reports.push_back(report_of("b", {{"Rana", VoiceKind::witness, "the bridge stands"}}));
  Bench bench(std::move(reports));
  ask(bench, {"the bridge fell"}, {"the bridge stands"});
  ASSERT_EQ(bench.dossier.questions.size(), 1U);
  EXPECT_EQ(bench.dossier.questions[0].status, QuestionStatus::revised);
}

TEST(QuestionBuilder, LeavesOutPositionsThatNobodyTakes) {
  Bench bench(one(report_of("a", {{"Rana", VoiceKind::witness, "the bridge fell"}})));
  ask(bench, {"the bridge fell"}, {});
  ASSERT_EQ(bench.dossier.questions.size(), 1U);
  EXPECT_EQ(bench.dossier.questions[0].positions.size(), 1U);
  EXPECT_EQ(bench.dossier.questions[0].status, QuestionStatus::single_origin);
}

TEST(QuestionBuilder, CountsVoicesAndRivals) {
  Bench bench(one(report_of("a", {{"Rana", VoiceKind::witness, "the bridge fell"},
                                  {"Omar", VoiceKind::official, "the bridge stands"}})));
  QuestionBuilder builder(bench.linking, "test", QuestionKind::whether, "Is it so?");
  const std::size_t a = builder.add_position("yes", "It is so.", Stance::asserts);
  const std::size_t b = builder.add_position("no", "It is not so.", Stance::denies, a);
  builder.add(a, bench.at("the bridge fell"), Stance::asserts);
  builder.add(a, bench.at("the bridge fell"), Stance::asserts);
  EXPECT_EQ(builder.claimants(), 1U);
  EXPECT_EQ(builder.taken_positions(), 1U);
  EXPECT_FALSE(builder.has_rivals());
  builder.add(b, bench.at("the bridge stands"), Stance::denies);
  EXPECT_EQ(builder.claimants(), 2U);
  EXPECT_TRUE(builder.has_rivals());
}

TEST(QuestionBuilder, LeavesOutWhatAPersonExcluded) {
  Bench bench(one(report_of("a", {{"Rana", VoiceKind::witness, "the bridge fell"}})));
  bench.linking.counted[bench.at("the bridge fell")] = false;
  ask(bench, {"the bridge fell"}, {});
  EXPECT_TRUE(bench.dossier.questions.empty());
}

TEST(LinkClaims, AsksNothingOfOneClaimantAlone) {
  for (const bool second : {false, true}) {
    Report report = report_of(
        "a", {{"Rana", VoiceKind::witness, "soldiers defected at dawn"},
              {second ? "Omar" : "Rana", VoiceKind::witness, "the soldiers remained loyal"}});
    report.event(0, "defected", "defection");
    Bench bench(one(std::move(report)));
    ASSERT_FALSE(link_claims(bench.linking).has_value());
    EXPECT_EQ(bench.dossier.questions.size(), second ? 1U : 0U);
  }
}

// Two voices give a toll of one incident, `days` apart.
std::size_t questions_on_tolls(double low, double high, const std::string& second_day,
                               const std::string& second_voice = "Omar") {
  std::vector<Report> reports;
  reports.push_back(report_of("a", {{"Rana", VoiceKind::witness, "40 people died"}}));
  reports.back().figure(0, "40", 40, 40);
  reports.push_back(report_of("b", {{second_voice, VoiceKind::official, "12 people died"}}));
  reports.back().published(second_day).figure(0, "12", low, high);
  Bench bench(std::move(reports));
  for (Figure& figure : bench.dossier.figures) figure.incident = {"i-1"};
  ask_about_figures(bench.linking);
  return bench.dossier.questions.size();
}

TEST(FiguresAtOdds, AskWhereIntervalsOfOneDayDoNotMeet) {
  EXPECT_EQ(questions_on_tolls(12, 12, "2011-06-07"), 1U);
  EXPECT_EQ(questions_on_tolls(30, 50, "2011-06-07"), 0U) << "they meet";
  EXPECT_EQ(questions_on_tolls(40, 40, "2011-06-07"), 0U) << "they agree";
}

TEST(FiguresAtOdds, AskNothingOfATollThatChangedWithTheDays) {
  EXPECT_EQ(questions_on_tolls(12, 12, "2011-06-08"), 0U);
}

TEST(FiguresAtOdds, AskNothingWhereOneVoiceGaveBoth) {
  EXPECT_EQ(questions_on_tolls(12, 12, "2011-06-07", "Rana"), 0U);
}

const Relation* find_relation(const Bench& bench, RelationType type) {
  for (const Relation& relation : bench.dossier.relations) {
    if (relation.type == type) return &relation;
  }
  return nullptr;
}

TEST(Relations, LeadFromADenialToWhatItDenies) {
  Bench bench(one(
      report_of("a", {{"Rana", VoiceKind::witness, "Troops shelled the old harbour town"},
                      {"Omar", VoiceKind::official, "Troops shelled the harbour town", Act::deny},
                      {"Lina", VoiceKind::analyst, "Rain ruined the olive crop"}})));
  link_relations(bench.linking);
  const Relation* denies = find_relation(bench, RelationType::denies);
  ASSERT_NE(denies, nullptr);
  EXPECT_EQ(denies->from, bench.dossier.statements[bench.at("Troops shelled the harbour town")].id);
  EXPECT_EQ(denies->to,
            bench.dossier.statements[bench.at("Troops shelled the old harbour town")].id);
  EXPECT_FALSE(denies->reason.empty());
  EXPECT_GT(denies->score, 0.3);
  EXPECT_EQ(bench.dossier.relations.size(), 1U);
}

TEST(Relations, LeaveADenialOfSomethingElseAlone) {
  Bench bench(
      one(report_of("a", {{"Rana", VoiceKind::witness, "Troops shelled the old harbour town"},
                          {"Omar", VoiceKind::official, "Ministers took bribes", Act::deny}})));
  link_relations(bench.linking);
  EXPECT_TRUE(bench.dossier.relations.empty());
}

TEST(Relations, SetEachPairOfVoicesAgainstEachOtherOnce) {
  std::vector<Report> reports;
  reports.push_back(report_of("a", {{"Rana", VoiceKind::witness, "the bridge fell"},
                                    {"Omar", VoiceKind::official, "the bridge stands"}}));
  reports.push_back(report_of("b", {{"Rana", VoiceKind::witness, "the bridge is gone"},
                                    {"Lina", VoiceKind::analyst, "the bridge collapsed"},
                                    {"Omar", VoiceKind::official, "the bridge holds"}}));
  Bench bench(std::move(reports));
  ask(bench, {"the bridge fell", "the bridge is gone", "the bridge collapsed"},
      {"the bridge stands", "the bridge holds"});
  link_relations(bench.linking);
  const auto count = [&](RelationType type) {
    return std::count_if(bench.dossier.relations.begin(), bench.dossier.relations.end(),
                         [&](const Relation& relation) { return relation.type == type; });
  };
  EXPECT_EQ(count(RelationType::corroborates), 1) << "Rana and Lina";
  EXPECT_EQ(count(RelationType::contradicts), 2) << "Rana and Omar, Lina and Omar";
  for (std::size_t i = 1; i < bench.dossier.relations.size(); ++i) {
    EXPECT_LT(bench.dossier.relations[i - 1].id, bench.dossier.relations[i].id);
  }
}

}  // namespace
}  // namespace counterpoint
