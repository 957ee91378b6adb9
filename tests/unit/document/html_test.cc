// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "document/reading.h"

namespace counterpoint {
namespace {

const std::string kFirst =
    "The dam above the village gave way before dawn, and rescuers counted nine dead by noon.";
const std::string kSecond =
    "The mayor said the water had come without warning; a miner who lives there denied it.";

// The headline of article_of() as it begins the text.
const std::string kTitle = "Dam breaks\n\n";

Document read_page(const std::string& bytes) {
  return read("page.html", bytes);
}

std::string page_of(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en-GB\"><head>" + head + "</head><body>" + body +
         "</body></html>";
}

std::string article_of(const std::string& inside) {
  return page_of("<title>Dam breaks - Valley Post</title>",
                 "<nav><a href=/>Home</a> <a href=/n>News</a></nav><article><h1>Dam breaks</h1>" +
                     inside + "</article><footer>\xC2\xA9 2019 Valley Post</footer>");
}

TEST(Html, takes_the_article_out_of_the_page) {
  const Document document = read_page(article_of("<p>" + kFirst + "</p><p>" + kSecond + "</p>"));
  EXPECT_EQ(document.text, kTitle + kFirst + "\n\n" + kSecond);
  EXPECT_EQ(document.title, "Dam breaks");
  EXPECT_EQ(document.language, "en-GB");
  EXPECT_EQ(document.media_type, "text/html");
  EXPECT_EQ(document.genre, Genre::unknown);
  EXPECT_EQ(reason_of(document, "Home"), "navigation");
  EXPECT_EQ(reason_of(document, "2019"), "footer");
  EXPECT_NE(find_section(document, SectionRole::heading, "Dam breaks"), nullptr);
  EXPECT_FALSE(document.published.has_value());
}

TEST(Html, decodes_entities_and_maps_them_back) {
  const std::string page = article_of(
      "<p>Nine &amp; ten&nbsp;miners &mdash; all &#8220;dead&#x201D; &reg2019 &amp;amp; "
      "R&D\r\nhouse. " +
      kFirst + "</p>");
  const Document document = read_page(page);
  EXPECT_TRUE(document.text.starts_with(kTitle + "Nine & ten miners \xE2\x80\x94 all \xE2\x80\x9C"
                                                 "dead\xE2\x80\x9D \xC2\xAE"
                                                 "2019 &amp; R&D house."))
      << document.text;
  for (const MapRun& run : document.map) {
    if (document.text.substr(run.text_begin, run.length) != "\xE2\x80\x94") continue;
    EXPECT_EQ(page.substr(run.byte_begin, run.byte_end - run.byte_begin), "&mdash;");
  }
}

TEST(Html, maps_text_across_ignored_tags) {
  const Document document =
      read_page(article_of("<p>The dam</b> gave<!-- x --> way &lt;early&gt;. " + kFirst + "</p>"));
  EXPECT_TRUE(document.text.starts_with(kTitle + "The dam gave way <early>."));
}

TEST(Html, reads_metadata_of_all_kinds) {
  const Document document = read_page(page_of(
      "<title>Dam breaks | Valley Post</title><link rel=canonical "
      "href=https://www.valley.example/d>"
      "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":"
      "\"Dam "
      "breaks\",\"datePublished\":\"1998-05-12T08:00:00+02:00\",\"dateModified\":\"1998-05-13\","
      "\"author\":[{\"name\":\"A. Miner\"},\"B. "
      "Mill\"],\"publisher\":{\"@id\":\"#p\"}},{\"@id\":\"#p\","
      "\"name\":\"Valley Post\"}]}</script>",
      "<p>" + kFirst + "</p><p>" + kSecond + "</p>"));
  EXPECT_EQ(document.title, "Dam breaks");
  EXPECT_EQ(document.published->edtf, "1998-05-12");
  EXPECT_EQ(document.updated->edtf, "1998-05-13");
  EXPECT_EQ(document.authors, (std::vector<std::string>{"A. Miner", "B. Mill"}));
  EXPECT_EQ(document.publisher, "Valley Post");
  EXPECT_EQ(document.host, "");
  EXPECT_EQ(document.url, "https://www.valley.example/d");
}

TEST(Html, falls_back_to_meta_tags_times_and_the_host) {
  const Document document =
      read_page(page_of("<meta property=og:url content=\"https://www.valley.example/d\">"
                        "<meta property=og:title content=\"Dam breaks\">",
                        "<h1>Dam breaks</h1><time datetime=1998-05-12>12 May</time><p>" + kFirst +
                            "</p><p>" + kSecond + "</p>"));
  EXPECT_EQ(document.published->edtf, "1998-05-12");
  EXPECT_EQ(document.publisher, "");
  EXPECT_EQ(document.host, "valley.example");
}

TEST(Html, survives_broken_json_ld) {
  const Document document = read_page(page_of(
      "<script type=\"application/ld+json\">{\"@type\": [</script>", "<p>" + kFirst + "</p>"));
  EXPECT_EQ(document.text, kFirst);
}

TEST(Html, drops_what_is_hidden_or_furniture_by_name) {
  const Document document = read_page(
      article_of("<p>" + kFirst +
                 "</p><p style=\"display: none\">Secret words of the page.</p>"
                 "<div class=\"social-share\">Share it</div><div hidden>More secrets.</div>"
                 "<aside>An aside about fish.</aside><script>var x = 1;</script><p>" +
                 kSecond +
                 "</p>"
                 "<div id=comments><p>It is all the fault of the company that built this dam "
                 "badly.</p></div>"));
  EXPECT_EQ(document.text, kTitle + kFirst + "\n\n" + kSecond);
  EXPECT_EQ(reason_of(document, "Secret words"), "hidden");
  EXPECT_EQ(reason_of(document, "Share it"), "share");
  EXPECT_EQ(reason_of(document, "fault"), "comments");
  const auto script = std::find_if(document.dropped.begin(), document.dropped.end(),
                                   [](const Dropped& piece) { return piece.reason == "script"; });
  EXPECT_NE(script, document.dropped.end());
}

TEST(Html, keeps_the_report_whatever_its_box_is_called) {
  const Document document = read_page(page_of("", "<div class=\"page comments sidebar\"><p>" +
                                                      kFirst + "</p><p>" + kSecond + "</p></div>"));
  EXPECT_EQ(document.text, kFirst + "\n\n" + kSecond);
}

TEST(Html, joins_the_pieces_of_a_report_cut_by_advertisements) {
  const Document document = read_page(page_of("", "<main><div class=article-body><p>" + kFirst +
                                                      "</p></div><div class=ad>Buy!</div>"
                                                      "<div class=article-body><p>" +
                                                      kSecond + "</p></div></main>"));
  EXPECT_EQ(document.text, kFirst + "\n\n" + kSecond);
}

TEST(Html, finds_the_report_by_where_running_text_stands) {
  const Document document = read_page(page_of(
      "",
      "<div><ul><li><a href=1>One</a></li><li><a href=2>Two</a></li></ul></div><div><div><div>" +
          kFirst + "</div><div>" + kSecond + "</div></div></div><div>Imprint</div>"));
  EXPECT_EQ(document.text, kFirst + "\n\n" + kSecond);
}

TEST(Html, makes_sections_of_headings_captions_and_lists) {
  const Document document = read_page(
      article_of("<p>" + kFirst +
                 "</p><figure><img src=x><figcaption>Mud in the church</figcaption></figure>"
                 "<h2>The dead</h2><ul><li>Nine miners</li><li>One guard</li></ul><p>" +
                 kSecond + "</p><h2>Related topics</h2>"));
  EXPECT_EQ(document.text, kTitle + kFirst +
                               "\n\nMud in the church\n\nThe dead\n\nNine miners\nOne guard\n\n" +
                               kSecond);
  const Section* caption = find_section(document, SectionRole::caption);
  ASSERT_NE(caption, nullptr);
  EXPECT_EQ(caption->span.of(document.text), "Mud in the church");
  ASSERT_NE(find_section(document, SectionRole::heading, "The dead"), nullptr);
  EXPECT_EQ(find_section(document, SectionRole::heading, "Related topics"), nullptr);
}

TEST(Html, makes_lines_of_line_breaks_and_joins_those_in_mid_sentence) {
  const Document document = read_page(article_of(
      "<p>The dam broke.<br>Nobody slept that<br>night in the valley.<br><br>" + kFirst + "</p>"));
  EXPECT_EQ(document.text,
            kTitle + "The dam broke.\nNobody slept that night in the valley.\n\n" + kFirst);
}

TEST(Html, reads_a_column_page) {
  const Document document = read_page(article_of(
      "<p>" + kFirst +
      "</p><table><tr><th>Company officials</th><th>Residents</th></tr><tr><td><p>" + kSecond +
      "</p><p>They said so twice.</p></td><td>" + kFirst + "</td></tr></table>"));
  EXPECT_EQ(document.genre, Genre::comparison);
  const Section* company = find_section(document, SectionRole::column, "Company officials");
  const Section* residents = find_section(document, SectionRole::column, "Residents");
  ASSERT_TRUE(company != nullptr && residents != nullptr);
  EXPECT_EQ(company->span.of(document.text), kSecond + "\n\nThey said so twice.");
  EXPECT_EQ(residents->span.of(document.text), kFirst);
}

TEST(Html, reads_an_infobox_and_a_table_of_figures) {
  const Document document = read_page(article_of(
      "<table class=infobox><caption>Flood</caption><tr><th>Date</th><td>12 May 1998</td></tr>"
      "<tr><th>Deaths</th><td>9 <br>(company)</td></tr></table><p>" +
      kFirst + "</p><p>" + kSecond +
      "</p><table><tr><th>Source</th><th>Dead</th></tr><tr><td>Company</td><td>9</td></tr>"
      "<tr><td>Union</td><td>40</td></tr></table>"));
  const Section* deaths = find_section(document, SectionRole::infobox, "deaths");
  ASSERT_NE(deaths, nullptr);
  EXPECT_EQ(deaths->span.of(document.text), "Deaths: 9 (company)");
  const Section* table = find_section(document, SectionRole::table);
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->span.of(document.text), "Source | Dead\nCompany | 9\nUnion | 40");
}

TEST(Html, reads_a_page_in_a_declared_charset) {
  const Document document = read_page(
      "<html><head><meta charset=\"iso-8859-1\"></head><body><p>The caf\xE9 by the dam \x96 a "
      "\x93palace\x94 \x96 was washed away before anybody in the village could warn "
      "it.</p></body></html>");
  EXPECT_FALSE(document.error.has_value());
  EXPECT_TRUE(document.text.starts_with(
      "The caf\xC3\xA9 by the dam \xE2\x80\x93 a \xE2\x80\x9Cpalace\xE2\x80\x9D"));
}

TEST(Html, guesses_a_charset_that_nothing_declares_and_says_so) {
  const Document document = read_page("<html><body><p>The caf\xE9 is closed.</p></body></html>");
  EXPECT_EQ(document.text, "The caf\xC3\xA9 is closed.");
  EXPECT_TRUE(document.charset_guessed);
}

TEST(Html, survives_nesting_without_end) {
  std::string page = "<html><body>";
  for (int i = 0; i < 100000; ++i) page += "<div>";
  page += "<p>" + kFirst + "</p>";
  EXPECT_EQ(read_page(page).text, kFirst);
  std::string inline_page = "<html><body><p>" + kSecond;
  for (int i = 0; i < 100000; ++i) inline_page += "<i><b>";
  EXPECT_EQ(read_page(inline_page).text, kSecond);
  std::string lists = "<html><body><p>" + kFirst + "</p>";
  for (int i = 0; i < 20000; ++i) lists += "<ul><li>";
  EXPECT_EQ(read_page(lists).text, kFirst);
}

TEST(Html, says_that_a_page_holds_no_report) {
  const Document document = read_page("<html><body><script>var x;</script></body></html>");
  ASSERT_TRUE(document.error.has_value());
  EXPECT_EQ(document.error->code, "document.empty");
}

}  // namespace
}  // namespace counterpoint
