// SPDX-License-Identifier: Apache-2.0
// Word patterns of the issues' table.
#include "dossier/claims/pattern.h"

#include <gtest/gtest.h>

#include <sstream>

namespace counterpoint {
namespace {

// Words separated by spaces, each "word" or "word/lemma".
std::vector<PatternWord> words_of(const std::string& text) {
  std::vector<PatternWord> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) {
    const std::size_t slash = word.find('/');
    words.push_back(
        {word.substr(0, slash), slash == std::string::npos ? word : word.substr(slash + 1)});
  }
  return words;
}

bool matches(const std::string& pattern, const std::string& text) {
  const auto words = words_of(text);
  return WordPattern(pattern).find(words, 0, words.size()).has_value();
}

TEST(WordPattern, MatchesWordsChoicesBeginningsAndGaps) {
  struct Case {
    std::string pattern, text;
    bool matches;
  };
  const Case cases[] = {
      {"open fire", "they open fire now", true},
      {"open fire", "they open the fire", false},
      {"open fire", "fire open", false},
      {"open fire", "they opened/open fire", true},
      {"opened fire", "they open fire", false},
      {"peaceful|unarmed crowd", "an unarmed crowd", true},
      {"peaceful|unarmed crowd", "an armed crowd", false},
      {"mutin*", "a mutiny broke out", true},
      {"mutin*", "the mutineers fled", true},
      {"mutin*", "they mut in anger", false},
      {"desert*", "a dessert", false},
      {"switch _ sides", "switch sides", true},
      {"switch _ sides", "switch all of the loyal sides", true},
      {"switch _ sides", "switch to one or the other sides", false},
      {"a _ b _ c", "a x b y c", true},
      {"_ calm", "calm", true},
      {"", "anything", false},
      {"one", "", false},
  };
  for (const Case& c : cases)
    EXPECT_EQ(matches(c.pattern, c.text), c.matches) << c.pattern << " in " << c.text;
}

TEST(WordPattern, TriesLaterWordsWhereTheFirstChoiceLeadsNowhere) {
  EXPECT_TRUE(matches("killed _ by troops", "killed by a gang by troops"));
  EXPECT_TRUE(matches("open fire", "open open fire"));
}

TEST(WordPattern, TellsWhereItMatched) {
  const auto words = words_of("they did switch their sides today");
  const auto match = WordPattern("switch _ sides").find(words, 0, words.size());
  ASSERT_TRUE(match.has_value());
  EXPECT_EQ(match->first, 2U);
  EXPECT_EQ(match->last, 5U);
}

TEST(WordPattern, NeverLooksPastTheEndItWasGiven) {
  const auto words = words_of("they open fire");
  EXPECT_FALSE(WordPattern("open fire").find(words, 0, 2).has_value());
  EXPECT_FALSE(WordPattern("they _ fire").find(words, 0, 2).has_value());
  EXPECT_FALSE(WordPattern("open fire").find(words, 2, 3).has_value());
  EXPECT_TRUE(WordPattern("open fire").find(words, 1, 3).has_value());
}

}  // namespace
}  // namespace counterpoint
