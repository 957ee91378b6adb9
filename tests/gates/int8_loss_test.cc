// SPDX-License-Identifier: Apache-2.0
// What computing in whole numbers costs: the scores in int8 against those in fp32 on dev sets with
// gold words, and the share of labels that change. The floors are in floors_int8.json.
#include <array>
#include <fstream>

#include "gates/nn_scores.h"

namespace counterpoint::nn {
namespace {

nlohmann::json floors() {
  std::ifstream in(std::filesystem::path(COUNTERPOINT_SOURCE_DIR) / "tests/gates/floors_int8.json");
  return nlohmann::json::parse(in).at("int8_loss");
}

std::vector<Prediction> predict_in(Precision precision, const std::vector<GoldSentence>& gold) {
  LoadOptions how;
  how.precision = precision;
  auto annotator =
      Annotator::load(std::filesystem::path(COUNTERPOINT_SOURCE_DIR) / "models/en", how);
  EXPECT_TRUE(annotator) << annotator.error().message;
  return predict_every(*annotator, gold);
}

// Percentages of words whose label is the same in both.
Scores agreement(const std::vector<Prediction>& left, const std::vector<Prediction>& right) {
  std::size_t words = 0;
  std::array<std::size_t, 4> same{};
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < left[i].words.size(); ++j, ++words) {
      const WordPrediction& a = left[i].words[j];
      const WordPrediction& b = right[i].words[j];
      same[0] += a.upos == b.upos ? 1 : 0;
      same[1] += a.head == b.head ? 1 : 0;
      same[2] += a.deprel == b.deprel ? 1 : 0;
      same[3] += a.name == b.name ? 1 : 0;
    }
  }
  return {{"same_upos", percent(same[0], words)},
          {"same_head", percent(same[1], words)},
          {"same_deprel", percent(same[2], words)},
          {"same_name", percent(same[3], words)}};
}

void expect_small_loss(const std::string& name) {
  const auto all = floors();
  const auto& set = all.at("sets").at(name);
  if (!has_data(set)) {
    GTEST_SKIP() << "The treebank is not part of the repository and was not found under "
                 << shared_data() << "; COUNTERPOINT_SHARED can name the folder that holds data/.";
  }
  const auto model = std::filesystem::path(COUNTERPOINT_SOURCE_DIR) / "models/en";
  const auto annotator = Annotator::load(model);
  ASSERT_TRUE(annotator) << annotator.error().message;
  const auto gold =
      read_gold(shared_data() / set.at("files").at("words").at("path").get<std::string>());
  const auto whole = predict_in(Precision::int8, gold);
  const auto floats = predict_in(Precision::fp32, gold);
  const Scores in_whole = score_set(set, *annotator, gold, whole);
  for (const auto& [metric, in_floats] : score_set(set, *annotator, gold, floats)) {
    const double loss = in_floats - in_whole.at(metric);
    ::testing::Test::RecordProperty("loss_" + metric, std::to_string(loss));
    EXPECT_LE(loss, all.at("most_loss").get<double>()) << name << " " << metric;
  }
  const Scores same = agreement(whole, floats);
  for (const auto& [metric, floor] : set.at("floors").items()) {
    ::testing::Test::RecordProperty(metric, std::to_string(same.at(metric)));
    EXPECT_GE(same.at(metric), floor.get<double>() - all.at("allowance").get<double>())
        << name << " " << metric;
  }
}

TEST(Int8Loss, stays_within_its_bounds_on_ewt) {
  expect_small_loss("ewt");
}

TEST(Int8Loss, stays_within_its_bounds_on_gum) {
  expect_small_loss("gum");
}

}  // namespace
}  // namespace counterpoint::nn
