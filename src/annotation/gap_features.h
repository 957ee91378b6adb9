// SPDX-License-Identifier: Apache-2.0
// What the classifier of sentence ends is told about a gap. Made from text while it is split; read
// by the classifier, and by the program that writes its training data.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "annotation/gaps.h"
#include "annotation/lexicon.h"

namespace counterpoint::annotation {

// Features as strings, "name=value"; the memory is used again for the next gap.
class FeatureList {
 public:
  void clear() { size_ = 0; }
  void add(std::initializer_list<std::string_view> parts);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const { return features_[i]; }

 private:
  std::vector<std::string> features_;
  std::size_t size_ = 0;
};

// Habits of a whole text: whether its sentences begin with capitals.
struct TextStyle {
  std::string_view small_starts = "few";  // "none" "some" "half" "most" of the stops; "few" stops
};
[[nodiscard]] TextStyle style_of(std::string_view text);

// What has been read of a sentence and is still to be read of its block.
struct Progress {
  std::size_t begin = 0;       // of the sentence
  int words = 0;               // chunks of the sentence before the gap
  int words_left = 0;          // chunks of the block behind the gap
  int quotes = 0;              // straight ones since `begin`
  int brackets = 0;            // open ones
  std::string_view block_end;  // end_kind() of the block's last chunk
};

// Whether the classifier is asked at all: not between two plain words, of which the second is
// written small, and not inside a chunk that is an address or a number.
[[nodiscard]] bool is_open_question(std::string_view text, const Block& block, const Gap& gap,
                                    const Lexicon& lexicon);

// A gap with what its features are told from. References must outlive the call.
struct GapAround {
  const Gap& gap;
  const Progress& progress;
  const TextStyle& style;
  bool rule = false;  // whether the rules end a sentence here
};

// Replaces `out` by the features of the gap.
void gap_features(std::string_view text, const Block& block, const GapAround& where,
                  const Lexicon& lexicon, FeatureList& out);

}  // namespace counterpoint::annotation
