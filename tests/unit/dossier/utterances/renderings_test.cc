// SPDX-License-Identifier: Apache-2.0
// Two renderings of a saying, word against word.
#include "dossier/utterances/renderings.h"

#include <gtest/gtest.h>

#include <cctype>

namespace counterpoint {
namespace {

// Words of four letters or more, and numbers, are telling here.
Rendering rendering(std::string_view text) {
  Rendering made{text, {}};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    const bool number = std::isdigit(static_cast<unsigned char>(word[0])) != 0;
    made.words.push_back({word,
                          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                          word.size() > 3 || number,
                          number});
    at = end + 1;
  }
  return made;
}

TEST(OverlapOf, CountsTheLongestRunAndTheTellingWords) {
  const Overlap found = overlap_of(rendering("we will deal firmly with them all"),
                                   rendering("they deal firmly with them or not"));
  EXPECT_EQ(found.run, 4U);
  EXPECT_EQ(found.telling, 4U);  // deal, firmly, with, them
  EXPECT_DOUBLE_EQ(found.share, 0.8);
  EXPECT_FALSE(found.numbers_differ);
}

TEST(OverlapOf, SeesOtherNumbers) {
  EXPECT_TRUE(overlap_of(rendering("28 shot dead"), rendering("33 shot dead")).numbers_differ);
  EXPECT_FALSE(overlap_of(rendering("28 shot dead"), rendering("28 of 30 dead")).numbers_differ);
  EXPECT_FALSE(overlap_of(rendering("28 shot dead"), rendering("shot dead")).numbers_differ);
}

TEST(Lacking, NamesThePiecesVerbatimAndNoSmallWords) {
  const Rendering full = rendering("we will deal firmly and within bounds with anyone");
  EXPECT_EQ(lacking(full, rendering("we will deal with anyone")), "firmly and within bounds");
  EXPECT_EQ(lacking(full, rendering("deal firmly within bounds with anyone")), "we will");
  EXPECT_EQ(lacking(rendering("so we go"), rendering("go")), "");
  EXPECT_EQ(lacking(full, full), "");
}

TEST(Lacking, PartsPieces) {
  EXPECT_EQ(
      lacking(rendering("tanks came from south after dawn"), rendering("came from south dawn")),
      "tanks … after");
}

TEST(OverlapOf, OfNothingIsNothing) {
  const Overlap found = overlap_of(rendering(""), rendering("words here"));
  EXPECT_EQ(found.run, 0U);
  EXPECT_DOUBLE_EQ(found.share, 0);
}

}  // namespace
}  // namespace counterpoint
