// SPDX-License-Identifier: Apache-2.0
// Aligned memory for kernels, left as the system gives it.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

namespace counterpoint::nn {

// Kernels work on this many columns at once; rows that they write are a multiple of it long.
constexpr std::size_t kLanes = 16;

constexpr std::size_t round_up(std::size_t count) {
  return (count + kLanes - 1) / kLanes * kLanes;
}

// `count` uninitialised values on a cache line's border, and as many again as one load may read too
// far. Pages never written cost no memory, so a buffer may be as large as the longest sentence
// asks.
template <class T>
class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(std::size_t count) : count_(count) {
    constexpr std::size_t kLine = 64;
    const std::size_t bytes = ((count + kLanes) * sizeof(T) + kLine - 1) / kLine * kLine;
    data_.reset(static_cast<T*>(std::aligned_alloc(kLine, bytes)));
    if (!data_) throw std::bad_alloc();
  }
  T* data() { return data_.get(); }
  const T* data() const { return data_.get(); }
  std::size_t size() const { return count_; }

 private:
  struct Free {
    void operator()(T* data) const { std::free(data); }
  };
  std::unique_ptr<T[], Free> data_;
  std::size_t count_ = 0;
};

}  // namespace counterpoint::nn
