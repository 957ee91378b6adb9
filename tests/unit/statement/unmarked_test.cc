// SPDX-License-Identifier: Apache-2.0
// Sayings of rules that the model's marks do not bear out.
#include "statement/unmarked.h"

#include <gtest/gtest.h>

#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::lexicon;
using test::Sketch;

// "The mayor said VERB PHRASE the dam held", all but the first two words marked as the mayor's.
struct Inner {
  std::string_view what;
  std::string_view notation;  // words 4 and on
  std::string_view cue;
  std::string_view source;  // "" for none
  bool stays;
};

class Nested : public testing::TestWithParam<Inner> {};

TEST_P(Nested, IsKeptOnlyIfItsWordsAreProof) {
  Sketch sketch(std::string("The/DET/2/det mayor/NOUN/3/nsubj said/VERB/0/root/say ") +
                std::string(GetParam().notation));
  const Span said = sketch.find("said");
  const auto end = static_cast<std::uint32_t>(sketch.document.text.size());
  sketch.annotation.attributions.push_back(
      {.source = sketch.find("The mayor"), .cue = said, .contents = {{said.end + 1, end}}});
  Attribution outer;
  outer.cue = said;
  outer.cue_token = sketch.token("said");
  outer.source = sketch.token("mayor");
  outer.content = {said.end + 1, end};
  Attribution inner;
  inner.cue = sketch.find(GetParam().cue);
  inner.cue_token = sketch.token(GetParam().cue);
  inner.source = GetParam().source.empty() ? -1 : sketch.token(GetParam().source);
  inner.content = sketch.find("the dam held");
  std::vector<Attribution> found{outer, inner};
  const Tree tree = sketch.tree();
  const std::vector<Quote> quotes;
  drop_unmarked({tree, lexicon(), quotes}, found);
  EXPECT_EQ(found.size(), GetParam().stays ? 2U : 1U) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    Unmarked, Nested,
    testing::Values(
        Inner{"somebody else's saying",
              "engineers/NOUN.NNS/5/nsubj reported/VERB/3/ccomp/report the/DET/7/det "
              "dam/NOUN/8/nsubj held/VERB/5/ccomp/hold +./PUNCT/3/punct",
              "reported", "engineers", true},
        Inner{"his own thought",
              "he/PRON/5/nsubj thought/VERB/3/ccomp/think the/DET/7/det dam/NOUN/8/nsubj "
              "held/VERB/5/ccomp/hold +./PUNCT/3/punct",
              "thought", "he", false},
        Inner{"not yet said",
              "engineers/NOUN.NNS/6/nsubj would/AUX.MD/6/aux say/VERB.VB/3/ccomp the/DET/8/det "
              "dam/NOUN/9/nsubj held/VERB/6/ccomp/hold +./PUNCT/3/punct",
              "say", "engineers", false},
        Inner{"an infinitive",
              "engineers/NOUN.NNS/5/nsubj hesitated/VERB/3/ccomp/hesitate to/PART/7/mark "
              "report/VERB.VB/5/xcomp the/DET/9/det dam/NOUN/10/nsubj held/VERB/7/ccomp/hold "
              "+./PUNCT/3/punct",
              "report", "engineers", false},
        Inner{"nobody's",
              "it/PRON/5/nsubj says/VERB.VBZ/3/ccomp/say the/DET/7/det dam/NOUN/8/nsubj "
              "held/VERB/5/ccomp/hold +./PUNCT/3/punct",
              "says", "", false}),
    [](const auto& test) {
      std::string name(test.param.what);
      std::erase_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
      return name;
    });

TEST(Unmarked, AMarkedCueStaysWhateverItsForm) {
  Sketch sketch(
      "They/PRON/2/nsubj hoped/VERB/0/root/hope the/DET/4/det dam/NOUN/5/nsubj "
      "held/VERB/2/ccomp/hold +./PUNCT/2/punct");
  sketch.annotation.attributions.push_back({.source = sketch.find("They"),
                                            .cue = sketch.find("hoped"),
                                            .contents = {sketch.find("the dam held")}});
  Attribution a;
  a.cue = sketch.find("hoped");
  a.cue_token = sketch.token("hoped");
  a.content = sketch.find("the dam held");
  std::vector<Attribution> found{a};
  const Tree tree = sketch.tree();
  const std::vector<Quote> quotes;
  drop_unmarked({tree, lexicon(), quotes}, found);
  EXPECT_EQ(found.size(), 1U);
}

}  // namespace
}  // namespace counterpoint::statement
