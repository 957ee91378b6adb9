// SPDX-License-Identifier: Apache-2.0
// What nn::Annotator says about a sentence and its words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace counterpoint::nn {

// A word's place in the spans of one kind. At a sentence's first word, inside says that the span
// goes on from the sentence before.
enum class InSpan : std::uint8_t { outside, begin, inside };
inline constexpr std::size_t kInSpans = 3;

// What the model says about one word. Label fields are indices into Annotator::labels().
struct WordPrediction {
  std::uint16_t upos = 0;
  std::uint16_t xpos = 0;
  std::uint16_t deprel = 0;   // relation to the head; "root" exactly when head is 0
  std::uint16_t name = 0;     // BIO, the best chain: I-X only ever follows B-X or I-X
  std::uint16_t mention = 0;  // as the head gave it, not repaired
  std::uint32_t head = 0;     // 1-based index of the head word in the sentence; 0 is the root

  // Who says what: the best chain of each kind; inside never follows outside.
  InSpan source = InSpan::outside;
  InSpan cue = InSpan::outside;
  InSpan content = InSpan::outside;
  // Where a source or a content begins in this sentence: the 1-based first word of the cue that it
  // belongs to; 0: of none in this sentence. 0 for every other word. One word that begins both a
  // source and a content has one link.
  std::uint32_t link = 0;

  // Softmax over the label scores, and over the candidate heads' scores; in [0, 1]. They rank the
  // model's own choices on text like its training text. They are not calibrated, so 0.9 does not
  // mean "right nine times in ten". head_probability is that of the arc finally chosen, which the
  // tree constraint can make a small one; it is 0 for an arc added to join the parts of an
  // over-long sentence, because the model never scored it.
  float upos_probability = 0;
  float head_probability = 0;
};

// What the model says about one sentence. Owns everything; nothing points into the model.
struct Prediction {
  std::vector<WordPrediction> words;  // one for each input word, in order
  std::vector<float> pooled;          // vector_size() floats of length 1; empty without words
};

}  // namespace counterpoint::nn
