// SPDX-License-Identifier: Apache-2.0
// The encoder's parameters from a model's tensors: widened, checked for shape, packed.
#include "nn/encoder_weights.h"

#include <cmath>
#include <string>
#include <utility>

namespace counterpoint::nn {
namespace {

constexpr std::size_t kWidthStep = 8;  // what the arithmetic works on at a time

Error misfit() {
  return {"model.invalid", "The encoder's sizes fit no encoder.", "annotator.json",
          "hidden must be a multiple of 8 * attention_heads, the feed-forward width of 8, "
          "max_pieces above 2, none zero."};
}

// Reads tensor after tensor and keeps the first error, so that what reads stays a plain list.
class Loader {
 public:
  Loader(const TensorFile& file, EncoderWeights& weights, Precision precision)
      : file_(file), out_(weights), hidden_(weights.sizes.hidden), precision_(precision) {}

  Result<void> load() {
    embeddings();
    if (const Tensor* up = file_.find("layer.0.ffn.up.bias"); up != nullptr && !up->shape.empty()) {
      out_.sizes.ffn = up->shape[0];
    }
    if (out_.sizes.ffn % kWidthStep != 0) keep(misfit());
    for (std::size_t i = 0; i < out_.sizes.layers && !error_; ++i) layer(i);
    if (error_) return tl::unexpected(*std::exchange(error_, nullptr));
    return {};
  }

 private:
  void embeddings() {
    const Tensor* scale = file_.find("embeddings.word.scale");
    const std::size_t words = scale != nullptr && !scale->shape.empty() ? scale->shape[0] : 0;
    out_.word_scale = floats("embeddings.word.scale", {words});
    const std::size_t shape[] = {words, hidden_};
    const auto rows = file_.get("embeddings.word.q", DType::kI8, shape);
    if (rows) {
      out_.word_rows = rows->bytes;
    } else {
      keep(rows.error());
    }
    out_.position = floats("embeddings.position", {out_.sizes.max_pieces, hidden_});
    // One row, or one for each sentence type; there is one sentence, of type 0.
    const Tensor* types = file_.find("embeddings.type");
    const bool several = types != nullptr && types->shape.size() == 2 && types->shape[0] > 0;
    const std::vector<float> type = several ? floats("embeddings.type", {types->shape[0], hidden_})
                                            : floats("embeddings.type", {hidden_});
    out_.norm = norm("embeddings.norm");
    if (error_) return;
    for (std::size_t i = 0; i < out_.position.size(); ++i) out_.position[i] += type[i % hidden_];
  }

  void layer(std::size_t index) {
    const std::string name = "layer." + std::to_string(index);
    EncoderLayer made;
    made.qkv = queries_keys_values(name + ".attention.qkv");
    made.attention_output = linear(name + ".attention.output", hidden_, hidden_);
    made.attention_norm = norm(name + ".attention.norm");
    made.up = linear(name + ".ffn.up", out_.sizes.ffn, hidden_);
    made.down = linear(name + ".ffn.down", hidden_, out_.sizes.ffn);
    made.ffn_norm = norm(name + ".ffn.norm");
    out_.layers.push_back(std::move(made));
  }

  // Attention divides its scores by the root of a head's width; the queries carry that here.
  EncoderLinear queries_keys_values(const std::string& name) {
    std::vector<float> weight = floats(name + ".weight", {3 * hidden_, hidden_});
    std::vector<float> bias = floats(name + ".bias", {3 * hidden_});
    if (error_) return {};
    const std::size_t width = hidden_ / out_.sizes.attention_heads;
    const float scale = 1.F / std::sqrt(static_cast<float>(width));
    for (std::size_t i = 0; i < hidden_ * hidden_; ++i) weight[i] *= scale;
    for (std::size_t i = 0; i < hidden_; ++i) bias[i] *= scale;
    return pack(weight, bias);
  }

  EncoderLinear linear(const std::string& name, std::size_t out, std::size_t in) {
    const std::vector<float> weight = floats(name + ".weight", {out, in});
    const std::vector<float> bias = floats(name + ".bias", {out});
    if (error_) return {};
    return pack(weight, bias);
  }

  EncoderLinear pack(std::span<const float> weight, std::span<const float> bias) const {
    if (precision_ == Precision::int8) return quantise_linear(weight, bias);
    return pack_linear(weight, bias);
  }

  Norm norm(const std::string& name) {
    const std::vector<float> scale = floats(name + ".weight", {hidden_});
    const std::vector<float> shift = floats(name + ".bias", {hidden_});
    return error_ ? Norm{} : pack_norm(scale, shift);
  }

  std::vector<float> floats(const std::string& name, std::vector<std::size_t> shape) {
    if (error_) return {};
    auto values = file_.floats(name, shape);
    if (values) return std::move(*values);
    keep(values.error());
    return {};
  }

  void keep(Error error) {
    if (!error_) error_ = std::make_unique<Error>(std::move(error));
  }

  const TensorFile& file_;
  EncoderWeights& out_;
  std::size_t hidden_;
  Precision precision_;
  std::unique_ptr<Error> error_;
};

bool is_sensible(const EncoderSizes& sizes) {
  constexpr std::size_t kMost = std::size_t{1} << 14;  // far above any real encoder
  return sizes.hidden > 0 && sizes.hidden <= kMost && sizes.layers > 0 && sizes.layers <= kMost &&
         sizes.attention_heads > 0 && sizes.attention_heads <= kMost &&
         sizes.hidden % (kWidthStep * sizes.attention_heads) == 0 && sizes.max_pieces > 2 &&
         sizes.max_pieces <= kMost;
}

}  // namespace

Result<std::unique_ptr<const EncoderWeights>> load_encoder_weights(const TensorFile& file,
                                                                   const EncoderSizes& sizes,
                                                                   Precision precision) {
  if (!is_sensible(sizes)) return tl::unexpected(misfit());
  auto weights = std::make_unique<EncoderWeights>();
  weights->sizes = sizes;
  if (auto loaded = Loader(file, *weights, precision).load(); !loaded) {
    return tl::unexpected(loaded.error());
  }
  return weights;
}

}  // namespace counterpoint::nn
