// SPDX-License-Identifier: Apache-2.0
// Hidden states of a BERT encoder (post-norm, exact GELU) from the piece ids of sentences.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "base/result.h"
#include "nn/encoder_weights.h"
#include "nn/safetensors.h"

namespace counterpoint::nn {

// Working memory of one thread.
class EncoderScratch {
 public:
  EncoderScratch();
  ~EncoderScratch();
  EncoderScratch(EncoderScratch&&) noexcept;
  EncoderScratch& operator=(EncoderScratch&&) noexcept;

 private:
  friend class Encoder;
  struct State;
  std::unique_ptr<State> state_;
};

// Immutable and shared by threads. Sentences are never padded; those encoded together share the
// products, whose rows do not depend on each other, and each has its own attention. So what else is
// being encoded cannot change a bit of a result.
class Encoder {
 public:
  // Reads the tensors embeddings.* and layer.*; the word embeddings stay in the file's mapping,
  // which must outlive the encoder. The sizes not given are read off the tensors' shapes. Error:
  // model.invalid (a tensor is absent or has another shape than its neighbours ask for).
  static Result<Encoder> load(const TensorFile& file, const EncoderSizes& sizes,
                              Precision precision);

  // hidden() floats for each id. `ids` are those of several sentences, one after the other;
  // `lengths` says how many each has: 1 to max_pieces, together at most max_batch(). The result
  // lies in `scratch` and stays until its next use.
  std::span<const float> encode(std::span<const std::uint32_t> ids,
                                std::span<const std::size_t> lengths,
                                EncoderScratch& scratch) const;

  std::size_t hidden() const { return weights_->sizes.hidden; }
  std::size_t max_pieces() const { return weights_->sizes.max_pieces; }
  std::size_t max_batch() const;
  std::size_t vocabulary_size() const { return weights_->word_scale.size(); }

 private:
  explicit Encoder(std::unique_ptr<const EncoderWeights> weights) : weights_(std::move(weights)) {}
  std::unique_ptr<const EncoderWeights> weights_;
};

}  // namespace counterpoint::nn
