// SPDX-License-Identifier: Apache-2.0
// The coreference scorer on examples that can be worked out with a pencil.
#include "gates/coreference_scores.h"

#include <gtest/gtest.h>

#include "gates/gum_reader.h"

namespace counterpoint::coreference {
namespace {

TEST(CoreferenceScores, GiveFullMarksToTheKey) {
  const Clusters key = {{1, 2, 3}, {4, 5}};
  const Scores scores = score(key, key);
  EXPECT_DOUBLE_EQ(scores.conll(), 100);
  EXPECT_DOUBLE_EQ(scores.mentions.f1(), 100);
}

TEST(CoreferenceScores, GiveNothingForNothing) {
  EXPECT_DOUBLE_EQ(score({{1, 2}}, {}).conll(), 0);
  EXPECT_DOUBLE_EQ(score({}, {{1, 2}}).conll(), 0);
  EXPECT_DOUBLE_EQ(score({}, {}).conll(), 0);
}

// Bagga and Baldwin's pair of responses: MUC cannot tell a small wrong merger from a large one,
// B-cubed can.
TEST(CoreferenceScores, TellSmallMergersFromLargeOnesByB3) {
  const Clusters key = {{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}};
  const Scores small = score(key, {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}});
  const Scores large = score(key, {{1, 2, 3, 4, 5, 8, 9, 10, 11, 12}, {6, 7}});
  EXPECT_NEAR(small.muc.precision(), 90, 1e-9);
  EXPECT_NEAR(large.muc.precision(), 90, 1e-9);
  EXPECT_DOUBLE_EQ(small.muc.recall(), 100);
  EXPECT_NEAR(small.b3.precision(), 100 * 16.0 / 21, 1e-9);  // 5 + 4/7 + 25/7 of 12
  EXPECT_NEAR(large.b3.precision(), 100 * 7.0 / 12, 1e-9);
  EXPECT_DOUBLE_EQ(large.b3.recall(), 100);
}

// Key {a b c}, {d e f g}; response {a b}, {c d}, {f g h i}: mentions missed on both sides.
TEST(CoreferenceScores, CountMentionsThatOneSideLacks) {
  const Scores scores = score({{1, 2, 3}, {4, 5, 6, 7}}, {{1, 2}, {3, 4}, {6, 7, 8, 9}});
  EXPECT_NEAR(scores.muc.recall(), 40, 1e-9);              // 1 + 1 of 2 + 3
  EXPECT_NEAR(scores.muc.precision(), 40, 1e-9);           // 1 + 0 + 1 of 1 + 1 + 3
  EXPECT_NEAR(scores.b3.recall(), 100 * 35.0 / 84, 1e-9);  // 5/3 + 5/4 of 7
  EXPECT_NEAR(scores.b3.precision(), 50, 1e-9);            // 2 + 1 + 1 of 8
  EXPECT_NEAR(scores.ceafe.recall(), 65, 1e-9);            // 4/5 + 4/8 of 2
  EXPECT_NEAR(scores.ceafe.precision(), 100 * 1.3 / 3, 1e-9);
  EXPECT_NEAR(scores.mentions.recall(), 100 * 6.0 / 7, 1e-9);
  EXPECT_NEAR(scores.mentions.precision(), 75, 1e-9);
}

TEST(CoreferenceScores, AssignWithoutGreed) {
  EXPECT_DOUBLE_EQ(best_assignment({{9, 8}, {8, 1}}), 16);
  EXPECT_DOUBLE_EQ(best_assignment({{1, 2, 3}, {2, 4, 6}}), 8);
  EXPECT_DOUBLE_EQ(best_assignment({{1}, {5}, {3}}), 5);
  EXPECT_DOUBLE_EQ(best_assignment({{7, 4, 3}, {6, 8, 5}, {9, 4, 4}}), 20);
  EXPECT_DOUBLE_EQ(best_assignment({}), 0);
}

TEST(GumReader, ReadsWordsAndNestedMentions) {
  const auto docs = gum::parse_gum(
      "# newdoc id = made_up\n# newpar\n# newpar_block = p\n"
      "1\tHale\tHale\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-n-cf1-1-coref)\n"
      "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
      "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
      "4\tsee\tsee\tVERB\tVB\t_\t0\troot\t_\t_\n"
      "5\ther\ther\tPRON\tPRP$\t_\t6\tnmod:poss\t_\t"
      "Entity=(2-object-new-n-cf2-2-sgl(1-person-giv-n-cf1-1-ana)\n"
      "6\tcar\tcar\tNOUN\tNN\t_\t4\tobj\t_\tEntity=2)|SpaceAfter=No\n"
      "7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n# newpar\n"
      "1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_\n\n");
  ASSERT_EQ(docs.size(), 1U);
  EXPECT_EQ(docs[0].text, "Hale didn't see her car.\n\nRain");
  ASSERT_EQ(docs[0].mentions.size(), 3U);
  EXPECT_EQ(docs[0].mentions[1].span.of(docs[0].text), "her");
  EXPECT_EQ(docs[0].mentions[2].span.of(docs[0].text), "her car");
  EXPECT_EQ(docs[0].mentions[2].head.of(docs[0].text), "car");
  EXPECT_EQ(docs[0].sentences[0].words[2].span.of(docs[0].text), "n't");
}

}  // namespace
}  // namespace counterpoint::coreference
