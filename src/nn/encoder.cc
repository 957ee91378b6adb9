// SPDX-License-Identifier: Apache-2.0
// Hidden states from piece ids: embeddings, then per layer attention and feed-forward, each
// followed by adding and normalising. One compiled plan for each sentence length met.
#include "nn/encoder.h"

#include <unordered_map>

namespace counterpoint::nn {
namespace {

constexpr float kNormEpsilon = 1e-12F;
constexpr std::size_t kMaxPlans = 128;  // then all are dropped; news has few longer sentences

using Memory = dnnl::memory;

Memory::dim dim(std::size_t value) {
  return static_cast<Memory::dim>(value);
}

// A part of a buffer as a stack of matrices, one for each attention head.
Memory stack(float* data, Memory::dims shape, Memory::dims strides) {
  return {{std::move(shape), Memory::data_type::f32, std::move(strides)}, cpu(), data};
}

// All intermediate results, large enough for the longest sentence.
struct Buffers {
  explicit Buffers(const EncoderWeights& weights)
      : states(weights.sizes.max_pieces * weights.sizes.hidden),
        qkv(weights.sizes.max_pieces * weights.sizes.hidden * 3),
        scores(weights.sizes.max_pieces * weights.sizes.max_pieces * weights.sizes.attention_heads),
        context(weights.sizes.max_pieces * weights.sizes.hidden),
        inner(weights.sizes.max_pieces * weights.ffn) {}

  Buffer states;
  Buffer qkv;
  Buffer scores;
  Buffer context;
  Buffer inner;
};

// The kernels of one sentence length; layers share them.
class Plan {
 public:
  Plan(const EncoderWeights& weights, const Buffers& buffers, std::size_t pieces)
      : qkv_(make(weights.layers[0].qkv, buffers.states, buffers.qkv, pieces, Then::kStore)),
        scores_(make_scores(weights.sizes, buffers, pieces)),
        softmax_(make_softmax(weights.sizes, buffers, pieces)),
        context_(make_context(weights.sizes, buffers, pieces)),
        output_(make(weights.layers[0].attention_output, buffers.context, buffers.states, pieces,
                     Then::kAdd)),
        up_(make(weights.layers[0].up, buffers.states, buffers.inner, pieces, Then::kGelu)),
        down_(make(weights.layers[0].down, buffers.inner, buffers.states, pieces, Then::kAdd)),
        norm_(Kernel::layer_norm(Memory(matrix(pieces, weights.sizes.hidden, weights.sizes.hidden),
                                        cpu(), buffers.states.data()),
                                 kNormEpsilon)) {}

  void run(const EncoderWeights& weights, const dnnl::stream& stream) const {
    norm_.run(stream, weights.norm.scale, weights.norm.shift);
    for (const EncoderLayer& layer : weights.layers) {
      qkv_.run(stream, layer.qkv);
      scores_.run(stream);
      softmax_.run(stream);
      context_.run(stream);
      output_.run(stream, layer.attention_output);
      norm_.run(stream, layer.attention_norm.scale, layer.attention_norm.shift);
      up_.run(stream, layer.up);
      down_.run(stream, layer.down);
      norm_.run(stream, layer.ffn_norm.scale, layer.ffn_norm.shift);
    }
  }

 private:
  static Kernel make(const Linear& linear, const Buffer& from, const Buffer& to, std::size_t pieces,
                     Then then) {
    return Kernel::linear(linear, Memory(matrix(pieces, linear.in, linear.in), cpu(), from.data()),
                          Memory(matrix(pieces, linear.out, linear.out), cpu(), to.data()), then);
  }

  // One head's queries, keys or values: `part` 0, 1 or 2 of the rows that qkv_ writes.
  static float* part(const EncoderSizes& sizes, const Buffers& buffers, std::size_t part) {
    return buffers.qkv.data() + part * sizes.hidden;
  }

  static Memory score_memory(const EncoderSizes& sizes, const Buffers& buffers,
                             std::size_t pieces) {
    return stack(buffers.scores.data(), {dim(sizes.attention_heads), dim(pieces), dim(pieces)},
                 {dim(pieces * pieces), dim(pieces), 1});
  }

  static Kernel make_scores(const EncoderSizes& sizes, const Buffers& buffers, std::size_t pieces) {
    const auto heads = dim(sizes.attention_heads);
    const auto width = dim(sizes.hidden) / heads;
    const auto row = 3 * dim(sizes.hidden);
    return Kernel::product(
        stack(part(sizes, buffers, 0), {heads, dim(pieces), width}, {width, row, 1}),
        stack(part(sizes, buffers, 1), {heads, width, dim(pieces)}, {width, 1, row}),
        score_memory(sizes, buffers, pieces));
  }

  static Kernel make_softmax(const EncoderSizes& sizes, const Buffers& buffers,
                             std::size_t pieces) {
    const std::size_t rows = sizes.attention_heads * pieces;
    return Kernel::softmax(Memory(matrix(rows, pieces, pieces), cpu(), buffers.scores.data()));
  }

  static Kernel make_context(const EncoderSizes& sizes, const Buffers& buffers,
                             std::size_t pieces) {
    const auto heads = dim(sizes.attention_heads);
    const auto width = dim(sizes.hidden) / heads;
    const auto row = dim(sizes.hidden);
    return Kernel::product(
        score_memory(sizes, buffers, pieces),
        stack(part(sizes, buffers, 2), {heads, dim(pieces), width}, {width, 3 * row, 1}),
        stack(buffers.context.data(), {heads, dim(pieces), width}, {width, row, 1}));
  }

  Kernel qkv_;
  Kernel scores_;
  Kernel softmax_;
  Kernel context_;
  Kernel output_;
  Kernel up_;
  Kernel down_;
  Kernel norm_;
};

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

struct EncoderScratch::State {
  explicit State(const EncoderWeights& encoder)
      : weights(&encoder), buffers(encoder), stream(cpu()) {}

  const EncoderWeights* weights;
  Buffers buffers;
  dnnl::stream stream;
  std::unordered_map<std::size_t, Plan> plans;  // by number of pieces
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
  if (!scratch.state_ || scratch.state_->weights != weights_.get()) {
    scratch.state_ = std::make_unique<EncoderScratch::State>(*weights_);
  }
  EncoderScratch::State& state = *scratch.state_;
  if (state.plans.size() >= kMaxPlans && !state.plans.contains(ids.size())) state.plans.clear();
  const auto [found, fresh] =
      state.plans.try_emplace(ids.size(), *weights_, state.buffers, ids.size());
  embed(*weights_, ids, state.buffers.states.data());
  found->second.run(*weights_, state.stream);
  state.stream.wait();
  return {state.buffers.states.data(), ids.size() * hidden()};
}

}  // namespace counterpoint::nn
