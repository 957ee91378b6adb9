// SPDX-License-Identifier: Apache-2.0
// Word shapes against those the training code gives the same words.
#include "nn/shape.h"

#include <gtest/gtest.h>

#include <sstream>

#include "nn/test_files.h"

namespace counterpoint::nn {
namespace {

TEST(Shape, agrees_with_the_training_code) {
  std::istringstream lines(read_text(fixture("shapes.tsv")));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    const std::string word = line.substr(0, first);
    EXPECT_EQ(static_cast<int>(word_shape(word, line[first + 1] == '1')),
              std::stoi(line.substr(second + 1)))
        << line;
  }
  EXPECT_GT(count, 50U);
}

TEST(Shape, tells_cases_digits_and_symbols) {
  const struct {
    const char* word;
    Shape shape;
  } rows[] = {
      {"residents", Shape::kLower},   {"Syria", Shape::kTitle},  {"SANA", Shape::kUpper},
      {"A", Shape::kSingleUpper},     {"McCain", Shape::kMixed}, {"1,000", Shape::kDigits},
      {"12th", Shape::kAlphanumeric}, {"--", Shape::kSymbols},   {"al-Assad", Shape::kMixed},
      {"O'Brien", Shape::kMixed},     {"U.N.", Shape::kUpper},   {"a/b", Shape::kOther},
      {"حلب", Shape::kOther},         {"", Shape::kOther},       {"1/2", Shape::kOther},
      {"\xFF", Shape::kSymbols}};
  for (const auto& row : rows) EXPECT_EQ(word_shape(row.word, false), row.shape) << row.word;
}

TEST(Shape, sets_a_capital_at_the_start_of_a_sentence_apart) {
  EXPECT_EQ(word_shape("The", true), Shape::kTitleFirst);
  EXPECT_EQ(word_shape("THE", true), Shape::kUpper);
  EXPECT_EQ(word_shape("the", true), Shape::kLower);
}

}  // namespace
}  // namespace counterpoint::nn
