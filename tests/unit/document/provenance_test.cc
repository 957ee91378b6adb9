// SPDX-License-Identifier: Apache-2.0
// Dates, publishers, agencies and caveats.
#include <string>

#include "document/reading.h"

namespace counterpoint {
namespace {

const std::string kBody =
    "The dam above the village gave way before dawn. Rescuers counted nine dead.\n\n"
    "The mayor said the water had come without warning. A miner denied it.";

std::string published(const std::string& text) {
  const Document document = read_text(text);
  if (!document.published) return "none";
  return document.published->edtf + " " + document.published->basis;
}

TEST(Dateline, dates_the_report_and_stays_in_the_text) {
  const std::string text =
      "VALLEY TOWN | Tue May 12, 1998 6:31 pm EDT VALLEY TOWN (Reuters) - " + kBody;
  const Document document = read_text(text);
  EXPECT_EQ(document.text, text);
  ASSERT_TRUE(document.published.has_value());
  EXPECT_EQ(document.published->edtf, "1998-05-12");
  EXPECT_EQ(document.published->basis, "dateline");
  ASSERT_EQ(document.published->evidence.size(), 1U);
  EXPECT_EQ(document.published->evidence.front().span.of(document.text), "May 12, 1998");
  EXPECT_EQ(document.credit, "Reuters");
}

TEST(Dateline, is_read_in_its_usual_forms) {
  EXPECT_EQ(published("VALLEY TOWN, May 12, 1998 (AP) \xE2\x80\x94 " + kBody),
            "1998-05-12 dateline");
  EXPECT_EQ(published("SAN MARCO, 3 JAN 90 -- [TEXT] " + kBody), "1990-01-03 dateline");
  EXPECT_EQ(published("Dam breaks\n\nTuesday 12 May 1998 18.45 BST\n\n" + kBody),
            "1998-05-12 dateline");
  EXPECT_EQ(published("Dam breaks\n\n12 May 1998\n\n" + kBody), "1998-05-12 dateline");
  EXPECT_EQ(published("Dam breaks\n\nPublished: 12 May 1998\n\n" + kBody), "1998-05-12 text");
  EXPECT_EQ(published("12 May 1998 Last updated at 12:41 GMT\n\n" + kBody), "1998-05-12 text");
}

TEST(Dateline, without_a_year_or_in_running_text_dates_nothing) {
  EXPECT_EQ(published("VALLEY TOWN, May 12 (AP) - " + kBody), "none");
  EXPECT_EQ(published("On 12 May 1998 the dam broke. " + kBody), "none");
  EXPECT_EQ(published("A list published on 12 May 1998 was wrong. " + kBody), "none");
  EXPECT_EQ(published(kBody + "\n\nCopyright 2017 Valley Post Limited"), "none");
  EXPECT_EQ(published("Dam breaks\n\n31 February 1998\n\n" + kBody), "none");
}

TEST(Dateline, tells_updated_from_published) {
  const Document document =
      read_text("Dam breaks\n\nPublished: 12 May 1998\n\nLast updated: 14 May 1998\n\n" + kBody);
  ASSERT_TRUE(document.published && document.updated);
  EXPECT_EQ(document.published->edtf, "1998-05-12");
  EXPECT_EQ(document.updated->edtf, "1998-05-14");
}

std::string publisher(const std::string& line) {
  return read_text(kBody + "\n\n" + line).publisher;
}

TEST(Publisher, is_the_owner_of_a_copyright_line) {
  EXPECT_EQ(publisher("Copyright The Valley Post Limited 2017. All rights reserved."),
            "Valley Post");
  EXPECT_EQ(
      publisher("VBC \xC2\xA9 2014 The VBC is not responsible for the content of external sites."),
      "VBC");
  EXPECT_EQ(publisher("\xC2\xA9 2012 Valley Newspapers Ltd"), "Valley");
  EXPECT_EQ(publisher("All rights reserved to Valley Today Media Group 2021 \xC2\xA9"),
            "Valley Today");
}

TEST(Publisher, is_not_proven_by_mentions_or_agencies) {
  EXPECT_EQ(read_text("The VBC's reporter in the valley says so. " + kBody).publisher, "");
  const Document document =
      read_text(kBody + "\n\nCopyright 2011 The Associated Press. All rights reserved.");
  EXPECT_EQ(document.publisher, "");
  EXPECT_EQ(document.credit, "AP");
}

TEST(Caveats, are_the_sentences_that_say_nothing_could_be_verified) {
  const Document document =
      read_text(kBody +
                "\n\nThe claim could not be independently verified. Foreign journalists are banned "
                "from the valley. The wall is broken.");
  ASSERT_EQ(document.caveats.size(), 2U);
  EXPECT_EQ(document.caveats[0].of(document.text),
            "The claim could not be independently verified.");
  EXPECT_EQ(document.caveats[1].of(document.text),
            "Foreign journalists are banned from the valley.");
}

}  // namespace
}  // namespace counterpoint
