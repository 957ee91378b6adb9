// SPDX-License-Identifier: Apache-2.0
// Quotations that no clause governs: after a colon, before a dash and a name, and those that go on.
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
  return find_attributions({tree, lexicon(), quotes});
}

constexpr std::string_view kTanks =
    "“/PUNCT/3/punct +We/PRON/3/nsubj/we saw/VERB/0/root/see tanks/NOUN.NNS/3/obj/tank "
    "there/ADV/3/advmod +./PUNCT/3/punct +”/PUNCT/3/punct";
constexpr std::string_view kFire =
    "“/PUNCT/3/punct +They/PRON/3/nsubj/they opened/VERB/0/root/open fire/NOUN/3/obj "
    "then/ADV/3/advmod +./PUNCT/3/punct +”/PUNCT/3/punct";
constexpr std::string_view kResidentSaid =
    "A/DET/2/det resident/NOUN/3/nsubj said/VERB/0/root/say +:/PUNCT/3/punct";

// Somebody's words that nothing gives to anybody.
bool is_nobodys(const Attribution& a) {
  return a.direct && a.source < 0 && !a.same_speaker;
}

TEST(ByQuote, GivesAQuotationAfterAColonToTheSubjectOfTheCue) {
  Sketch sketch(kResidentSaid);
  sketch.sentence(kTanks);
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.words(found[0].content), "We saw tanks there");
  EXPECT_EQ(sketch.tree().word(found[0].source), "resident");
  EXPECT_TRUE(found[0].direct);
  ASSERT_TRUE(found[0].cue.has_value());
  EXPECT_EQ(sketch.words(*found[0].cue), "said");
}

TEST(ByQuote, ReachesOverAParagraphBreakOnlyAfterAColon) {
  Sketch with_colon(kResidentSaid);
  with_colon.paragraph().sentence(kTanks);
  EXPECT_EQ(found_in(with_colon).size(), 1U);
  Sketch with_stop(
      "A/DET/2/det resident/NOUN/3/nsubj said/VERB/0/root/say so/ADV/3/advmod +./PUNCT/3/punct");
  with_stop.paragraph().sentence(kTanks);
  EXPECT_TRUE(is_nobodys(found_in(with_stop).back()));
}

TEST(ByQuote, TakesTheSubjectOfAClauseWithoutCueBeforeAColon) {
  Sketch sketch(
      "A/DET/2/det resident/NOUN/3/nsubj broke/VERB/0/root/break the/DET/5/det news/NOUN/3/obj "
      "+:/PUNCT/3/punct");
  sketch.sentence(kTanks).mention("A resident", MentionType::person, false);
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.tree().word(found[0].source), "resident");
}

TEST(ByQuote, TakesTheCueAfterTheQuotation) {
  Sketch sketch(
      "“/PUNCT/3/punct +We/PRON/3/nsubj/we saw/VERB/8/ccomp/see tanks/NOUN.NNS/3/obj/tank "
      "+,/PUNCT/3/punct +”/PUNCT/3/punct she/PRON/8/nsubj told/VERB/0/root/tell "
      "reporters/NOUN.NNS/8/obj/reporter +./PUNCT/8/punct");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.words(found[0].content), "We saw tanks");
  EXPECT_EQ(sketch.tree().word(found[0].source), "she");
  EXPECT_TRUE(found[0].direct);
}

TEST(ByQuote, WidensAClauseToAllSentencesOfItsQuotation) {
  Sketch sketch(
      "“/PUNCT/3/punct +We/PRON/3/nsubj/we saw/VERB/0/root/see tanks/NOUN.NNS/3/obj/tank "
      "+./PUNCT/3/punct");
  sketch.sentence(
      "They/PRON/2/nsubj/they opened/VERB/7/ccomp/open fire/NOUN/2/obj +,/PUNCT/2/punct "
      "+”/PUNCT/2/punct she/PRON/7/nsubj said/VERB/0/root/say +./PUNCT/7/punct");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.words(found[0].content), "We saw tanks. They opened fire");
}

TEST(ByQuote, TakesTheNameAfterADash) {
  for (const std::string_view dash : {"-", "–", "—", "―"}) {
    SCOPED_TRACE(dash);
    Sketch sketch(kTanks);
    sketch.sentence(std::string(dash) +
                    "/PUNCT/3/punct Wissam/PROPN/3/compound Tarif/PROPN/0/root");
    sketch.person("Wissam Tarif");
    const std::vector<Attribution> found = found_in(sketch);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(sketch.tree().word(found[0].source), "Tarif");
    ASSERT_TRUE(found[0].cue.has_value());
    EXPECT_EQ(sketch.words(*found[0].cue), dash);
  }
}

TEST(ByQuote, TakesNoPlaceAfterADashForASpeaker) {
  Sketch sketch(kTanks);
  sketch.sentence("-/PUNCT/2/punct Damascus/PROPN/0/root");
  sketch.mention("Damascus", MentionType::place, true);
  ASSERT_EQ(found_in(sketch).size(), 1U);
  EXPECT_TRUE(is_nobodys(found_in(sketch).back()));
}

TEST(ByQuote, LetsTheSameSpeakerGoOn) {
  struct Case {
    std::string_view what;
    bool new_paragraph;
  };
  for (const Case& c : {Case{"in the paragraph", false}, Case{"in the next paragraph", true}}) {
    SCOPED_TRACE(c.what);
    Sketch sketch(kResidentSaid);
    sketch.sentence(kTanks);
    if (c.new_paragraph) sketch.paragraph();
    sketch.sentence(kFire);
    const std::vector<Attribution> found = found_in(sketch);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(sketch.words(found[1].content), "They opened fire then");
    EXPECT_TRUE(found[1].same_speaker);
    EXPECT_EQ(found[1].source, found[0].source);
  }
}

TEST(ByQuote, GivesASentenceOfItsOwnToThePersonThatTheOneBeforeIsAbout) {
  Sketch sketch("Mina/PROPN/2/nsubj arrived/VERB/0/root/arrive +./PUNCT/2/punct");
  sketch.sentence(kTanks);
  sketch.person("Mina");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.tree().word(found[0].source), "Mina");
  EXPECT_FALSE(found[0].cue.has_value());
}

TEST(ByQuote, EndsTheSpeakerWhereOtherWordsStandBetweenParagraphs) {
  Sketch sketch(kResidentSaid);
  sketch.sentence(kTanks).paragraph();
  sketch.sentence("Night/NOUN/2/nsubj fell/VERB/0/root/fall +./PUNCT/2/punct").paragraph();
  sketch.sentence(kFire);
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(is_nobodys(found[1]));
}

TEST(ByQuote, TakesBorrowedWordsForNoSaying) {
  Sketch sketch(
      "The/DET/4/det “/PUNCT/4/punct +peace/NOUN/4/compound force/NOUN/6/nsubj +”/PUNCT/4/punct "
      "came/VERB/0/root/come +./PUNCT/6/punct");
  EXPECT_THAT(found_in(sketch), testing::IsEmpty());
  const Tree tree = sketch.tree();
  const std::vector<Quote> quotes = find_quotes(sketch.document.text);
  ASSERT_EQ(quotes.size(), 1U);
  EXPECT_FALSE(is_full_quote(tree, quotes[0]));
}

TEST(ByQuote, FindsTheQuotationAroundNineTenthsOfASpan) {
  const std::string text = "He said “a quotation of many words” and left.";
  const std::vector<Quote> quotes = find_quotes(text);
  ASSERT_EQ(quotes.size(), 1U);
  EXPECT_EQ(quote_around(quotes, quotes[0].inner), &quotes[0]);
  const Span a_little_more{quotes[0].outer.begin - 1, quotes[0].outer.end + 1};
  EXPECT_EQ(quote_around(quotes, a_little_more), &quotes[0]);
  EXPECT_EQ(quote_around(quotes, {0, static_cast<std::uint32_t>(text.size())}), nullptr);
  EXPECT_EQ(quote_around(quotes, {0, 7}), nullptr);
  EXPECT_EQ(quote_around({}, {0, 7}), nullptr);
}

}  // namespace
}  // namespace counterpoint::statement
