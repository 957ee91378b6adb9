// SPDX-License-Identifier: Apache-2.0
// Word pieces (ids into a vocabulary, with byte offsets) from UTF-8 text, as BERT's uncased models
// were trained on. Same ids and offsets as the `tokenizers` library; tests/unit/nn compares them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "nn/bert_text.h"

namespace counterpoint::nn {

struct Piece {
  std::uint32_t id = 0;
  std::uint32_t begin = 0;  // bytes [begin, end) of the text that the piece stands for
  std::uint32_t end = 0;

  friend bool operator==(const Piece&, const Piece&) = default;
};

// A vocabulary and the greedy longest-match split. Immutable; shared by threads.
//
//   auto pieces = WordPiece::load("models/en/vocab.txt");
//   BertText text;
//   std::vector<Piece> out;
//   pieces->tokenize("Unaffable", text, out);  // un ##aff ##able, [0,2) [2,5) [5,9)
//   pieces->tokenize("[SEP]", text, out);      // "[", "sep", "]": text never makes special tokens
class WordPiece {
 public:
  // A vocabulary has one piece a line, ids from 0; a continuation piece starts with "##".
  // Errors: model.missing (unreadable), model.invalid (no [UNK], [CLS] or [SEP], or a repetition).
  static Result<WordPiece> load(const std::filesystem::path& file);
  static Result<WordPiece> from_text(std::string vocabulary, const std::string& file_name);

  // Appends the text's pieces to `out`. A word of more than 100 characters, or one that pieces
  // cannot cover, becomes one [UNK] over its bytes. `text_buffer` is the caller's to reuse.
  void tokenize(std::string_view text, BertText& text_buffer, std::vector<Piece>& out) const;

  std::uint32_t unknown() const { return unknown_; }
  std::uint32_t begin_sentence() const { return begin_sentence_; }  // [CLS]
  std::uint32_t end_sentence() const { return end_sentence_; }      // [SEP]
  std::size_t size() const { return size_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Ids = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

  WordPiece() = default;
  bool add(std::string_view line);
  void split_word(const BertText& text, BertText::Word word, std::vector<Piece>& out) const;

  Ids first_;      // pieces that start a word
  Ids following_;  // pieces that continue one, without the "##"
  std::size_t longest_ = 0;
  std::size_t size_ = 0;
  std::uint32_t unknown_ = 0;
  std::uint32_t begin_sentence_ = 0;
  std::uint32_t end_sentence_ = 0;
};

}  // namespace counterpoint::nn
