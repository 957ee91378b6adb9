// SPDX-License-Identifier: Apache-2.0
// What a document shows as proof, who made it known, and what is said of it.
#include "statement/exhibits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "statement/exhibit_signs.h"
#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::lexicon;
using test::Sketch;

// Each sentence is one narration statement.
std::vector<ExhibitMention> exhibits_of(const Sketch& sketch) {
  std::vector<Statement> statements;
  for (const Sentence& sentence : sketch.annotation.sentences) {
    Statement statement;
    statement.span = statement.sentence = sentence.span;
    statements.push_back(statement);
  }
  return find_exhibits(sketch.tree(), lexicon(), {}, statements);
}

constexpr std::string_view kShown =
    "A/DET/2/det video/NOUN/6/nsubj/video posted/VERB.VBN/2/acl/post by/ADP/5/case "
    "activists/NOUN.NNS/3/obl/activist shows/VERB.VBZ/0/root/show masked/ADJ/8/amod "
    "men/NOUN.NNS/6/obj/man +./PUNCT/6/punct";

TEST(Exhibits, HaveTheirPublisherAndWhatTheyShow) {
  const Sketch sketch(kShown);
  const std::vector<ExhibitMention> found = exhibits_of(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, ExhibitKind::video);
  EXPECT_EQ(sketch.words(found[0].publisher), "activists");
  ASSERT_EQ(found[0].shows.size(), 1U);
  EXPECT_EQ(sketch.words(found[0].shows[0]), "masked men");
  EXPECT_THAT(found[0].statements, testing::ElementsAre(0));
}

TEST(Exhibits, HaveNoPublisherThatNoWordsTell) {
  const Sketch sketch(
      "A/DET/2/det video/NOUN/6/nsubj/video obtained/VERB.VBN/2/acl/obtain by/ADP/5/case "
      "activists/NOUN.NNS/3/obl/activist shows/VERB.VBZ/0/root/show masked/ADJ/8/amod "
      "men/NOUN.NNS/6/obj/man +./PUNCT/6/punct");
  const std::vector<ExhibitMention> found = exhibits_of(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].publisher.empty());
}

TEST(Exhibits, AreNoneByTheirNounAlone) {
  for (const std::string_view text :
       {"He/PRON/2/nsubj/he liked/VERB/0/root/like the/DET/4/det video/NOUN/2/obj +./PUNCT/2/punct",
        "They/PRON/2/nsubj/they signed/VERB/0/root/sign a/DET/4/det document/NOUN/2/obj",
        "She/PRON/2/nsubj/she wrote/VERB/0/root/write a/DET/4/det letter/NOUN/2/obj"}) {
    EXPECT_THAT(exhibits_of(Sketch(text)), testing::IsEmpty()) << text;
  }
}

TEST(Exhibits, AreNoneWhileSomebodyKeepsThemBack) {
  const Sketch sketch(
      "Police/NOUN/4/nsubj/police did/AUX/4/aux/do not/PART.RB/4/advmod release/VERB.VB/0/root "
      "the/DET/6/det video/NOUN/4/obj +./PUNCT/4/punct");
  EXPECT_THAT(exhibits_of(sketch), testing::IsEmpty());
}

TEST(Exhibits, AreSpokenOfAgainAndContested) {
  Sketch sketch(kShown);
  sketch.sentence(
      "The/DET/2/det footage/NOUN/4/nsubj/footage was/AUX/4/cop/be fake/ADJ/0/root "
      "+./PUNCT/4/punct");
  const std::vector<ExhibitMention> found = exhibits_of(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].spans.size(), 2U);
  ASSERT_EQ(found[0].tests.size(), 1U);
  EXPECT_EQ(found[0].tests[0].statement, 1U);
  EXPECT_EQ(found[0].tests[0].act, Act::disconfirm);
}

TEST(Exhibits, AreDoubtedByWhoeverCouldNotVerifyThem) {
  Sketch sketch(kShown);
  sketch.sentence(
      "The/DET/2/det video/NOUN/6/nsubj:pass/video could/AUX/6/aux/could not/PART.RB/6/advmod "
      "be/AUX/6/aux:pass verified/VERB.VBN/0/root/verify +./PUNCT/6/punct");
  const std::vector<ExhibitMention> found = exhibits_of(sketch);
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].tests.size(), 1U);
  EXPECT_EQ(found[0].tests[0].act, Act::doubt);
}

TEST(Exhibits, AreOtherOnesWithAnotherArticle) {
  Sketch sketch(kShown);
  sketch.sentence(
      "A/DET/2/det photograph/NOUN/6/nsubj/photograph posted/VERB.VBN/2/acl/post by/ADP/5/case "
      "residents/NOUN.NNS/3/obl/resident shows/VERB.VBZ/0/root/show burning/ADJ/8/amod "
      "houses/NOUN.NNS/6/obj/house +./PUNCT/6/punct");
  sketch.sentence(
      "Another/DET/2/det video/NOUN/3/nsubj/video shows/VERB.VBZ/0/root/show burning/ADJ/5/amod "
      "houses/NOUN.NNS/3/obj/house +./PUNCT/3/punct");
  EXPECT_EQ(exhibits_of(sketch).size(), 3U);
}

}  // namespace
}  // namespace counterpoint::statement
