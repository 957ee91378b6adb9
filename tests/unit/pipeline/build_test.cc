// SPDX-License-Identifier: Apache-2.0
// From paths to a dossier: the same bytes whatever the threads and the order, and no report stops
// the others.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "counterpoint/pipeline.h"
#include "counterpoint/view.h"

namespace counterpoint {
namespace {

namespace fs = std::filesystem;
using Paths = std::vector<fs::path>;

const fs::path kSource = COUNTERPOINT_SOURCE_DIR;
const fs::path kExample = kSource / "examples" / "masbate-ferry-2018";

BuildOptions by_rules(unsigned jobs = 1) {
  BuildOptions options;
  options.packs = kSource / "packs";
  options.models = kSource / "models";
  options.jobs = jobs;
  options.use_model = false;
  return options;
}

Paths files_of(const fs::path& folder) {
  Paths paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string json_of(const Paths& paths, const BuildOptions& options) {
  const auto built = build(paths, options);
  EXPECT_TRUE(built.has_value());
  return built ? to_json(built->dossier) : std::string();
}

class PipelineFolder : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("counterpoint_pipeline_" + std::string(test->name()));
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

TEST(Build, works_by_rules_alone) {
  const auto built = build({kExample}, by_rules());
  ASSERT_TRUE(built.has_value());
  EXPECT_TRUE(built->any_document);
  EXPECT_TRUE(built->errors.empty());
  const Dossier& dossier = built->dossier;
  EXPECT_EQ(dossier.documents.size(), 7U) << "five files and two records";
  EXPECT_FALSE(dossier.statements.empty());
  EXPECT_FALSE(dossier.title.empty());
  EXPECT_TRUE(dossier.tool.models.empty());
  EXPECT_FALSE(dossier.tool.packs.empty());
  EXPECT_EQ(dossier.tool.options.at("model"), "off");
}

TEST(Build, does_not_depend_on_threads_or_the_order_of_paths) {
  Paths paths = files_of(kExample);
  ASSERT_GT(paths.size(), 3U);
  const std::string once = json_of(paths, by_rules(1));
  ASSERT_FALSE(once.empty());
  EXPECT_EQ(once, json_of(paths, by_rules(1)));
  EXPECT_EQ(once, json_of(paths, by_rules(2)));
  EXPECT_EQ(once, json_of(paths, by_rules(8)));
  std::reverse(paths.begin(), paths.end());
  EXPECT_EQ(once, json_of(paths, by_rules(2)));
  std::rotate(paths.begin(), paths.begin() + 2, paths.end());
  EXPECT_EQ(once, json_of(paths, by_rules(1)));
}

TEST(Build, with_the_model_does_not_depend_on_threads_or_the_order_of_paths) {
  BuildOptions options = by_rules(1);
  options.use_model = true;
  if (!fs::exists(options.models / "en" / "annotator.safetensors")) {
    GTEST_SKIP() << "the model is not there";
  }
  // Two short reports: this is about order, not about quality.
  Paths paths{kExample / "islander-letter.txt", kExample / "pacific-newswire-2018-10-10.txt"};
  const std::string once = json_of(paths, options);
  ASSERT_NE(once.find("\"speech\": \"direct\""), std::string::npos);
  options.jobs = 2;
  std::reverse(paths.begin(), paths.end());
  EXPECT_EQ(once, json_of(paths, options));
}

TEST_F(PipelineFolder, gives_exhibits_that_do_not_depend_on_threads_or_the_order_of_paths) {
  BuildOptions options = by_rules(1);
  options.use_model = true;
  if (!fs::exists(options.models / "en" / "annotator.safetensors")) {
    GTEST_SKIP() << "the model is not there";
  }
  Paths paths{
      write("a.txt",
            "A video posted by activists on Monday shows soldiers beating a man in Odara.\n"),
      write("b.txt", "The army said the activists' video of soldiers beating a man was staged.\n"),
      write("c.txt",
            "Photographs released by the ministry on Tuesday show weapons in a mosque.\n")};
  const auto built = build(paths, options);
  ASSERT_TRUE(built.has_value());
  EXPECT_GE(built->dossier.exhibits.size(), 2U);
  const std::string once = to_json(built->dossier);
  options.jobs = 3;
  std::reverse(paths.begin(), paths.end());
  EXPECT_EQ(once, json_of(paths, options));
  std::rotate(paths.begin(), paths.begin() + 1, paths.end());
  EXPECT_EQ(once, json_of(paths, options));
}

TEST_F(PipelineFolder, gives_a_copy_of_a_folder_the_same_bytes_in_whatever_order_it_was_written) {
  Paths files = files_of(kExample);
  std::vector<std::string> jsons;
  for (const char* copy : {"one", "two"}) {
    const fs::path target = folder_ / copy / "reports";
    fs::create_directories(target);
    for (const fs::path& file : files) fs::copy_file(file, target / file.filename());
    jsons.push_back(json_of({target}, by_rules(2)));
    std::reverse(files.begin(), files.end());
  }
  ASSERT_FALSE(jsons[0].empty());
  EXPECT_EQ(jsons[0], jsons[1]);
}

TEST_F(PipelineFolder, builds_the_rest_around_a_report_that_cannot_be_read) {
  const fs::path good = write("good.txt", "The dam broke on Monday. Officials said nobody died.");
  const fs::path empty = write("empty.txt", "");
  const auto built = build({good, empty, folder_ / "nowhere.txt"}, by_rules());
  ASSERT_TRUE(built.has_value());
  EXPECT_TRUE(built->any_document);
  ASSERT_EQ(built->dossier.documents.size(), 2U);
  std::vector<std::string> codes;
  for (const Error& error : built->errors) codes.push_back(error.code);
  std::sort(codes.begin(), codes.end());
  EXPECT_EQ(codes, (std::vector<std::string>{"document.empty", "document.not_found"}));
  for (const Document& document : built->dossier.documents) {
    EXPECT_EQ(document.error.has_value(), document.name == "empty.txt") << document.name;
  }
  EXPECT_FALSE(built->dossier.statements.empty());
}

TEST_F(PipelineFolder, gives_ids_that_stay_when_a_report_is_added) {
  const fs::path one = write("one.txt", "The dam broke on Monday. Houses were flooded at once.");
  const fs::path two = write("two.txt", "The bridge held through the night, the mayor wrote.");
  const auto alone = build({one}, by_rules());
  const auto both = build({one, two}, by_rules());
  ASSERT_TRUE(alone.has_value() && both.has_value());
  ASSERT_FALSE(alone->dossier.statements.empty());
  for (const Statement& statement : alone->dossier.statements) {
    EXPECT_TRUE(std::any_of(both->dossier.statements.begin(), both->dossier.statements.end(),
                            [&](const Statement& other) { return other.id == statement.id; }))
        << statement.id.value;
  }
}

TEST_F(PipelineFolder, says_when_nothing_could_be_read) {
  const auto built = build({write("empty.txt", "")}, by_rules());
  ASSERT_TRUE(built.has_value());
  EXPECT_FALSE(built->any_document);
  EXPECT_EQ(built->errors.size(), 1U);
}

TEST_F(PipelineFolder, tells_which_packs_or_models_are_missing) {
  const fs::path report = write("one.txt", "The dam broke on Monday.");
  BuildOptions no_packs = by_rules();
  no_packs.packs = folder_ / "nowhere";
  const auto without_packs = build({report}, no_packs);
  ASSERT_FALSE(without_packs.has_value());
  EXPECT_EQ(without_packs.error().code, "pack.missing");
  BuildOptions no_model = by_rules();
  no_model.use_model = true;
  no_model.models = folder_ / "nowhere";
  const auto without_model = build({report}, no_model);
  ASSERT_FALSE(without_model.has_value());
  EXPECT_EQ(without_model.error().code, "model.missing");
  EXPECT_FALSE(without_model.error().remedy.empty());
}

TEST_F(PipelineFolder, counts_its_progress_to_the_end) {
  write("one.txt", "The dam broke on Monday.");
  write("two.txt", "The bridge held on Monday.");
  BuildOptions options = by_rules(2);
  std::atomic<std::size_t> calls = 0;
  std::atomic<std::size_t> last = 0;
  options.progress = [&](std::size_t done, std::size_t total) {
    ++calls;
    EXPECT_EQ(total, 2U);
    if (done == total) last = done;
  };
  ASSERT_TRUE(build({folder_}, options).has_value());
  EXPECT_EQ(calls, 2U);
  EXPECT_EQ(last, 2U);
}

}  // namespace
}  // namespace counterpoint
