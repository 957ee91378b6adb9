// SPDX-License-Identifier: Apache-2.0
// Counts the bytes that a test program asks the allocator for: work that can be compared without a
// clock. Replaces the program's operator new, so that one source of it alone includes this. None of
// it is inlined: the compiler would see malloc() meet delete, or free() meet new, and warn.
#pragma once

#include <atomic>
#include <cstdlib>
#include <new>

namespace counterpoint {

inline std::atomic<std::size_t> allocated_bytes{0};

inline void* counted(std::size_t size) {
  allocated_bytes += size;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace counterpoint

[[gnu::noinline]] void* operator new(std::size_t size) {
  return counterpoint::counted(size);
}
[[gnu::noinline]] void* operator new[](std::size_t size) {
  return counterpoint::counted(size);
}
// std::stable_sort asks for its buffer in this way.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  counterpoint::allocated_bytes += size;
  return std::malloc(size == 0 ? 1 : size);
}
[[gnu::noinline]] void operator delete(void* memory, const std::nothrow_t&) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete[](void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}
