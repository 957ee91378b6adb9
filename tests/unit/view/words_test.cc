// SPDX-License-Identifier: Apache-2.0
#include "view/words.h"

#include <gtest/gtest.h>

namespace counterpoint::view {
namespace {

TEST(Words, writes_times_as_people_do) {
  const std::pair<const char*, const char*> cases[] = {
      {"2011-06-06", "6 June 2011"},
      {"2011-06-06~", "about 6 June 2011"},
      {"2011-06", "June 2011"},
      {"2011", "2011"},
      {"198X", "the 1980s"},
      {"2011-06-04/2011-06-12", "4 to 12 June 2011"},
      {"2011-05-30/2011-06-05", "30 May to 5 June 2011"},
      {"2010-12-30/2011-01-02", "30 December 2010 to 2 January 2011"},
      {"../2011-04-30", "until 30 April 2011"},
      {"2011-03-18/..", "from 18 March 2011"},
      {"2011-06-06T16:00Z", "6 June 2011 16:00"},
      {"2011-13-40", "2011-13-40"},
      {"soon", "soon"},
      {"", ""}};
  for (const auto& [edtf, words] : cases) EXPECT_EQ(time_words(edtf), words) << edtf;
}

TEST(Words, sorts_times_with_the_unknown_last) {
  EXPECT_LT(time_key("198X"), time_key("2011"));
  EXPECT_LT(time_key("../2011-04-30"), time_key("2011-05-01"));
  EXPECT_LT(time_key("2011-06-06~"), time_key(""));
}

TEST(Words, writes_numbers_and_plurals) {
  EXPECT_EQ(number_words(30000), "30,000");
  EXPECT_EQ(number_words(999), "999");
  EXPECT_EQ(number_words(1234567.5), "1,234,567.5");
  EXPECT_EQ(number_words(94.375), "94.4");
  EXPECT_EQ(plural(1, "origin"), "1 origin");
  EXPECT_EQ(plural(0, "origin"), "0 origins");
}

TEST(Words, folds_case_quotes_marks_and_citations) {
  EXPECT_EQ(folded_words("“Troops” fired,[17] HE said — ʻat once’."),
            folded_words("troops fired he said 'at once'"));
  EXPECT_NE(folded_words("[some] troops"), folded_words("troops"));
  EXPECT_TRUE(folded_words(" …[7]").empty());
}

TEST(Words, falls_back_to_an_unknown_code) {
  EXPECT_EQ(act_words("shrug_off"), "shrug off");
  EXPECT_EQ(act_words("state"), "");
}

}  // namespace
}  // namespace counterpoint::view
