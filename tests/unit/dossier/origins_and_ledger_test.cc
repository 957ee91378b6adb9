// SPDX-License-Identifier: Apache-2.0
// Who copies whom, who said it first, and what the rules make of the figures.
#include <gtest/gtest.h>

#include <algorithm>

#include "dossier/ledger/rules.h"
#include "unit/dossier/report.h"

namespace counterpoint {
namespace {

using test::linked;
using test::Report;

const std::string kLong =
    "Rescue boats searched the northern bay all night after the ferry had gone down in heavy seas. "
    "Divers brought up the first bodies shortly before dawn and laid them out on the quay. "
    "Families waited behind a rope while officials read out the names of those who had been found. "
    "The company that runs the line has not said why the vessel sailed in spite of the warning. "
    "Fishermen in the village had told the harbour master that the swell was too high. ";
const std::string kMore =
    "A second vessel turned back an hour later when its captain saw the lights disappear. "
    "The ministry promised an inquiry and suspended the licences of three masters on Monday.";

TEST(Derivations, a_copy_stands_in_both) {
  const Dossier dossier = linked({Report("a", kLong).published("2019-01-02").done,
                                  Report("b", kLong + " Copyright ours.").done});
  ASSERT_EQ(dossier.derivations.size(), 1u);
  EXPECT_EQ(dossier.derivations.front().type, DerivationType::copy);
  EXPECT_GE(dossier.derivations.front().spans.size(), 5u);
}

TEST(Derivations, the_excerpt_comes_from_the_longer_text) {
  const AnnotatedDocument whole = Report("whole", kLong + kMore).done;
  const AnnotatedDocument part =
      Report("part", "[3] " + kLong.substr(0, kLong.find("The company"))).done;
  for (const bool swapped : {false, true}) {
    const Dossier dossier = linked(swapped ? std::vector{part, whole} : std::vector{whole, part});
    ASSERT_EQ(dossier.derivations.size(), 1u);
    EXPECT_EQ(dossier.derivations.front().type, DerivationType::excerpt);
    EXPECT_EQ(dossier.derivations.front().from, whole.document.id);
    EXPECT_NE(dossier.derivations.front().reason.find("longer"), std::string::npos);
  }
}

TEST(Derivations, of_two_dated_texts_the_earlier_is_the_source) {
  const AnnotatedDocument later = Report("later", kLong + kMore).published("2019-01-04").done;
  const AnnotatedDocument earlier = Report("earlier", kLong).published("2019-01-02").done;
  const Dossier dossier = linked({later, earlier});
  ASSERT_EQ(dossier.derivations.size(), 1u);
  EXPECT_EQ(dossier.derivations.front().from, earlier.document.id);
}

TEST(Derivations, one_agency_behind_both_is_a_wire_report) {
  const Dossier dossier = linked({Report("a", kLong).credit("Bay Press").done,
                                  Report("b", kLong + kMore).credit("Bay Press").done});
  ASSERT_EQ(dossier.derivations.size(), 1u);
  EXPECT_EQ(dossier.derivations.front().type, DerivationType::wire);
}

TEST(Derivations, shared_quotations_are_no_copying) {
  const std::string quote =
      "\"We heard one loud bang and then the whole deck tilted and everybody slid towards the rail "
      "and nobody told us where the vests were kept on that boat\" ";
  const Dossier dossier =
      linked({Report("a", quote + "he told this paper in hospital on his second day there. " +
                              "It had been raining for a week along the entire coast by then.")
                  .done,
              Report("b", "A survivor spoke to reporters from three countries at the port gate. " +
                              quote + "he recalled when asked how it all began that evening.")
                  .done});
  EXPECT_TRUE(dossier.derivations.empty());
}

TEST(Derivations, a_paper_that_is_named_as_source_is_cited) {
  Report cites("cites", "Divers told the Bay Courier that the hull was whole.");
  const auto paper = cites.voice("Bay Courier", VoiceKind::media, IdentityClass::institution);
  const auto divers = cites.voice("Divers", VoiceKind::witness, IdentityClass::collective);
  cites.statement("the hull was whole", {paper, divers});
  const AnnotatedDocument source =
      Report("source", "The hull seems to be whole.").publisher("Bay Courier").done;
  const Dossier dossier = linked({cites.done, source});
  ASSERT_EQ(dossier.derivations.size(), 1u);
  EXPECT_EQ(dossier.derivations.front().type, DerivationType::cites);
  EXPECT_EQ(dossier.derivations.front().from, source.document.id);
}

// `count` reports that all quote one ministry.
std::vector<AnnotatedDocument> chorus(int count) {
  std::vector<AnnotatedDocument> out;
  for (int i = 0; i < count; ++i) {
    Report report("paper" + std::to_string(i), "The Ministry of Ports said 40 people drowned.");
    const auto ministry =
        report.voice("Ministry of Ports", VoiceKind::official, IdentityClass::institution);
    const auto told = report.statement("40 people drowned", {ministry});
    report.figure(told, "40", 40, 40);
    report.published("2019-01-0" + std::to_string(i + 1));
    out.push_back(report.done);
  }
  return out;
}

TEST(Origins, many_outlets_with_one_claimant_are_one) {
  const Dossier dossier = linked(chorus(4));
  ASSERT_EQ(dossier.origins.size(), 1u);
  EXPECT_EQ(dossier.origins.front().documents.size(), 4u);
}

TEST(Origins, unnamed_claimants_of_two_reports_are_two) {
  std::vector<AnnotatedDocument> reports;
  for (const char* file : {"a", "b"}) {
    Report report(file, std::string("In ") + file + " residents said the dam broke.");
    report.statement("the dam broke",
                     {report.voice("residents", VoiceKind::witness, IdentityClass::collective)});
    reports.push_back(report.done);
  }
  EXPECT_EQ(linked(reports).origins.size(), 2u);
}

TEST(Origins, a_reference_adds_none_of_its_own) {
  Report reference("r", "The dam broke at night.");
  reference.genre(Genre::reference);
  reference.statement("The dam broke at night");
  EXPECT_TRUE(linked({reference.done}).origins.empty());
}

const LedgerRule* rule(const std::vector<LedgerRule>& rules, std::string_view name) {
  for (const LedgerRule& item : rules) {
    if (item.name == name) return &item;
  }
  return nullptr;
}

Row row(const std::string& id, double low, double high, const std::string& origin,
        bool official = false) {
  Row made;
  made.id = {id};
  made.low = low;
  made.high = high;
  made.conservative = low;
  made.origin = origin;
  made.official = official;
  return made;
}

TEST(LedgerRules, each_picks_in_its_own_way) {
  const auto rules =
      apply_rules({row("f1", 120, 120, "ministry", true), row("f2", 43, 43, "network"),
                   row("f3", 120, 140, "book"), row("f4", 60, 60, "doctors")});
  EXPECT_EQ(rule(rules, "ucdp")->values.at("best"), 120);
  EXPECT_EQ(rule(rules, "ucdp")->values.at("low"), 43);
  EXPECT_EQ(rule(rules, "ucdp")->values.at("high"), 140);
  EXPECT_EQ(rule(rules, "acled")->values.at("value"), 43);
  EXPECT_EQ(rule(rules, "acled")->figures, std::vector<FigureId>{{"f2"}});
  EXPECT_EQ(rule(rules, "airwars")->values.at("min"), 43);
  EXPECT_EQ(rule(rules, "airwars")->values.at("max"), 140);
  EXPECT_EQ(rule(rules, "median")->values.at("median"), 90);  // 43, 60, 120, 130
  EXPECT_EQ(rule(rules, "official_only")->values.at("high"), 120);
}

TEST(LedgerRules, one_origin_has_one_vote) {
  const auto rules = apply_rules({row("f1", 100, 100, "ministry"), row("f2", 100, 100, "ministry"),
                                  row("f3", 50, 50, "doctors"), row("f4", 50, 50, "council")});
  EXPECT_EQ(rule(rules, "ucdp")->values.at("best"), 50);
  EXPECT_EQ(rule(rules, "median")->values.at("median"), 50);
}

TEST(LedgerRules, vague_words_have_their_conservative_value) {
  Figure dozens;
  dozens.min = 24;
  dozens.word = "dozens";
  const auto made = to_row(dozens, {{"dozens", 12}});
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->conservative, 12);
  Figure up_to;
  up_to.max = 200;
  EXPECT_FALSE(to_row(up_to, {})->bounded_below);
  EXPECT_FALSE(to_row(Figure{}, {}).has_value());
  Figure either;
  either.alternatives = {5, 14};
  EXPECT_EQ(to_row(either, {})->low, 5);
  EXPECT_EQ(to_row(either, {})->high, 14);
}

TEST(LedgerRules, nothing_to_rest_on_gives_no_rule) {
  EXPECT_TRUE(apply_rules({}).empty());
}

Report toll(const std::string& file, const std::string& day, int number) {
  Report report(file, "The harbour police said " + std::to_string(number) + " people had died.");
  const auto police =
      report.voice("harbour police", VoiceKind::official, IdentityClass::institution);
  const auto told = report.statement(std::to_string(number) + " people had died", {police});
  report.figure(told, std::to_string(number), number, number);
  report.published(day);
  return report;
}

TEST(Ledger, what_a_claimant_revised_is_kept_and_says_by_what) {
  const Dossier dossier =
      linked({toll("b", "2019-01-03", 80).done, toll("a", "2019-01-02", 28).done});
  ASSERT_EQ(dossier.ledger.size(), 1u);
  const LedgerGroup& group = dossier.ledger.front();
  ASSERT_EQ(group.rows.size(), 2u);
  const auto figure = [&](const FigureId& id) {
    return *std::find_if(dossier.figures.begin(), dossier.figures.end(),
                         [&](const Figure& item) { return item.id == id; });
  };
  EXPECT_EQ(figure(group.rows[0]).min, 28);
  EXPECT_EQ(figure(group.rows[0]).superseded_by, group.rows[1]);
  EXPECT_TRUE(figure(group.rows[1]).superseded_by.empty());
  EXPECT_EQ(rule(group.rules, "airwars")->values.at("min"), 80);
}

TEST(Ledger, figures_of_one_day_do_not_revise_each_other) {
  const Dossier dossier =
      linked({toll("a", "2019-01-02", 28).done, toll("b", "2019-01-02", 80).done});
  for (const Figure& figure : dossier.figures) EXPECT_TRUE(figure.superseded_by.empty());
}

TEST(Ledger, confirmed_and_unconfirmed_are_not_set_side_by_side) {
  Report confirmed = toll("a", "2019-01-02", 7);
  confirmed.done.found.figures.front().status = FigureStatus::confirmed;
  const Dossier dossier = linked({confirmed.done, toll("b", "2019-01-03", 159).done});
  EXPECT_EQ(dossier.ledger.size(), 2u);
  for (const Figure& figure : dossier.figures) EXPECT_TRUE(figure.superseded_by.empty());
}

}  // namespace
}  // namespace counterpoint
