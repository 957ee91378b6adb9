// SPDX-License-Identifier: Apache-2.0
// Labels, arcs and relations of words, from hidden states: three products, a tree, a few dots.
#include "nn/heads.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "nn/decode.h"

namespace counterpoint::nn {
namespace {

constexpr std::size_t kMaxPlans = 128;

struct Buffers {
  Buffers(const HeadWeights& weights, std::size_t words)
      : features((words + 1) * weights.features()),
        heads((words + 1) * weights.columns.end),
        arc(words * weights.arc_size()),
        scores(words * (words + 1)),
        rel(words * weights.rel.out) {}

  Buffer features;  // row 0 is the root
  Buffer heads;     // row 0 is the root
  Buffer arc;
  Buffer scores;  // words x (words + 1) possible heads
  Buffer rel;
};

// The kernels for one number of words.
class Plan {
 public:
  Plan(const HeadWeights& weights, const Buffers& buffers, std::size_t words)
      : all_(Kernel::linear(
            weights.all, at(buffers.features.data(), words + 1, weights.all.in, weights.all.in),
            at(buffers.heads.data(), words + 1, weights.all.out, weights.all.out), Then::kStore)),
        arc_(Kernel::linear(
            weights.arc,
            columns(weights, buffers, 1, words, weights.columns.arc_dep, weights.arc_size()),
            at(buffers.arc.data(), words, weights.arc.out, weights.arc.out), Then::kStore)),
        scores_(Kernel::product(at(buffers.arc.data(), words, weights.arc.out, weights.arc.out),
                                transposed_heads(weights, buffers, words),
                                at(buffers.scores.data(), words, words + 1, words + 1))),
        rel_(Kernel::linear(
            weights.rel,
            columns(weights, buffers, 1, words, weights.columns.rel_dep, weights.rel_size()),
            at(buffers.rel.data(), words, weights.rel.out, weights.rel.out), Then::kStore)) {}

  void run_all(const dnnl::stream& stream) const { all_.run(stream); }
  void run_parser(const dnnl::stream& stream) const {
    arc_.run(stream);
    scores_.run(stream);
    rel_.run(stream);
  }

 private:
  static dnnl::memory at(float* data, std::size_t rows, std::size_t columns, std::size_t stride) {
    return {matrix(rows, columns, stride), cpu(), data};
  }

  static dnnl::memory columns(const HeadWeights& weights, const Buffers& buffers, std::size_t row,
                              std::size_t rows, std::size_t column, std::size_t count) {
    const std::size_t stride = weights.columns.end;
    return at(buffers.heads.data() + row * stride + column, rows, count, stride);
  }

  // The vectors of all possible heads, as the right side of a product.
  static dnnl::memory transposed_heads(const HeadWeights& weights, const Buffers& buffers,
                                       std::size_t words) {
    using Dim = dnnl::memory::dim;
    const auto size = static_cast<Dim>(weights.arc_size());
    const auto stride = static_cast<Dim>(weights.columns.end);
    const dnnl::memory::desc shape({size, static_cast<Dim>(words + 1)},
                                   dnnl::memory::data_type::f32, dnnl::memory::dims{1, stride});
    return {shape, cpu(), buffers.heads.data() + weights.columns.arc_head};
  }

  Kernel all_;
  Kernel arc_;
  Kernel scores_;
  Kernel rel_;
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
  State(const HeadWeights& heads, std::size_t max_words)
      : weights(&heads), buffers(heads, max_words), stream(cpu()) {}

  const HeadWeights* weights;
  Buffers buffers;
  dnnl::stream stream;
  std::unordered_map<std::size_t, Plan> plans;  // by number of words
};

HeadScratch::HeadScratch() = default;
HeadScratch::~HeadScratch() = default;
HeadScratch::HeadScratch(HeadScratch&&) noexcept = default;
HeadScratch& HeadScratch::operator=(HeadScratch&&) noexcept = default;

void predict_words(const HeadWeights& weights, std::span<const float> states,
                   std::span<const WordInput> words, std::size_t max_words, HeadScratch& scratch,
                   std::span<WordPrediction> out) {
  const OneThread guard;
  if (!scratch.state_ || scratch.state_->weights != &weights) {
    scratch.state_ = std::make_unique<HeadScratch::State>(weights, max_words);
  }
  HeadScratch::State& state = *scratch.state_;
  Buffers& buffers = state.buffers;
  if (state.plans.size() >= kMaxPlans && !state.plans.contains(words.size())) state.plans.clear();
  const Plan& plan =
      state.plans.try_emplace(words.size(), weights, buffers, words.size()).first->second;

  write_features(weights, states.data(), Shape::kRoot, buffers.features.data());
  for (std::size_t i = 0; i < words.size(); ++i) {
    write_features(weights, states.data() + words[i].piece * weights.hidden, words[i].shape,
                   buffers.features.data() + (i + 1) * weights.features());
  }
  plan.run_all(state.stream);
  state.stream.wait();
  const std::size_t stride = weights.columns.end;
  for (std::size_t row = 0; row <= words.size(); ++row) {
    float* columns = buffers.heads.data() + row * stride;
    std::for_each(columns + weights.columns.arc_dep, columns + stride,
                  [](float& value) { value = std::max(value, 0.F); });
  }
  plan.run_parser(state.stream);
  state.stream.wait();

  const std::size_t candidates = words.size() + 1;
  const std::span<const float> scores(buffers.scores.data(), words.size() * candidates);
  const std::vector<std::uint32_t> heads = decode_tree(scores, words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    choose_labels(weights.columns, buffers.heads.data() + (i + 1) * stride, out[i]);
    const std::size_t head = heads[i];
    const float* head_vector = buffers.heads.data() + head * stride + weights.columns.rel_head;
    out[i].head = heads[i];
    out[i].head_probability = probability(scores.subspan(i * candidates, candidates), head, i + 1);
    out[i].deprel = static_cast<std::uint16_t>(
        head == 0 ? weights.root_relation
                  : best_relation(weights, buffers.rel.data() + i * weights.rel.out, head_vector));
  }
}

}  // namespace counterpoint::nn
