// SPDX-License-Identifier: Apache-2.0
// Reading costs no more than in proportion to the bytes, and always ends. Work is counted, not
// timed: the bytes that reading asks the allocator for, which copying a page over and over shows
// in.
#include <string>

#include "allocated_bytes.h"
#include "document/headline_list.h"
#include "document/reading.h"

namespace counterpoint {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

std::size_t work_of(const char* name, const std::string& bytes) {
  const std::size_t before = allocated_bytes;
  const Document document = read_document(name, bytes, with_packs());
  EXPECT_LE(document.text.size(), bytes.size());
  return allocated_bytes - before;
}

struct Shape {
  const char* what;
  const char* name;
  std::string head;
  std::string piece;
};

const std::vector<Shape> kShapes{
    {"paragraphs", "a.txt", "Dam breaks\n\n",
     "The dam broke on Monday, officials said. It is old.\n\n"},
    {"one line", "a.txt", "", "The dam broke on Monday, officials said. "},
    {"furniture between sentences of one line", "a.txt", "",
     "The town was quiet on Monday, residents said. All rights reserved. "},
    {"dates and hours", "a.txt", "",
     "On 7 June 2011 at 18:45 GMT, Monday, 8 June, 2011-06-07.\n\n"},
    {"dated headlines", "a.txt", "", "Dam breaks above the town 18:45 GMT, 7 June 2011\n\n"},
    {"capitals after a copyright sign", "a.txt", "Dam breaks\n\nThe dam broke.\n\n\xC2\xA9 ",
     "Valley Media "},
    {"marks", "a.txt", "", "( - : ( "},
    {"a table in columns", "a.html",
     "<h1>Two versions of it</h1><table><tr><th>Officials</th><th>Residents</th></tr>",
     "<tr><td>The dam, they say, was safe when it was last looked at by men of the ministry in May."
     "</td><td>Nobody, they say, has come to look at the dam above the town for the last ten years."
     "</td></tr>"},
    {"a table of numbers", "a.html", "<p>The dam broke on Monday.</p><table>",
     "<tr><td>12</td><td>13</td></tr>"},
    {"paragraphs of a page", "a.html", "<h1>Dam breaks</h1>",
     "<div class=story-body><p>The dam above the town broke on Monday, two officials "
     "said.</p></div>"},
    {"tags without an end", "a.html", "", "<p"},
    {"open elements", "a.html", "", "<div>"},
};

TEST(Growth, is_in_proportion_to_the_bytes) {
  for (const Shape& shape : kShapes) {
    // Four times the bytes: linear work is four times as much, quadratic sixteen. What a call costs
    // for itself, the pack above all, is taken off.
    const std::size_t own = work_of(shape.name, shape.head + shape.piece);
    const std::size_t small = work_of(shape.name, shape.head + repeated(shape.piece, 500)) - own;
    const std::size_t large = work_of(shape.name, shape.head + repeated(shape.piece, 2000)) - own;
    EXPECT_LT(static_cast<double>(large), 5.5 * static_cast<double>(small)) << shape.what;
  }
}

// What looks for dates walks on from wherever a run of dates, marks and other words ends.
TEST(Growth, looking_for_a_stamp_ends_for_any_order_of_words) {
  const auto book = load_phrase_book(std::string(COUNTERPOINT_SOURCE_DIR) + "/packs/en/document");
  ASSERT_TRUE(book.has_value());
  const std::vector<std::string> pieces{"18:45", "2011", "June", "7",     "GMT",
                                        ",",     "-",    "said", "Monday"};
  std::size_t found = 0;
  for (std::size_t number = 0; number < 9 * 9 * 9 * 9 * 9; ++number) {
    std::string text = "18:45";
    for (std::size_t rest = number; rest > 0; rest /= pieces.size()) {
      text += " " + pieces[rest % pieces.size()];
    }
    const auto stamp = find_stamp(text, 0, *book);
    if (!stamp) continue;
    ++found;
    ASSERT_LT(stamp->begin, stamp->end) << text;
    ASSERT_LE(stamp->end, text.size()) << text;
  }
  EXPECT_GT(found, 1000U);
}

}  // namespace
}  // namespace counterpoint
