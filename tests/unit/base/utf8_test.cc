// SPDX-License-Identifier: Apache-2.0
// What is UTF-8 and what is not, and offsets in bytes against offsets in code points.
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace counterpoint::utf8 {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, finds_the_first_byte_that_is_not_utf8) {
  struct Case {
    std::string_view what;
    std::string_view text;
    std::size_t at;
  };
  constexpr std::size_t kNone = std::string_view::npos;
  const Case cases[] = {
      {"nothing", "", kNone},
      {"Latin, Arabic and astral text", "Jisr جسر 🚢", kNone},
      {"a zero byte", "a\0b"sv, kNone},
      {"the replacement character itself", "a\xEF\xBF\xBD", kNone},
      {"a lone continuation byte", "ab\x80", 2},
      {"a sequence cut short by the end", "caf\xC3", 3},
      {"a sequence cut short by a letter", "\xE2\x80z", 0},
      {"an overlong slash", "a\xC0\xAF", 1},
      {"an overlong form of three bytes", "\xE0\x80\xAF", 0},
      {"a surrogate", "x\xED\xA0\x80", 1},
      {"beyond the last code point", "\xF4\x90\x80\x80", 0},
      {"Windows-1252 quotes", "He said \x93no\x94", 8},
      {"a byte that UTF-8 never uses", "\xFF", 0},
  };
  for (const Case& c : cases) EXPECT_EQ(find_invalid(c.text), c.at) << c.what;
}

TEST(Utf8, repairs_each_invalid_byte_and_leaves_the_rest) {
  EXPECT_EQ(repaired("plain – ascii"), "plain – ascii");
  EXPECT_EQ(repaired("caf\xE9 bar"), "caf\xEF\xBF\xBD bar");
  EXPECT_EQ(repaired("\xE2\x80z"), "\xEF\xBF\xBD\xEF\xBF\xBDz");
  EXPECT_EQ(find_invalid(repaired("\xF0\x9F\x9A\xED\xA0\x80\xC3")), std::string_view::npos);
}

TEST(Utf8, decodes_a_code_point_with_its_length) {
  struct Case {
    std::string_view text;
    char32_t value;
    std::size_t length;
  };
  const Case cases[] = {{"a", U'a', 1},
                        {"é", U'é', 2},
                        {"“x", U'“', 3},
                        {"🚢", U'🚢', 4},
                        {"\x80", 0xFFFD, 1},
                        {"\xF0\x9F\x9A", 0xFFFD, 1},
                        {"\xEF\xBF\xBD", 0xFFFD, 3}};
  for (const Case& c : cases) {
    EXPECT_EQ(decode(c.text, 0).value, c.value) << c.text;
    EXPECT_EQ(decode(c.text, 0).length, c.length) << c.text;
  }
  EXPECT_EQ(decode("a🚢b", 1).value, U'🚢');
}

TEST(Utf8, appends_what_decode_reads_and_replaces_what_is_no_character) {
  std::string text;
  for (const char32_t c : {U'a', U'é', U'“', U'🚢'}) append(text, c);
  EXPECT_EQ(text, "aé“🚢");
  std::string broken;
  append(broken, 0xD800);
  append(broken, 0x110000);
  EXPECT_EQ(broken, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Utf8, lowers_and_folds) {
  EXPECT_EQ(lower("ÉCOLE Jisr İ"), "école jisr i");
  EXPECT_EQ(lower("“Stop” – 12"), "“stop” – 12");
  EXPECT_EQ(folded("  He’s  “calm”\n\u00A0at‑last —«so» "), "he's \"calm\" at-last -\"so\"");
  EXPECT_EQ(folded(" \n "), "");
}

// Every offset of `text`, counted the slow way.
void expect_all_offsets(const std::string& text) {
  const CodePointIndex index(text);
  for (std::size_t at = 0; at <= text.size(); ++at) {
    std::size_t start = at;
    while (start > 0 && start < text.size() && (text[start] & 0xC0) == 0x80) --start;
    EXPECT_EQ(index.at(at), count_code_points(std::string_view(text).substr(0, start)))
        << "byte " << at << " of " << text.size();
  }
}

TEST(CodePointIndex, counts_astral_text_as_one_code_point_each) {
  const CodePointIndex index("a🚢é“b");
  EXPECT_EQ(index.at(0), 0U);
  EXPECT_EQ(index.at(1), 1U);
  EXPECT_EQ(index.at(3), 1U) << "inside the ship: its start";
  EXPECT_EQ(index.at(5), 2U);
  EXPECT_EQ(index.at(7), 3U);
  EXPECT_EQ(index.at(10), 4U);
  EXPECT_EQ(index.at(11), 5U);
}

TEST(CodePointIndex, agrees_with_counting_at_every_border_of_its_blocks) {
  for (const std::size_t lead : {0U, 60U, 61U, 62U, 63U, 64U, 65U, 127U}) {
    SCOPED_TRACE(lead);
    expect_all_offsets(std::string(lead, 'x') + "🚢" + std::string(70, 'y') + "é“");
  }
}

TEST(CodePointIndex, agrees_with_counting_where_the_text_ends_with_a_block) {
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 128U, 192U}) {
    SCOPED_TRACE(size);
    expect_all_offsets(std::string(size, 'x'));
  }
  expect_all_offsets(std::string(60, 'x') + "🚢");
  expect_all_offsets(std::string(124, 'x') + "🚢");
}

TEST(CodePointIndex, clamps_offsets_beyond_the_end) {
  const std::string text = std::string(64, 'x') + "é";
  EXPECT_EQ(CodePointIndex(text).at(1000), 65U);
  EXPECT_EQ(CodePointIndex("").at(7), 0U);
}

}  // namespace
}  // namespace counterpoint::utf8
