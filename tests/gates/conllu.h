// SPDX-License-Identifier: Apache-2.0
// Treebank files in the CoNLL-U format, row by row. What a gate makes of them is said in
// nn_treebank.h, raw_text_treebank.h and gum_reader.h.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace counterpoint::gates {

// A syntactic word, or the written word that several of them share ("3-4 don't").
struct ConlluRow {
  int id = 0;
  int last = 0;  // the last word that shares this one; `id` where the row is a word
  std::string form, lemma, upos, xpos, deprel;
  int head = 0;  // counted from 1 in the sentence; 0 = root, or a shared word
  std::string misc;

  [[nodiscard]] bool is_shared() const { return last > id; }
  [[nodiscard]] bool space_after() const;
  // The value of `key` in the last column; empty when it is not there.
  [[nodiscard]] std::string misc_value(std::string_view key) const;
};

struct ConlluSentence {
  std::vector<std::string> comments;  // "# text = ...", in order
  std::vector<ConlluRow> rows;        // without empty nodes ("8.1")
};

// Throws std::runtime_error on a row with too few columns: figures on half-read data would mean
// nothing.
[[nodiscard]] std::vector<ConlluSentence> read_conllu(const std::filesystem::path& file);

// The same from memory.
[[nodiscard]] std::vector<ConlluSentence> parse_conllu(std::string_view lines);

}  // namespace counterpoint::gates
