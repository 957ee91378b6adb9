// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "document/reading.h"

namespace counterpoint {
namespace {

Document read_markdown(const std::string& bytes) {
  return read("report.md", bytes);
}

TEST(Markdown, reads_front_matter_as_metadata) {
  const Document document = read_markdown(
      "---\ntitle: \"Dam breaks\"\ndate: 1998-05-12\nauthor: A. Miner\npublisher: Valley Post\n"
      "url: https://valley.example/dam\n---\n\nThe dam gave way. Nine are dead.\n");
  EXPECT_EQ(document.title, "Dam breaks");
  EXPECT_EQ(document.published->edtf, "1998-05-12");
  EXPECT_EQ(document.published->basis, "metadata");
  EXPECT_EQ(document.authors, (std::vector<std::string>{"A. Miner"}));
  EXPECT_EQ(document.publisher, "Valley Post");
  EXPECT_EQ(document.text, "The dam gave way. Nine are dead.");
  EXPECT_EQ(document.media_type, "text/markdown");
}

TEST(Markdown, takes_marks_out_of_the_text) {
  const Document document = read_markdown(
      "# Dam *breaks*\n\nThe **dam** above [the village](https://a.example/x_(1)) gave `way`.\n"
      "It was\n_not_ sound[7], he_said 2 * 3 \\*so\\* ~~once~~ <b>loud</b>.\n\n"
      "![Mud](mud.jpg)\n\n> The water came\n> at night.\n\n[x]: https://a.example\n");
  EXPECT_EQ(document.text,
            "Dam breaks\n\nThe dam above the village gave way. It was not sound[7], he_said 2 * 3 "
            "*so* once loud.\n\nThe water came at night.");
  EXPECT_EQ(document.title, "Dam breaks");
  EXPECT_EQ(reason_of(document, "mud.jpg"), "markup");
}

TEST(Markdown, makes_sections_of_headings_and_lines_of_items_and_rows) {
  const Document document = read_markdown(
      "Dam breaks\n==========\n\n## Dead\n\n- nine miners\n- one guard\n\n## Money\n\n"
      "| who | cost |\n|---|---|\n| company | 3 |\n");
  EXPECT_EQ(document.text,
            "Dam breaks\n\nDead\n\nnine miners\none guard\n\nMoney\n\nwho | cost\ncompany | 3");
  const Section* dead = find_section(document, SectionRole::heading, "Dead");
  ASSERT_NE(dead, nullptr);
  EXPECT_EQ(dead->span.of(document.text), "Dead\n\nnine miners\none guard\n\n");
  ASSERT_NE(find_section(document, SectionRole::table), nullptr);
}

TEST(Markdown, keeps_marks_that_do_not_pair_up) {
  const std::string text = "A [note and *one star and `tick. The 5 * 4 wall _held.";
  EXPECT_EQ(read_markdown(text).text, text);
}

}  // namespace
}  // namespace counterpoint
