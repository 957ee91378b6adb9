// SPDX-License-Identifier: Apache-2.0
// Labels, arcs and relations of words, from hidden states: three products, a tree, a few dots.
#include "nn/heads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "nn/attribution_heads.h"
#include "nn/buffer.h"
#include "nn/decode.h"

namespace counterpoint::nn {
namespace {

// The matrices between the products, for the longest sentence.
struct Buffers {
  Buffers(const HeadWeights& weights, std::size_t words)
      : features((words + 1) * weights.features()),
        heads((words + 1) * weights.columns.end),
        arc_dep(words * weights.arc_size()),
        arc(words * weights.arc_size()),
        arc_heads(panels_size(words + 1, weights.arc_size())),
        scores(words * (words + 1)),
        rel_dep(words * weights.rel_size()),
        rel(words * weights.rel.out) {}

  Buffer features;  // row 0 is the root, as in heads
  Buffer heads;
  Buffer arc_dep;  // the words' vectors as dependents: from heads, without gaps
  Buffer arc;
  Buffer arc_heads;  // the words' vectors as heads, in panels
  Buffer scores;     // a row for each word, a column for each possible head
  Buffer rel_dep;
  Buffer rel;
};

// All that buffers follow from.
using Sizes = std::array<std::size_t, 7>;
Sizes sizes_of(const HeadWeights& weights, std::size_t words) {
  return {words,           weights.all.in, weights.all.out,         weights.arc.out,
          weights.rel.out, weights.rel.in, weights.columns.arc_head};
}

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
  out.mention = static_cast<std::uint16_t>(best(part(columns.mention, columns.source)));
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

// ReLU on what the parser reads of each row; what it reads of the words as dependents is copied.
void split_rows(const HeadWeights& weights, std::size_t count, const Buffers& buffers) {
  const HeadColumns& columns = weights.columns;
  for (std::size_t row = 0; row <= count; ++row) {
    float* values = buffers.heads.data() + row * columns.end;
    std::for_each(values + columns.arc_dep, values + columns.end,
                  [](float& value) { value = std::max(value, 0.F); });
    if (row == 0) continue;  // the root depends on nothing
    std::copy_n(values + columns.arc_dep, weights.arc_size(),
                buffers.arc_dep.data() + (row - 1) * weights.arc_size());
    std::copy_n(values + columns.rel_dep, weights.rel_size(),
                buffers.rel_dep.data() + (row - 1) * weights.rel_size());
  }
}

// A row for each of `count` words as a dependent, a column for each of them and the root as a head.
void score_arcs(const HeadWeights& weights, std::size_t count, const Buffers& buffers) {
  const std::size_t size = weights.arc_size();
  pack_columns(buffers.heads.data() + weights.columns.arc_head, weights.columns.end, count + 1,
               size, buffers.arc_heads.data());
  const Right heads{buffers.arc_heads.data(), nullptr, size, count + 1};
  arithmetic().multiply(buffers.arc.data(), size, count, heads, buffers.scores.data(), count + 1,
                        Then::kStore);
}

// All scores of `count` words and, in row 0 of the heads, what the parser needs of the root.
void compute_scores(const HeadWeights& weights, std::size_t count, const Buffers& buffers) {
  multiply(weights.all, buffers.features.data(), count + 1, buffers.heads.data());
  split_rows(weights, count, buffers);
  multiply(weights.arc, buffers.arc_dep.data(), count, buffers.arc.data());
  score_arcs(weights, count, buffers);
  multiply(weights.rel, buffers.rel_dep.data(), count, buffers.rel.data());
}

}  // namespace

std::vector<std::uint16_t> chosen_labels(const HeadWeights& weights, const Chain& chain,
                                         std::size_t column, std::span<const float> rows) {
  std::vector<float> scores;
  for (std::size_t at = column; at < rows.size(); at += weights.columns.end) {
    const float* first = rows.data() + at;
    scores.insert(scores.end(), first, first + chain.labels());
  }
  return decode_chain(chain, scores);
}

// Nothing in it points to weights, so it serves any heads of these sizes.
struct HeadScratch::State {
  State(const HeadWeights& weights, std::size_t words)
      : sizes(sizes_of(weights, words)), buffers(weights, words) {}

  Sizes sizes;
  Buffers buffers;
};

HeadScratch::HeadScratch() = default;
HeadScratch::~HeadScratch() = default;
HeadScratch::HeadScratch(HeadScratch&&) noexcept = default;
HeadScratch& HeadScratch::operator=(HeadScratch&&) noexcept = default;

void predict_words(const HeadWeights& weights, std::span<const float> states,
                   std::span<const WordInput> words, std::size_t max_words, HeadScratch& scratch,
                   std::span<WordPrediction> out) {
  if (!scratch.state_ || scratch.state_->sizes != sizes_of(weights, max_words)) {
    scratch.state_ = std::make_unique<HeadScratch::State>(weights, max_words);
  }
  const Buffers& buffers = scratch.state_->buffers;
  write_features(weights, states.data(), Shape::kRoot, buffers.features.data());
  for (std::size_t i = 0; i < words.size(); ++i) {
    write_features(weights, states.data() + words[i].piece * weights.hidden, words[i].shape,
                   buffers.features.data() + (i + 1) * weights.features());
  }
  compute_scores(weights, words.size(), buffers);

  const std::size_t candidates = words.size() + 1;
  const std::span<const float> scores(buffers.scores.data(), words.size() * candidates);
  const std::vector<std::uint32_t> heads = decode_tree(scores, words.size());
  const std::size_t stride = weights.columns.end;
  for (std::size_t i = 0; i < words.size(); ++i) {
    choose_labels(weights.columns, buffers.heads.data() + (i + 1) * stride, out[i]);
    const float* head = buffers.heads.data() + heads[i] * stride + weights.columns.rel_head;
    const float* word = buffers.rel.data() + i * weights.rel.out;
    out[i].head = heads[i];
    out[i].head_probability =
        probability(scores.subspan(i * candidates, candidates), heads[i], i + 1);
    out[i].deprel = static_cast<std::uint16_t>(heads[i] == 0 ? weights.root_relation
                                                             : best_relation(weights, word, head));
  }
  const float* rows = buffers.heads.data();
  const auto names = chosen_labels(weights, weights.names, weights.columns.names,
                                   {buffers.heads.data() + stride, words.size() * stride});
  for (std::size_t i = 0; i < words.size(); ++i) out[i].name = names[i];
  predict_attribution(weights, {rows, stride}, {rows + stride, words.size() * stride}, out);
}

}  // namespace counterpoint::nn
