// SPDX-License-Identifier: Apache-2.0
// "according to", and nouns that name a saying.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "statement/attribution.h"
#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::lexicon;
using test::Sketch;
using Finder = std::vector<Attribution> (*)(const AttributionContext&);

std::vector<Attribution> found_in(const Sketch& sketch, Finder finder) {
  const Tree tree = sketch.tree();
  const std::vector<Quote> quotes = find_quotes(sketch.document.text);
  return finder({tree, lexicon(), quotes});
}

TEST(AccordingTo, FindsContentAndSourceWhereverItStands) {
  struct Case {
    std::string_view where;
    std::string_view notation;
    std::string_view content;
    bool inside;
  };
  const Case cases[] = {
      {"front",
       "According/VERB.VBG/3/case/accord to/ADP/1/fixed residents/NOUN.NNS/6/obl/resident "
       "+,/PUNCT/3/punct troops/NOUN.NNS/6/nsubj/troop shelled/VERB/0/root/shell the/DET/8/det "
       "town/NOUN/6/obj +./PUNCT/6/punct",
       "troops shelled the town", false},
      {"middle",
       "Troops/NOUN.NNS/7/nsubj/troop +,/PUNCT/5/punct according/VERB.VBG/5/case/accord "
       "to/ADP/3/fixed residents/NOUN.NNS/7/obl/resident +,/PUNCT/5/punct "
       "shelled/VERB/0/root/shell the/DET/9/det town/NOUN/7/obj +./PUNCT/7/punct",
       "Troops, according to residents, shelled the town", true},
      {"end",
       "Troops/NOUN.NNS/2/nsubj/troop shelled/VERB/0/root/shell the/DET/4/det town/NOUN/2/obj "
       "+,/PUNCT/8/punct according/VERB.VBG/8/case/accord to/ADP/6/fixed "
       "residents/NOUN.NNS/2/obl/resident +./PUNCT/2/punct",
       "Troops shelled the town", false},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.where);
    const Sketch sketch(c.notation);
    const std::vector<Attribution> found = found_in(sketch, find_according_to);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(sketch.words(found[0].content), c.content);
    EXPECT_EQ(sketch.tree().word(found[0].source), "residents");
    ASSERT_TRUE(found[0].cue.has_value());
    EXPECT_EQ(utf8::lower(sketch.words(*found[0].cue)), "according to");
    ASSERT_EQ(found[0].inserted.size(), c.inside ? 1U : 0U);
    if (c.inside) {
      EXPECT_EQ(sketch.words(found[0].inserted[0]).substr(0, 12), "according to");
    }
    EXPECT_EQ(found[0].act, Act::state);
  }
}

TEST(AccordingTo, TakesTheLawForNoVoice) {
  const Sketch sketch(
      "Troops/NOUN.NNS/2/nsubj/troop acted/VERB/0/root/act according/VERB.VBG/5/case/accord "
      "to/ADP/3/fixed law/NOUN/2/obl +./PUNCT/2/punct");
  EXPECT_THAT(found_in(sketch, find_according_to), testing::IsEmpty());
}

TEST(AccordingTo, LeavesWordsInsideAQuotationAlone) {
  const Sketch sketch(
      "“/PUNCT/3/punct +Troops/NOUN.NNS/3/nsubj/troop fired/VERB/0/root/fire "
      "according/VERB.VBG/7/case/accord to/ADP/4/fixed my/PRON/7/nmod:poss/my brother/NOUN/3/obl "
      "+”/PUNCT/3/punct");
  EXPECT_THAT(found_in(sketch, find_according_to), testing::IsEmpty());
}

TEST(AccordingTo, NeedsBothWords) {
  const Sketch sketch(
      "Troops/NOUN.NNS/2/nsubj/troop acted/VERB/0/root/act accordingly/ADV/2/advmod to/ADP/5/case "
      "residents/NOUN.NNS/2/obl/resident +./PUNCT/2/punct");
  EXPECT_THAT(found_in(sketch, find_according_to), testing::IsEmpty());
}

TEST(ByNoun, FindsTheClauseAndWhoseItIs) {
  struct Case {
    std::string_view what;
    std::string_view notation;
    std::string_view source;  // "" for nobody
    Act act;
  };
  const Case cases[] = {
      {"claims by somebody",
       "Claims/NOUN.NNS/7/nsubj/claim by/ADP/3/case activists/NOUN.NNS/1/nmod/activist "
       "that/SCONJ/6/mark troops/NOUN.NNS/6/nsubj/troop fired/VERB/1/acl/fire spread/VERB/0/root "
       "+./PUNCT/7/punct",
       "activists", Act::state},
      {"somebody's denial",
       "The/DET/2/det army/NOUN/4/nmod:poss +'s/PART.POS/2/case denial/NOUN/8/nsubj "
       "that/SCONJ/7/mark troops/NOUN.NNS/7/nsubj/troop fired/VERB/4/acl/fire "
       "stands/VERB.VBZ/0/root/stand "
       "+./PUNCT/8/punct",
       "army", Act::deny},
      {"nobody's reports",
       "Reports/NOUN.NNS/5/nsubj/report that/SCONJ/4/mark troops/NOUN.NNS/4/nsubj/troop "
       "fired/VERB/1/acl/fire spread/VERB/0/root +./PUNCT/5/punct",
       "", Act::state},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    const Sketch sketch(c.notation);
    const std::vector<Attribution> found = found_in(sketch, find_by_noun);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(sketch.words(found[0].content), "troops fired");
    EXPECT_EQ(found[0].act, c.act);
    EXPECT_EQ(found[0].source < 0 ? "" : sketch.tree().word(found[0].source), c.source);
  }
}

TEST(ByNoun, TakesARelativeClauseForNoContent) {
  const Sketch sketch(
      "The/DET/2/det report/NOUN/6/nsubj that/PRON.WDT/5/obj officials/NOUN.NNS/5/nsubj/official "
      "wrote/VERB/2/acl:relcl/write vanished/VERB/0/root/vanish +./PUNCT/6/punct");
  EXPECT_THAT(found_in(sketch, find_by_noun), testing::IsEmpty());
}

}  // namespace
}  // namespace counterpoint::statement
