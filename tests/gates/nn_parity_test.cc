// SPDX-License-Identifier: Apache-2.0
// The program's predictions against those of the training code with the same weights and words.
// Two ways of adding up floats differ in the last bits, which now and then tips a near tie; more
// than one label in a thousand would mean that the two no longer compute the same thing.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>

#include "gates/nn_treebank.h"

namespace counterpoint::nn {
namespace {

constexpr double kLeastAgreement = 0.999;
constexpr std::size_t kStep = 4;  // a quarter of the sentences is plenty, and quick

// A line of dev_labels: what the training code says of one word.
struct Labelled {
  std::string upos, xpos, head, deprel, name, mention, source, cue, content, link;
};

std::string read_gzip(const std::filesystem::path& file) {
  const std::string command = "gzip -dc '" + file.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  std::array<char, 1 << 16> block{};
  while (const std::size_t got = fread(block.data(), 1, block.size(), pipe.get())) {
    text.append(block.data(), got);
  }
  return text;
}

// By sentence and word, both counted from 0.
std::vector<std::vector<Labelled>> read_labels(const std::filesystem::path& file) {
  std::vector<std::vector<Labelled>> sentences;
  std::istringstream in(read_gzip(file));
  for (std::string line; std::getline(in, line);) {
    const auto fields = split(line, '\t');
    if (fields.size() < 12 || fields[0].find_first_not_of("0123456789") != std::string::npos)
      continue;
    const std::size_t sentence = std::stoul(fields[0]);
    if (sentence >= sentences.size()) sentences.resize(sentence + 1);
    sentences[sentence].push_back({fields[2], fields[3], fields[4], fields[5], fields[6], fields[7],
                                   fields[8], fields[9], fields[10], fields[11]});
  }
  return sentences;
}

std::string span_label(InSpan label) {
  return label == InSpan::outside ? "O" : label == InSpan::begin ? "B" : "I";
}

void expect_agreement(const char* treebank, const char* labels_file) {
  const std::filesystem::path source(COUNTERPOINT_SOURCE_DIR);
  const auto treebank_file = shared_data() / treebank;
  if (!std::filesystem::exists(treebank_file)) {
    GTEST_SKIP() << "The treebank is not part of the repository and was not found at "
                 << treebank_file << "; COUNTERPOINT_SHARED can name the folder that holds data/.";
  }
  LoadOptions how;
  how.precision = Precision::fp32;
  auto annotator = Annotator::load(source / "models/en", how);
  ASSERT_TRUE(annotator) << annotator.error().message << " " << annotator.error().input;
  const auto sentences = read_gold(treebank_file);
  const auto expected = read_labels(source / "tests/data/nn" / labels_file);
  ASSERT_EQ(expected.size(), sentences.size());
  const auto predictions = predict_every(*annotator, sentences, kStep);

  const Labels& labels = annotator->labels();
  std::size_t words = 0;
  std::array<std::size_t, 10> same{};
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    const auto& wanted = expected[i * kStep];
    ASSERT_EQ(predictions[i].words.size(), wanted.size()) << sentences[i * kStep].id;
    for (std::size_t j = 0; j < wanted.size(); ++j, ++words) {
      const WordPrediction& word = predictions[i].words[j];
      same[0] += labels.upos[word.upos] == wanted[j].upos ? 1 : 0;
      same[1] += labels.xpos[word.xpos] == wanted[j].xpos ? 1 : 0;
      same[2] += std::to_string(word.head) == wanted[j].head ? 1 : 0;
      same[3] += labels.deprel[word.deprel] == wanted[j].deprel ? 1 : 0;
      same[4] += labels.names[word.name] == wanted[j].name ? 1 : 0;
      same[5] += labels.mention[word.mention] == wanted[j].mention ? 1 : 0;
      same[6] += span_label(word.source) == wanted[j].source ? 1 : 0;
      same[7] += span_label(word.cue) == wanted[j].cue ? 1 : 0;
      same[8] += span_label(word.content) == wanted[j].content ? 1 : 0;
      same[9] += std::to_string(word.link) == wanted[j].link ? 1 : 0;
    }
  }
  const char* kHeads[] = {"upos",    "xpos",   "head", "deprel",  "name",
                          "mention", "source", "cue",  "content", "link"};
  for (std::size_t i = 0; i < same.size(); ++i) {
    const double agreement = static_cast<double>(same[i]) / static_cast<double>(words);
    EXPECT_GE(agreement, kLeastAgreement) << kHeads[i];
    ::testing::Test::RecordProperty(std::string("head_") + kHeads[i], std::to_string(agreement));
  }
}

TEST(NnParity, predicts_what_the_training_code_predicts_on_ewt) {
  expect_agreement("ud_english_ewt/en_ewt-ud-dev.conllu", "dev_labels_ewt.tsv.gz");
}

TEST(NnParity, predicts_what_the_training_code_predicts_on_gum) {
  expect_agreement("ud_english_gum/en_gum-ud-dev.conllu", "dev_labels_gum.tsv.gz");
}

}  // namespace
}  // namespace counterpoint::nn
