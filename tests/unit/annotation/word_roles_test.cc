// SPDX-License-Identifier: Apache-2.0
#include "annotation/word_roles.h"

#include <gtest/gtest.h>

namespace counterpoint::annotation {
namespace {

TEST(WordRoles, AWordPlaysEveryPartThatItWasGiven) {
  WordRoles roles;
  roles.add("in", WordRole::before_year);
  roles.add("in", WordRole::before_half);
  EXPECT_TRUE(roles.has("in", WordRole::before_year));
  EXPECT_TRUE(roles.has("in", WordRole::before_half));
  EXPECT_FALSE(roles.has("in", WordRole::before_season));
  EXPECT_FALSE(roles.has("on", WordRole::before_year));
  EXPECT_FALSE(roles.has("", WordRole::before_year));
}

TEST(WordRoles, AreNamedAsInTheTable) {
  EXPECT_EQ(parse_word_role("article"), WordRole::article);
  EXPECT_EQ(parse_word_role("list_mark"), WordRole::list_mark);
  EXPECT_EQ(parse_word_role("Article"), std::nullopt);
  EXPECT_EQ(parse_word_role(""), std::nullopt);
}

}  // namespace
}  // namespace counterpoint::annotation
