// SPDX-License-Identifier: Apache-2.0
// The few oneDNN operations that the model is made of, each for one fixed size, on one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <oneapi/dnnl/dnnl.hpp>
#include <span>
#include <unordered_map>

namespace counterpoint::nn {

// oneDNN's CPU. Made once, shared by all threads.
const dnnl::engine& cpu();

// While one lives, oneDNN stays on the calling thread: documents are what runs in parallel, and a
// sum that is split among threads would depend on their number. Restores the thread's own setting.
class OneThread {
 public:
  OneThread();
  ~OneThread();
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int before_ = 0;
};

// Uninitialised floats on a cache line's border. Pages never written cost no memory, so a buffer
// may be as large as the longest sentence would ask for.
class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(std::size_t count);
  float* data() const { return data_.get(); }

 private:
  struct Free {
    void operator()(float* data) const;
  };
  std::unique_ptr<float[], Free> data_;
};

// rows x columns floats with `stride` floats from a row to the next.
dnnl::memory::desc matrix(std::size_t rows, std::size_t columns, std::size_t stride);

// y = x W^T + b. The weights are stored once in the order that this CPU reads best.
struct Linear {
  std::size_t in = 0;
  std::size_t out = 0;
  dnnl::memory weights;
  dnnl::memory bias;
};

// `weight` is [out, in] row by row, `bias` has `out` values; both are copied.
Linear pack_linear(std::span<const float> weight, std::span<const float> bias);

// What a product does to its result: nothing, exact GELU, or adding it to what `to` holds.
enum class Then : std::uint8_t { kStore, kGelu, kAdd };

// One operation of fixed shape, reading and writing fixed memory. Runs in submission order.
class Kernel {
 public:
  static Kernel linear(const Linear& shape, const dnnl::memory& from, const dnnl::memory& to,
                       Then then);
  static Kernel product(const dnnl::memory& left, const dnnl::memory& right,
                        const dnnl::memory& to);
  static Kernel softmax(const dnnl::memory& rows);  // along the last axis, in place
  static Kernel layer_norm(const dnnl::memory& rows, float epsilon);  // in place

  void run(const dnnl::stream& stream) const;
  // With the weights of one layer, for kernels that layers share.
  void run(const dnnl::stream& stream, const Linear& linear) const;
  void run(const dnnl::stream& stream, const dnnl::memory& scale, const dnnl::memory& shift) const;

 private:
  using Arguments = std::unordered_map<int, dnnl::memory>;
  Kernel(dnnl::primitive primitive, const dnnl::memory::desc& scratchpad, Arguments arguments);

  dnnl::primitive primitive_;
  Arguments arguments_;
};

}  // namespace counterpoint::nn
