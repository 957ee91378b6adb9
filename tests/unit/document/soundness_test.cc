// SPDX-License-Identifier: Apache-2.0
// What must hold for any bytes: the map covers the text and is true, nothing crashes, twice is
// once.
#include <cstdint>
#include <string>
#include <vector>

#include "document/reading.h"

namespace counterpoint {
namespace {

// A small generator of its own, so that every machine tries the same pages.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 2654435761U + 1) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_;
};

const std::vector<std::string> kPieces{"The dam broke. ",
                                       "Nine are dead",
                                       " \xE2\x80\x9Cwater\xE2\x80\x9D ",
                                       "\n",
                                       "\n\n",
                                       "\r\n",
                                       "  ",
                                       "\t",
                                       "\xC2\xA0",
                                       "\xE2\x80\x8B",
                                       "<p>",
                                       "</p>",
                                       "<div class=share>",
                                       "</div>",
                                       "<br>",
                                       "&amp;",
                                       "&nbsp;",
                                       "&bogus;",
                                       "&",
                                       "<",
                                       ">",
                                       "<table><tr><td>",
                                       "</td></tr></table>",
                                       "<a href=x>",
                                       "</a>",
                                       "<!-- c -->",
                                       "[7]",
                                       "*",
                                       "**",
                                       "_",
                                       "`",
                                       "[link](x)",
                                       "![i](y)",
                                       "# ",
                                       "== Head ==",
                                       "- item",
                                       "> ",
                                       "| a | b |",
                                       "\xC2\xA9 2014 Post ",
                                       "Read more ",
                                       "GMT 18:45 2018 Friday ,14 December",
                                       "See also",
                                       "Send us your comments. ",
                                       "Infobox\n- A: b\n",
                                       "(Reuters) - ",
                                       "12 May 1998 ",
                                       "Official accounts Residents Activists\n",
                                       "\xD8\xA7\xD9\x84",
                                       "<ul><li>",
                                       "</li></ul>",
                                       "<h2>",
                                       "</h2>",
                                       "<script>x<y</script>",
                                       "<b><i></b></i>",
                                       "<table><p>x",
                                       "---\ntitle: x\n---\n",
                                       "\xF0\x9F\x98\x80",
                                       "(Editing by A. B.) ",
                                       "This discussion is now closed. "};

TEST(Soundness, holds_for_pages_made_of_odd_pieces) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    Random random(seed);
    std::string bytes;
    for (std::size_t i = random.below(40) + 1; i-- > 0;)
      bytes += kPieces[random.below(kPieces.size())];
    for (const char* name : {"a.txt", "a.md", "a.html"}) {
      const Document first = read_document(name, bytes);
      expect_sound(first, bytes);
      if (HasFatalFailure()) FAIL() << name << " seed " << seed << "\n" << bytes;
    }
    if (seed % 50 != 0) continue;
    for (const char* name : {"a.txt", "a.md", "a.html"}) {
      const Document first = read_document(name, bytes, with_packs());
      expect_sound(first, bytes);
      if (HasFatalFailure()) FAIL() << name << " seed " << seed << "\n" << bytes;
      const Document second = read_document(name, bytes, with_packs());
      ASSERT_EQ(first.text, second.text);
      ASSERT_EQ(first.id, second.id);
    }
  }
}

}  // namespace
}  // namespace counterpoint
