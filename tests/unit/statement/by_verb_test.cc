// SPDX-License-Identifier: Apache-2.0
// Verbs that report: what is the content, who is the source, which act.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "statement/attribution.h"
#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::lexicon;
using test::Sketch;

std::vector<Attribution> found_in(const Sketch& sketch) {
  const Tree tree = sketch.tree();
  const std::vector<Quote> quotes = find_quotes(sketch.document.text);
  return find_by_verb({tree, lexicon(), quotes});
}

struct Case {
  std::string_view what;
  std::string_view notation;
  std::string_view content;
  std::string_view cue;
  std::string_view source;  // the head's word; "" for nobody
  Act act = Act::state;
};

const Case kCases[] = {
    {"a clause with that",
     "Officials/NOUN.NNS/2/nsubj/official said/VERB/0/root/say that/SCONJ/5/mark "
     "troops/NOUN.NNS/5/nsubj/troop shelled/VERB/2/ccomp/shell the/DET/7/det town/NOUN/5/obj "
     "+./PUNCT/2/punct",
     "troops shelled the town", "said", "Officials"},
    {"a clause without that",
     "She/PRON/2/nsubj/she insists/VERB.VBZ/0/root/insist troops/NOUN.NNS/4/nsubj/troop "
     "left/VERB/2/ccomp/leave +./PUNCT/2/punct",
     "troops left", "insists", "She"},
    {"the cue after its content",
     "Troops/NOUN.NNS/2/nsubj/troop shelled/VERB/0/root/shell the/DET/4/det town/NOUN/2/obj "
     "+,/PUNCT/7/punct officials/NOUN.NNS/7/nsubj/official said/VERB/2/parataxis/say "
     "+./PUNCT/2/punct",
     "Troops shelled the town", "said", "officials"},
    {"what was denied is the object",
     "The/DET/2/det ministry/NOUN/3/nsubj denied/VERB/0/root/deny the/DET/5/det "
     "reports/NOUN.NNS/3/obj/report +./PUNCT/3/punct",
     "the reports", "denied", "ministry", Act::deny},
    {"somebody urged to do something",
     "Activists/NOUN.NNS/2/nsubj/activist urged/VERB/0/root/urge residents/NOUN.NNS/2/obj/resident "
     "to/PART/5/mark leave/VERB.VB/2/xcomp the/DET/7/det town/NOUN/5/obj +./PUNCT/2/punct",
     "residents to leave the town", "urged", "Activists", Act::demand},
    {"a promise",
     "The/DET/2/det minister/NOUN/3/nsubj promised/VERB/0/root/promise to/PART/5/mark "
     "investigate/VERB.VB/3/xcomp the/DET/7/det deaths/NOUN.NNS/5/obj/death +./PUNCT/3/punct",
     "to investigate the deaths", "promised", "minister", Act::pledge},
    {"a negated cue is silence",
     "The/DET/2/det army/NOUN/5/nsubj has/AUX/5/aux/have not/PART.RB/5/advmod "
     "confirmed/VERB.VBN/0/root/confirm that/SCONJ/8/mark troops/NOUN.NNS/8/nsubj/troop "
     "left/VERB/5/ccomp/leave +./PUNCT/5/punct",
     "troops left", "confirmed", "army", Act::decline},
    {"an accusation holds the accused and the deed",
     "Activists/NOUN.NNS/2/nsubj/activist accused/VERB/0/root/accuse the/DET/4/det army/NOUN/2/obj "
     "of/SCONJ/6/mark shelling/VERB.VBG/2/advcl/shell the/DET/8/det town/NOUN/6/obj "
     "+./PUNCT/2/punct",
     "the army of shelling the town", "accused", "Activists", Act::accuse},
    {"a passive with its agent",
     "It/PRON/3/nsubj:pass/it was/AUX/3/aux:pass/be announced/VERB.VBN/0/root/announce "
     "by/ADP/5/case "
     "officials/NOUN.NNS/3/obl/official that/SCONJ/8/mark troops/NOUN.NNS/8/nsubj/troop "
     "left/VERB/3/ccomp/leave +./PUNCT/3/punct",
     "troops left", "announced", "officials"},
    {"a passive whose subject is what was announced",
     "A/DET/2/det curfew/NOUN/4/nsubj:pass was/AUX/4/aux:pass/be "
     "announced/VERB.VBN/0/root/announce "
     "by/ADP/7/case the/DET/7/det governor/NOUN/4/obl +./PUNCT/4/punct",
     "A curfew", "announced", "governor"},
    {"a passive accusation holds the deed as well",
     "Troops/NOUN.NNS/3/nsubj:pass/troop were/AUX/3/aux:pass/be accused/VERB.VBN/0/root/accuse "
     "by/ADP/5/case residents/NOUN.NNS/3/obl/resident of/SCONJ/7/mark "
     "shelling/VERB.VBG/3/advcl/shell "
     "villages/NOUN.NNS/7/obj/village +./PUNCT/3/punct",
     "Troops were accused by residents of shelling villages", "accused", "residents", Act::accuse},
    {"somebody told by somebody to do something",
     "Residents/NOUN.NNS/3/nsubj:pass/resident were/AUX/3/aux:pass/be told/VERB.VBN/0/root/tell "
     "by/ADP/5/case police/NOUN/3/obl to/PART/7/mark leave/VERB.VB/3/xcomp +./PUNCT/3/punct",
     "to leave", "told", "police"},
    {"the source of a relative clause is the noun before it",
     "Residents/NOUN.NNS/7/nsubj/resident who/PRON.WP/3/nsubj said/VERB/1/acl:relcl/say "
     "that/SCONJ/6/mark troops/NOUN.NNS/6/nsubj/troop fired/VERB/3/ccomp/fire "
     "fled/VERB/0/root/flee "
     "+./PUNCT/7/punct",
     "troops fired", "said", "Residents"},
    {"the second of two cues shares the subject",
     "Officials/NOUN.NNS/2/nsubj/official left/VERB/0/root/leave and/CCONJ/4/cc "
     "said/VERB/2/conj/say troops/NOUN.NNS/6/nsubj/troop fired/VERB/4/ccomp/fire +./PUNCT/2/punct",
     "troops fired", "said", "Officials"},
    {"a cue with its particle",
     "She/PRON/2/nsubj/she pointed/VERB/0/root/point out/ADP.RP/2/compound:prt that/SCONJ/6/mark "
     "troops/NOUN.NNS/6/nsubj/troop left/VERB/2/ccomp/leave +./PUNCT/2/punct",
     "troops left", "pointed out", "She"},
};

TEST(ByVerb, TellsContentCueSourceAndAct) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.what);
    const Sketch sketch(c.notation);
    const std::vector<Attribution> found = found_in(sketch);
    ASSERT_EQ(found.size(), 1U);
    const Attribution& a = found.front();
    EXPECT_EQ(sketch.words(a.content), c.content);
    ASSERT_TRUE(a.cue.has_value());
    EXPECT_EQ(sketch.words(*a.cue), c.cue);
    ASSERT_GE(a.source, 0);
    EXPECT_EQ(sketch.tree().word(a.source), c.source);
    EXPECT_EQ(a.act, c.act);
    EXPECT_FALSE(a.direct);
  }
}

struct Nothing {
  std::string_view what;
  std::string_view notation;
};

const Nothing kNothing[] = {
    {"a passive without agent",
     "It/PRON/3/nsubj:pass/it was/AUX/3/aux:pass/be announced/VERB.VBN/0/root/announce "
     "that/SCONJ/6/mark troops/NOUN.NNS/6/nsubj/troop left/VERB/3/ccomp/leave +./PUNCT/3/punct"},
    {"a passive that says nothing beyond a pronoun",
     "It/PRON/3/nsubj:pass/it was/AUX/3/aux:pass/be announced/VERB.VBN/0/root/announce "
     "by/ADP/5/case "
     "officials/NOUN.NNS/3/obl/official +./PUNCT/3/punct"},
    {"a refusal that did not happen",
     "Officials/NOUN.NNS/4/nsubj/official did/AUX/4/aux/do not/PART.RB/4/advmod "
     "refuse/VERB.VB/0/root to/PART/6/mark comment/VERB.VB/4/xcomp +./PUNCT/4/punct"},
    {"a verb that is no cue",
     "Officials/NOUN.NNS/2/nsubj/official built/VERB/0/root/build a/DET/4/det bridge/NOUN/2/obj "
     "+./PUNCT/2/punct"},
    {"a cue that tells nothing",
     "Officials/NOUN.NNS/2/nsubj/official said/VERB/0/root/say +./PUNCT/2/punct"},
    {"a denial denied",
     "Officials/NOUN.NNS/4/nsubj/official did/AUX/4/aux/do not/PART.RB/4/advmod "
     "deny/VERB.VB/0/root the/DET/6/det reports/NOUN.NNS/4/obj/report +./PUNCT/4/punct"},
    {"a cue word that is a noun",
     "The/DET/2/det say/NOUN/3/nsubj matters/VERB.VBZ/0/root/matter that/SCONJ/6/mark "
     "troops/NOUN.NNS/6/nsubj/troop left/VERB/3/ccomp/leave +./PUNCT/3/punct"},
    {"an unsure first person",
     "I/PRON/2/nsubj/I believe/VERB.VBP/0/root troops/NOUN.NNS/4/nsubj/troop "
     "left/VERB/2/ccomp/leave +./PUNCT/2/punct"},
};

TEST(ByVerb, FindsNothingWhereNobodyReports) {
  for (const Nothing& c : kNothing) {
    const Sketch sketch(c.notation);
    EXPECT_THAT(found_in(sketch), testing::IsEmpty()) << c.what;
  }
}

TEST(ByVerb, TakesARefusalAsSilenceOnWhatFollows) {
  const Sketch sketch(
      "Officials/NOUN.NNS/2/nsubj/official refused/VERB/0/root/refuse to/PART/4/mark "
      "comment/VERB.VB/2/xcomp on/ADP/7/case the/DET/7/det deaths/NOUN.NNS/4/obl/death "
      "+./PUNCT/2/punct");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().act, Act::decline);
  EXPECT_EQ(sketch.words(found.front().content), "to comment on the deaths");
}

TEST(ByVerb, AdmitsNothingWhereSomebodyRefusesToAcknowledge) {
  const Sketch sketch(
      "Officials/NOUN.NNS/2/nsubj/official refused/VERB/0/root/refuse to/PART/4/mark "
      "acknowledge/VERB.VB/2/xcomp the/DET/6/det deaths/NOUN.NNS/4/obj/death +./PUNCT/2/punct");
  const std::vector<Attribution> found = found_in(sketch);
  EXPECT_TRUE(std::any_of(found.begin(), found.end(),
                          [](const Attribution& a) { return a.act == Act::decline; }));
  EXPECT_TRUE(std::none_of(found.begin(), found.end(),
                           [](const Attribution& a) { return a.act == Act::admit; }));
}

TEST(ByVerb, ConfirmsAndDeniesNothingWhereSomebodyDeclinesBoth) {
  const Sketch sketch(
      "Officials/NOUN.NNS/2/nsubj/official declined/VERB/0/root/decline to/PART/4/mark "
      "confirm/VERB.VB/2/xcomp or/CCONJ/6/cc deny/VERB.VB/4/conj the/DET/8/det "
      "deaths/NOUN.NNS/4/obj/death +./PUNCT/2/punct");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().act, Act::decline);
}

TEST(ByVerb, TakesTheSubjectAfterAClosingCue) {
  const Sketch sketch(
      "A/DET/2/det man/NOUN/8/nsubj who/PRON.WP/4/nsubj came/VERB/8/ccomp/come "
      "tested/VERB/4/advcl/test "
      "positive/ADJ/5/obj +,/PUNCT/8/punct said/VERB/0/root/say the/DET/10/det mayor/NOUN/8/nsubj "
      "+./PUNCT/8/punct");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.tree().word(found[0].source), "mayor");
  EXPECT_EQ(sketch.words(found[0].content), "A man who came tested positive");
}

TEST(ByVerb, TakesNoSubjectOfTheContentForTheSpeaker) {
  const Sketch sketch(
      "Lee/PROPN/5/nsubj +,/PUNCT/3/punct minister/NOUN/1/appos +,/PUNCT/1/punct "
      "said/VERB/0/root/say "
      "rain/NOUN/5/nsubj fell/VERB/5/ccomp/fall there/ADV/7/advmod +./PUNCT/5/punct");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.tree().word(found[0].source), "Lee");
}

TEST(ByVerb, NotesWhoWasSpokenTo) {
  const Sketch sketch(
      "A/DET/2/det resident/NOUN/3/nsubj told/VERB/0/root/tell the/DET/5/det agency/NOUN/3/iobj "
      "that/SCONJ/8/mark troops/NOUN.NNS/8/nsubj/troop fired/VERB/3/ccomp/fire +./PUNCT/3/punct");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  ASSERT_GE(found.front().addressee, 0);
  EXPECT_EQ(sketch.tree().word(found.front().addressee), "agency");
}

TEST(ByVerb, LeavesWhatWeSayInsideAQuotationToTheQuotation) {
  const Sketch sketch(
      "“/PUNCT/3/punct +We/PRON/3/nsubj/we say/VERB.VBP/0/root that/SCONJ/6/mark "
      "troops/NOUN.NNS/6/nsubj/troop fired/VERB/3/ccomp/fire at/ADP/8/case us/PRON/6/obl/we "
      "+”/PUNCT/3/punct");
  EXPECT_THAT(found_in(sketch), testing::IsEmpty());
}

}  // namespace
}  // namespace counterpoint::statement
