// SPDX-License-Identifier: Apache-2.0
#include "annotation/sentences.h"

#include "annotation/fixture.h"

namespace counterpoint::annotation {
namespace {

// The sentences with "|" between them, and "||" where a new paragraph begins.
std::string split(const Document& doc) {
  std::string result;
  std::uint32_t paragraph = 0;
  for (const SentenceSpan& sentence : split_sentences(doc, english())) {
    if (!result.empty()) result += sentence.paragraph == paragraph ? "|" : "||";
    paragraph = sentence.paragraph;
    result += sentence.span.of(doc.text);
  }
  return result;
}

struct Case {
  const char* text;
  const char* sentences;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(split(document_of(c.text)), c.sentences);
}

TEST(Sentences, EndAtStopsBeforeCapitals) {
  check({{"Troops came. Nobody fled! Why? They knew.", "Troops came.|Nobody fled!|Why?|They knew."},
         {"It rose 1.5 per cent. That is all.", "It rose 1.5 per cent.|That is all."},
         {"They left... but came back.", "They left... but came back."},
         {"They left... Others stayed.", "They left...|Others stayed."}});
}

TEST(Sentences, DoNotEndAtAbbreviations) {
  check({{"Mr. Hale met Lt. Col. Odeh. They spoke.", "Mr. Hale met Lt. Col. Odeh.|They spoke."},
         {"J. Smith of the U.S. Army spoke.", "J. Smith of the U.S. Army spoke."},
         {"He went to the U.S. The trip was long.", "He went to the U.S.|The trip was long."},
         {"Flight No. 7 left at 6 p.m. Monday.", "Flight No. 7 left at 6 p.m. Monday."},
         {"She said no. Then she left.", "She said no.|Then she left."}});
}

TEST(Sentences, BeginBehindALostBreak) {
  check({{"Mexico to test flu cases The widow of one victim wept.",
          "Mexico to test flu cases|The widow of one victim wept."},
         {"He wrote for The Guardian in May.", "He wrote for The Guardian in May."},
         {"It is called The Hague.", "It is called The Hague."}});
}

TEST(Sentences, TakeClosingQuotesAndCitationsWithThem) {
  check(
      {{"\"We left.\" She wept.", "\"We left.\"|She wept."},
       {"It fell.[7] The army came.[8][9] All fled.", "It fell.[7]|The army came.[8][9]|All fled."},
       {"It fell. [7] The army came.", "It fell. [7]|The army came."},
       {"(He was there.) She was not.", "(He was there.)|She was not."}});
}

TEST(Sentences, GoOnBehindQuotedQuestions) {
  check({{"\"Why?\" he asked. Nobody knew.", "\"Why?\" he asked.|Nobody knew."},
         {"\"Run!\" Mr Hale shouted. They ran.", "\"Run!\" Mr Hale shouted.|They ran."},
         {"\"We saw it. We all did,\" she said.", "\"We saw it.|We all did,\" she said."}});
}

TEST(Sentences, EndAtParagraphsAndLines) {
  check({{"Bridge falls\n\nThe bridge fell", "Bridge falls||The bridge fell"},
         {"Bridge falls\nThe bridge fell.", "Bridge falls|The bridge fell."},
         {"The bridge fell\nin the night.", "The bridge fell\nin the night."},
         {"- Date: 4 May\n- Place: Odara", "- Date: 4 May|- Place: Odara"}});
}

TEST(Sentences, RunOverLinesWrappedAtAWidth) {
  const Document doc = document_of(
      "The ferry left the crowded harbour of Port\n"
      "Marlow at noon and sank off the rocks of Cape\n"
      "Hook two hours later, its owners said. Nobody\n"
      "knew how many were aboard.");
  EXPECT_EQ(split_sentences(doc, english()).size(), 2U);
}

TEST(Sentences, EndAtSectionBorders) {
  Document doc = document_of("Officials say Residents say The town is empty");
  Section& section = doc.sections.emplace_back();
  section.label = "Residents say";
  section.role = SectionRole::column;
  section.span = {14, 27};
  EXPECT_EQ(split(doc), "Officials say||Residents say||The town is empty");
}

TEST(Sentences, SplitTextThatLostItsSpaces) {
  check({{"They shot civilians.The army denied it.", "They shot civilians.|The army denied it."},
         {"See example.org for more.", "See example.org for more."}});
}

TEST(Sentences, OfNewsStayWhole) {
  const char* whole[] = {
      "President Assad met U.S. officials on Jan. 5 in Damascus.",
      "The minister said: \"The road to the north is open.\"",
      "J. K. Hale of the Red Cross said Gen. Odeh had left for Tell Amara.",
      "Police in Port Marlow, Cape Hook and New Odara found 12 bodies, the governor said.",
      "The Syrian Observatory for Human Rights (SOHR) counted 40 dead.",
  };
  for (const char* text : whole) EXPECT_EQ(split(document_of(text)), text);
}

TEST(Sentences, OfLettersEndWithoutStops) {
  check({{"Dear Joan, I am late again. Sorry! :) See you at ten. Thanks, Peter",
          "Dear Joan, I am late again.|Sorry! :)|See you at ten.|Thanks,|Peter"}});
}

TEST(Sentences, OfAnEmptyTextAreNone) {
  EXPECT_EQ(split(document_of("")), "");
  EXPECT_EQ(split(document_of(" \n\n \n")), "");
}

}  // namespace
}  // namespace counterpoint::annotation
