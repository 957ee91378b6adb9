// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "document/reading.h"

namespace counterpoint {
namespace {

const std::string kReport =
    "Nine die as dam breaks\n\n"
    "The dam above the village gave way before dawn. Rescuers counted nine dead.\n\n"
    "The mayor said the water had come without warning. A miner denied it.";

struct FurnitureCase {
  const char* furniture;
  const char* reason;
};

class Furniture : public testing::TestWithParam<FurnitureCase> {};

TEST_P(Furniture, goes_from_the_end_of_a_report_and_nothing_else_does) {
  const FurnitureCase& given = GetParam();
  const Document document = read_text(kReport + "\n\n" + given.furniture);
  EXPECT_EQ(document.text, kReport);
  EXPECT_EQ(reason_of(document, std::string(given.furniture).substr(0, 8)), given.reason);
  EXPECT_FALSE(document.published) << document.published->edtf;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Furniture,
    testing::Values(
        FurnitureCase{"\xC2\xA9 2019 Valley Post", "copyright"},
        FurnitureCase{"Copyright The Valley Post Limited 2019. All rights reserved.", "copyright"},
        FurnitureCase{"All rights reserved to Valley Media Group 2019 \xC2\xA9", "copyright"},
        FurnitureCase{"More on this story", "related"},
        FurnitureCase{"More valley stories\n\nMiners on strike again\n\nRain expected", "related"},
        FurnitureCase{"Related stories\nMiners on strike again\nRain expected in the hills",
                      "related"},
        FurnitureCase{"This page is best viewed in a modern browser.", "boilerplate"},
        FurnitureCase{"Our site uses cookies to remember you.", "cookie"},
        FurnitureCase{"Sign up for our weekly newsletter.", "newsletter"},
        FurnitureCase{"Share this article on Facebook", "share"},
        FurnitureCase{"Send us your comments.", "comment_form"},
        FurnitureCase{"The Post is not responsible for the content of external websites.",
                      "footer"},
        FurnitureCase{"Maintained and developed by Valley Web Works.", "footer"}));

TEST(FurnitureRules, drop_furniture_glued_to_the_end_of_a_paragraph) {
  const Document document = read_text(kReport + " \xC2\xA9 2019 Valley Post. All rights reserved.");
  EXPECT_EQ(document.text, kReport);
}

TEST(FurnitureRules, drop_furniture_glued_into_a_word) {
  const Document document =
      read_text(kReport +
                "\n\nThe river is still high, officials in the capital sayMaintained and developed "
                "by Valley Web Works.");
  EXPECT_TRUE(document.text.ends_with("capital say"));
}

TEST(FurnitureRules, drop_questions_to_readers_before_a_form) {
  const Document document =
      read_text(kReport +
                "\n\nWho is to blame? Have you been hit by the flood? Are you in the valley? "
                "You can send us your experiences using the form below: Your name");
  EXPECT_TRUE(document.text.ends_with("Who is to blame?"));
  EXPECT_EQ(reason_of(document, "Have you been"), "comment_form");
}

TEST(FurnitureRules, keep_the_report_s_words_before_a_glued_form) {
  const Document document =
      read_text(kReport +
                "\n\nHe said this to reporters from Valley Radio in the old town hall The Post may "
                "edit your comments and not all letters will be published.");
  EXPECT_TRUE(document.text.ends_with("the old town hall"));
}

TEST(FurnitureRules, drop_dated_headlines_of_another_year_and_never_date_the_report_by_them) {
  const Document document = read_text(
      "The dam gave way before dawn. Nine are dead.\n"
      "The mayor blamed the rain. He left.\n"
      "GMT 08:15 2020 Tuesday ,11 February\n"
      "Ministers meet over fishing rightsGMT 07:02 2020 Tuesday ,11 February\n"
      "Strike at the port enters second weekGMT 22:40 2020 Monday ,10 February\n"
      "Museum shows lost paintings");
  EXPECT_TRUE(document.text.ends_with("He left."));
  EXPECT_EQ(reason_of(document, "Strike at the port"), "related");
  EXPECT_FALSE(document.published.has_value());
}

TEST(FurnitureRules, keep_the_dated_entries_of_a_live_report) {
  const Document document = read_text(
      "12 May 1998 08:15 GMT\nThe wall has broken and water fills the valley.\n"
      "12 May 1998 09:40 GMT\nThe mayor asks people to leave their houses.\n"
      "12 May 1998 11:05 GMT\nNine bodies have been found near the mill.\n");
  EXPECT_TRUE(document.dropped.empty());
}

TEST(FurnitureRules, drop_what_readers_wrote) {
  const Document document =
      read_text(kReport +
                "\n\nViews expressed in the comments do not represent those of the Post.\n"
                "It is all the fault of the company.\nThey killed forty, not nine.\n"
                "This discussion is now closed.");
  EXPECT_EQ(document.text, kReport);
  EXPECT_EQ(reason_of(document, "They killed forty"), "comments");
}

TEST(FurnitureRules, drop_the_little_that_follows_a_sign_off) {
  const Document document =
      read_text(kReport +
                "\n\n(Reporting by A. Miner; Editing by B. Mill) A faster way to trade Our next "
                "platform");
  EXPECT_TRUE(document.text.ends_with("Editing by B. Mill)"));
}

TEST(FurnitureRules, keep_a_correction_after_a_sign_off) {
  const Document document = read_text(kReport +
                                      "\n\n(Reporting by A. Miner; Editing by B. Mill)\n\n"
                                      "This story corrects the number of dead to nine.");
  EXPECT_TRUE(document.text.ends_with("to nine."));
}

TEST(FurnitureRules, keep_sentences_that_only_use_such_words) {
  const std::string text =
      "The mayor asked people to share the news with their neighbours. Cookies were handed out.\n\n"
      "\"Send us your comments,\" the company had told miners. They did.\n\n"
      "See also what the court said about the copyright of the plans: nothing. It is closed.\n\n"
      "Symptoms are fever and cough. Officials read more of the report aloud.";
  EXPECT_EQ(read_text(text).text, text);
}

TEST(FurnitureRules, cut_a_picture_credit_out_of_a_line) {
  const Document document = read_text(
      "The mud has reached the church. Photograph: Ann Miller/AP Rescuers in the valley went on "
      "digging on Sunday. Nobody was found. It rained.");
  EXPECT_EQ(document.text.find("Ann Miller"), std::string::npos);
  EXPECT_NE(document.text.find("church. Rescuers"), std::string::npos);
  EXPECT_EQ(reason_of(document, "Ann Miller"), "caption_credit");
}

}  // namespace
}  // namespace counterpoint
