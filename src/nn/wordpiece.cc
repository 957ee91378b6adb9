// SPDX-License-Identifier: Apache-2.0
// Word pieces from normalised words, by greedy longest match against a vocabulary.
#include "nn/wordpiece.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace counterpoint::nn {
namespace {

constexpr std::uint32_t kMaxWordCharacters = 100;  // the limit the vocabulary was made with
constexpr std::string_view kContinues = "##";

}  // namespace

Result<WordPiece> WordPiece::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() && !in.eof()) {
    return fail("model.missing", "The vocabulary cannot be read.", file.string(),
                "Check the path and its permissions; a model folder holds vocab.txt.");
  }
  return from_text(std::move(text), file.string());
}

Result<WordPiece> WordPiece::from_text(std::string vocabulary, const std::string& file_name) {
  WordPiece made;
  std::string_view rest = vocabulary;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!made.add(line)) {
      return fail("model.invalid", "The vocabulary repeats the piece '" + std::string(line) + "'.",
                  file_name, "Export the model again; each piece has one line.");
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const std::pair<const char*, std::uint32_t*> specials[] = {
      {"[UNK]", &made.unknown_}, {"[CLS]", &made.begin_sentence_}, {"[SEP]", &made.end_sentence_}};
  for (const auto& [name, id] : specials) {
    const auto found = made.first_.find(std::string_view(name));
    if (found == made.first_.end()) {
      return fail("model.invalid", std::string("The vocabulary lacks ") + name + ".", file_name,
                  "Export the model again with its own vocab.txt.");
    }
    *id = found->second;
  }
  return made;
}

bool WordPiece::add(std::string_view line) {
  const auto id = static_cast<std::uint32_t>(size_++);
  const bool continues = line.starts_with(kContinues) && line.size() > kContinues.size();
  if (continues) line.remove_prefix(kContinues.size());
  longest_ = std::max(longest_, line.size());
  return (continues ? following_ : first_).emplace(std::string(line), id).second;
}

void WordPiece::tokenize(std::string_view text, BertText& text_buffer,
                         std::vector<Piece>& out) const {
  read_bert_text(text, text_buffer);
  for (const BertText::Word word : text_buffer.words) split_word(text_buffer, word, out);
}

void WordPiece::split_word(const BertText& text, BertText::Word word,
                           std::vector<Piece>& out) const {
  const auto& characters = text.characters;
  const std::size_t before = out.size();
  std::uint32_t first = word.first;
  bool covered = word.last - word.first <= kMaxWordCharacters;
  while (covered && first < word.last) {
    const Ids& ids = first == word.first ? first_ : following_;
    std::uint32_t last = word.last;
    auto found = ids.end();
    for (; last > first && found == ids.end(); --last) {
      const std::uint32_t at = characters[first].at;
      const std::size_t length = characters[last].at - at;
      if (length > longest_) continue;
      found = ids.find(std::string_view(text.normalised).substr(at, length));
      if (found != ids.end()) break;
    }
    covered = found != ids.end();
    if (!covered) break;
    out.push_back({found->second, characters[first].begin, characters[last - 1].end});
    first = last;
  }
  if (!covered) {
    out.resize(before);
    out.push_back({unknown_, characters[word.first].begin, characters[word.last - 1].end});
  }
}

}  // namespace counterpoint::nn
