// SPDX-License-Identifier: Apache-2.0
// The encoder's parameters in the form its kernels read, from a model's tensors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <variant>
#include <vector>

#include "base/result.h"
#include "nn/kernel.h"
#include "nn/precision.h"
#include "nn/quantised.h"
#include "nn/safetensors.h"

namespace counterpoint::nn {

struct EncoderSizes {
  std::size_t hidden = 0;
  std::size_t layers = 0;
  std::size_t attention_heads = 0;
  std::size_t max_pieces = 0;  // [CLS] and [SEP] included
  std::size_t ffn = 0;         // read off the tensors

  friend bool operator==(const EncoderSizes&, const EncoderSizes&) = default;
};

using EncoderLinear = std::variant<Linear, Quantised>;

struct EncoderLayer {
  EncoderLinear qkv;  // queries come out divided by the root of their length
  EncoderLinear attention_output;
  EncoderLinear up;
  EncoderLinear down;
  Norm attention_norm;
  Norm ffn_norm;
};

struct EncoderWeights {
  EncoderSizes sizes;
  std::span<const std::byte> word_rows;  // int8, in the file's mapping; times the row's scale
  std::vector<float> word_scale;
  std::vector<float> position;  // with the embedding of sentence type 0 added to each row
  Norm norm;
  std::vector<EncoderLayer> layers;
};

// Error: model.invalid, naming the tensor that is absent or out of shape.
Result<std::unique_ptr<const EncoderWeights>> load_encoder_weights(const TensorFile& file,
                                                                   const EncoderSizes& sizes,
                                                                   Precision precision);

}  // namespace counterpoint::nn
