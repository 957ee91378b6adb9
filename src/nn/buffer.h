// SPDX-License-Identifier: Apache-2.0
// Aligned memory for kernels, left as the system gives it.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

namespace counterpoint::nn {

// Uninitialised floats on a cache line's border. Pages never written cost no memory, so a buffer
// may be as large as the longest sentence asks.
class Buffer {
 public:
  explicit Buffer(std::size_t count) {
    constexpr std::size_t kLine = 64;
    const std::size_t bytes = (count * sizeof(float) + kLine - 1) / kLine * kLine;
    data_.reset(static_cast<float*>(std::aligned_alloc(kLine, bytes)));
    if (!data_) throw std::bad_alloc();
  }
  float* data() const { return data_.get(); }

 private:
  struct Free {
    void operator()(float* data) const { std::free(data); }
  };
  std::unique_ptr<float[], Free> data_;
};

}  // namespace counterpoint::nn
