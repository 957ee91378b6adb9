// SPDX-License-Identifier: Apache-2.0
// Files, folders and JSON lines.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "document/reading.h"

namespace counterpoint {
namespace {

namespace fs = std::filesystem;

class IntakeTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("counterpoint_intake_" + std::string(test->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& bytes) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  static std::vector<std::string> names(const Intake& intake) {
    std::vector<std::string> names;
    for (const Document& document : intake.documents) names.push_back(document.name);
    std::sort(names.begin(), names.end());
    return names;
  }

  static std::vector<std::string> codes(const Intake& intake) {
    std::vector<std::string> codes;
    for (const Error& error : intake.errors) codes.push_back(error.code);
    return codes;
  }

  static const Document& get(const Intake& intake, const std::string& name) {
    for (const Document& document : intake.documents) {
      if (document.name == name) return document;
    }
    throw std::out_of_range(name);
  }

  fs::path folder_;
};

TEST_F(IntakeTest, reads_folders_to_any_depth_and_skips_hidden_files) {
  write("a/b/one.txt", "The dam broke.");
  write("two.txt", "The wall held.");
  write(".hidden.txt", "Not this.");
  write(".git/three.txt", "Nor this.");
  const Intake intake = read_documents({folder_}, with_packs());
  EXPECT_EQ(names(intake), (std::vector<std::string>{"a/b/one.txt", "two.txt"}));
  EXPECT_TRUE(intake.errors.empty());
  EXPECT_EQ(get(intake, "two.txt").sha256,
            "dde567163e33915626cc37d6a0be3ee5206b12c0316f8d65a7f119f4f843e8ab");
}

TEST_F(IntakeTest, does_not_depend_on_the_order_of_paths) {
  const fs::path one = write("one.txt", "The dam broke.");
  const fs::path two = write("two.txt", "The wall held.");
  const Intake forth = read_documents({one, two, folder_}, with_packs());
  const Intake back = read_documents({folder_, two, one}, with_packs());
  ASSERT_EQ(forth.documents.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(forth.documents[i].id, back.documents[i].id);
    EXPECT_EQ(forth.documents[i].name, back.documents[i].name);
  }
  EXPECT_EQ(forth.errors, back.errors);
  EXPECT_EQ(codes(forth), (std::vector<std::string>(2, "document.repeated")));
}

TEST_F(IntakeTest, reads_a_file_reached_through_a_link_once) {
  write("one.txt", "The dam broke.");
  fs::create_symlink(folder_ / "one.txt", folder_ / "link_to_one.txt");
  fs::create_directory_symlink(folder_, folder_ / "loop");
  const Intake intake = read_documents({folder_}, with_packs());
  EXPECT_EQ(names(intake), (std::vector<std::string>{"one.txt"}));
}

TEST_F(IntakeTest, tells_the_same_bytes_under_two_names_apart) {
  write("one.txt", "The dam broke.");
  write("two.txt", "The dam broke.");
  const Intake intake = read_documents({folder_}, with_packs());
  ASSERT_EQ(intake.documents.size(), 2U);
  EXPECT_NE(intake.documents[0].id, intake.documents[1].id);
  EXPECT_EQ(intake.documents[0].sha256, intake.documents[1].sha256);
}

TEST_F(IntakeTest, says_what_is_wrong_with_an_argument) {
  fs::create_directories(folder_ / "empty");
  const Intake intake = read_documents({folder_ / "empty", folder_ / "absent.txt"}, with_packs());
  EXPECT_TRUE(intake.documents.empty());
  ASSERT_EQ(codes(intake),
            (std::vector<std::string>{"document.empty_folder", "document.not_found"}));
  for (const Error& error : intake.errors) {
    EXPECT_FALSE(error.message.empty() || error.input.empty() || error.remedy.empty());
  }
}

TEST_F(IntakeTest, keeps_what_cannot_be_read_as_a_document_with_an_error) {
  write("blank.txt", " \n\n");
  write("nothing.txt", "");
  write("program.txt", std::string("\x7F"
                                   "ELF\0\0\1",
                                   7));
  write("latin.txt", "The caf\xE9 is closed.");
  write("wide.txt",
        "\xFF\xFE"
        "a");
  write("report.pdf", "%PDF-1.4");
  write("good.txt", "The dam broke.");
  write("large.txt", std::string(100, 'a'));
  ReadOptions options = with_packs();
  options.limits.max_bytes = 50;
  const Intake intake = read_documents({folder_}, options);
  ASSERT_EQ(intake.documents.size(), 8U);
  const auto code = [&](const std::string& name) {
    const Document& document = get(intake, name);
    return document.error ? document.error->code : std::string("none");
  };
  EXPECT_EQ(code("blank.txt"), "document.empty");
  EXPECT_EQ(code("nothing.txt"), "document.empty");
  EXPECT_EQ(code("program.txt"), "document.binary");
  EXPECT_EQ(code("latin.txt"), "none");
  EXPECT_NE(get(intake, "wide.txt").error->message.find("offset 0"), std::string::npos);
  EXPECT_EQ(code("wide.txt"), "document.encoding");
  EXPECT_EQ(code("report.pdf"), "document.unsupported");
  EXPECT_EQ(code("large.txt"), "document.too_large");
  EXPECT_EQ(code("good.txt"), "none");
  EXPECT_EQ(get(intake, "large.txt").bytes, 100U);
}

TEST_F(IntakeTest, reads_each_json_line_as_a_document) {
  const std::string first =
      R"({"name": "r1", "title": "Dam breaks", "published": "1998-05-12T08:00:00Z", "text": )"
      R"("The dam \"broke\".\nNine \u2013 or ten \ud83d\ude00 \u2013 are dead. It rained. A\tmill fell."})";
  const std::string second =
      R"({"text": "The wall held. It is sound.", "url": "https://www.valley.example/a?b=1", )"
      R"("author": ["A. Miner"], "publisher": 7})";
  write("reports.jsonl", first + "\r\n\n" + second + "\n");
  const Intake intake = read_documents({folder_}, with_packs());
  EXPECT_EQ(names(intake), (std::vector<std::string>{"r1", "reports.jsonl:3"}));
  const Document& one = get(intake, "r1");
  expect_sound(one, first);
  EXPECT_EQ(one.title, "Dam breaks");
  EXPECT_EQ(one.published->edtf, "1998-05-12");
  EXPECT_EQ(one.published->basis, "metadata");
  EXPECT_EQ(one.bytes, first.size());
  EXPECT_EQ(one.media_type, "application/json");
  EXPECT_NE(one.text.find("The dam \"broke\"."), std::string::npos);
  EXPECT_NE(one.text.find("\xF0\x9F\x98\x80"), std::string::npos);
  const Document& two = get(intake, "reports.jsonl:3");
  expect_sound(two, second);
  EXPECT_EQ(two.host, "valley.example");
  EXPECT_EQ(two.authors, (std::vector<std::string>{"A. Miner"}));
  EXPECT_EQ(two.publisher, "");
}

TEST_F(IntakeTest, keeps_reading_after_a_broken_json_line) {
  write("reports.jsonl",
        "{\"name\": \"r1\", \"text\": \"The dam broke.\"}\n{\"name\": \"r2\", \n[1, 2]\n"
        "{\"name\": \"r4\"}\n{\"name\": \"r5\", \"text\": \"\"}\n{\"text\": \"\xFF\"}\n");
  const Intake intake = read_documents({folder_}, with_packs());
  ASSERT_EQ(intake.documents.size(), 6U);
  const Document& broken = get(intake, "reports.jsonl:2");
  ASSERT_TRUE(broken.error.has_value());
  EXPECT_EQ(broken.error->code, "document.json");
  EXPECT_NE(broken.error->message.find("Line 2"), std::string::npos);
  EXPECT_EQ(get(intake, "reports.jsonl:3").error->code, "document.json");
  EXPECT_EQ(get(intake, "reports.jsonl:4").error->code, "document.json");
  EXPECT_EQ(get(intake, "r5").error->code, "document.empty");
  EXPECT_EQ(get(intake, "reports.jsonl:6").error->code, "document.encoding");
}

TEST_F(IntakeTest, survives_deeply_nested_json) {
  const std::string deep(200000, '[');
  write("reports.jsonl",
        "{\"x\": " + deep + std::string(200000, ']') + ", \"text\": \"It broke.\"}\n");
  const Intake intake = read_documents({folder_}, with_packs());
  ASSERT_EQ(intake.documents.size(), 1U);
  EXPECT_EQ(intake.documents[0].text, "It broke.");
}

TEST_F(IntakeTest, says_that_the_packs_are_missing) {
  write("one.txt", "The dam broke.");
  ReadOptions options;
  options.packs = folder_ / "no_packs";
  const Intake intake = read_documents({folder_ / "one.txt"}, options);
  EXPECT_EQ(codes(intake), (std::vector<std::string>{"pack.missing"}));
  EXPECT_EQ(intake.documents.size(), 1U);
}

}  // namespace
}  // namespace counterpoint
