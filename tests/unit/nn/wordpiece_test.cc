// SPDX-License-Identifier: Apache-2.0
// Word pieces against the reference tokenizer's, and what single characters become.
#include "nn/wordpiece.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "nn/test_files.h"

namespace counterpoint::nn {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  BertText read;
  read_bert_text(text, read);
  std::vector<std::string> words;
  for (const auto word : read.words) {
    const auto begin = read.characters[word.first].at;
    words.push_back(read.normalised.substr(begin, read.characters[word.last].at - begin));
  }
  return words;
}

using Words = std::vector<std::string>;

TEST(BertText, splits_at_space_punctuation_and_ideographs) {
  EXPECT_EQ(words_of("Café-goers"), (Words{"cafe", "-", "goers"}));
  EXPECT_EQ(words_of(" \t\r\n"), Words{});
  EXPECT_EQ(words_of(""), Words{});
  EXPECT_EQ(words_of("a中国b"), (Words{"a", "中", "国", "b"}));
  EXPECT_EQ(words_of("$5…“x”"), (Words{"$", "5", "…", "“", "x", "”"}));
  EXPECT_EQ(words_of("a€b"), (Words{"a€b"}));
}

TEST(BertText, drops_controls_marks_and_bytes_that_are_no_utf8) {
  EXPECT_EQ(words_of(std::string_view("a\0b", 3)), Words{"ab"});
  EXPECT_EQ(words_of("a\xFF\xC3"), Words{"a"});
  EXPECT_EQ(words_of("a\u200Bb\u00ADc"), Words{"abc"});
  EXPECT_EQ(words_of("\u0301"), Words{});
  EXPECT_EQ(words_of("İstanbul"), Words{"istanbul"});
  EXPECT_EQ(words_of("\uFFFD"), Words{});
}

// The reference library's Unicode tables are of version 8.0; these changed later.
TEST(BertText, keeps_to_the_categories_of_unicode_8) {
  EXPECT_EQ(words_of("a\u166Db"), (Words{"a", "\u166D", "b"}));
  EXPECT_EQ(words_of("a\u1734b"), (Words{"ab"}));
  EXPECT_EQ(words_of("a\u1885b"), (Words{"a\u1885b"}));
  EXPECT_EQ(words_of("a\u09FDb"), (Words{"a\u09FDb"}));  // punctuation since 11.0
}

TEST(WordPiece, agrees_with_the_reference_on_ten_thousand_texts) {
  auto model =
      WordPiece::load(std::filesystem::path(COUNTERPOINT_SOURCE_DIR) / "models/en/vocab.txt");
  if (!model) GTEST_SKIP() << "models/en is not there: " << model.error().message;
  std::istringstream lines(read_gzip(fixture("wordpiece_10000.tsv.gz")));
  std::size_t count = 0;
  BertText buffer;
  std::vector<Piece> pieces;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto expected = nlohmann::json::parse(line);
    pieces.clear();
    model->tokenize(expected["text"].get<std::string>(), buffer, pieces);
    std::vector<Piece> wanted;
    for (std::size_t i = 0; i < expected["ids"].size(); ++i) {
      wanted.push_back({expected["ids"][i], expected["offsets"][i][0], expected["offsets"][i][1]});
    }
    ASSERT_EQ(pieces, wanted) << expected["text"];
  }
  EXPECT_EQ(count, 10000);
}

class SmallVocabulary : public testing::Test {
 protected:
  std::vector<Piece> pieces_of(std::string_view text) const {
    BertText buffer;
    std::vector<Piece> pieces;
    pieces_->tokenize(text, buffer, pieces);
    return pieces;
  }
  // [UNK] is 0, "un" 3 ...
  Result<WordPiece> pieces_ = WordPiece::from_text(
      "[UNK]\n[CLS]\n[SEP]\nun\n##aff\n##able\n##a\nsep\n[\n]\nx\n##x\n##\n", "vocab.txt");
};

TEST_F(SmallVocabulary, takes_the_longest_piece_each_time) {
  EXPECT_EQ(pieces_of("Unaffable"), (std::vector<Piece>{{3, 0, 2}, {4, 2, 5}, {5, 5, 9}}));
  EXPECT_EQ(pieces_of("ùn"), (std::vector<Piece>{{3, 0, 3}}));
}

TEST_F(SmallVocabulary, makes_a_word_it_cannot_cover_one_unknown) {
  EXPECT_EQ(pieces_of(" unq "), (std::vector<Piece>{{0, 1, 4}}));
  EXPECT_EQ(pieces_of("\u4E2D"), (std::vector<Piece>{{0, 0, 3}}));
}

TEST_F(SmallVocabulary, makes_a_word_of_more_than_100_characters_one_unknown) {
  EXPECT_EQ(pieces_of(std::string(100, 'x')).size(), 100U);
  EXPECT_EQ(pieces_of(std::string(101, 'x')), (std::vector<Piece>{{0, 0, 101}}));
}

TEST_F(SmallVocabulary, never_makes_special_pieces_from_text) {
  EXPECT_EQ(pieces_of("[SEP]"), (std::vector<Piece>{{8, 0, 1}, {7, 1, 4}, {9, 4, 5}}));
}

TEST(WordPiece, rejects_vocabularies_it_cannot_use) {
  const auto lacking = WordPiece::from_text("[UNK]\n[CLS]\n", "v.txt");
  ASSERT_FALSE(lacking);
  EXPECT_EQ(lacking.error().code, "model.invalid");
  EXPECT_EQ(lacking.error().input, "v.txt");
  EXPECT_NE(lacking.error().message.find("[SEP]"), std::string::npos);
  EXPECT_FALSE(WordPiece::from_text("[UNK]\n[CLS]\n[SEP]\na\na\n", "v.txt"));
  const auto absent = WordPiece::load("/no/such/vocab.txt");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, "model.missing");
}

}  // namespace
}  // namespace counterpoint::nn
