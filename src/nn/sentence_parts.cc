// SPDX-License-Identifier: Apache-2.0
// Greedy cuts at word boundaries, and heads counted from the sentence's beginning.
#include "nn/sentence_parts.h"

namespace counterpoint::nn {

std::vector<Part> split_sentence(std::span<const std::size_t> word_begin, std::size_t limit) {
  std::vector<Part> parts;
  const std::size_t words = word_begin.size() - 1;
  for (std::size_t first = 0; first < words;) {
    std::size_t last = first + 1;
    while (last < words && word_begin[last + 1] - word_begin[first] <= limit) ++last;
    parts.push_back({first, last});
    first = last;
  }
  return parts;
}

namespace {

// A part that is not the first may go on with a span; where the part before has none open, it
// begins one.
void join_spans(WordPrediction& word, const WordPrediction& before) {
  for (const auto kind :
       {&WordPrediction::source, &WordPrediction::cue, &WordPrediction::content}) {
    if (word.*kind == InSpan::inside && before.*kind == InSpan::outside) word.*kind = InSpan::begin;
  }
}

}  // namespace

void join_parts(std::span<const Part> parts, std::size_t relation,
                std::span<WordPrediction> words) {
  std::uint32_t root = 0;  // of the first part, 1-based
  for (const Part& part : parts) {
    if (part.first > 0) join_spans(words[part.first], words[part.first - 1]);
    for (std::size_t i = part.first; i < part.last; ++i) {
      if (words[i].link != 0) words[i].link += static_cast<std::uint32_t>(part.first);
      if (words[i].head != 0) {
        words[i].head += static_cast<std::uint32_t>(part.first);
      } else if (root == 0) {
        root = static_cast<std::uint32_t>(i + 1);
      } else {
        words[i].head = root;
        words[i].deprel = static_cast<std::uint16_t>(relation);
        words[i].head_probability = 0;
      }
    }
  }
}

}  // namespace counterpoint::nn
