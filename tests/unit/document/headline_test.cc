// SPDX-License-Identifier: Apache-2.0
// Headlines with a full stop, and first sentences that are none.
#include <string>

#include "document/reading.h"

namespace counterpoint {
namespace {

const std::string kBelow =
    "The dam above the village gave way before dawn on Monday, and rescuers had counted nine dead "
    "miners by noon. The mayor said that the water had come without a warning.";

struct Case {
  const char* line;
  bool title;
};

TEST(Headline, is_known_with_a_full_stop_when_it_is_written_like_one) {
  const Case cases[] = {
      {"Nine miners dead as dam above village gives way.", true},
      {"Dam Gives Way Above Village.", true},
      {"Mayor: no warning before water came to village.", true},
      {"The Mayor Says That No Warning Came.", true},
      // First sentences of a report.
      {"The dam above the village gave way.", false},
      {"It was over in a minute.", false},
      {"Nobody was hurt.", false},
      {"Police arrested two men late on Tuesday.", false},
      {"\"Nine miners dead in village,\" said Jane Miner.", false},
      {"A mayor, nine miners, one dam.", false},
      {"Nine dead.", false},
      // Beginnings that stop on purpose.
      {"Nine miners dead in village...", false},
      // Names and places with a stop of their own.
      {"Jane Miner Jr.", false},
      {"Washington, D.C.", false},
  };
  for (const Case& c : cases) {
    const Document document = read_text(std::string(c.line) + "\n\n" + kBelow + "\n");
    EXPECT_EQ(document.title, c.title ? c.line : "") << c.line;
    EXPECT_EQ(find_section(document, SectionRole::heading) != nullptr, c.title) << c.line;
    EXPECT_TRUE(document.text.starts_with(c.line)) << "it stays in the text";
  }
}

TEST(Headline, needs_an_empty_line_and_running_text_below) {
  const std::string line = "Nine miners dead as dam above village gives way.";
  EXPECT_EQ(read_text(line + "\n" + kBelow).title, "");
  EXPECT_EQ(read_text(line + "\n\nNine miners are dead.\n").title, "");
  EXPECT_EQ(read_text(line + "\n\nNine miners and one dam in a village near the river that the "
                             "mayor had come to see on Monday\n")
                .title,
            "");
  EXPECT_EQ(read_text(line + "\n").title, "");
}

TEST(Headline, of_a_page_stands_in_the_text_as_a_section) {
  const std::string page =
      "<html><head><title>Dam gives way - Valley Post</title></head><body><article>"
      "<h1>Dam gives way</h1><p>" +
      kBelow + "</p><h2>The dead</h2><p>" + kBelow + "</p></article></body></html>";
  const Document document = read("page.html", page);
  EXPECT_EQ(document.title, "Dam gives way");
  const Section* title = find_section(document, SectionRole::heading, "Dam gives way");
  ASSERT_NE(title, nullptr);
  EXPECT_EQ(title->span.begin, 0U);
  EXPECT_EQ(title->span.end, document.text.size()) << "all that follows stands under it";
  EXPECT_TRUE(document.text.starts_with("Dam gives way\n\nThe dam above"));
  EXPECT_EQ(page.substr(document.map.front().byte_begin, 13), "Dam gives way");
}

TEST(Headline, of_a_page_is_the_page_s_where_it_stands_above_the_report_or_comes_again) {
  const Document above = read("page.html",
                              "<html><head><title>Dam gives way</title></head><body>"
                              "<header><h1>Dam gives way</h1></header><article><p>" +
                                  kBelow + "</p><p>" + kBelow + "</p></article></body></html>");
  EXPECT_EQ(above.title, "Dam gives way");
  EXPECT_EQ(find_section(above, SectionRole::heading), nullptr);
  EXPECT_EQ(reason_of(above, "Dam gives way"), "header");
  const Document twice =
      read("page.html",
           "<html><head><title>Dam gives way</title></head><body><article>"
           "<h1>Dam gives way</h1><p>" +
               kBelow + "</p><h2>Dam gives way</h2><p>" + kBelow + "</p></article></body></html>");
  EXPECT_EQ(std::count_if(twice.sections.begin(), twice.sections.end(),
                          [](const Section& s) { return s.role == SectionRole::heading; }),
            1);
  EXPECT_EQ(reason_of(twice, "Dam gives way"), "header");
}

}  // namespace
}  // namespace counterpoint
