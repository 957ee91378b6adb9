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

void join_parts(std::span<const Part> parts, std::size_t relation,
                std::span<WordPrediction> words) {
  std::uint32_t root = 0;  // of the first part, 1-based
  for (const Part& part : parts) {
    for (std::size_t i = part.first; i < part.last; ++i) {
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
