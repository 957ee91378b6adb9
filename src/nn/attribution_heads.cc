// SPDX-License-Identifier: Apache-2.0
// Chains over the words' scores, then one small product for each source and content.
#include "nn/attribution_heads.h"

#include <algorithm>
#include <vector>

namespace counterpoint::nn {
namespace {

// A dependent's vector, made so that its product with a cue's is the link's score.
std::vector<float> wanted_cue(const HeadWeights& weights, const float* dependent) {
  const std::size_t size = weights.link_size();
  std::vector<float> made(weights.link.end() - static_cast<std::ptrdiff_t>(size),
                          weights.link.end());  // the last row meets a constant 1
  for (std::size_t in = 0; in < size; ++in) {
    const float* row = weights.link.data() + in * size;
    for (std::size_t out = 0; out < size; ++out) made[out] += dependent[in] * row[out];
  }
  return made;
}

float product(std::span<const float> left, const float* right) {
  float sum = 0;
  for (std::size_t i = 0; i < left.size(); ++i) sum += left[i] * right[i];
  return sum;
}

bool begins(std::span<const WordPrediction> words, std::size_t i, InSpan WordPrediction::*kind) {
  return words[i].*kind == InSpan::begin || (i == 0 && words[i].*kind == InSpan::inside);
}

// 1-based; `root` is what the root's own row would be as a cue: the choice of no cue.
std::uint32_t best_cue(const HeadWeights& weights, std::span<const float> rows, const float* root,
                       std::span<const std::size_t> cues, std::size_t word) {
  const std::size_t stride = weights.columns.end;
  const auto wanted = wanted_cue(weights, rows.data() + word * stride + weights.columns.link_dep);
  std::uint32_t best = 0;
  float highest = product(wanted, root);
  for (const std::size_t cue : cues) {
    const float score = product(wanted, rows.data() + cue * stride + weights.columns.link_head);
    if (!(score > highest)) continue;
    highest = score;
    best = static_cast<std::uint32_t>(cue + 1);
  }
  return best;
}

}  // namespace

void predict_attribution(const HeadWeights& weights, std::span<const float> root,
                         std::span<const float> rows, std::span<WordPrediction> out) {
  const HeadColumns& columns = weights.columns;
  const auto source = chosen_labels(weights, weights.chains[0], columns.source, rows);
  const auto cue = chosen_labels(weights, weights.chains[1], columns.cue, rows);
  const auto content = chosen_labels(weights, weights.chains[2], columns.content, rows);
  std::vector<std::size_t> cues;
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].source = static_cast<InSpan>(source[i]);
    out[i].cue = static_cast<InSpan>(cue[i]);
    out[i].content = static_cast<InSpan>(content[i]);
    if (begins(out, i, &WordPrediction::cue)) cues.push_back(i);
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool linked =
        begins(out, i, &WordPrediction::source) || begins(out, i, &WordPrediction::content);
    out[i].link = linked ? best_cue(weights, rows, root.data() + columns.link_head, cues, i) : 0;
  }
}

}  // namespace counterpoint::nn
