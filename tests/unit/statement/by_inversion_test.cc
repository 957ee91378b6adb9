// SPDX-License-Identifier: Apache-2.0
// Sources behind their cue, sources that share a cue, and sources that headlines set apart.
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

constexpr std::string_view kUnsafe =
    "The/DET/2/det dam/NOUN/4/nsubj was/AUX.VBD/4/cop/be unsafe/ADJ/0/root +,/PUNCT/6/punct "
    "concluded/VERB.VBN/4/advcl/conclude ";

TEST(ByInversion, TakesTheObjectOfAMisreadParticipleForTheSource) {
  const Sketch sketch(std::string(kUnsafe) +
                      "the/DET/8/det minister/NOUN/6/obj/minister +./PUNCT/4/punct");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.words(found[0].content), "The dam was unsafe");
  EXPECT_EQ(sketch.tree().word(found[0].source), "minister");
}

TEST(ByInversion, TakesNothingThatCannotSpeak) {
  const Sketch sketch(std::string(kUnsafe) +
                      "the/DET/8/det weather/NOUN/6/obj/weather +./PUNCT/4/punct");
  for (const Attribution& a : found_in(sketch)) {
    EXPECT_NE(sketch.words(a.content), "The dam was unsafe");
  }
}

TEST(Sources, OfACueWithoutASubjectMayBeAnAdjective) {
  const Sketch sketch(
      "The/DET/2/det local/ADJ/3/dep said/VERB.VBD/0/root/say that/SCONJ.IN/6/mark "
      "they/PRON/6/nsubj/they fled/VERB.VBD/3/ccomp/flee +./PUNCT/3/punct");
  const std::vector<Attribution> found = found_in(sketch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sketch.tree().word(found[0].source), "local");
}

}  // namespace
}  // namespace counterpoint::statement
