// SPDX-License-Identifier: Apache-2.0
// The English model's scores against the floors of floors.json, on dev sets with gold words. A
// floor is lowered only there, where a reviewer sees it, together with the reason.
#include <fstream>

#include "gates/nn_scores.h"

namespace counterpoint::nn {
namespace {

nlohmann::json floors() {
  std::ifstream in(std::filesystem::path(COUNTERPOINT_SOURCE_DIR) / "tests/gates/floors.json");
  return nlohmann::json::parse(in).at("annotator_en");
}

void expect_quality(const std::string& name) {
  const auto all = floors();
  const auto& set = all.at("sets").at(name);
  if (!has_data(set)) {
    GTEST_SKIP() << "The treebank is not part of the repository and was not found under "
                 << shared_data() << "; COUNTERPOINT_SHARED can name the folder that holds data/.";
  }
  LoadOptions how;
  how.precision =
      Precision::fp32;  // the model's own; tests/gates/int8_loss_test.cc has int8's loss
  auto annotator =
      Annotator::load(std::filesystem::path(COUNTERPOINT_SOURCE_DIR) / "models/en", how);
  ASSERT_TRUE(annotator) << annotator.error().message << " " << annotator.error().input;
  const auto words = set.at("files").at("words").at("path").get<std::string>();
  const auto gold = read_gold(shared_data() / words);
  const auto predictions = predict_every(*annotator, gold);
  const Scores scores = score_set(set, *annotator, gold, predictions);
  const auto allowance = all.at("allowance").get<double>();
  for (const auto& [metric, floor] : set.at("floors").items()) {
    ::testing::Test::RecordProperty(metric, std::to_string(scores.at(metric)));
    EXPECT_GE(scores.at(metric), floor.get<double>() - allowance) << name << " " << metric;
  }
}

TEST(AnnotatorQuality, keeps_its_scores_on_ewt) {
  expect_quality("ewt");
}

TEST(AnnotatorQuality, keeps_its_scores_on_gum) {
  expect_quality("gum");
}

}  // namespace
}  // namespace counterpoint::nn
