// SPDX-License-Identifier: Apache-2.0
// All finders together, on sentences whose parse is wrong as parses of long sentences are: what is
// said and who says it must then come from the order of words.
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

struct Case {
  std::string_view what;
  std::string_view notation;
  std::string_view content;
  std::string_view source;  // the head's word
};

const Case kCases[] = {
    {"the parse lost the clause's subject",
     "Officials/NOUN.NNS/2/nsubj/official say/VERB.VBP/0/root more/ADJ.JJR/2/obj "
     "troops/NOUN.NNS/3/obl/troop have/AUX.VBP/6/aux left/VERB.VBN/2/ccomp/leave "
     "+./PUNCT/2/punct",
     "more troops have left", "Officials"},
    {"the parse ended the clause early",
     "Officials/NOUN.NNS/2/nsubj/official said/VERB.VBD/0/root/say the/DET/4/det "
     "bridge/NOUN/5/nsubj fell/VERB.VBD/2/ccomp/fall and/CCONJ/8/cc boats/NOUN.NNS/8/nsubj/boat "
     "sank/VERB.VBD/2/conj/sink +./PUNCT/2/punct",
     "the bridge fell and boats sank", "Officials"},
    {"a contrast ends the saying",
     "Officials/NOUN.NNS/2/nsubj/official said/VERB.VBD/0/root/say the/DET/4/det "
     "bridge/NOUN/5/nsubj fell/VERB.VBD/2/ccomp/fall +,/PUNCT/9/punct but/CCONJ/9/cc "
     "experts/NOUN.NNS/9/nsubj/expert doubted/VERB.VBD/5/conj/doubt it/PRON/9/obj "
     "+./PUNCT/2/punct",
     "the bridge fell", "Officials"},
    {"the next saying ends it, and has its own source",
     "Police/NOUN/2/nsubj said/VERB.VBD/0/root/say troops/NOUN.NNS/4/nsubj/troop "
     "fled/VERB.VBD/2/ccomp/flee and/CCONJ/7/cc residents/NOUN.NNS/4/conj/resident "
     "said/VERB.VBD/4/conj/say shops/NOUN.NNS/9/nsubj/shop closed/VERB.VBD/7/ccomp/close "
     "+./PUNCT/2/punct",
     "shops closed", "residents"},
    {"the subject of what is said is no source",
     "Many/ADJ/2/amod homes/NOUN.NNS/7/nsubj/home burned/VERB.VBD/7/ccomp/burn "
     "down/ADV/3/advmod +,/PUNCT/7/punct residents/NOUN.NNS/3/dep/resident "
     "said/VERB.VBD/0/root/say +./PUNCT/7/punct",
     "Many homes burned down", "residents"},
    {"a noun inside the source's attribute is no source",
     "A/DET/2/det cashier/NOUN/6/dep in/ADP/5/case the/DET/5/det booth/NOUN/6/nsubj "
     "said/VERB.VBD/0/root/say lights/NOUN.NNS/8/nsubj/light failed/VERB.VBD/6/ccomp/fail "
     "+./PUNCT/6/punct",
     "lights failed", "cashier"},
    {"a dateline stands before it",
     "MANILA/PROPN/6/nsubj/MANILA +,/PUNCT/1/punct Oct/PROPN/1/appos/Oct 10/NUM/3/nummod "
     "-/PUNCT/1/punct Many/ADJ/7/amod boats/NOUN.NNS/8/nsubj/boat sank/VERB.VBD/12/ccomp/sink "
     "+,/PUNCT/12/punct the/DET/11/det police/NOUN/12/nsubj said/VERB.VBD/0/root/say "
     "+./PUNCT/12/punct",
     "Many boats sank", "police"},
    {"a citation mark of the sentence before stands before it",
     "[/PUNCT/7/punct +25/NUM/7/dep +]/PUNCT/7/punct Many/ADJ/5/amod boats/NOUN.NNS/6/nsubj/boat "
     "sank/VERB.VBD/10/ccomp/sink +,/PUNCT/10/punct the/DET/9/det police/NOUN/10/nsubj "
     "said/VERB.VBD/0/root/say +./PUNCT/10/punct",
     "Many boats sank", "police"},
    {"an apposition stands between the source and its cue",
     "The/DET/2/det man/NOUN/9/dep +,/PUNCT/5/punct who/PRON.WP/5/nsubj "
     "gave/VERB.VBD/2/acl:relcl/give no/DET/7/det name/NOUN/5/obj +,/PUNCT/5/punct "
     "said/VERB.VBD/0/root/say shots/NOUN.NNS/11/nsubj/shot fell/VERB.VBD/9/ccomp/fall "
     "+./PUNCT/9/punct",
     "shots fell", "man"},
};

TEST(Attributions, MendWhatTheParseGotWrong) {
  for (const Case& c : kCases) {
    const Sketch sketch(c.notation);
    const Tree tree = sketch.tree();
    std::vector<std::string> all;
    bool met = false;
    for (const Attribution& a : found_in(sketch)) {
      const std::string content(tree.text(a.content));
      const std::string source(a.source < 0 ? "" : tree.word(a.source));
      all.push_back(source + ": " + content);
      met = met || (content == c.content && source == c.source);
    }
    EXPECT_TRUE(met) << c.what << "; found " << testing::PrintToString(all);
  }
}

TEST(Attributions, KeepASubordinateSayingToItsClause) {
  const Sketch sketch(
      "While/SCONJ/3/mark police/NOUN/3/nsubj said/VERB.VBD/9/advcl/say "
      "troops/NOUN.NNS/5/nsubj/troop "
      "left/VERB.VBD/3/ccomp/leave +,/PUNCT/9/punct the/DET/8/det town/NOUN/9/nsubj "
      "burned/VERB.VBD/0/root/burn +./PUNCT/9/punct");
  const Tree tree = sketch.tree();
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(tree.text(found[0].content), "troops left");
}

TEST(Attributions, HoldTheCueThatStandsInTheMidst) {
  const Sketch sketch(
      "The/DET/2/det payment/NOUN/8/nsubj +,/PUNCT/5/punct she/PRON/5/nsubj "
      "said/VERB.VBD/8/parataxis/say "
      "+,/PUNCT/5/punct would/AUX.MD/8/aux shrink/VERB.VB/0/root +./PUNCT/8/punct");
  const Tree tree = sketch.tree();
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(tree.text(found[0].content), "The payment, she said, would shrink");
  ASSERT_EQ(found[0].inserted.size(), 1U);
  EXPECT_EQ(tree.text(found[0].inserted[0]), ", she said,");
}

TEST(Attributions, JoinAQuotationThatItsCueCutsInTwo) {
  const Sketch sketch(
      "\"/PUNCT/4/punct +They/PRON/4/nsubj are/AUX.VBP/4/aux burning/VERB.VBG/7/ccomp/burn "
      "+,\"/PUNCT/4/punct he/PRON/7/nsubj said/VERB.VBD/0/root/say +,/PUNCT/7/punct "
      "\"/PUNCT/12/punct +and/CCONJ/12/cc we/PRON/12/nsubj ran/VERB.VBD/7/conj/run "
      "away/ADV/12/advmod "
      "+.\"/PUNCT/7/punct");
  const Tree tree = sketch.tree();
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].direct);
  EXPECT_EQ(tree.text(found[0].content), "They are burning,\" he said, \"and we ran away");
  EXPECT_EQ(found[0].inserted.size(), 1U);
}

TEST(Attributions, TakeNoPageWithoutFullStopsForASaying) {
  std::string notation = "Officials/NOUN.NNS/2/nsubj/official said/VERB.VBD/0/root/say ";
  for (int i = 0; i < 70; ++i) notation += "homes/NOUN.NNS/74/nsubj/home ";
  notation += "were/AUX.VBD/74/aux gone/VERB.VBN/2/ccomp/go +./PUNCT/2/punct";
  EXPECT_TRUE(found_in(Sketch(notation)).empty());
}

}  // namespace
}  // namespace counterpoint::statement
