// SPDX-License-Identifier: Apache-2.0
// What a number counts, and which numbers count nothing.
#include "statement/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::lexicon;
using test::Sketch;

// One narration statement for each sentence.
std::vector<Statement> narrated(const Sketch& sketch) {
  std::vector<Statement> statements;
  for (const Sentence& sentence : sketch.annotation.sentences) {
    Statement statement;
    statement.span = statement.sentence = sentence.span;
    statements.push_back(statement);
  }
  return statements;
}

std::vector<Figure> figures_of(const Sketch& sketch) {
  return find_figures(sketch.tree(), lexicon(), narrated(sketch));
}

struct Case {
  std::string_view what;
  std::string_view notation;
  std::string_view number;
  std::string_view noun;     // "" for none
  std::string_view measure;  // "" for no figure
};

const Case kCases[] = {
    {"object of the verb",
     "Troops/NOUN.NNS/2/nsubj/troop killed/VERB/0/root/kill 120/NUM/4/nummod people/NOUN.NNS/2/obj "
     "+./PUNCT/2/punct",
     "120", "people", "killed"},
    {"passive subject",
     "120/NUM/2/nummod people/NOUN.NNS/4/nsubj:pass were/AUX/4/aux:pass/be "
     "arrested/VERB.VBN/0/root/arrest "
     "+./PUNCT/4/punct",
     "120", "people", "arrested"},
    {"subject of a verb that counts its subject",
     "5,000/NUM/2/nummod residents/NOUN.NNS/3/nsubj/resident fled/VERB/0/root/flee "
     "+./PUNCT/3/punct",
     "5,000", "residents", "displaced"},
    {"the killers are no victims",
     "20/NUM/2/nummod gunmen/NOUN.NNS/3/nsubj/gunman killed/VERB/0/root/kill a/DET/5/det "
     "guard/NOUN/3/obj "
     "+./PUNCT/3/punct",
     "20", "gunmen", ""},
    {"the object of a verb that counts its subject",
     "Residents/NOUN.NNS/2/nsubj/resident fled/VERB/0/root/flee 3/NUM/4/nummod "
     "villages/NOUN.NNS/2/obj/village "
     "+./PUNCT/2/punct",
     "3", "villages", ""},
    {"the next word",
     "The/DET/2/det blast/NOUN/3/nsubj left/VERB/0/root/leave 14/NUM/5/nummod injured/ADJ/3/obj "
     "+./PUNCT/3/punct",
     "14", "", "wounded"},
    {"a strong noun, whatever the verb",
     "Officials/NOUN.NNS/2/nsubj/official reported/VERB/0/root/report 120/NUM/4/nummod "
     "deaths/NOUN.NNS/2/obj/death +./PUNCT/2/punct",
     "120", "deaths", "killed"},
    {"a weak noun where no verb tells",
     "He/PRON/2/nsubj/he saw/VERB/0/root/see 300/NUM/4/nummod protesters/NOUN.NNS/2/obj/protester "
     "+./PUNCT/2/punct",
     "300", "protesters", "present"},
    {"a verb before the weak noun",
     "Police/NOUN/2/nsubj arrested/VERB/0/root/arrest 300/NUM/4/nummod "
     "protesters/NOUN.NNS/2/obj/protester +./PUNCT/2/punct",
     "300", "protesters", "arrested"},
    {"a participle after the noun",
     "He/PRON/2/nsubj/he counted/VERB/0/root/count 120/NUM/4/nummod people/NOUN.NNS/2/obj "
     "killed/VERB.VBN/4/acl/kill there/ADV/5/advmod +./PUNCT/2/punct",
     "120", "people", "killed"},
    {"population of a town",
     "They/PRON/2/nsubj/they took/VERB/0/root/take the/DET/4/det town/NOUN/2/obj of/ADP/7/case "
     "41,000/NUM/7/nummod people/NOUN.NNS/4/nmod +./PUNCT/2/punct",
     "41,000", "people", "population"},
    {"the clause before",
     "The/DET/3/det death/NOUN/3/compound toll/NOUN/5/nsubj has/AUX/5/aux/have "
     "risen/VERB.VBN/0/root/rise "
     "to/ADP/7/case 159/NUM/5/obl +./PUNCT/5/punct",
     "159", "", "killed"},
    {"through members of a group",
     "Gunmen/NOUN.NNS/2/nsubj/gunman killed/VERB/0/root/kill members/NOUN.NNS/2/obj/member "
     "of/ADP/6/case "
     "40/NUM/6/nummod families/NOUN.NNS/3/nmod/family +./PUNCT/2/punct",
     "40", "families", "killed"},
    {"no measure at all",
     "He/PRON/2/nsubj/he bought/VERB/0/root/buy 3/NUM/4/nummod boats/NOUN.NNS/2/obj/boat "
     "+./PUNCT/2/punct",
     "3", "boats", ""},
};

TEST(Figures, AreMeasuredByTheWordsAroundTheNumber) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.what);
    Sketch sketch(c.notation);
    sketch.count(c.number, 7, c.noun);
    const std::vector<Figure> figures = figures_of(sketch);
    ASSERT_EQ(figures.size(), c.measure.empty() ? 0U : 1U);
    if (figures.empty()) continue;
    EXPECT_EQ(figures[0].measure, c.measure);
    EXPECT_EQ(sketch.words(figures[0].span), c.number);
    EXPECT_EQ(figures[0].min, 7);
    EXPECT_EQ(figures[0].max, 7);
  }
}

TEST(Figures, KeepWhatTheQuantitySays) {
  Sketch sketch(kCases[0].notation);
  Quantity& quantity = sketch.count("120", 120, "people");
  quantity.max.reset();
  quantity.approximate = true;
  quantity.word = "more than";
  const std::vector<Figure> figures = figures_of(sketch);
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(figures[0].min, 120);
  EXPECT_FALSE(figures[0].max.has_value());
  EXPECT_TRUE(figures[0].approximate);
  EXPECT_EQ(figures[0].word, "more than");
  EXPECT_EQ(figures[0].unit, "people");
}

TEST(Figures, KeepAlternativesAsSuch) {
  Sketch sketch(kCases[0].notation);
  Quantity& quantity = sketch.count("120", 0, "people");
  quantity.min.reset();
  quantity.max.reset();
  quantity.alternatives = {5, 14};
  const std::vector<Figure> figures = figures_of(sketch);
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_THAT(figures[0].alternatives, testing::ElementsAre(5, 14));
  EXPECT_FALSE(figures[0].min.has_value());
}

TEST(Figures, CountNoAgesMoneyOrDistances) {
  for (const QuantityKind kind :
       {QuantityKind::age, QuantityKind::money, QuantityKind::distance, QuantityKind::year,
        QuantityKind::version, QuantityKind::percent}) {
    Sketch sketch(kCases[0].notation);
    sketch.count("120", 120, "people").kind = kind;
    EXPECT_THAT(figures_of(sketch), testing::IsEmpty()) << static_cast<int>(kind);
  }
}

TEST(Figures, EndWithTheText) {
  Sketch sketch("Troops/NOUN.NNS/2/nsubj/troop killed/VERB/0/root/kill 120/NUM/2/obj");
  sketch.count("120", 120, "");
  EXPECT_EQ(figures_of(sketch).size(), 1U);
}

TEST(Figures, CountWholeOnesOnly) {
  Sketch sketch(kCases[0].notation);
  sketch.count("120", 6.1, "people");
  EXPECT_THAT(figures_of(sketch), testing::IsEmpty());
}

TEST(Figures, NeedAStatementAroundThem) {
  Sketch sketch(kCases[0].notation);
  sketch.count("120", 120, "people");
  EXPECT_THAT(find_figures(sketch.tree(), lexicon(), {}), testing::IsEmpty());
}

TEST(Figures, MakeTheSmallerPartOfTheLarger) {
  Sketch sketch(
      "49/NUM/9/nsubj:pass of/ADP/4/case the/DET/4/det 108/NUM/1/nmod dead/ADJ/4/amod "
      "there/ADV/4/advmod "
      "were/AUX/9/cop/be all/ADV/9/advmod dead/ADJ/0/root +./PUNCT/9/punct");
  sketch.count("49", 49, "").noun = sketch.token("dead");
  sketch.count("108", 108, "dead");
  const std::vector<Figure> figures = figures_of(sketch);
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_EQ(figures[0].part_of, 1U);
  EXPECT_FALSE(figures[1].part_of.has_value());
}

TEST(Figures, DoNotSayThatNobodyDiedWhereNoneOfTheDeadIsSpokenOf) {
  Sketch sketch(
      "none/NOUN/5/nsubj of/ADP/4/case the/DET/4/det dead/NOUN/1/nmod bore/VERB/0/root/bear "
      "wounds/NOUN/5/obj/wound +./PUNCT/5/punct");
  sketch.count("none", 0, "dead");
  EXPECT_THAT(figures_of(sketch), testing::IsEmpty());
}

TEST(Figures, DescribeWhomTheyCount) {
  struct GroupCase {
    std::string_view notation;
    std::string_view noun;
    std::string_view group;
    std::string_view side;
    Civilian civilian;
  };
  const GroupCase cases[] = {
      {"Gunmen/NOUN.NNS/2/nsubj/gunman killed/VERB/0/root/kill 9/NUM/5/nummod Syrian/ADJ/5/amod "
       "soldiers/NOUN.NNS/2/obj/soldier +./PUNCT/2/punct",
       "soldiers", "Syrian soldiers", "Syria", Civilian::security},
      {"Troops/NOUN.NNS/2/nsubj/troop killed/VERB/0/root/kill 9/NUM/4/nummod "
       "villagers/NOUN.NNS/2/obj/villager +./PUNCT/2/punct",
       "villagers", "villagers", "", Civilian::civilian},
      {"Troops/NOUN.NNS/2/nsubj/troop killed/VERB/0/root/kill 9/NUM/4/nummod "
       "members/NOUN.NNS/2/obj/member of/ADP/8/case the/DET/8/det security/NOUN/8/compound "
       "forces/NOUN.NNS/4/nmod/force +./PUNCT/2/punct",
       "members", "members of the security forces", "", Civilian::security},
      {"Troops/NOUN.NNS/2/nsubj/troop killed/VERB/0/root/kill 9/NUM/4/nummod "
       "bakers/NOUN.NNS/2/obj/baker +./PUNCT/2/punct",
       "bakers", "bakers", "", Civilian::unknown},
  };
  for (const GroupCase& c : cases) {
    SCOPED_TRACE(c.group);
    Sketch sketch(c.notation);
    sketch.count("9", 9, c.noun);
    const std::vector<Figure> figures = figures_of(sketch);
    ASSERT_EQ(figures.size(), 1U);
    EXPECT_EQ(figures[0].group.text, c.group);
    EXPECT_EQ(figures[0].group.side, c.side);
    EXPECT_EQ(figures[0].group.civilian, c.civilian);
  }
}

TEST(InnermostStatement, IsTheSmallestThatHoldsTheSpan) {
  const auto spanning = [](std::uint32_t begin, std::uint32_t end) {
    Statement statement;
    statement.span = {begin, end};
    return statement;
  };
  const std::vector<Statement> statements{spanning(0, 100), spanning(10, 60), spanning(10, 60),
                                          spanning(20, 30), spanning(70, 90)};
  EXPECT_EQ(innermost_statement(statements, {22, 25}), 3);
  EXPECT_EQ(innermost_statement(statements, {40, 45}), 1) << "the first among equals";
  EXPECT_EQ(innermost_statement(statements, {55, 65}), 0) << "it lies in no smaller one as a whole";
  EXPECT_EQ(innermost_statement(statements, {95, 105}), -1);
  EXPECT_EQ(innermost_statement({}, {0, 1}), -1);
}

}  // namespace
}  // namespace counterpoint::statement
