// SPDX-License-Identifier: Apache-2.0
// The whole stage on one document: chains, narration beside attributed words, long quotations,
// tables.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "counterpoint/statement.h"
#include "unit/statement/sketch.h"

namespace counterpoint {
namespace {

using statement::test::Sketch;

const StatementRules& rules() {
  static const StatementRules kRules =
      StatementRules::load(std::string(COUNTERPOINT_SOURCE_DIR) + "/packs").value();
  return kRules;
}

DocumentStatements extracted(const Sketch& sketch) {
  return rules().extract(sketch.document, sketch.annotation);
}

std::vector<std::string> contents(const Sketch& sketch, const DocumentStatements& found) {
  std::vector<std::string> words;
  for (const Statement& statement : found.statements) words.push_back(sketch.words(statement.span));
  return words;
}

std::vector<std::string> chain(const DocumentStatements& found, std::size_t i) {
  std::vector<std::string> names;
  for (const VoiceMentionIndex voice : found.statements.at(i).chain_mentions) {
    names.push_back(found.voices.at(voice).name);
  }
  return names;
}

constexpr std::string_view kSaid =
    "Officials/NOUN.NNS/2/nsubj/official said/VERB/0/root/say that/SCONJ/5/mark "
    "troops/NOUN.NNS/5/nsubj/troop shelled/VERB/2/ccomp/shell the/DET/7/det town/NOUN/5/obj "
    "+./PUNCT/2/punct";
constexpr std::string_view kTold =
    "Night/NOUN/2/nsubj fell/VERB/0/root/fall on/ADP/5/case the/DET/5/det harbour/NOUN/2/obl "
    "+./PUNCT/2/punct";

TEST(Extract, MakesNarrationOnlyOfSentencesThatNobodyElseSpeaksFor) {
  Sketch sketch(kSaid);
  sketch.sentence(kTold);
  const DocumentStatements found = extracted(sketch);
  EXPECT_THAT(contents(sketch, found),
              testing::ElementsAre("troops shelled the town", "Night fell on the harbour"));
  EXPECT_EQ(found.statements[0].speech, Speech::indirect);
  EXPECT_EQ(found.statements[1].speech, Speech::narration);
  EXPECT_THAT(chain(found, 0), testing::ElementsAre("Harbour Times", "Officials"));
  EXPECT_THAT(chain(found, 1), testing::ElementsAre("Harbour Times"));
}

TEST(Extract, TakesWhomAndHowForPartOfTheReport) {
  const Sketch sketch(
      "A/DET/2/det resident/NOUN/3/nsubj told/VERB/0/root/tell the/DET/7/det old/ADJ/7/amod "
      "Kestrel/PROPN/7/compound agency/NOUN/3/iobj by/ADP/9/case telephone/NOUN/3/obl "
      "that/SCONJ/12/mark tanks/NOUN.NNS/12/nsubj/tank came/VERB/3/ccomp/come +./PUNCT/3/punct");
  EXPECT_THAT(contents(sketch, extracted(sketch)), testing::ElementsAre("tanks came"));
}

TEST(Extract, TakesNoHeadlineWithoutAVerbForNarration) {
  Sketch sketch("Clashes/NOUN.NNS/0/root/clash in/ADP/3/case Homs/PROPN/1/nmod");
  sketch.paragraph().sentence(kTold);
  EXPECT_THAT(contents(sketch, extracted(sketch)),
              testing::ElementsAre("Night fell on the harbour"));
}

TEST(Extract, TakesNoColumnLabelForNarration) {
  Sketch sketch("Officials/NOUN.NNS/2/nsubj/official say/VERB.VBP/0/root");
  sketch.document.sections.push_back(
      {"Officials say", SectionRole::column, sketch.find("Officials say"), std::nullopt, {}});
  EXPECT_THAT(extracted(sketch).statements, testing::IsEmpty());
}

TEST(Extract, KeepsTheWordsOfSourceCueAndSentence) {
  const Sketch sketch(kSaid);
  const DocumentStatements found = extracted(sketch);
  ASSERT_EQ(found.statements.size(), 1U);
  const Statement& s = found.statements[0];
  ASSERT_TRUE(s.cue && s.source);
  EXPECT_EQ(sketch.words(*s.cue), "said");
  EXPECT_EQ(sketch.words(*s.source), "Officials");
  EXPECT_EQ(sketch.words(s.sentence), "Officials said that troops shelled the town.");
  EXPECT_EQ(s.certainty, Certainty::certain);
  EXPECT_EQ(s.document, sketch.document.id);
}

TEST(Extract, PassesThroughTheOutletThatWasTold) {
  const Sketch sketch(
      "A/DET/2/det resident/NOUN/3/nsubj told/VERB/0/root/tell Reuters/PROPN/3/iobj "
      "that/SCONJ/7/mark "
      "troops/NOUN.NNS/7/nsubj/troop fired/VERB/3/ccomp/fire +./PUNCT/3/punct");
  const DocumentStatements found = extracted(sketch);
  ASSERT_EQ(found.statements.size(), 1U);
  EXPECT_THAT(chain(found, 0), testing::ElementsAre("Harbour Times", "Reuters", "resident"));
}

TEST(Extract, NestsWhatIsToldInsideWhatIsTold) {
  const Sketch sketch(
      "Officials/NOUN.NNS/2/nsubj/official said/VERB/0/root/say "
      "residents/NOUN.NNS/4/nsubj/resident "
      "reported/VERB/2/ccomp/report that/SCONJ/7/mark troops/NOUN.NNS/7/nsubj/troop "
      "fired/VERB/4/ccomp/fire +./PUNCT/2/punct");
  const DocumentStatements found = extracted(sketch);
  ASSERT_EQ(found.statements.size(), 2U);
  EXPECT_EQ(sketch.words(found.statements[1].span), "troops fired");
  EXPECT_THAT(chain(found, 1), testing::ElementsAre("Harbour Times", "Officials", "residents"));
}

// A quotation of `sentences` sentences, ten words each.
Sketch long_quotation(int sentences) {
  Sketch sketch("A/DET/2/det resident/NOUN/3/nsubj said/VERB/0/root/say +:/PUNCT/3/punct");
  for (int i = 0; i < sentences; ++i) {
    const std::string verb = i == 0 ? "3" : "2";  // the opening mark is a word of its sentence
    std::string notation = i == 0 ? "“/PUNCT/3/punct +" : "";
    notation += "We/PRON/" + verb + "/nsubj saw/VERB/0/root/see";
    for (int w = 0; w < 7; ++w) notation += " boats/NOUN.NNS/" + verb + "/obj/boat";
    notation += " +./PUNCT/" + verb + "/punct";
    if (i + 1 == sentences) notation += " +”/PUNCT/" + verb + "/punct";
    sketch.sentence(notation);
  }
  return sketch;
}

std::size_t count_direct(const DocumentStatements& found) {
  return static_cast<std::size_t>(
      std::count_if(found.statements.begin(), found.statements.end(),
                    [](const Statement& s) { return s.speech == Speech::direct; }));
}

TEST(Extract, SplitsALongQuotationIntoItsSentences) {
  EXPECT_EQ(count_direct(extracted(long_quotation(3))), 1U);
  const Sketch sketch = long_quotation(9);
  const DocumentStatements found = extracted(sketch);
  ASSERT_EQ(count_direct(found), 9U);
  EXPECT_EQ(found.statements.size(), 9U) << "the words that bring it in tell nothing themselves";
  EXPECT_EQ(sketch.words(found.statements[0].sentence).substr(0, 15), "A resident said");
  for (std::size_t i = 0; i < found.statements.size(); ++i) {
    if (found.statements[i].speech != Speech::direct) continue;
    EXPECT_EQ(sketch.words(found.statements[i].span).substr(0, 12), "We saw boats");
    EXPECT_THAT(chain(found, i), testing::ElementsAre("Harbour Times", "resident"));
  }
}

TEST(Extract, ReadsTheClaimantOfATableRow) {
  Sketch sketch(
      "Killed/NOUN/0/root +:/PUNCT/1/punct 172/NUM/1/nummod killed/VERB.VBN/1/dep/kill "
      "(/PUNCT/1/punct +opposition/NOUN/1/dep claim/NOUN/1/dep +)/PUNCT/1/punct");
  sketch.document.sections.push_back(
      {"Killed", SectionRole::infobox, sketch.annotation.sentences[0].span, std::nullopt, {}});
  const DocumentStatements found = extracted(sketch);
  ASSERT_EQ(found.statements.size(), 1U);
  EXPECT_EQ(found.statements[0].speech, Speech::tabular);
  EXPECT_THAT(chain(found, 0), testing::ElementsAre("Harbour Times", "opposition"));
  EXPECT_EQ(found.voices.back().kind, VoiceKind::opposition);
}

TEST(Extract, MarksEditorsWordsEllipsesAndCitations) {
  Sketch sketch("A/DET/2/det resident/NOUN/3/nsubj said/VERB/0/root/say +:/PUNCT/3/punct");
  sketch.sentence(
      "“/PUNCT/3/punct +They/PRON/3/nsubj/they saw/VERB/0/root/see "
      "[soldiers]/NOUN.NNS/3/obj/soldier "
      "+.../PUNCT/3/punct there/ADV/3/advmod +./PUNCT/3/punct +”/PUNCT/3/punct");
  sketch.sentence("Night/NOUN/2/nsubj fell/VERB/0/root/fall there/ADV/2/advmod +[7]/PUNCT/2/punct");
  const DocumentStatements found = extracted(sketch);
  ASSERT_EQ(found.statements.size(), 2U);
  EXPECT_TRUE(found.statements[0].elided);
  ASSERT_EQ(found.statements[0].inserted.size(), 1U);
  EXPECT_EQ(sketch.words(found.statements[0].inserted[0]), "[soldiers]");
  EXPECT_THAT(found.statements[1].citations, testing::ElementsAre("[7]"));
  EXPECT_FALSE(found.statements[1].elided);
}

TEST(Extract, FindsQuotationsAndNarrationWithoutAParse) {
  Sketch sketch;
  sketch.annotation.parsed = false;
  sketch.plain("Night fell on the old harbour .");
  const DocumentStatements found = extracted(sketch);
  ASSERT_EQ(found.statements.size(), 1U);
  EXPECT_EQ(found.statements[0].speech, Speech::narration);
}

TEST(Extract, AttributesQuotationsAndAccordingToWithoutAParse) {
  struct Case {
    std::string_view text;
    std::string_view content;
    std::string_view claimant;
    Speech speech;
  };
  const Case cases[] = {
      {"“ We saw tanks there , ” said a resident .", "We saw tanks there", "resident",
       Speech::direct},
      {"“ We saw tanks there , ” the mayor said .", "We saw tanks there", "mayor", Speech::direct},
      {"The mayor said : “ We saw tanks there . ”", "We saw tanks there", "mayor", Speech::direct},
      {"According to residents , troops shelled the town .", "troops shelled the town", "residents",
       Speech::indirect},
      {"Troops shelled the town , according to local residents .", "Troops shelled the town",
       "local residents", Speech::indirect},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    Sketch sketch;
    sketch.annotation.parsed = false;
    sketch.plain(c.text);
    const DocumentStatements found = extracted(sketch);
    ASSERT_EQ(found.statements.size(), 1U);
    EXPECT_EQ(sketch.words(found.statements[0].span), c.content);
    EXPECT_EQ(found.statements[0].speech, c.speech);
    EXPECT_THAT(chain(found, 0), testing::ElementsAre("Harbour Times", std::string(c.claimant)));
  }
}

TEST(Extract, TakesNoLawForAVoiceWithoutAParse) {
  Sketch sketch;
  sketch.annotation.parsed = false;
  sketch.plain("Troops went home according to plan .");
  const DocumentStatements found = extracted(sketch);
  ASSERT_EQ(found.statements.size(), 1U);
  EXPECT_EQ(found.statements[0].speech, Speech::narration);
}

TEST(Extract, GivesAnEmptyDocumentNothingButItsOutlet) {
  const Sketch sketch;
  const DocumentStatements found = extracted(sketch);
  EXPECT_THAT(found.statements, testing::IsEmpty());
  EXPECT_THAT(found.events, testing::IsEmpty());
  EXPECT_THAT(found.figures, testing::IsEmpty());
  ASSERT_EQ(found.voices.size(), 1U);
  EXPECT_TRUE(found.voices[0].outlet);
}

TEST(StatementRules, TellWhichTableIsMissingOrWrong) {
  const auto loaded = StatementRules::load("/nowhere");
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, "pack.missing");
  EXPECT_NE(loaded.error().input.find("cue_verbs.tsv"), std::string::npos);
}

}  // namespace
}  // namespace counterpoint
