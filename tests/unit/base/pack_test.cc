// SPDX-License-Identifier: Apache-2.0
// Tables as people write them: comments, blank lines, short rows, and files that cannot be used.
#include "base/pack.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace counterpoint {
namespace {

namespace fs = std::filesystem;

class PackTable : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("counterpoint_pack_" + std::string(test->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(const std::string& bytes) const {
    const fs::path path = folder_ / "table.tsv";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  std::vector<PackRow> rows(const std::string& bytes, std::size_t columns = 1) const {
    const auto table = read_table(write(bytes), columns);
    EXPECT_TRUE(table.has_value());
    return table ? *table : std::vector<PackRow>{};
  }

  fs::path folder_;
};

using Rows = std::vector<PackRow>;

TEST_F(PackTable, skips_comments_and_blank_lines) {
  EXPECT_EQ(rows("# lemma\tact\n\nsay\tstate\n  \t \n#deny\tdeny\nadmit\tadmit\n"),
            (Rows{{"say", "state"}, {"admit", "admit"}}));
}

TEST_F(PackTable, keeps_a_hash_inside_a_row) {
  EXPECT_EQ(rows("no 1 #\ta#b\n"), (Rows{{"no 1 #", "a#b"}}));
}

TEST_F(PackTable, fills_short_rows_and_keeps_long_ones) {
  EXPECT_EQ(rows("a\nb\t1\t2\t3\n", 3), (Rows{{"a", "", ""}, {"b", "1", "2", "3"}}));
}

TEST_F(PackTable, drops_white_space_around_cells_but_not_inside) {
  EXPECT_EQ(rows("  point out \t state\r\n"), (Rows{{"point out", "state"}}));
}

TEST_F(PackTable, keeps_empty_cells_in_their_place) {
  EXPECT_EQ(rows("a\t\tb\n\tc\n"), (Rows{{"a", "", "b"}, {"", "c"}}));
}

TEST_F(PackTable, reads_a_last_line_without_line_feed) {
  EXPECT_EQ(rows("a\tb\nc\td"), (Rows{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(rows(""), Rows{});
}

TEST_F(PackTable, tells_which_table_is_missing) {
  const fs::path path = folder_ / "nowhere.tsv";
  const auto table = read_table(path);
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error().code, "pack.missing");
  EXPECT_EQ(table.error().input, path.string());
  EXPECT_FALSE(table.error().message.empty());
  EXPECT_FALSE(table.error().remedy.empty());
}

TEST_F(PackTable, takes_a_folder_for_no_table) {
  const auto table = read_table(folder_);
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error().code, "pack.missing");
  EXPECT_EQ(table.error().input, folder_.string());
}

TEST_F(PackTable, refuses_a_table_that_is_not_utf8) {
  const auto table = read_table(write("caf\xE9\tbar\n"));
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error().code, "pack.encoding");
  EXPECT_NE(table.error().input.find("table.tsv"), std::string::npos);
}

}  // namespace
}  // namespace counterpoint
