// SPDX-License-Identifier: Apache-2.0
// The whole: order of the input, incidents, timeline, and people's decisions.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "unit/dossier/report.h"

namespace counterpoint {
namespace {

using test::entity_named;
using test::linked;
using test::Report;
using test::voice_named;

// Three reports of an invented flood that share people, places, a day and a toll.
std::vector<AnnotatedDocument> flood() {
  std::vector<AnnotatedDocument> out;
  int number = 10;
  for (const char* file : {"courier", "herald", "bulletin"}) {
    const std::string toll = std::to_string(number);
    number += 10;
    Report report(file, "Governor Maria Castel said " + toll +
                            " people were killed in Oaxaca on Tuesday. Residents of Oaxaca in "
                            "Mexico fled. Castel blamed the dam.");
    report.published("2018-07-04").publisher(file);
    report.name("Maria Castel", MentionType::person)
        .name("Oaxaca", MentionType::place)
        .name("Oaxaca", MentionType::place, 1)
        .name("Mexico", MentionType::place)
        .name("Castel", MentionType::person, 1)
        .weekday("Tuesday", 2);
    const auto governor = report.voice("Maria Castel", VoiceKind::official, IdentityClass::named);
    const auto told =
        report.statement(toll + " people were killed in Oaxaca on Tuesday", {governor});
    report.done.found.statements[told].time_expression = 0;
    report.event(told, "killed", "killing").time_expression = 0;
    report.figure(told, toll, number - 10, number - 10);
    report.statement("Residents of Oaxaca in Mexico fled");
    out.push_back(report.done);
  }
  return out;
}

// Everything that a reader could see, as text.
std::string shown(const Dossier& dossier) {
  std::string out = dossier.title;
  for (const auto& x : dossier.documents) out += "\n" + x.id.value + x.name;
  for (const auto& x : dossier.entities) {
    out += "\n" + x.id.value + x.name + std::to_string(x.names.size());
    for (const auto& merge : x.merged) out += merge.a + merge.b + merge.reason;
  }
  for (const auto& x : dossier.voices) out += "\n" + x.id.value + x.name;
  for (const auto& x : dossier.places) out += "\n" + x.id.value + x.name + x.geonames;
  for (const auto& x : dossier.statements) {
    out += "\n" + x.id.value + (x.time ? x.time->edtf : "") + x.place.value;
    for (const auto& voice : x.chain) out += voice.value;
  }
  for (const auto& x : dossier.incidents) out += "\n" + x.id.value + x.title + x.reason;
  for (const auto& x : dossier.figures)
    out += "\n" + x.id.value + x.incident.value + x.superseded_by.value;
  for (const auto& x : dossier.claims) out += "\n" + x.id.value + x.text;
  for (const auto& x : dossier.questions) out += "\n" + x.id.value + x.text;
  for (const auto& x : dossier.relations) out += "\n" + x.id + x.reason;
  for (const auto& x : dossier.derivations) out += "\n" + x.id + x.from.value + x.reason;
  for (const auto& x : dossier.origins) out += "\n" + x.id + x.reason;
  for (const auto& x : dossier.ledger) {
    out += "\n" + x.id;
    for (const auto& row : x.rows) out += row.value;
    for (const auto& rule : x.rules) {
      for (const auto& [name, value] : rule.values) out += rule.name + name + std::to_string(value);
    }
  }
  for (const auto& x : dossier.timeline) out += "\n" + x.time.edtf + x.text;
  return out;
}

TEST(Link, does_not_depend_on_the_order_of_documents) {
  auto reports = flood();
  const auto by_id = [](const auto& a, const auto& b) { return a.document.id < b.document.id; };
  std::sort(reports.begin(), reports.end(), by_id);
  const std::string expected = shown(linked(reports));
  while (std::next_permutation(reports.begin(), reports.end(), by_id)) {
    EXPECT_EQ(shown(linked(reports)), expected);
  }
}

TEST(Link, an_empty_dossier_is_one) {
  const Dossier dossier = linked({});
  EXPECT_TRUE(dossier.statements.empty());
}

TEST(Link, keeps_a_document_that_could_not_be_read) {
  AnnotatedDocument broken;
  broken.document.id = {"d0"};
  broken.document.name = "broken.pdf";
  broken.document.error = Error{"document.binary", "No text.", "broken.pdf", "Convert it."};
  const Dossier dossier = linked({broken});
  ASSERT_EQ(dossier.documents.size(), 1u);
  EXPECT_TRUE(dossier.documents.front().error.has_value());
}

TEST(Link, packs_that_are_not_there_are_an_error) {
  DossierOptions options;
  options.packs = "no/such/folder";
  const auto result = link({}, options);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, "pack.missing");
}

TEST(Link, a_statement_given_twice_is_one) {
  Report report("a", "The dam broke.");
  report.statement("The dam broke");
  report.statement("The dam broke");
  EXPECT_EQ(linked({report.done}).statements.size(), 1u);
}

TEST(Incidents, one_day_one_place_one_kind_is_one_happening) {
  const Dossier dossier = linked(flood());
  ASSERT_EQ(dossier.incidents.size(), 1u);
  const Incident& incident = dossier.incidents.front();
  EXPECT_EQ(incident.events.size(), 3u);
  EXPECT_EQ(incident.title, "Killing, Oaxaca, 3 July 2018");
  EXPECT_EQ(incident.role, Incident::Role::focal);
  for (const Figure& figure : dossier.figures) EXPECT_EQ(figure.incident, incident.id);
  EXPECT_EQ(dossier.title, "Oaxaca, July 2018");
}

TEST(Incidents, years_ago_is_background) {
  auto reports = flood();
  Report old("old", "In 1999 the dam in Oaxaca killed dozens.");
  old.published("2018-07-05").name("Oaxaca", MentionType::place);
  old.date("1999", 1999, 8, 2);
  const auto told = old.statement("In 1999 the dam in Oaxaca killed dozens");
  old.event(told, "killed", "killing").time_expression = 0;
  reports.push_back(old.done);
  const Dossier dossier = linked(reports);
  ASSERT_EQ(dossier.incidents.size(), 2u);
  EXPECT_EQ(std::count_if(dossier.incidents.begin(), dossier.incidents.end(),
                          [](const Incident& x) { return x.role == Incident::Role::background; }),
            1);
}

TEST(Timeline, is_in_time_order_on_both_tracks) {
  const Dossier dossier = linked(flood());
  ASSERT_FALSE(dossier.timeline.empty());
  EXPECT_EQ(dossier.timeline.front().track, TimelineEntry::Track::events);
  EXPECT_EQ(dossier.timeline.front().time.edtf, "2018-07-03");
  EXPECT_EQ(dossier.timeline.back().track, TimelineEntry::Track::statements);
  EXPECT_EQ(dossier.timeline.back().time.edtf, "2018-07-04");
}

class Decisions : public testing::Test {
 protected:
  std::string file(const std::string& lines) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::temp_directory_path() /
            (std::string("counterpoint-decisions-") + test->name() + ".jsonl");
    std::ofstream(path_) << lines;
    return path_.string();
  }
  void TearDown() override { std::filesystem::remove(path_); }
  std::filesystem::path path_;
};

std::string line(const std::string& target, const std::string& action, const std::string& after) {
  return R"({"target":")" + target + R"(","action":")" + action + R"(","after":")" + after +
         R"(","by":"desk"})" + "\n";
}

TEST_F(Decisions, win_over_the_machine) {
  const Dossier before = linked(flood());
  const std::string voice = voice_named(before, "Maria Castel")->id.value;
  const std::string figure = before.figures.front().id.value;
  const Dossier after =
      linked(flood(), file(line(voice, "kind", "analyst") + line(voice, "protect", "true") +
                           line(figure, "figure", "12..15")));
  const Voice* changed = voice_named(after, "Maria Castel");
  EXPECT_EQ(changed->kind, VoiceKind::analyst);
  EXPECT_EQ(changed->by, By::person);
  EXPECT_TRUE(changed->is_protected);
  EXPECT_EQ(after.figures.front().min, 12);
  EXPECT_EQ(after.figures.front().max, 15);
  for (const Decision& decision : after.decisions) {
    EXPECT_EQ(decision.state, Decision::State::applied);
  }
}

TEST_F(Decisions, what_is_excluded_counts_nowhere) {
  const Dossier before = linked(flood());
  const Figure& least =
      *std::min_element(before.figures.begin(), before.figures.end(),
                        [](const Figure& a, const Figure& b) { return *a.min < *b.min; });
  const Dossier after = linked(flood(), file(line(least.id.value, "exclude", "")));
  EXPECT_EQ(before.ledger.front().rules.front().values.at("low"), 10);
  EXPECT_EQ(after.ledger.front().rules.front().values.at("low"), 20);
  EXPECT_EQ(after.figures.size(), before.figures.size());
}

TEST_F(Decisions, merge_and_split_entities) {
  Report report("a", "The Bay Guard and the Coast Watch came.");
  report.name("Bay Guard", MentionType::organization)
      .name("Coast Watch", MentionType::organization);
  const Dossier apart = linked({report.done});
  const std::string one = entity_named(apart, "Bay Guard")->id.value;
  const std::string two = entity_named(apart, "Coast Watch")->id.value;
  const Dossier merged = linked({report.done}, file(line(one + "|" + two, "merge", "")));
  EXPECT_EQ(entity_named(merged, "Bay Guard"), entity_named(merged, "Coast Watch"));
  const Dossier split = linked(
      {report.done}, file(line(one + "|" + two, "merge", "") + line(one, "split", "Coast Watch")));
  EXPECT_NE(entity_named(split, "Bay Guard"), entity_named(split, "Coast Watch"));
}

TEST_F(Decisions, without_a_target_are_kept_as_orphans) {
  const Dossier dossier = linked(
      flood(), file(line("v-gone", "kind", "witness") + "\n" + line("f-gone", "figure", "3")));
  ASSERT_EQ(dossier.decisions.size(), 2u);
  EXPECT_EQ(dossier.decisions[0].state, Decision::State::orphaned);
  EXPECT_EQ(dossier.decisions[0].target, "v-gone");
  EXPECT_EQ(dossier.decisions[1].target, "f-gone");
}

TEST_F(Decisions, a_broken_line_is_named) {
  DossierOptions options;
  options.packs = test::packs();
  for (const std::string bad :
       {"{\"target\":", "[]", R"({"action":"kind"})", R"({"target":"x","action":"burn"})"}) {
    options.decisions = file(line("v-gone", "kind", "witness") + bad + "\n");
    const auto result = link({}, options);
    ASSERT_FALSE(result.has_value()) << bad;
    EXPECT_EQ(result.error().code, "dossier.decisions");
    EXPECT_TRUE(result.error().input.ends_with(":2")) << result.error().input;
  }
}

TEST_F(Decisions, a_file_that_is_not_there_is_none) {
  EXPECT_TRUE(linked(flood(), "no/such/decisions.jsonl").decisions.empty());
}

}  // namespace
}  // namespace counterpoint
