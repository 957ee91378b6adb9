// SPDX-License-Identifier: Apache-2.0
// Hidden states from piece ids: embeddings, then per layer attention and feed-forward, each
// followed by adding and normalising.
#include "nn/encoder.h"

#include <cmath>

namespace counterpoint::nn {

// All intermediate results, for the longest sentence.
struct EncoderScratch::State {
  explicit State(const EncoderSizes& of)
      : sizes(of),
        states(of.max_pieces * of.hidden),
        qkv(of.max_pieces * of.hidden * 3),
        scores(of.max_pieces * round_up(of.max_pieces)),
        turned(of.hidden * round_up(of.max_pieces)),
        context(of.max_pieces * of.hidden),
        inner(of.max_pieces * round_up(of.ffn)) {}

  EncoderSizes sizes;
  Buffer<float> states;
  Buffer<float> qkv;     // a piece's queries, keys and values, each for all heads
  Buffer<float> scores;  // of one attention head
  Buffer<float> turned;  // its keys
  Buffer<float> context;
  Buffer<float> inner;
};

EncoderScratch::EncoderScratch() = default;
EncoderScratch::~EncoderScratch() = default;
EncoderScratch::EncoderScratch(EncoderScratch&&) noexcept = default;
EncoderScratch& EncoderScratch::operator=(EncoderScratch&&) noexcept = default;

namespace {

void embed(const EncoderWeights& weights, std::span<const std::uint32_t> ids, float* states) {
  const std::size_t hidden = weights.sizes.hidden;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto* row =
        reinterpret_cast<const std::int8_t*>(weights.word_rows.data()) + ids[i] * hidden;
    const float scale = weights.word_scale[ids[i]];
    const float* position = weights.position.data() + i * hidden;
    float* out = states + i * hidden;
    for (std::size_t j = 0; j < hidden; ++j) {
      out[j] = static_cast<float>(row[j]) * scale + position[j];
    }
  }
}

// Each head by itself: scores of all pairs of pieces, their softmax, the values it weighs.
void attend(const EncoderSizes& sizes, std::size_t count, Rows qkv, Rows scores, float* turned,
            Rows context) {
  const Kernels& run = kernels();
  const std::size_t width = sizes.hidden / sizes.attention_heads;
  const float scale = 1.F / std::sqrt(static_cast<float>(width));
  for (std::size_t head = 0; head < sizes.attention_heads; ++head) {
    const Rows queries{qkv.data + head * width, qkv.stride};
    const Rows keys{queries.data + sizes.hidden, qkv.stride};
    const Rows values{keys.data + sizes.hidden, qkv.stride};
    run.dots(queries, count, keys, count, width, scores, turned);
    run.softmax(scores, count, count, scale);
    run.mix(scores, count, values, count, width, {context.data + head * width, context.stride});
  }
}

}  // namespace

Result<Encoder> Encoder::load(const TensorFile& file, const EncoderSizes& sizes) {
  auto weights = load_encoder_weights(file, sizes);
  if (!weights) return tl::unexpected(weights.error());
  return Encoder(std::move(*weights));
}

std::span<const float> Encoder::encode(std::span<const std::uint32_t> ids,
                                       EncoderScratch& scratch) const {
  if (!scratch.state_ || scratch.state_->sizes != weights_->sizes) {
    scratch.state_ = std::make_unique<EncoderScratch::State>(weights_->sizes);
  }
  EncoderScratch::State& memory = *scratch.state_;
  const Kernels& run = kernels();
  const std::size_t count = ids.size();
  const Rows states{memory.states.data(), hidden()};
  const Rows qkv{memory.qkv.data(), 3 * hidden()};
  const Rows scores{memory.scores.data(), round_up(count)};
  const Rows context{memory.context.data(), hidden()};
  const Rows inner{memory.inner.data(), round_up(weights_->sizes.ffn)};
  const auto normalise = [&](const Norm& norm) {
    run.layer_norm(states, count, hidden(), norm.scale.data(), norm.shift.data());
  };

  embed(*weights_, ids, states.data);
  normalise(weights_->norm);
  for (const EncoderLayer& layer : weights_->layers) {
    run.linear(layer.qkv, states, count, qkv, Then::kStore);
    attend(weights_->sizes, count, qkv, scores, memory.turned.data(), context);
    run.linear(layer.attention_output, context, count, states, Then::kAdd);
    normalise(layer.attention_norm);
    run.linear(layer.up, states, count, inner, Then::kGelu);
    run.linear(layer.down, inner, count, states, Then::kAdd);
    normalise(layer.ffn_norm);
  }
  return {states.data, count * hidden()};
}

}  // namespace counterpoint::nn
