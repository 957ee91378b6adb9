// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "document/reading.h"

namespace counterpoint {
namespace {

const std::string kTwoParagraphs =
    "The dam above the village gave way before dawn. Rescuers counted nine dead.\n\n"
    "The mayor said the water had come without warning. A miner denied it.";

TEST(PlainText, keeps_paragraphs_byte_for_byte) {
  const Document document = read_text(kTwoParagraphs);
  EXPECT_EQ(document.text, kTwoParagraphs);
  ASSERT_EQ(document.map.size(), 1U);
  EXPECT_TRUE(document.map.front().exact);
  EXPECT_EQ(document.genre, Genre::news);
  EXPECT_EQ(document.language, "en");
}

TEST(PlainText, joins_lines_broken_at_a_margin) {
  const Document document = read_text(
      "The dam above the village gave way before dawn, when most of the\n"
      "people who lived below it were still asleep, and the flood took\n"
      "the bridge as well as two of the mills that stood on the river\n"
      "bank since the last century.\n\n"
      "The mayor said the water had come without any kind of warning to\n"
      "the people.");
  EXPECT_NE(document.text.find("most of the people who"), std::string::npos);
  EXPECT_NE(document.text.find("century.\n\nThe mayor"), std::string::npos);
}

TEST(PlainText, begins_a_paragraph_at_an_indent_of_a_wrapped_text) {
  const Document document = read_text(
      "   The dam above the village gave way before dawn, when most of the\n"
      "people who lived below it were still asleep, and the flood took all\n"
      "of the mills.\n"
      "   The mayor said the water had come without any kind of warning to\n"
      "the people of the two villages that lie below the broken embankment.\n");
  EXPECT_NE(document.text.find("mills.\n\nThe mayor"), std::string::npos);
}

TEST(PlainText, keeps_one_paragraph_per_line_apart) {
  const Document document = read_text(
      "The dam gave way before dawn. Nine are dead.\nThe mayor blamed the rain. He left.\n"
      "A miner denied it.\nNobody was warned, he said. Nobody came.\nThe river is still high.\n");
  EXPECT_NE(document.text.find("Nine are dead.\n\nThe mayor"), std::string::npos);
}

TEST(PlainText, keeps_one_sentence_per_line_in_one_paragraph) {
  const Document document = read_text(
      "The dam gave way before dawn. \nThe mayor blamed the rain. \nA miner denied it. \n"
      "Nobody was warned, he said. \nThe river is still high. \nSchools are closed. \n");
  EXPECT_EQ(document.text.find("\n\n"), std::string::npos);
  EXPECT_NE(document.text.find("dawn.\nThe mayor"), std::string::npos);
}

TEST(PlainText, joins_a_line_that_goes_on_in_lower_case) {
  const Document document = read_text(
      "The dam gave way before dawn. Nine are dead.\nMost people fled to the hills\n"
      "in fear of a second wave. They stayed there.\nThe mayor blamed the rain. He left.\n");
  EXPECT_NE(document.text.find("the hills in fear"), std::string::npos);
}

TEST(PlainText, keeps_the_spaces_of_a_line_and_removes_controls_and_what_has_no_width) {
  const std::string bytes =
      "\xEF\xBB\xBFThe\xC2\xA0"
      "dam\tgave\xE2\x80\x8B way.  It\x1B fell.\r\n\r\nNine\xC2\xAD are dead.\r\n";
  const Document document = read_text(bytes);
  EXPECT_EQ(document.text,
            "The\xC2\xA0"
            "dam gave way.  It  fell.\n\nNine are dead.");
}

TEST(PlainText, takes_a_headline_as_title_and_keeps_it_in_the_text) {
  const Document document = read_text("Nine die as dam breaks\n\n" + kTwoParagraphs);
  EXPECT_EQ(document.title, "Nine die as dam breaks");
  EXPECT_TRUE(document.text.starts_with("Nine die as dam breaks\n\nThe dam"));
  ASSERT_NE(find_section(document, SectionRole::heading, "Nine die as dam breaks"), nullptr);
}

TEST(PlainText, takes_a_first_sentence_for_no_title) {
  EXPECT_EQ(read_text(kTwoParagraphs).title, "");
}

TEST(PlainText, tells_a_caption_from_a_headline) {
  const Document document = read_text(
      "Women carry what is left of their belongings through the mud of the main street\n" +
      kTwoParagraphs);
  EXPECT_EQ(document.title, "");
  const Section* caption = find_section(document, SectionRole::caption);
  ASSERT_NE(caption, nullptr);
  EXPECT_TRUE(caption->span.of(document.text).starts_with("Women carry"));
}

TEST(PlainText, finds_the_labels_of_lost_columns) {
  const Document document = read_text(
      "How did the dam break?\n\n" + kTwoParagraphs +
      "\n\nMap of the valley\nCompany officials Local residents and miners Independent experts\n\n"
      "The company says the wall was sound. It had been tested.");
  EXPECT_EQ(document.genre, Genre::comparison);
  const Section* label = find_section(document, SectionRole::column, "Local residents and miners");
  ASSERT_NE(label, nullptr);
  EXPECT_EQ(label->span.of(document.text), "Local residents and miners");
  EXPECT_NE(document.text.find("\n\nCompany officials Local residents and miners Independent "
                               "experts\n\nThe company"),
            std::string::npos);
  const Section* map = find_section(document, SectionRole::caption);
  ASSERT_NE(map, nullptr);
  EXPECT_EQ(map->span.of(document.text), "Map of the valley");
}

TEST(PlainText, reads_wiki_headings_infobox_and_markers) {
  const Document document = read_text(
      "= Valley flood =\n\nInfobox\n- Date: 3 May 1998\n- Deaths: 9 (company)\n- Place: the "
      "valley\n\n"
      "The flood of 1998 followed a breach.[1]\n\n== Causes ==\n=== Rain ===\n"
      "[2] On 2 May it rained.\n\n== Aftermath ==\nA trial was held.\n\n"
      "== See also ==\n- Another flood\n- List of floods\n");
  EXPECT_EQ(document.title, "Valley flood");
  EXPECT_EQ(document.genre, Genre::reference);
  const Section* deaths = find_section(document, SectionRole::infobox, "deaths");
  ASSERT_NE(deaths, nullptr);
  EXPECT_EQ(deaths->span.of(document.text), "Deaths: 9 (company)");
  const Section* causes = find_section(document, SectionRole::heading, "Causes");
  const Section* rain = find_section(document, SectionRole::heading, "Rain");
  ASSERT_TRUE(causes != nullptr && rain != nullptr);
  EXPECT_TRUE(causes->span.contains(rain->span));
  EXPECT_TRUE(rain->span.of(document.text).ends_with("[2] On 2 May it rained.\n\n"));
  EXPECT_EQ(reason_of(document, "Another flood"), "related");
  EXPECT_EQ(document.text.find("See also"), std::string::npos);
}

TEST(PlainText, knows_no_phrases_without_packs) {
  const std::string bytes = kTwoParagraphs + "\n\nCopyright The Valley Post Limited 1998.";
  const Document document = read_document("report.txt", bytes);
  EXPECT_EQ(document.text, bytes);
  EXPECT_EQ(document.publisher, "");
}

TEST(PlainText, tells_the_language_by_script) {
  EXPECT_EQ(read_text("\xD8\xA7\xD9\x86\xD9\x87\xD8\xA7\xD8\xB1 \xD8\xA7\xD9\x84\xD8\xB3\xD8\xAF.")
                .language,
            "ar");
}

}  // namespace
}  // namespace counterpoint
