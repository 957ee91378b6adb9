// SPDX-License-Identifier: Apache-2.0
// What is no report: each gives an error with input, code and remedy, and stops nothing else.
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "document/reading.h"

namespace counterpoint {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

std::string utf16(std::string_view text) {
  std::string bytes = "\xFF\xFE";
  for (const char c : text) bytes += {c, '\0'};
  return bytes;
}

void expect_error(const Document& document, const std::string& code) {
  ASSERT_TRUE(document.error.has_value()) << document.name;
  EXPECT_EQ(document.error->code, code) << document.name << ": " << document.error->message;
  EXPECT_NE(document.error->input.find(document.name), std::string::npos);
  EXPECT_FALSE(document.error->message.empty());
  EXPECT_FALSE(document.error->remedy.empty());
  EXPECT_EQ(document.text, "");
}

class BadInput : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("counterpoint_bad_" + std::string(test->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  fs::path folder_;
};

TEST_F(BadInput, is_named_with_its_cause) {
  struct Case {
    std::string name;
    std::string bytes;
    std::string code;
  };
  const std::vector<Case> cases{
      {"empty.txt", "", "document.empty"},
      {"empty.html", "", "document.empty"},
      {"empty.jsonl", "", "document.empty"},
      {"blank.md", "\xEF\xBB\xBF \n\n", "document.empty"},
      {"nuls.txt", "The dam\0 broke."s, "document.binary"},
      {"nuls.html", "<p>The dam\0 broke.</p>"s, "document.binary"},
      {"nothing_but_nuls.md", std::string(4096, '\0'), "document.binary"},
      {"wide.jsonl", utf16("{\"text\": \"The dam broke.\"}\n{}\n"), "document.encoding"},
      {"packed.jsonl", "\x1F\x8B\x08\0\0\n\0\n\0\n"s, "document.container"},
      {"report.docx", "PK\x03\x04", "document.container"},
  };
  for (const Case& c : cases) {
    const Intake intake = read_documents({write(c.name, c.bytes)}, with_packs());
    EXPECT_TRUE(intake.errors.empty()) << c.name;
    ASSERT_EQ(intake.documents.size(), 1U) << c.name;
    expect_error(intake.documents[0], c.code);
  }
}

TEST_F(BadInput, of_one_record_leaves_the_others) {
  const Intake intake = read_documents(
      {write(
          "wire.jsonl",
          "{\"name\": \"one\", \"text\": \"The dam broke.\"}\n\0\0\n\xFF\xFE\n[]\n7\n"
          "{\"text\": 7}\n{\"text\": \"A number\", \"deaths\": 1e999}\n{\"text\": \"The wall held.\"}"s)},
      with_packs());
  std::size_t read = 0;
  for (const Document& document : intake.documents) read += document.error ? 0 : 1;
  EXPECT_EQ(intake.documents.size(), 8U);
  EXPECT_EQ(read, 2U);
}

// Opening a pipe would wait for somebody to write to it.
TEST_F(BadInput, that_is_no_file_is_not_opened) {
  write("good.txt", "The dam broke.");
  ASSERT_EQ(mkfifo((folder_ / "pipe.txt").c_str(), 0600), 0);
  fs::create_symlink("loop_a.txt", folder_ / "loop_b.txt");
  fs::create_symlink("loop_b.txt", folder_ / "loop_a.txt");
  fs::create_symlink("nowhere.txt", folder_ / "dangling.txt");
  fs::create_directory_symlink(".", folder_ / "loop");
  const Intake intake = read_documents({folder_, folder_ / "pipe.txt", "/dev/zero"}, with_packs());
  std::size_t unreadable = 0;
  for (const Document& document : intake.documents) {
    if (document.name == "good.txt") {
      EXPECT_FALSE(document.error.has_value());
    } else if (document.error && document.error->code == "document.unreadable") {
      expect_error(document, "document.unreadable");
      ++unreadable;
    }
  }
  EXPECT_GE(unreadable, 5U) << "the pipe, /dev/zero and three links";
}

TEST_F(BadInput, as_an_argument_is_an_error_of_its_own) {
  fs::create_symlink("loop_a", folder_ / "loop_b");
  fs::create_symlink("loop_b", folder_ / "loop_a");
  const Intake intake = read_documents({folder_ / "loop_a", folder_ / "absent.txt", "",
                                        folder_ / std::string(5000, 'x'), "bad\xFFname.txt"},
                                       with_packs());
  EXPECT_TRUE(intake.documents.empty());
  EXPECT_EQ(intake.errors.size(), 5U);
  for (const Error& error : intake.errors) {
    EXPECT_TRUE(error.code == "document.not_found" || error.code == "document.unreadable");
    EXPECT_FALSE(error.message.empty() || error.input.empty() || error.remedy.empty());
  }
}

TEST_F(BadInput, of_great_depth_or_length_is_read) {
  const std::string sentence = "The dam above the village broke on Monday, two officials said. ";
  std::string divs;
  for (int i = 0; i < 100'000; ++i) divs += "<div>";
  const Document deep = read("deep.html", divs + "<p>" + sentence + sentence + "</p>");
  EXPECT_NE(deep.text.find("The dam above the village"), std::string::npos);
  std::string line;
  while (line.size() < 1'000'000) line += sentence;
  EXPECT_EQ(read("line.txt", line).text.size(), line.size() - 1);
  EXPECT_FALSE(read("word.txt", std::string(1'000'000, 'x')).text.empty());
  EXPECT_FALSE(read("marks.txt", std::string(1'000'000, '(') + "The dam broke.").text.empty());
}

}  // namespace
}  // namespace counterpoint
