// SPDX-License-Identifier: Apache-2.0
// Hidden states from piece ids: embeddings, then per layer attention and feed-forward, each
// followed by adding and normalising. One plan for each sentence length met.
#include "nn/encoder.h"

#include "nn/buffer.h"
#include "nn/one_thread.h"
#include "nn/plans.h"

namespace counterpoint::nn {
namespace {

using Dim = dnnl::memory::dim;

// All intermediate results, for the longest sentence.
struct Buffers {
  explicit Buffers(const EncoderSizes& sizes)
      : states(sizes.max_pieces * sizes.hidden),
        qkv(sizes.max_pieces * sizes.hidden * 3),
        scores(sizes.max_pieces * sizes.max_pieces * sizes.attention_heads),
        context(sizes.max_pieces * sizes.hidden),
        inner(sizes.max_pieces * sizes.ffn) {}

  Buffer states;
  Buffer qkv;     // a piece's queries, keys and values, each for all heads
  Buffer scores;  // for each head a matrix of pieces by pieces
  Buffer context;
  Buffer inner;
};

// What attention multiplies, as stacks with one matrix for each head.
struct Attention {
  Attention(const EncoderSizes& sizes, const Buffers& buffers, std::size_t pieces) {
    const auto heads = static_cast<Dim>(sizes.attention_heads);
    const auto hidden = static_cast<Dim>(sizes.hidden);
    const auto count = static_cast<Dim>(pieces);
    const Dim width = hidden / heads;
    float* qkv = buffers.qkv.data();
    queries = view(qkv, {heads, count, width}, {width, 3 * hidden, 1});
    keys = view(qkv + hidden, {heads, width, count}, {width, 1, 3 * hidden});
    values = view(qkv + 2 * hidden, {heads, count, width}, {width, 3 * hidden, 1});
    scores = view(buffers.scores.data(), {heads, count, count}, {count * count, count, 1});
    context = view(buffers.context.data(), {heads, count, width}, {width, hidden, 1});
  }

  dnnl::memory queries;
  dnnl::memory keys;
  dnnl::memory values;
  dnnl::memory scores;
  dnnl::memory context;
};

// The kernels of one sentence length; layers share them.
struct Plan {
  Kernel qkv;
  Kernel scores;
  Kernel softmax;
  Kernel context;
  Kernel attention_output;
  Kernel up;
  Kernel down;
  Kernel norm;
};

Plan make_plan(const EncoderWeights& weights, const Buffers& buffers, std::size_t pieces) {
  const EncoderLayer& like = weights.layers.front();
  const Attention attention(weights.sizes, buffers, pieces);
  const auto hidden = static_cast<Dim>(weights.sizes.hidden);
  float* states = buffers.states.data();
  float* inner = buffers.inner.data();
  return {
      .qkv = Kernel::linear(like.qkv, pieces, states, buffers.qkv.data(), Then::kStore),
      .scores = Kernel::product(attention.queries, attention.keys, attention.scores),
      .softmax = Kernel::softmax(attention.scores),
      .context = Kernel::product(attention.scores, attention.values, attention.context),
      .attention_output =
          Kernel::linear(like.attention_output, pieces, buffers.context.data(), states, Then::kAdd),
      .up = Kernel::linear(like.up, pieces, states, inner, Then::kGelu),
      .down = Kernel::linear(like.down, pieces, inner, states, Then::kAdd),
      .norm = Kernel::layer_norm(view(states, {static_cast<Dim>(pieces), hidden}, {hidden, 1})),
  };
}

void run(const Plan& plan, const EncoderWeights& weights, const dnnl::stream& stream) {
  plan.norm.run(stream, weights.norm);
  for (const EncoderLayer& layer : weights.layers) {
    plan.qkv.run(stream, layer.qkv);
    plan.scores.run(stream);
    plan.softmax.run(stream);
    plan.context.run(stream);
    plan.attention_output.run(stream, layer.attention_output);
    plan.norm.run(stream, layer.attention_norm);
    plan.up.run(stream, layer.up);
    plan.down.run(stream, layer.down);
    plan.norm.run(stream, layer.ffn_norm);
  }
}

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

}  // namespace

// Nothing in it points to weights, so it serves any encoder of these sizes.
struct EncoderScratch::State {
  explicit State(const EncoderSizes& of) : sizes(of), buffers(of), stream(cpu()) {}

  EncoderSizes sizes;
  Buffers buffers;
  dnnl::stream stream;
  Plans<Plan> plans;  // by number of pieces
};

EncoderScratch::EncoderScratch() = default;
EncoderScratch::~EncoderScratch() = default;
EncoderScratch::EncoderScratch(EncoderScratch&&) noexcept = default;
EncoderScratch& EncoderScratch::operator=(EncoderScratch&&) noexcept = default;

Result<Encoder> Encoder::load(const TensorFile& file, const EncoderSizes& sizes) {
  auto weights = load_encoder_weights(file, sizes);
  if (!weights) return tl::unexpected(weights.error());
  return Encoder(std::move(*weights));
}

std::span<const float> Encoder::encode(std::span<const std::uint32_t> ids,
                                       EncoderScratch& scratch) const {
  const OneThread guard;
  if (!scratch.state_ || scratch.state_->sizes != weights_->sizes) {
    scratch.state_ = std::make_unique<EncoderScratch::State>(weights_->sizes);
  }
  EncoderScratch::State& state = *scratch.state_;
  const Plan& plan = state.plans.find_or_make(
      ids.size(), [&] { return make_plan(*weights_, state.buffers, ids.size()); });
  embed(*weights_, ids, state.buffers.states.data());
  run(plan, *weights_, state.stream);
  state.stream.wait();
  return {state.buffers.states.data(), ids.size() * hidden()};
}

}  // namespace counterpoint::nn
