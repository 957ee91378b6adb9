// SPDX-License-Identifier: Apache-2.0
// Aligned memory for kernels, left as the system gives it.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

namespace counterpoint::nn {

// Uninitialised values on a cache line's border. Pages never written cost no memory, so a buffer
// may be as large as the longest sentence asks.
template <class Value>
class BufferOf {
 public:
  BufferOf() = default;
  explicit BufferOf(std::size_t count) {
    constexpr std::size_t kLine = 64;
    const std::size_t bytes = (count * sizeof(Value) + kLine - 1) / kLine * kLine;
    data_.reset(static_cast<Value*>(std::aligned_alloc(kLine, bytes)));
    if (!data_) throw std::bad_alloc();
  }
  Value* data() const { return data_.get(); }

 private:
  struct Free {
    void operator()(Value* data) const { std::free(data); }
  };
  std::unique_ptr<Value[], Free> data_;
};

using Buffer = BufferOf<float>;

}  // namespace counterpoint::nn
