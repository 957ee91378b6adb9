// SPDX-License-Identifier: Apache-2.0
// Treebank documents as raw text with their gold words, for raw_text_test.cc.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "annotation/chars.h"
#include "base/utf8.h"
#include "gates/conllu.h"

namespace counterpoint::raw_text {

// Where a word or sentence stands: characters are counted in bytes, white space left out, so that
// two ways of cutting the same text compare.
struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
  auto operator<=>(const Place&) const = default;
};

struct Word {
  Place place;
  std::string form, lemma, upos, xpos, deprel;
  std::size_t sentence_first = 0;  // index of the sentence's first word
  int head = 0;                    // 1 = the sentence's first word; 0 = root
};

struct Cut {
  std::vector<Word> words;
  std::vector<Place> sentences;
};

struct TreebankDocument {
  std::string text;
  Cut gold;
};

inline std::string without_space(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = utf8::decode(text, at);
    const bool space = annotation::classify(c.value) == annotation::CharClass::space;
    if (!space) result += text.substr(at, c.length);
    at += c.length;
  }
  return result;
}

// Joins sentences, one after the other, to documents.
class TreebankReader {
 public:
  void add(const gates::ConlluSentence& sentence) {
    for (const std::string& comment : sentence.comments) read_comment(comment);
    for (const gates::ConlluRow& row : sentence.rows) row.is_shared() ? shared(row) : word(row);
    end_sentence();
  }

  std::vector<TreebankDocument> take() { return std::move(documents_); }

 private:
  Cut& gold() { return documents_.back().gold; }

  void end_sentence() {
    if (at_ > sentence_begin_) gold().sentences.push_back({sentence_begin_, at_});
    gap_ = joined_ ? "" : " ";
  }

  void read_comment(const std::string& comment) {
    constexpr std::string_view kText = "# text = ";
    if (comment.starts_with("# newdoc")) {
      documents_.emplace_back();
      gap_ = "";
      at_ = 0;
    } else if (comment.starts_with("# newpar")) {
      if (!gap_.empty() || joined_) gap_ = "\n\n";
    } else if (comment.starts_with(kText)) {
      documents_.back().text += gap_ + comment.substr(kText.size());
      sentence_begin_ = at_;
      first_word_ = gold().words.size();
    }
  }

  // A shared word takes its characters from the text; the words in it share them out when they
  // spell it ("do" + "n't"), and otherwise all stand on the whole of it.
  void shared(const gates::ConlluRow& row) {
    range_end_ = row.last;
    range_ = without_space(row.form);
    range_begin_ = at_;
    joined_ = !row.space_after();
    at_ += range_.size();
    spelled_ = 0;
  }

  void word(const gates::ConlluRow& row) {
    const std::string form = without_space(row.form);
    Word made{{}, row.form, row.lemma, row.upos, row.xpos, row.deprel, first_word_, row.head};
    if (row.id <= range_end_) {
      const bool spells = range_.compare(spelled_, form.size(), form) == 0;
      made.place = spells ? Place{range_begin_ + spelled_, range_begin_ + spelled_ + form.size()}
                          : Place{range_begin_, range_begin_ + range_.size()};
      spelled_ += form.size();
    } else {
      made.place = {at_, at_ + form.size()};
      at_ += form.size();
      joined_ = !row.space_after();
    }
    if (row.id == range_end_) range_end_ = 0;
    gold().words.push_back(std::move(made));
  }

  std::vector<TreebankDocument> documents_;
  std::string gap_;
  bool joined_ = false;
  std::size_t at_ = 0;
  std::size_t sentence_begin_ = 0;
  std::size_t first_word_ = 0;
  std::string range_;
  std::size_t range_begin_ = 0;
  std::size_t spelled_ = 0;
  int range_end_ = 0;
};

inline std::vector<TreebankDocument> read_treebank(const std::filesystem::path& file) {
  TreebankReader reader;
  for (const gates::ConlluSentence& sentence : gates::read_conllu(file)) reader.add(sentence);
  return reader.take();
}

}  // namespace counterpoint::raw_text
