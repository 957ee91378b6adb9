// SPDX-License-Identifier: Apache-2.0
// Labels, arcs and relations of words, from the encoder's hidden states and the words' shapes.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "nn/chain.h"
#include "nn/kernel.h"
#include "nn/labels.h"
#include "nn/prediction.h"
#include "nn/safetensors.h"
#include "nn/shape.h"

namespace counterpoint::nn {

// Columns of the one product that serves all heads, in this order.
struct HeadColumns {
  std::size_t upos = 0;
  std::size_t xpos = 0;
  std::size_t names = 0;
  std::size_t mention = 0;
  std::size_t source = 0;  // three each, in the order of InSpan
  std::size_t cue = 0;
  std::size_t content = 0;
  std::size_t arc_dep = 0;  // from here on: ReLU
  std::size_t arc_head = 0;
  std::size_t rel_dep = 0;
  std::size_t rel_head = 0;
  std::size_t link_dep = 0;
  std::size_t link_head = 0;
  std::size_t end = 0;
};

struct HeadWeights {
  std::size_t hidden = 0;
  std::size_t relations = 0;
  std::size_t root_relation = 0;  // index of "root"
  std::vector<float> shapes;      // kShapeClasses rows
  HeadColumns columns;
  Linear all;  // every head and parser layer that reads a word's features
  Linear arc;  // a dependent's vector, so that its product with a head's is the arc's score
  Linear rel;  // likewise, one such vector (and a constant) for each relation
  std::array<Chain, 3> chains;  // of sources, cues and contents
  Chain names;
  std::vector<float> link;  // link_size() + 1 rows of link_size(), as the file has them

  std::size_t features() const { return all.in; }
  std::size_t arc_size() const { return columns.rel_dep - columns.arc_head; }
  std::size_t rel_size() const { return columns.link_dep - columns.rel_head; }
  std::size_t link_size() const { return columns.end - columns.link_head; }
};

// Error: model.invalid (a tensor is absent, or out of shape with `hidden` or the labels).
Result<std::unique_ptr<const HeadWeights>> load_head_weights(const TensorFile& file,
                                                             std::size_t hidden,
                                                             const Labels& labels);

// A word as the heads see it.
struct WordInput {
  std::size_t piece = 0;  // row of its first piece in the hidden states; row 0 is [CLS]
  Shape shape = Shape::kOther;
};

// Working memory of one thread.
class HeadScratch {
 public:
  HeadScratch();
  ~HeadScratch();
  HeadScratch(HeadScratch&&) noexcept;
  HeadScratch& operator=(HeadScratch&&) noexcept;

 private:
  friend void predict_words(const HeadWeights&, std::span<const float>, std::span<const WordInput>,
                            std::size_t, HeadScratch&, std::span<WordPrediction>);
  struct State;
  std::unique_ptr<State> state_;
};

// Fills out[i] for words[i]: one tree over all of them. `max_words` is the most that the scratch
// will ever be used for. Names are not repaired yet.
void predict_words(const HeadWeights& weights, std::span<const float> states,
                   std::span<const WordInput> words, std::size_t max_words, HeadScratch& scratch,
                   std::span<WordPrediction> out);

// The labels of one chain for all words; `rows` holds the heads' outputs for each word, and the
// chain's scores stand from `column` on.
std::vector<std::uint16_t> chosen_labels(const HeadWeights& weights, const Chain& chain,
                                         std::size_t column, std::span<const float> rows);

}  // namespace counterpoint::nn
