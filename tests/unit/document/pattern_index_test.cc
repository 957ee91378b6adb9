// SPDX-License-Identifier: Apache-2.0
// The index leaves out no pattern that matches, and leaves out nearly all that do not.
#include "document/pattern_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "document/phrase_book.h"

namespace counterpoint {
namespace {

const std::vector<std::string> kTexts{
    "Residents of the town said on Monday that the army had not allowed any journalists to enter "
    "it, and that their accounts could not be independently verified.",
    "Read more about the flood. Have your say! Copyright \xC2\xA9 2014 Valley Post.",
    "( Photo by Jane Miner / Reuters ) \"- ends -\" [email] 18:45 1,204 viewers; John Doe via AFP",
    "5 comments ( 12 ) | Photo : Jane Miner / AP | - - - ( ( end ) ) Follow us on Twitter:",
    "\xE2\x80\x9CHave your say,\xE2\x80\x9D she told Sky News. More from Damascus: see also below.",
};

PhraseBook english() {
  auto book = load_phrase_book(std::string(COUNTERPOINT_SOURCE_DIR) + "/packs/en/document");
  EXPECT_TRUE(book.has_value());
  return book ? std::move(*book) : PhraseBook();
}

TEST(PatternIndex, names_every_phrase_that_matches) {
  const PhraseBook book = english();
  for (const std::string& text : kTexts) {
    const auto words = split_words(text);
    std::vector<std::size_t> rules;
    for (std::size_t at = 0; at < words.size(); ++at) {
      book.furniture_index.find(words, at, words.size(), rules);
      for (std::size_t rule = 0; rule < book.furniture.size(); ++rule) {
        const Pattern& pattern = book.furniture[rule].pattern;
        if (!pattern.match(words, at, words.size(), book.classes)) continue;
        // A phrase that begins with given words is found where these stand, not at marks before.
        const auto opening = pattern.opening(book.classes);
        if (opening.only_words && !opening.words.contains(words[at].lower)) continue;
        EXPECT_TRUE(std::find(rules.begin(), rules.end(), rule) != rules.end())
            << "row " << rule << " at \"" << words[at].lower << "\" of: " << text;
      }
    }
  }
}

TEST(PatternIndex, finds_patterns_by_whatever_they_can_begin_with) {
  WordClasses classes;
  classes["agency"].insert({"agence", "presse"});
  const std::vector<std::string> written{"read|see more",     "[photo] : <name>", "<agency> report",
                                         "<number> comments", ".. said",          "( end )"};
  PatternIndex index;
  for (std::size_t i = 0; i < written.size(); ++i) index.add(i, Pattern(written[i]), classes);
  const auto rules_at_start = [&](std::string_view text) {
    const auto words = split_words(text);
    std::vector<std::size_t> rules;
    index.find(words, 0, words.size(), rules);
    return rules;
  };
  using Rules = std::vector<std::size_t>;
  EXPECT_EQ(rules_at_start("See more"), (Rules{0, 4}));
  EXPECT_EQ(rules_at_start("photo: Jane"), (Rules{1, 4}));
  EXPECT_EQ(rules_at_start(": Jane"), (Rules{1, 4}));
  EXPECT_EQ(rules_at_start("\" agence presse"), (Rules{2, 4})) << "marks are skipped";
  EXPECT_EQ(rules_at_start("12 comments"), (Rules{3, 4}));
  EXPECT_EQ(rules_at_start("\"(end)"), (Rules{4, 5}));
  EXPECT_EQ(rules_at_start("water"), (Rules{4}));
  EXPECT_EQ(rules_at_start(""), Rules{});
}

// The work of a page is the number of phrases tried: the pack has hundreds, a place hardly any.
TEST(PatternIndex, leaves_few_phrases_to_try_at_a_place) {
  const PhraseBook book = english();
  std::string report;
  for (int i = 0; i < 50; ++i) report += kTexts[0] + " ";
  const auto words = split_words(report);
  std::size_t tried = 0;
  std::vector<std::size_t> rules;
  for (std::size_t at = 0; at < words.size(); ++at) {
    book.furniture_index.find(words, at, words.size(), rules);
    tried += rules.size();
  }
  EXPECT_GT(book.furniture.size(), 300U);
  EXPECT_LT(tried, 4 * words.size());
}

TEST(WordClass, finds_the_longest_member_that_fits) {
  WordClass zone;
  zone.insert({"last"});
  zone.insert({"last", "updated"});
  zone.insert({"last", "updated", "on"});
  const auto words = split_words("Last updated on Monday");
  EXPECT_EQ(zone.length_at(words, 0, words.size()), 3U);
  EXPECT_EQ(zone.length_at(words, 0, 2), 2U);
  EXPECT_EQ(zone.length_at(words, 1, words.size()), 0U);
  EXPECT_EQ(zone.length_at(words, 4, words.size()), 0U);
  EXPECT_TRUE(zone.contains("last"));
  EXPECT_FALSE(zone.contains("updated"));
}

}  // namespace
}  // namespace counterpoint
