// SPDX-License-Identifier: Apache-2.0
// Which words stand between which marks.
#include "statement/quotes.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace counterpoint::statement {
namespace {

using Words = std::vector<std::string>;

Words inner(std::string_view text) {
  Words words;
  for (const Quote& quote : find_quotes(text)) words.emplace_back(quote.inner.of(text));
  return words;
}

struct Case {
  std::string_view what;
  std::string_view text;
  Words quoted;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(inner(c.text), c.quoted) << c.what;
}

TEST(Quotes, PairsMarksOfEveryFamily) {
  expect_all({
      {"curly", "He said “we left” twice.", {"we left"}},
      {"straight", "He said \"we left\" and \"came back\".", {"we left", "came back"}},
      {"typed twice", "``We left,'' he said. `Twice' he came.", {"We left,", "Twice"}},
      {"guillemets", "Il dit «partez» vite.", {"partez"}},
      {"single curly", "He said ‘we left’ twice.", {"we left"}},
      {"single straight", "He said 'we left' twice.", {"we left"}},
      {"after a bracket", "('we left') and [\"stay\"]", {"we left", "stay"}},
      {"at the very ends", "“all of it”", {"all of it"}},
      {"none", "Nothing was said.", {}},
  });
}

TEST(Quotes, KeepsApostrophesOut) {
  expect_all({
      {"possessives", "The army's men took the town's bread.", {}},
      {"contractions", "We don't know and they can't tell.", {}},
      {"curly apostrophes", "The army’s men don’t know.", {}},
      {"plural possessive", "The soldiers' guns and the rebels' trucks.", {}},
      {"inside single quotes", "He said 'we don't know it' twice.", {"we don't know it"}},
      {"inside curly singles", "He said ‘we don’t know it’ twice.", {"we don’t know it"}},
  });
}

TEST(Quotes, LeavesOutWhatIsNested) {
  expect_all({
      {"single in double",
       "“He said ‘leave now’ to us,” she said.",
       {"He said ‘leave now’ to us,"}},
      {"straight in curly", "“The \"rebels\" came,” she said.", {"The \"rebels\" came,"}},
      {"double in single",
       "'She called it \"calm\" there,' he said.",
       {"She called it \"calm\" there,"}},
  });
}

TEST(Quotes, MakesOneQuoteAParagraphWhereEachIsOpenedAnew) {
  expect_all({
      {"curly",
       "“First day.\n\n“Second day.\n\n“Third day,” he said.",
       {"First day.", "Second day.", "Third day,"}},
      {"straight", "\"First day.\n\n\"Second day,\" he said.", {"First day.", "Second day,"}},
  });
}

TEST(Quotes, LetsAMarkWithoutAPartnerOpenNothing) {
  expect_all({
      {"never closed", "He said “we left and never came back.", {}},
      {"never opened", "He said we left” and came back.", {}},
      {"not carried into the next paragraph",
       "He said “we left.\n\nThe town was “calm” then.",
       {"calm"}},
      {"empty", "He said “” and \"\" only.", {}},
      {"inches before a quotation", "A 9\" shell and a “loud bang” followed.", {"loud bang"}},
  });
}

TEST(Quotes, SpansHoldTheirMarksOutsideAndAreSorted) {
  const std::string text = "“One” – “two three”";
  const std::vector<Quote> quotes = find_quotes(text);
  ASSERT_EQ(quotes.size(), 2U);
  EXPECT_EQ(quotes[0].outer.of(text), "“One”");
  EXPECT_EQ(quotes[0].inner.of(text), "One");
  EXPECT_EQ(quotes[1].outer.of(text), "“two three”");
  EXPECT_LT(quotes[0].outer.end, quotes[1].outer.begin);
}

}  // namespace
}  // namespace counterpoint::statement
