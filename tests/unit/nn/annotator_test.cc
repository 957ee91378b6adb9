// SPDX-License-Identifier: Apache-2.0
// A tiny random model against what the training code computes with it, and what may not matter:
// threads, order, length.
#include "nn/annotator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <thread>

#include "nn/encoder.h"
#include "nn/manifest.h"
#include "nn/test_files.h"

namespace counterpoint::nn {
namespace {

using Strings = std::vector<std::string>;

nlohmann::json expected_sentences() {
  return nlohmann::json::parse(read_text(fixture("encoder_small/expected.json")));
}

Annotator small_model(Precision precision = Precision::fp32) {
  LoadOptions how;
  how.precision = precision;
  auto made = Annotator::load(fixture("encoder_small"), how);
  EXPECT_TRUE(made) << made.error().message;
  return std::move(*made);
}

Prediction predict(const Annotator& annotator, const Strings& words, Scratch& scratch) {
  const std::vector<std::string_view> views(words.begin(), words.end());
  return annotator.predict(views, scratch);
}

bool is_same(const Prediction& a, const Prediction& b) {
  return a.pooled == b.pooled &&
         std::ranges::equal(a.words, b.words, [](const auto& x, const auto& y) {
           return x.upos == y.upos && x.xpos == y.xpos && x.deprel == y.deprel &&
                  x.name == y.name && x.mention == y.mention && x.head == y.head &&
                  x.source == y.source && x.cue == y.cue && x.content == y.content &&
                  x.link == y.link && x.upos_probability == y.upos_probability &&
                  x.head_probability == y.head_probability;
         });
}

double softmax(const std::vector<double>& scores, std::size_t chosen) {
  double sum = 0;
  for (const double score : scores) sum += std::exp(score - scores[chosen]);
  return 1 / sum;
}

TEST(Encoder, computes_the_hidden_states_of_the_training_code) {
  const auto manifest = read_manifest(fixture("encoder_small/annotator.json"));
  ASSERT_TRUE(manifest);
  const auto file = TensorFile::open(fixture("encoder_small/annotator.safetensors"));
  ASSERT_TRUE(file);
  const auto encoder = Encoder::load(*file, manifest->sizes, Precision::fp32);
  ASSERT_TRUE(encoder) << encoder.error().message;
  EncoderScratch scratch;
  for (const auto& sentence : expected_sentences()) {
    const auto ids = sentence["pieces"].get<std::vector<std::uint32_t>>();
    const std::size_t lengths[] = {ids.size()};
    const auto states = encoder->encode(ids, lengths, scratch);
    ASSERT_EQ(states.size(), ids.size() * encoder->hidden());
    for (std::size_t i = 0; i < states.size(); ++i) {
      const double wanted = sentence["hidden"][i / encoder->hidden()][i % encoder->hidden()];
      ASSERT_NEAR(static_cast<double>(states[i]), wanted, 2e-5) << i;
    }
  }
}

TEST(Annotator, predicts_what_the_training_code_predicts) {
  const Annotator annotator = small_model();
  const Labels& labels = annotator.labels();
  Scratch scratch;
  for (const auto& sentence : expected_sentences()) {
    const auto made = predict(annotator, sentence["words"].get<Strings>(), scratch);
    const auto& decoded = sentence["decoded"];
    for (std::size_t i = 0; i < made.words.size(); ++i) {
      const WordPrediction& word = made.words[i];
      EXPECT_EQ(labels.upos[word.upos], decoded["upos"][i]);
      EXPECT_EQ(labels.xpos[word.xpos], decoded["xpos"][i]);
      EXPECT_EQ(labels.names[word.name], decoded["names"][i]);
      EXPECT_EQ(labels.mention[word.mention], decoded["mention"][i]);
      EXPECT_EQ(labels.deprel[word.deprel], decoded["deprel"][i]);
      EXPECT_EQ(word.head, decoded["heads"][i]);
      EXPECT_EQ(static_cast<int>(word.source), decoded["source"][i]);
      EXPECT_EQ(static_cast<int>(word.cue), decoded["cue"][i]);
      EXPECT_EQ(static_cast<int>(word.content), decoded["content"][i]);
      EXPECT_EQ(word.link, decoded["link"][i]);
      EXPECT_NEAR(word.upos_probability, softmax(sentence["upos"][i], word.upos), 1e-4);
      std::vector<double> arcs;
      for (const auto& arc : sentence["arc"][i])
        arcs.push_back(arc.is_null() ? -1e9 : arc.get<double>());
      EXPECT_NEAR(word.head_probability, softmax(arcs, word.head), 1e-4);
    }
  }
}

TEST(Annotator, pools_the_mean_of_all_pieces) {
  const Annotator annotator = small_model();
  Scratch scratch;
  const auto sentence = expected_sentences()[0];
  std::vector<double> mean(annotator.vector_size(), 0.0);
  for (const auto& piece : sentence["hidden"]) {
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += piece[i].get<double>();
  }
  double squares = 0;
  for (const double value : mean) squares += value * value;
  const auto made = predict(annotator, sentence["words"].get<Strings>(), scratch);
  ASSERT_EQ(made.pooled.size(), mean.size());
  for (std::size_t i = 0; i < mean.size(); ++i) {
    EXPECT_NEAR(static_cast<double>(made.pooled[i]), mean[i] / std::sqrt(squares), 1e-4);
  }
}

TEST(Annotator, predicts_nothing_from_nothing) {
  const Annotator annotator = small_model();
  Scratch scratch;
  const auto made = annotator.predict({}, scratch);
  EXPECT_TRUE(made.words.empty());
  EXPECT_TRUE(made.pooled.empty());
}

TEST(Annotator, copes_with_words_that_hold_nothing_or_no_utf8) {
  const Annotator annotator = small_model();
  Scratch scratch;
  const auto made = predict(annotator, {"", "\xFF\xFE", std::string(1, '\0'), " ", "a"}, scratch);
  EXPECT_EQ(made.words.size(), 5U);
  const auto page = predict(annotator, {"a", std::string(5000, '!'), "b"}, scratch);
  EXPECT_EQ(page.words.size(), 3U);
}

void expect_one_tree(const Prediction& made) {
  std::size_t roots = 0;
  for (const WordPrediction& word : made.words) {
    roots += word.head == 0 ? 1 : 0;
    std::size_t steps = 0;
    for (std::uint32_t at = word.head; at != 0; at = made.words[at - 1].head) {
      ASSERT_LE(at, made.words.size());
      ASSERT_LE(++steps, made.words.size());
    }
  }
  EXPECT_EQ(roots, 1U);
}

TEST(Annotator, cuts_a_sentence_of_too_many_pieces_into_parts_of_one_tree) {
  const Annotator annotator = small_model();
  Scratch scratch;
  const Strings part(40, "man");  // three pieces each; 126 fit
  Strings words;
  for (int i = 0; i < 5; ++i) words.insert(words.end(), part.begin(), part.end());
  const auto made = predict(annotator, words, scratch);
  ASSERT_EQ(made.words.size(), words.size());
  expect_one_tree(made);
  double squares = 0;
  for (const float value : made.pooled) squares += static_cast<double>(value) * value;
  EXPECT_NEAR(squares, 1, 1e-5);
}

class AnnotatorIn : public testing::TestWithParam<Precision> {};
INSTANTIATE_TEST_SUITE_P(EachPrecision, AnnotatorIn,
                         testing::Values(Precision::int8, Precision::fp32));

TEST_P(AnnotatorIn, gives_the_same_bits_whatever_was_predicted_before) {
  const Annotator annotator = small_model(GetParam());
  const auto sentences = expected_sentences();
  for (const auto& sentence : sentences) {
    const auto words = sentence["words"].get<Strings>();
    Scratch fresh;
    const auto alone = predict(annotator, words, fresh);
    Scratch used;
    for (const auto& other : sentences) predict(annotator, other["words"].get<Strings>(), used);
    EXPECT_TRUE(is_same(alone, predict(annotator, words, used)));
  }
}

// Sentences of one to a hundred and more pieces, long ones in parts, so that batches end in many
// ways.
std::vector<Strings> many_sentences() {
  std::vector<Strings> made = {{}};
  for (const auto& sentence : expected_sentences()) made.push_back(sentence["words"]);
  for (std::size_t i = 0; i < 40; ++i)
    made.push_back(Strings(i * 7 % 60, i % 2 == 0 ? "man" : "a"));
  return made;
}

TEST_P(AnnotatorIn, gives_a_sentence_the_same_bits_alone_and_in_company) {
  const Annotator annotator = small_model(GetParam());
  const std::vector<Strings> sentences = many_sentences();
  std::vector<std::vector<std::string_view>> views;
  for (const Strings& words : sentences) views.emplace_back(words.begin(), words.end());
  const std::vector<Words> all(views.begin(), views.end());
  Scratch scratch;
  const std::vector<Prediction> together = annotator.predict_all(all, scratch);
  ASSERT_EQ(together.size(), sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    Scratch fresh;
    EXPECT_TRUE(is_same(together[i], predict(annotator, sentences[i], fresh))) << i;
  }
}

TEST(Annotator, predicts_nearly_the_same_in_whole_numbers) {
  const Annotator whole = small_model(Precision::int8);
  const Annotator floats = small_model(Precision::fp32);
  Scratch scratch;
  for (const auto& sentence : expected_sentences()) {
    const auto words = sentence["words"].get<Strings>();
    const auto left = predict(whole, words, scratch).pooled;
    const auto right = predict(floats, words, scratch).pooled;
    double cosine = 0;
    for (std::size_t i = 0; i < left.size(); ++i) cosine += static_cast<double>(left[i] * right[i]);
    EXPECT_GT(cosine, 0.99);  // random weights leave wide ranges
  }
}

TEST_P(AnnotatorIn, gives_the_same_bits_on_any_number_of_threads) {
  const Annotator annotator = small_model(GetParam());
  std::vector<Strings> sentences;
  for (const auto& sentence : expected_sentences()) sentences.push_back(sentence["words"]);
  std::vector<Prediction> alone;
  Scratch scratch;
  for (const auto& words : sentences) alone.push_back(predict(annotator, words, scratch));
  std::vector<std::vector<Prediction>> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) {
    threads.emplace_back([&] {
      Scratch own;
      for (int round = 0; round < 20; ++round) {
        result.clear();
        for (const auto& words : sentences) result.push_back(predict(annotator, words, own));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) {
    EXPECT_TRUE(std::ranges::equal(result, alone, is_same));
  }
}

// A second model of other sizes must not write into buffers made for the first.
TEST(Annotator, may_use_a_scratch_that_another_model_has_used) {
  const Annotator small = small_model();
  TemporaryFolder folder;
  for (const char* name : {"annotator.json", "annotator.safetensors", "vocab.txt"}) {
    std::filesystem::copy_file(fixture("encoder_small") / name, folder / name);
  }
  auto json = nlohmann::json::parse(read_text(folder / "annotator.json"));
  json["layers"] = 1;
  json["attention_heads"] = 2;
  write_text(folder / "annotator.json", json.dump());
  const auto other = Annotator::load(folder.path());
  ASSERT_TRUE(other) << other.error().message;
  Scratch fresh;
  Scratch used;
  predict(small, {"the", "man"}, used);
  EXPECT_TRUE(is_same(predict(*other, {"a", "man"}, fresh), predict(*other, {"a", "man"}, used)));
}

}  // namespace
}  // namespace counterpoint::nn
