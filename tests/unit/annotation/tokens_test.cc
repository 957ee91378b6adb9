// SPDX-License-Identifier: Apache-2.0
#include "annotation/tokens.h"

#include "annotation/fixture.h"

namespace counterpoint::annotation {
namespace {

std::string cut(const std::string& text) {
  std::string result;
  const Span whole{0, static_cast<std::uint32_t>(text.size())};
  for (const Span& span : tokenize(text, whole, english())) {
    if (!result.empty()) result += ' ';
    result += span.of(text);
  }
  return result;
}

struct Case {
  const char* text;
  const char* tokens;
};

TEST(Tokens, CutsPunctuationAndClitics) {
  const Case cases[] = {
      {"They don't know.", "They do n't know ."},
      {"It\u2019s the mayor\u2019s car.", "It \u2019s the mayor \u2019s car ."},
      {"We've seen residents' homes; you'd cry.", "We 've seen residents ' homes ; you 'd cry ."},
      {"I cannot, she said.", "I can not , she said ."},
      {"\u201cGo!\u201d he cried (twice).", "\u201c Go ! \u201d he cried ( twice ) ."},
      {"Wait\u2026 what?!", "Wait \u2026 what ?!"},
      {"The convoy -- all of it -- left...", "The convoy -- all of it -- left ..."},
  };
  for (const Case& c : cases) EXPECT_EQ(cut(c.text), c.tokens);
}

TEST(Tokens, SplitsHyphensExceptBehindPrefixes) {
  const Case cases[] = {
      {"north-eastern", "north - eastern"},
      {"Tell al-Hara", "Tell al - Hara"},
      {"anti-army and pro-strike", "anti-army and pro-strike"},
      {"a well-armed e-mail", "a well - armed e-mail"},
      {"mid-April", "mid-April"},
      {"two-thirds", "two - thirds"},
      {"4\u201312 May", "4 \u2013 12 May"},
  };
  for (const Case& c : cases) EXPECT_EQ(cut(c.text), c.tokens);
}

TEST(Tokens, KeepsNumbersWholeAndSplitsTheirUnits) {
  const Case cases[] = {
      {"1,000 or 2.5", "1,000 or 2.5"},
      {"at 18:45", "at 18:45"},
      {"$5m or \u00a33bn", "$ 5 m or \u00a3 3 bn"},
      {"US$40 and 20%", "US$ 40 and 20 %"},
      {"5pm, 35km", "5 pm , 35 km"},
      {"the 35th in the 1980s", "the 35th in the 1980s"},
      {"H1N1 on 2011-06-06", "H1N1 on 2011-06-06"},
      {"in '86", "in '86"},
  };
  for (const Case& c : cases) EXPECT_EQ(cut(c.text), c.tokens);
}

TEST(Tokens, KeepsTheStopOfAbbreviations) {
  const Case cases[] = {
      {"Lt. Col. A. Hamdan of the U.S. left.", "Lt. Col. A. Hamdan of the U.S. left ."},
      {"He left at 6 p.m.", "He left at 6 p.m."},
      {"No. 7, but no. No.", "No. 7 , but no . No ."},
      {"Smith Inc. and others etc.", "Smith Inc. and others etc ."},
  };
  for (const Case& c : cases) EXPECT_EQ(cut(c.text), c.tokens);
}

TEST(Tokens, KeepsAddressesWhole) {
  const Case cases[] = {
      {"See http://example.org/a-b?c=1.", "See http://example.org/a-b?c=1 ."},
      {"Write to (desk.two@example.org)!", "Write to ( desk.two@example.org ) !"},
      {"tagged #mudslide by @someone", "tagged #mudslide by @someone"},
  };
  for (const Case& c : cases) EXPECT_EQ(cut(c.text), c.tokens);
}

TEST(Tokens, KeepsFacesFileNamesAndBrokenWordsWhole) {
  const Case cases[] = {
      {"Late again :-) (sorry :( )", "Late again :-) ( sorry :( )"},
      {"see minutes-4-May.doc.", "see minutes-4-May.doc ."},
      {"in 10:3 and at 5:30", "in 10:3 and at 5:30"},
      {"Th- they, w- we", "Th- they , w- we"},
      {"s/he or and/or", "s/he or and / or"},
      {"Really .? $$$", "Really .? $$$"},
  };
  for (const Case& c : cases) EXPECT_EQ(cut(c.text), c.tokens);
}

TEST(Tokens, SplitsItsOnlyWhereItStandsForItIs) {
  const Case cases[] = {
      {"its a shame", "it s a shame"},
      {"its army and its in-house lawyers", "its army and its in - house lawyers"},
  };
  for (const Case& c : cases) EXPECT_EQ(cut(c.text), c.tokens);
}

TEST(Tokens, CoverEveryByteButWhiteSpace) {
  const std::string text =
      "  \u00abOui\u00bb, l\u2019\u00e9t\u00e9 \u2014 50\u00a0% of\tit; \xf0\x9f\x98\x80!\n";
  std::string joined;
  for (const Span& span : tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, english())) {
    EXPECT_FALSE(span.empty());
    joined += span.of(text);
  }
  EXPECT_EQ(joined,
            "\u00abOui\u00bb,l\u2019\u00e9t\u00e9\u2014"
            "50%ofit;\xf0\x9f\x98\x80!");
}

TEST(Tokens, AnswersNothingForWhiteSpace) {
  EXPECT_EQ(cut(" \n\t "), "");
}

}  // namespace
}  // namespace counterpoint::annotation
