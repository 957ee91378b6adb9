// SPDX-License-Identifier: Apache-2.0
// Labels, arcs and relations of words, from hidden states: three products, a tree, a few dots.
#include "nn/heads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "nn/decode.h"

namespace counterpoint::nn {
namespace {

// The matrices between the products, for the longest sentence.
struct Buffers {
  Buffers(const HeadWeights& weights, std::size_t words)
      : sizes(sizes_of(weights, words)),
        features((words + 1) * weights.features()),
        heads((words + 1) * round_up(weights.all.out)),
        arc(words * round_up(weights.arc.out)),
        scores(words * round_up(words + 1)),
        turned(weights.arc.out * round_up(words + 1)),
        rel(words * round_up(weights.rel.out)) {}

  // All that the sizes of the buffers follow from.
  using Sizes = std::array<std::size_t, 5>;
  static Sizes sizes_of(const HeadWeights& weights, std::size_t words) {
    return {words, weights.all.in, weights.all.out, weights.arc.out, weights.rel.out};
  }

  Sizes sizes;
  Buffer<float> features;  // row 0 is the root, as in heads
  Buffer<float> heads;
  Buffer<float> arc;
  Buffer<float> scores;  // a row for each word, a column for each possible head
  Buffer<float> turned;
  Buffer<float> rel;
};

void write_features(const HeadWeights& weights, const float* state, Shape shape, float* out) {
  const std::size_t width = weights.features() - weights.hidden;
  const float* embedding = weights.shapes.data() + static_cast<std::size_t>(shape) * width;
  std::copy_n(state, weights.hidden, out);
  std::copy_n(embedding, width, out + weights.hidden);
}

std::size_t best(std::span<const float> scores) {
  return static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
}

// Softmax of one entry; 0 when the scores are no numbers. Entry `left_out` does not take part.
float probability(std::span<const float> scores, std::size_t chosen, std::size_t left_out) {
  double sum = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (i != left_out) sum += std::exp(static_cast<double>(scores[i] - scores[chosen]));
  }
  return sum >= 1 ? static_cast<float>(1 / sum) : 0.F;
}

void choose_labels(const HeadColumns& columns, const float* row, WordPrediction& out) {
  const auto part = [row](std::size_t begin, std::size_t end) {
    return std::span<const float>(row + begin, row + end);
  };
  const auto upos = part(columns.upos, columns.xpos);
  out.upos = static_cast<std::uint16_t>(best(upos));
  out.xpos = static_cast<std::uint16_t>(best(part(columns.xpos, columns.names)));
  out.name = static_cast<std::uint16_t>(best(part(columns.names, columns.mention)));
  out.mention = static_cast<std::uint16_t>(best(part(columns.mention, columns.arc_dep)));
  out.upos_probability = probability(upos, out.upos, upos.size());
}

// The best relation but "root", which is for the root's arc alone. `word` is what the relation
// product made of the dependent, `head` the head's vector.
std::size_t best_relation(const HeadWeights& weights, const float* word, const float* head) {
  const std::size_t size = weights.rel_size();
  std::size_t chosen = weights.root_relation == 0 && weights.relations > 1 ? 1 : 0;
  float highest = -INFINITY;
  for (std::size_t relation = 0; relation < weights.relations; ++relation) {
    const float* row = word + relation * (size + 1);
    float score = row[size];
    for (std::size_t i = 0; i < size; ++i) score += row[i] * head[i];
    if (relation == weights.root_relation || !(score > highest)) continue;
    highest = score;
    chosen = relation;
  }
  return chosen;
}

}  // namespace

struct HeadScratch::State {
  State(const HeadWeights& weights, std::size_t words) : buffers(weights, words) {}

  Buffers buffers;
  std::vector<float> scores;  // of buffers.scores, without the rows' padding
};

HeadScratch::HeadScratch() = default;
HeadScratch::~HeadScratch() = default;
HeadScratch::HeadScratch(HeadScratch&&) noexcept = default;
HeadScratch& HeadScratch::operator=(HeadScratch&&) noexcept = default;

namespace {

// All scores of `count` words and, in row 0 of the heads, what the parser needs of the root.
void compute_scores(const HeadWeights& weights, std::size_t count, Buffers& buffers) {
  const Kernels& run = kernels();
  const HeadColumns& columns = weights.columns;
  const std::size_t stride = round_up(weights.all.out);
  const Rows features{buffers.features.data(), weights.features()};
  const Rows heads{buffers.heads.data(), stride};
  run.linear(weights.all, features, count + 1, heads, Then::kStore);
  for (std::size_t row = 0; row <= count; ++row) {
    float* values = heads.data + row * stride;
    std::for_each(values + columns.arc_dep, values + columns.end,
                  [](float& value) { value = std::max(value, 0.F); });
  }
  const float* words = heads.data + stride;
  const auto part = [stride](const float* data, std::size_t column) {
    return Rows{const_cast<float*>(data) + column, stride};
  };
  const Rows arc{buffers.arc.data(), round_up(weights.arc.out)};
  const Rows scores{buffers.scores.data(), round_up(count + 1)};
  run.linear(weights.arc, part(words, columns.arc_dep), count, arc, Then::kStore);
  run.dots(arc, count, part(heads.data, columns.arc_head), count + 1, weights.arc_size(), scores,
           buffers.turned.data());
  run.linear(weights.rel, part(words, columns.rel_dep), count,
             {buffers.rel.data(), round_up(weights.rel.out)}, Then::kStore);
}

}  // namespace

void predict_words(const HeadWeights& weights, std::span<const float> states,
                   std::span<const WordInput> words, std::size_t max_words, HeadScratch& scratch,
                   std::span<WordPrediction> out) {
  if (!scratch.state_ || scratch.state_->buffers.sizes != Buffers::sizes_of(weights, max_words)) {
    scratch.state_ = std::make_unique<HeadScratch::State>(weights, max_words);
  }
  Buffers& buffers = scratch.state_->buffers;
  write_features(weights, states.data(), Shape::kRoot, buffers.features.data());
  for (std::size_t i = 0; i < words.size(); ++i) {
    write_features(weights, states.data() + words[i].piece * weights.hidden, words[i].shape,
                   buffers.features.data() + (i + 1) * weights.features());
  }
  compute_scores(weights, words.size(), buffers);

  const std::size_t candidates = words.size() + 1;
  std::vector<float>& scores = scratch.state_->scores;
  scores.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const float* row = buffers.scores.data() + i * round_up(candidates);
    scores.insert(scores.end(), row, row + candidates);
  }
  const std::vector<std::uint32_t> heads = decode_tree(scores, words.size());
  const std::size_t stride = round_up(weights.all.out);
  for (std::size_t i = 0; i < words.size(); ++i) {
    choose_labels(weights.columns, buffers.heads.data() + (i + 1) * stride, out[i]);
    const float* head = buffers.heads.data() + heads[i] * stride + weights.columns.rel_head;
    const float* word = buffers.rel.data() + i * round_up(weights.rel.out);
    const auto row = std::span<const float>(scores).subspan(i * candidates, candidates);
    out[i].head = heads[i];
    out[i].head_probability = probability(row, heads[i], i + 1);
    out[i].deprel = static_cast<std::uint16_t>(heads[i] == 0 ? weights.root_relation
                                                             : best_relation(weights, word, head));
  }
}

}  // namespace counterpoint::nn
