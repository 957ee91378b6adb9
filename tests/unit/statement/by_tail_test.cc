// SPDX-License-Identifier: Apache-2.0
// "..., AP reports.", where the parse takes the cue for a noun.
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

constexpr std::string_view kSearched =
    "The/DET/2/det port/NOUN/4/nsubj:pass is/AUX.VBZ/4/aux:pass/be searched/VERB.VBN/0/root/search "
    "+,/PUNCT/7/punct ";

TEST(ByTail, FindsTheOutletBeforeAVerbReadAsANoun) {
  for (const bool goes_on : {false, true}) {
    const std::string rest =
        goes_on ? "+,/PUNCT/4/punct although/SCONJ/10/mark ships/NOUN.NNS/10/nsubj "
                  "left/VERB/4/advcl/leave"
                : "+./PUNCT/4/punct";
    const Sketch sketch(std::string(kSearched) +
                        "AP/PROPN/7/compound reports/NOUN.NNS/4/obl/report " + rest);
    const std::vector<Attribution> found = found_in(sketch);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(sketch.words(found[0].content), "The port is searched");
    EXPECT_EQ(sketch.tree().word(found[0].source), "AP");
    EXPECT_EQ(sketch.words(found[0].cue.value_or(Span{})), "reports");
  }
}

TEST(ByTail, FindsTheCorrespondentOnce) {
  Sketch sketch(std::string(kSearched) +
                "the/DET/7/det BBC/PROPN/11/nsubj +'s/PART.POS/9/case Clara/PROPN/11/nsubj "
                "Boyle/PROPN/9/flat reports/VERB.VBZ/4/advcl/report +./PUNCT/4/punct");
  sketch.body("BBC").person("Clara Boyle");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.tree().word(found[0].source), "Boyle");
}

TEST(ByTail, TakesNoListOfThingsForAReport) {
  const Sketch sketch(
      "He/PRON/2/nsubj/he read/VERB/0/root/read papers/NOUN.NNS/2/obj/paper +,/PUNCT/6/punct "
      "army/NOUN/6/compound reports/NOUN.NNS/3/conj/report +,/PUNCT/8/punct "
      "books/NOUN.NNS/3/conj/book "
      "+./PUNCT/2/punct");
  EXPECT_THAT(found_in(sketch), testing::IsEmpty());
}

}  // namespace
}  // namespace counterpoint::statement
