// SPDX-License-Identifier: Apache-2.0
// Hidden states from piece ids: embeddings, then per layer attention and feed-forward, each
// followed by adding and normalising.
#include "nn/encoder.h"

#include <algorithm>

#include "nn/one_thread.h"

namespace counterpoint::nn {
namespace {

// Pieces worked on together: enough to fill the tiles, few enough to stay in the caches.
constexpr std::size_t kBatch = 256;

std::size_t most_rows(const EncoderSizes& sizes) {
  return std::max(sizes.max_pieces, kBatch);
}

// All intermediate results of a batch, and what a tile's products need.
struct Buffers {
  explicit Buffers(const EncoderSizes& sizes)
      : states(most_rows(sizes) * sizes.hidden),
        qkv(most_rows(sizes) * sizes.hidden * 3),
        context(most_rows(sizes) * sizes.hidden),
        inner(kTile * sizes.ffn),
        attention(attention_work(sizes.max_pieces, sizes.hidden / sizes.attention_heads)),
        whole_numbers(std::max(sizes.hidden, sizes.ffn), std::max(3 * sizes.hidden, sizes.ffn)) {}

  Buffer states;
  Buffer qkv;  // a piece's queries, keys and values, each for all heads
  Buffer context;
  Buffer inner;
  Buffer attention;
  WholeNumbers whole_numbers;
};

void multiply(const EncoderLinear& linear, const float* from, std::size_t rows, float* to,
              Then then, WholeNumbers& whole_numbers) {
  if (const auto* quantised = std::get_if<Quantised>(&linear)) {
    whole_numbers.multiply(*quantised, from, rows, to, then);
  } else {
    nn::multiply(std::get<Linear>(linear), from, rows, to, then);
  }
}

// Calls work(first, count) for tile after tile of `rows` rows.
template <class Work>
void for_tiles(std::size_t rows, const Work& work) {
  for (std::size_t first = 0; first < rows; first += kTile) {
    work(first, std::min(kTile, rows - first));
  }
}

void attend(const EncoderSizes& sizes, std::span<const std::size_t> lengths, Buffers& buffers) {
  const std::size_t width = sizes.hidden / sizes.attention_heads;
  std::size_t first = 0;
  for (const std::size_t length : lengths) {
    const float* rows = buffers.qkv.data() + first * 3 * sizes.hidden;
    arithmetic().attend({rows, length, sizes.attention_heads, width},
                        buffers.context.data() + first * sizes.hidden, buffers.attention.data());
    first += length;
  }
}

// What a layer does to one tile once attention has made its context.
void finish_tile(const EncoderLayer& layer, const float* context, float* states, std::size_t rows,
                 Buffers& buffers) {
  WholeNumbers& whole = buffers.whole_numbers;
  float* inner = buffers.inner.data();
  multiply(layer.attention_output, context, rows, states, Then::kAdd, whole);
  normalise(layer.attention_norm, states, rows);
  multiply(layer.up, states, rows, inner, Then::kGelu, whole);
  multiply(layer.down, inner, rows, states, Then::kAdd, whole);
  normalise(layer.ffn_norm, states, rows);
}

void run_layer(const EncoderSizes& sizes, const EncoderLayer& layer,
               std::span<const std::size_t> lengths, std::size_t rows, Buffers& buffers) {
  const std::size_t hidden = sizes.hidden;
  for_tiles(rows, [&](std::size_t first, std::size_t count) {
    multiply(layer.qkv, buffers.states.data() + first * hidden, count,
             buffers.qkv.data() + first * 3 * hidden, Then::kStore, buffers.whole_numbers);
  });
  attend(sizes, lengths, buffers);
  for_tiles(rows, [&](std::size_t first, std::size_t count) {
    finish_tile(layer, buffers.context.data() + first * hidden,
                buffers.states.data() + first * hidden, count, buffers);
  });
}

// One sentence's embeddings, before their norm.
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
  explicit State(const EncoderSizes& of) : sizes(of), buffers(of) {}

  EncoderSizes sizes;
  Buffers buffers;
};

EncoderScratch::EncoderScratch() = default;
EncoderScratch::~EncoderScratch() = default;
EncoderScratch::EncoderScratch(EncoderScratch&&) noexcept = default;
EncoderScratch& EncoderScratch::operator=(EncoderScratch&&) noexcept = default;

Result<Encoder> Encoder::load(const TensorFile& file, const EncoderSizes& sizes,
                              Precision precision) {
  auto weights = load_encoder_weights(file, sizes, precision);
  if (!weights) return tl::unexpected(weights.error());
  return Encoder(std::move(*weights));
}

std::size_t Encoder::max_batch() const {
  return most_rows(weights_->sizes);
}

std::span<const float> Encoder::encode(std::span<const std::uint32_t> ids,
                                       std::span<const std::size_t> lengths,
                                       EncoderScratch& scratch) const {
  const OneThread guard;
  const EncoderSizes& sizes = weights_->sizes;
  if (!scratch.state_ || scratch.state_->sizes != sizes) {
    scratch.state_ = std::make_unique<EncoderScratch::State>(sizes);
  }
  Buffers& buffers = scratch.state_->buffers;
  float* states = buffers.states.data();
  std::size_t first = 0;
  for (const std::size_t length : lengths) {
    embed(*weights_, ids.subspan(first, length), states + first * sizes.hidden);
    first += length;
  }
  normalise(weights_->norm, states, first);
  for (const EncoderLayer& layer : weights_->layers) {
    run_layer(sizes, layer, lengths, first, buffers);
  }
  return {states, first * sizes.hidden};
}

}  // namespace counterpoint::nn
