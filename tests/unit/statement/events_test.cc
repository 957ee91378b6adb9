// SPDX-License-Identifier: Apache-2.0
// Who did what to whom, as a statement tells it.
#include "statement/events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::lexicon;
using test::Sketch;
using Words = std::vector<std::string>;

Statement whole(const Sketch& sketch, Speech speech = Speech::narration, Act act = Act::state) {
  Statement statement;
  statement.span = statement.sentence = sketch.find(sketch.document.text);
  statement.speech = speech;
  statement.act = act;
  return statement;
}

std::vector<Event> events_of(const Sketch& sketch, const Statement& statement) {
  return find_events(sketch.tree(), lexicon(), {statement});
}

Words texts(const std::vector<Actor>& actors) {
  Words words;
  for (const Actor& actor : actors) words.push_back(actor.text);
  return words;
}

struct Case {
  std::string_view what;
  std::string_view notation;
  std::string_view mode;
  Words actors;
  Words recipients;
};

const Case kCases[] = {
    {"active",
     "The/DET/2/det army/NOUN/3/nsubj shelled/VERB/0/root/shell the/DET/5/det town/NOUN/3/obj "
     "+./PUNCT/3/punct",
     "shelling",
     {"army"},
     {"town"}},
    {"passive with agent",
     "Protesters/NOUN.NNS/3/nsubj:pass/protester were/AUX/3/aux:pass/be shot/VERB.VBN/0/root/shoot "
     "by/ADP/5/case soldiers/NOUN.NNS/3/obl/soldier +./PUNCT/3/punct",
     "shooting",
     {"soldiers"},
     {"Protesters"}},
    {"passive without agent",
     "Protesters/NOUN.NNS/3/nsubj:pass/protester were/AUX/3/aux:pass/be shot/VERB.VBN/0/root/shoot "
     "+./PUNCT/3/punct",
     "shooting",
     {},
     {"Protesters"}},
    {"participle after its noun",
     "He/PRON/2/nsubj/he saw/VERB/0/root/see men/NOUN.NNS/2/obj/man arrested/VERB.VBN/3/acl/arrest "
     "by/ADP/6/case police/NOUN/4/obl +./PUNCT/2/punct",
     "arrest",
     {"police"},
     {"men"}},
    {"those who die suffer it",
     "A/DET/2/det nurse/NOUN/3/nsubj died/VERB/0/root/die +./PUNCT/3/punct",
     "death",
     {},
     {"nurse"}},
    {"those who flee suffer it",
     "Residents/NOUN.NNS/2/nsubj/resident fled/VERB/0/root/flee +./PUNCT/2/punct",
     "flight",
     {},
     {"Residents"}},
    {"noun with of and by",
     "The/DET/2/det killing/NOUN/7/nsubj of/ADP/4/case protesters/NOUN.NNS/2/nmod/protester "
     "by/ADP/6/case "
     "troops/NOUN.NNS/2/nmod/troop shocked/VERB/0/root/shock all/PRON/7/obj +./PUNCT/7/punct",
     "killing",
     {"troops"},
     {"protesters"}},
    {"noun with an owner",
     "The/DET/2/det army/NOUN/4/nmod:poss +'s/PART.POS/2/case siege/NOUN/7/nsubj of/ADP/6/case "
     "Homs/PROPN/4/nmod ended/VERB/0/root/end +./PUNCT/7/punct",
     "siege",
     {"army"},
     {"Homs"}},
};

TEST(Events, FindTheirRolesInTheParse) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.what);
    const Sketch sketch(c.notation);
    const std::vector<Event> events = events_of(sketch, whole(sketch));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].mode, c.mode);
    EXPECT_FALSE(events[0].type.empty());
    EXPECT_EQ(texts(events[0].actors), c.actors);
    EXPECT_EQ(texts(events[0].recipients), c.recipients);
    EXPECT_FALSE(events[0].negated);
    EXPECT_EQ(events[0].modality, Modality::actual);
  }
}

TEST(Events, BorrowThePassiveSubjectOfTheVerbBefore) {
  const Sketch sketch(
      "Officers/NOUN.NNS/3/nsubj:pass/officer were/AUX/3/aux:pass/be "
      "ambushed/VERB.VBN/0/root/ambush "
      "and/CCONJ/5/cc killed/VERB.VBN/3/conj/kill +./PUNCT/3/punct");
  const std::vector<Event> events = events_of(sketch, whole(sketch));
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1].mode, "killing");
  EXPECT_EQ(texts(events[1].recipients), (Words{"Officers"}));
  EXPECT_THAT(events[1].actors, testing::IsEmpty());
}

TEST(Events, AreNegatedByTheirOwnWordsOrByADenial) {
  const Sketch denied("Troops/NOUN.NNS/2/nsubj/troop fled/VERB/0/root/flee +./PUNCT/2/punct");
  EXPECT_TRUE(events_of(denied, whole(denied, Speech::indirect, Act::deny))[0].negated);
  EXPECT_FALSE(events_of(denied, whole(denied, Speech::indirect, Act::admit))[0].negated);
  for (const std::string_view word : {"not", "n't", "never"}) {
    const Sketch sketch("Troops/NOUN.NNS/4/nsubj/troop did/AUX/4/aux/do " + std::string(word) +
                        "/PART.RB/4/advmod flee/VERB.VB/0/root +./PUNCT/4/punct");
    const std::vector<Event> events = events_of(sketch, whole(sketch));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_TRUE(events[0].negated) << word;
  }
}

TEST(Events, HoldAnActorResponsibleOnlyAsFarAsSomebodyStatesIt) {
  struct Told {
    Speech speech;
    Act act;
    Responsibility responsibility;
  };
  const Told cases[] = {{Speech::narration, Act::state, Responsibility::unstated},
                        {Speech::indirect, Act::state, Responsibility::alleged},
                        {Speech::direct, Act::accuse, Responsibility::alleged},
                        {Speech::direct, Act::admit, Responsibility::admitted},
                        {Speech::indirect, Act::deny, Responsibility::denied}};
  const Sketch sketch(kCases[0].notation);
  for (const Told& c : cases) {
    const std::vector<Event> events = events_of(sketch, whole(sketch, c.speech, c.act));
    ASSERT_EQ(events.size(), 1U);
    ASSERT_EQ(events[0].actors.size(), 1U);
    EXPECT_EQ(events[0].actors[0].responsibility, c.responsibility);
    EXPECT_EQ(events[0].recipients[0].responsibility, Responsibility::unstated);
  }
}

TEST(Events, TellWhatHappenedFromWhatMayHappen) {
  struct Told {
    std::string_view word;
    Act act;
    Modality modality;
  };
  const Told cases[] = {
      {"will", Act::state, Modality::future},      {"would", Act::state, Modality::hypothetical},
      {"may", Act::state, Modality::hypothetical}, {"did", Act::state, Modality::actual},
      {"did", Act::threaten, Modality::future},    {"did", Act::demand, Modality::hypothetical}};
  for (const Told& c : cases) {
    const Sketch sketch("Troops/NOUN.NNS/3/nsubj/troop " + std::string(c.word) +
                        "/AUX/3/aux attack/VERB.VB/0/root +./PUNCT/3/punct");
    const std::vector<Event> events = events_of(sketch, whole(sketch, Speech::indirect, c.act));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].modality, c.modality) << c.word;
  }
}

TEST(Events, TakeTheNearestTimeOfTheirSentence) {
  Sketch sketch(
      "On/ADP/2/case Monday/PROPN/4/obl troops/NOUN.NNS/4/nsubj/troop shelled/VERB/0/root/shell "
      "Homs/PROPN/4/obj and/CCONJ/7/cc left/VERB/4/conj/leave on/ADP/9/case Friday/PROPN/7/obl");
  for (const std::string_view day : {"Monday", "Friday"}) {
    TimeExpression time;
    time.span = sketch.find(day);
    time.form = TimeForm::weekday;
    sketch.annotation.times.push_back(time);
  }
  const std::vector<Event> events = events_of(sketch, whole(sketch));
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].time_expression, 0U);
  EXPECT_EQ(sketch.words(events[0].trigger), "shelled");
}

TEST(Events, AreToldByAVerbWithItsObject) {
  const Sketch sketch("Police/NOUN/2/nsubj/police deployed/VERB/0/root/deploy +./PUNCT/2/punct");
  ASSERT_EQ(events_of(sketch, whole(sketch)).size(), 1U);
  const Sketch without(
      "They/PRON/2/nsubj/they lifted/VERB/0/root/lift the/DET/4/det lid/NOUN/2/obj "
      "+./PUNCT/2/punct");
  EXPECT_THAT(events_of(without, whole(without)), testing::IsEmpty());
  const Sketch with(
      "They/PRON/2/nsubj/they lifted/VERB/0/root/lift the/DET/4/det restriction/NOUN/2/obj "
      "+./PUNCT/2/punct");
  ASSERT_EQ(events_of(with, whole(with)).size(), 1U);
}

TEST(Events, HaveWeaponsAndNoWeaponActs) {
  const Sketch sketch(
      "Rockets/NOUN.NNS/2/nsubj/rocket killed/VERB/0/root/kill nurses/NOUN.NNS/2/obj/nurse "
      "+./PUNCT/2/punct");
  const std::vector<Event> events = events_of(sketch, whole(sketch));
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].weapons, (Words{"rocket"}));
  EXPECT_THAT(events[0].actors, testing::IsEmpty());
  const Sketch with(
      "Gunmen/NOUN.NNS/2/nsubj/gunman attacked/VERB/0/root/attack guards/NOUN.NNS/2/obj/guard "
      "with/ADP/5/case machetes/NOUN.NNS/2/obl/machete +./PUNCT/2/punct");
  EXPECT_EQ(events_of(with, whole(with))[0].weapons, (Words{"machete"}));
  EXPECT_EQ(texts(events_of(with, whole(with))[0].actors), (Words{"Gunmen"}));
}

TEST(Events, ThatAreOnlyPlannedAreFuture) {
  const Sketch sketch(
      "Troops/NOUN.NNS/2/nsubj/troop planned/VERB/0/root/plan to/PART.TO/4/mark "
      "attack/VERB.VB/2/xcomp +./PUNCT/2/punct");
  EXPECT_EQ(events_of(sketch, whole(sketch))[0].modality, Modality::future);
}

TEST(Events, NeedAStatementAroundTheirWord) {
  const Sketch sketch(kCases[0].notation);
  EXPECT_THAT(find_events(sketch.tree(), lexicon(), {}), testing::IsEmpty());
}

}  // namespace
}  // namespace counterpoint::statement
