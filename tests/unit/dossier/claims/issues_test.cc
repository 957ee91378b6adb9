// SPDX-License-Identifier: Apache-2.0
// Which position a statement takes on an issue, and tables of issues that cannot be used.
#include "dossier/claims/issues.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "unit/dossier/claims/bench.h"

namespace counterpoint {
namespace {

namespace fs = std::filesystem;
using test::Bench;
using test::report_of;

// Written to a folder of this name with the project's own claim words, read and removed again.
Result<IssuePack> loaded(const std::string& name, const std::string& rows) {
  // Tests run side by side, each in a process of its own, and most of them ask for "shared".
  const fs::path folder =
      fs::temp_directory_path() / ("counterpoint_issues_" + name + std::to_string(getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / "issues.tsv", std::ios::binary) << rows;
  fs::copy_file(fs::path(test::packs()) / "en" / "dossier" / "claim_words.tsv",
                folder / "claim_words.tsv", fs::copy_options::overwrite_existing);
  auto pack = load_issues(folder);
  fs::remove_all(folder);
  return pack;
}

constexpr const char* kMutiny =
    "mutiny\tASSAULT,RETREAT\twhether\tDid they mutiny?\tyes\tThey mutinied.\tasserts\t"
    "mutinied ; joined _ rebels ; ! mutinied abroad\n"
    "mutiny\tASSAULT,RETREAT\twhether\tDid they mutiny?\tno\tThere was no mutiny.\tdenies\t"
    "+no mutiny ; stayed loyal\n"
    "why\tRETREAT\twhy\tWhy did they flee?\tfear\tFor fear.\tasserts\tin fear\n"
    "why\tRETREAT\twhy\tWhy did they flee?\tvisit\tFor visits.\tasserts\tfamily visits\n";

const IssuePack& mutiny_pack() {
  static const IssuePack kPack = loaded("shared", kMutiny).value();
  return kPack;
}

TEST(LoadIssues, JoinsTheRowsOfOneIssue) {
  const auto pack = loaded("joins", kMutiny);
  ASSERT_TRUE(pack.has_value());
  const std::vector<Issue>& issues = pack->issues;
  ASSERT_EQ(issues.size(), 2U);
  const Issue& mutiny = issues[0];
  EXPECT_EQ(mutiny.needs, (std::vector<std::string>{"ASSAULT", "RETREAT"}));
  EXPECT_EQ(mutiny.kind, QuestionKind::whether);
  ASSERT_EQ(mutiny.positions.size(), 2U);
  EXPECT_EQ(mutiny.positions[0].patterns.size(), 2U);
  EXPECT_EQ(mutiny.positions[0].forbid.size(), 1U);
  EXPECT_EQ(mutiny.positions[1].firm.size(), 1U);
  EXPECT_EQ(mutiny.positions[1].stance, Stance::denies);
  EXPECT_EQ(issues[1].kind, QuestionKind::why);
}

TEST(LoadIssues, ReadsTheProjectSOwnTable) {
  const auto pack = load_issues(fs::path(test::packs()) / "en" / "dossier");
  ASSERT_TRUE(pack.has_value());
  EXPECT_GT(pack->issues.size(), 3U);
  for (const Issue& issue : pack->issues) {
    EXPECT_GE(issue.positions.size(), 2U) << issue.id << ": one position is no issue";
  }
}

TEST(LoadIssues, NamesWhatItCannotUse) {
  struct Case {
    std::string name, rows, code;
  };
  const Case cases[] = {
      {"kind", "a\tASSAULT\tperhaps\tQ?\tyes\tC.\tasserts\tx\n", "pack.row"},
      {"short", "a\tASSAULT\twhether\tQ?\tyes\n", "pack.row"},
      {"encoding", "caf\xE9\tASSAULT\twhether\tQ?\tyes\tC.\tasserts\tx\n", "pack.encoding"},
  };
  for (const Case& c : cases) {
    const auto issues = loaded(c.name, c.rows);
    ASSERT_FALSE(issues.has_value()) << c.name;
    EXPECT_EQ(issues.error().code, c.code);
    EXPECT_NE(issues.error().input.find(c.name), std::string::npos);
  }
  EXPECT_EQ(load_issues("/nowhere").error().code, "pack.missing");
}

std::optional<Taken> taken(std::size_t which, const std::string& words, Act act = Act::state) {
  std::vector<test::Report> reports;
  reports.push_back(report_of("a", {{"Rana", VoiceKind::witness, words, act}}));
  const Bench bench(std::move(reports));
  return position_taken(bench.linking, mutiny_pack(), mutiny_pack().issues.at(which),
                        bench.at(words));
}

struct Case {
  std::string words;
  Act act;
  int position;  // -1 for none
  Stance stance = Stance::asserts;
};

void expect_positions(std::size_t which, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const auto position = taken(which, c.words, c.act);
    ASSERT_EQ(position.has_value(), c.position >= 0) << c.words;
    if (!position) continue;
    EXPECT_EQ(position->position, static_cast<std::size_t>(c.position)) << c.words;
    EXPECT_EQ(position->stance, c.stance) << c.words;
  }
}

TEST(PositionTaken, FollowsTheWords) {
  expect_positions(0, {{"the soldiers mutinied at dawn", Act::state, 0},
                       {"some joined with the rebels", Act::state, 0},
                       {"everybody stayed loyal", Act::state, 1},
                       {"the bakery burned", Act::state, -1}});
}

TEST(PositionTaken, TurnsAroundWithANegation) {
  expect_positions(0, {{"the soldiers never mutinied", Act::state, 1, Stance::denies},
                       {"nobody had not stayed loyal", Act::state, 0, Stance::denies},
                       {"not only the soldiers mutinied", Act::state, 0}});
}

TEST(PositionTaken, TurnsAroundWithADenialButNotTwice) {
  expect_positions(0, {{"the soldiers mutinied", Act::deny, 1, Stance::denies},
                       {"the soldiers never mutinied", Act::deny, 0},
                       {"the soldiers mutinied", Act::doubt, 1, Stance::doubts}});
}

TEST(PositionTaken, TakesSilenceForNoPositionButWithheldAssentForDoubt) {
  expect_positions(0, {{"say whether the soldiers mutinied", Act::decline, -1},
                       {"to acknowledge that soldiers mutinied", Act::decline, 1, Stance::doubts}});
}

TEST(PositionTaken, HoldsFirmPatternsAlthoughTheyAreNegated) {
  expect_positions(0, {{"there was no mutiny", Act::state, 1}});
}

TEST(PositionTaken, StopsAtWhatAPositionForbids) {
  expect_positions(0, {{"they mutinied abroad", Act::state, -1}});
}

TEST(PositionTaken, GivesNoPositionToWhatDoesNotSayWhatHappened) {
  for (const Act act : {Act::demand, Act::predict, Act::pledge, Act::threaten}) {
    EXPECT_FALSE(taken(0, "the soldiers mutinied", act).has_value()) << static_cast<int>(act);
  }
}

TEST(PositionTaken, GivesNoneToAStatementThatTakesTwo) {
  expect_positions(1, {{"they fled in fear", Act::state, 0},
                       {"they fled in fear or on family visits", Act::state, -1}});
}

TEST(PositionTaken, CountsANegationForNoneWhereThereAreMoreAnswersThanYesAndNo) {
  expect_positions(
      1, {{"they did not flee in fear", Act::state, -1}, {"they fled in fear", Act::deny, -1}});
}

TEST(PositionTaken, ReadsEachSentenceForItself) {
  expect_positions(0, {{"they never came. The soldiers mutinied", Act::state, 0}});
}

}  // namespace
}  // namespace counterpoint
