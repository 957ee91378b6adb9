// SPDX-License-Identifier: Apache-2.0
// Walks over the parse, also over one that is no tree.
#include "statement/tree.h"

#include <gtest/gtest.h>

#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::Sketch;

TEST(Tree, EndsWalksWhereHeadsGoInACircle) {
  const Sketch sketch(
      "Officials/NOUN.NNS/2/nsubj/official said/VERB/3/ccomp/say troops/NOUN.NNS/1/nmod/troop "
      "left/VERB/4/conj/leave");
  const Tree tree = sketch.tree();
  int steps = 0;
  for (TokenIndex i = 0; i >= 0 && steps < 10; ++steps) i = tree.head(i);
  EXPECT_LE(steps, 3);
  EXPECT_LE(tree.subtree(0).size(), sketch.document.text.size());
  EXPECT_EQ(tree.head(3), -1) << "a word cannot hang on itself";
}

TEST(Tree, TakesAHeadOutsideTheDocumentForNone) {
  const Sketch sketch("Officials/NOUN.NNS/9/nsubj/official said/VERB/0/root/say");
  EXPECT_EQ(sketch.tree().head(0), -1);
}

TEST(Tree, LeavesSubtreesOut) {
  const Sketch sketch(
      "Troops/NOUN.NNS/2/nsubj/troop left/VERB/0/root/leave the/DET/4/det town/NOUN/2/obj "
      "quickly/ADV/2/advmod");
  const Tree tree = sketch.tree();
  EXPECT_EQ(sketch.words(tree.subtree(1)), "Troops left the town quickly");
  EXPECT_EQ(sketch.words(tree.subtree(1, {4})), "Troops left the town");
}

TEST(WithoutEdge, CutsWhatStandsAtAnEnd) {
  const std::string text = "Troops left, she said.";
  const auto span_of = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  };
  const Span whole = span_of(text);
  EXPECT_EQ(without_edge(text, whole, span_of("she said")).of(text), "Troops left, ");
  EXPECT_EQ(without_edge(text, whole, span_of("Troops left")).of(text), ", she said.");
  EXPECT_EQ(without_edge(text, whole, span_of("left")), whole);
  EXPECT_EQ(without_edge(text, span_of("Troops"), span_of("said")), span_of("Troops"));
}

}  // namespace
}  // namespace counterpoint::statement
