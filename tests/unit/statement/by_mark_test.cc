// SPDX-License-Identifier: Apache-2.0
// Attributions from the model's marks, and what they change in those that rules found.
#include "statement/by_mark.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::lexicon;
using test::Sketch;

// A relation of these words of the sketch; an empty cue is none.
void mark(Sketch& sketch, std::string_view source, std::string_view cue,
          const std::vector<std::string_view>& contents) {
  AttributionRelation relation;
  relation.source = sketch.find(source);
  if (!cue.empty()) relation.cue = sketch.find(cue);
  for (const std::string_view content : contents) relation.contents.push_back(sketch.find(content));
  sketch.annotation.attributions.push_back(relation);
}

std::vector<Marked> marked_in(const Sketch& sketch) {
  const Tree tree = sketch.tree();
  const std::vector<Quote> quotes = find_quotes(sketch.document.text);
  return find_by_mark({tree, lexicon(), quotes});
}

std::vector<Attribution> taken_in(const Sketch& sketch, std::vector<Attribution> found) {
  const Tree tree = sketch.tree();
  const std::vector<Quote> quotes = find_quotes(sketch.document.text);
  take_marks({tree, lexicon(), quotes}, found);
  return found;
}

// "one resident reached by telephone denied that the bridge was closed"
constexpr std::string_view kResident =
    "One/NUM/2/nummod resident/NOUN/6/nsubj reached/VERB.VBN/2/acl/reach by/ADP/5/case "
    "telephone/NOUN/3/obl denied/VERB/0/root/deny that/SCONJ/11/mark the/DET/9/det "
    "bridge/NOUN/11/nsubj was/AUX/11/aux:pass closed/VERB.VBN/6/ccomp/close +./PUNCT/6/punct";

TEST(ByMark, TakesTheHeadOfTheSourceAndTheContentWithoutItsConjunction) {
  Sketch sketch(kResident);
  mark(sketch, "One resident reached by telephone", "denied", {"that the bridge was closed"});
  const std::vector<Marked> found = marked_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.tree().word(found[0].source), "resident");
  EXPECT_EQ(sketch.words(found[0].content), "the bridge was closed");
  EXPECT_EQ(found[0].act, Act::deny);
  EXPECT_FALSE(found[0].direct);
}

TEST(ByMark, TakesAnAdjectiveThatStandsForAPerson) {
  Sketch sketch(
      "One/NUM/2/nummod local/ADJ/3/nsubj speaking/VERB.VBG/6/csubj/speak by/ADP/5/case "
      "telephone/NOUN/3/obl described/VERB/0/root/describe shots/NOUN.NNS/6/obj +./PUNCT/6/punct");
  mark(sketch, "One local speaking by telephone", "described", {"shots"});
  const std::vector<Marked> found = marked_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.tree().word(found[0].source), "local");
}

TEST(ByMark, BeginsNoContentWithItsSource) {
  Sketch sketch(
      "According/VERB.VBG/4/case/accord to/ADP/1/fixed this/DET/4/det version/NOUN/7/obl "
      "+,/PUNCT/4/punct soldiers/NOUN.NNS/7/nsubj fled/VERB/0/root/flee +./PUNCT/7/punct");
  mark(sketch, "this version", "According to", {"this version, soldiers fled"});
  const std::vector<Marked> found = marked_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.words(found[0].content), "soldiers fled");
}

TEST(ByMark, KeepsTheCueBetweenTwoPiecesAsInserted) {
  Sketch sketch(
      "The/DET/2/det bridge/NOUN/8/nsubj +,/PUNCT/5/punct officials/NOUN.NNS/5/nsubj "
      "said/VERB/8/parataxis/say +,/PUNCT/5/punct was/AUX/8/aux:pass shut/VERB.VBN/0/root "
      "+./PUNCT/8/punct");
  mark(sketch, "officials", "said", {"The bridge", "was shut"});
  const std::vector<Marked> found = marked_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.words(found[0].content), "The bridge, officials said, was shut");
  ASSERT_EQ(found[0].inserted.size(), 1U);
  EXPECT_EQ(sketch.words(found[0].inserted[0]), "officials said");
}

TEST(ByMark, LooksBesideTheCueForWhatTheMarksLeaveOut) {
  Sketch sketch(kResident);
  sketch.mention("resident", MentionType::person, false);
  sketch.annotation.attributions.push_back({.source = {},
                                            .cue = sketch.find("denied"),
                                            .contents = {sketch.find("the bridge was closed")}});
  mark(sketch, "One resident", "denied", {});
  const std::vector<Marked> found = marked_in(sketch);
  ASSERT_EQ(found.size(), 2U);
  for (const Marked& marked : found) {
    EXPECT_EQ(sketch.tree().word(marked.source), "resident");
    EXPECT_EQ(sketch.words(marked.content), "the bridge was closed");
  }
}

TEST(ByMark, TakesTheSubjectOfThePassiveForWhatIsTold) {
  Sketch sketch(
      "Six/NUM/2/nummod men/NOUN/4/nsubj:pass are/AUX/4/aux:pass believed/VERB.VBN/0/root/believe "
      "to/PART/6/mark flee/VERB.VB/4/xcomp +./PUNCT/4/punct");
  sketch.annotation.attributions.push_back(
      {.source = {}, .cue = sketch.find("are believed"), .contents = {sketch.find("to flee")}});
  const std::vector<Marked> found = marked_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].source, -1);
  EXPECT_EQ(sketch.words(found[0].content), "Six men are believed to flee");
  ASSERT_EQ(found[0].inserted.size(), 1U);
  EXPECT_EQ(sketch.words(found[0].inserted[0]), "are believed");
}

TEST(ByMark, LeavesOutACueThatNobodySpeaksBy) {
  Sketch sketch(
      "Planes/NOUN/3/nsubj reportedly/ADV/3/advmod shelled/VERB.VBD/0/root the/DET/5/det "
      "town/NOUN/3/obj +./PUNCT/3/punct");
  sketch.annotation.attributions.push_back({.source = {},
                                            .cue = sketch.find("reportedly shelled"),
                                            .contents = {sketch.find("the town")}});
  EXPECT_THAT(marked_in(sketch), testing::IsEmpty());
}

TEST(TakeMarks, MendsTheOtherEdgeAndTheSourceOfARule) {
  Sketch sketch(kResident);
  mark(sketch, "One resident reached by telephone", "denied", {"that the bridge was closed"});
  Attribution rule;
  rule.cue = sketch.find("denied");
  rule.cue_token = sketch.token("denied");
  rule.source = sketch.token("telephone");
  rule.content = sketch.find("the bridge");
  const std::vector<Attribution> found = taken_in(sketch, {rule});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.tree().word(found[0].source), "resident");
  EXPECT_EQ(sketch.words(found[0].content), "the bridge was closed");
}

TEST(TakeMarks, AddsWhatNoRuleFoundIfItHasACue) {
  Sketch sketch(kResident);
  mark(sketch, "One resident", "", {"that the bridge was closed"});
  EXPECT_THAT(taken_in(sketch, {}), testing::IsEmpty());
  mark(sketch, "One resident", "denied", {"that the bridge was closed"});
  EXPECT_EQ(taken_in(sketch, {}).size(), 1U);
}

TEST(TakeMarks, LeavesWordsThatAreSomebodysAlready) {
  Sketch sketch(kResident);
  mark(sketch, "One resident", "denied", {"the bridge was closed"});
  Attribution quotation;
  quotation.content = sketch.find("the bridge was closed");
  quotation.direct = true;
  const std::vector<Attribution> found = taken_in(sketch, {quotation});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].cue.has_value());
}

}  // namespace
}  // namespace counterpoint::statement
