// SPDX-License-Identifier: Apache-2.0
// Named tensors from a .safetensors file: eight bytes of header length, a JSON header, raw data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "nn/mapped_file.h"

namespace counterpoint::nn {

enum class DType : std::uint8_t { kI8, kF16, kF32 };

std::size_t byte_width(DType dtype);

// A view into the file; valid while its TensorFile lives.
struct Tensor {
  DType dtype = DType::kF32;
  std::vector<std::size_t> shape;
  std::span<const std::byte> bytes;  // little-endian, row-major, without any promise of alignment
};

// A file whose header has been checked against its size: no tensor reaches beyond the data, and
// each has as many bytes as its shape and type need. A hostile file makes an error, never a bad
// access.
class TensorFile {
 public:
  // Errors: model.missing (unreadable), model.invalid (no safetensors file, truncated, or with
  // types other than I8, F16 and F32); the message names the tensor and the two numbers at odds.
  static Result<TensorFile> open(const std::filesystem::path& file);

  // nullptr when there is no such tensor.
  const Tensor* find(std::string_view name) const;

  // The tensor, which must have this shape and type. Error: model.invalid.
  Result<Tensor> get(std::string_view name, DType dtype, std::span<const std::size_t> shape) const;

  // Its values as floats, from F16 or F32. Error: model.invalid, also when there are none.
  Result<std::vector<float>> floats(std::string_view name,
                                    std::span<const std::size_t> shape) const;

  std::size_t size() const { return tensors_.size(); }
  std::span<const std::byte> bytes() const { return file_.bytes(); }
  void drop_pages() const { file_.drop_pages(); }  // see MappedFile

 private:
  TensorFile(MappedFile file, std::string name) : file_(std::move(file)), name_(std::move(name)) {}
  Result<void> read_header();
  tl::unexpected<Error> invalid(std::string message) const;
  tl::unexpected<Error> absent(std::string_view name) const;
  tl::unexpected<Error> misshapen(std::string_view name, std::span<const std::size_t> expected,
                                  std::span<const std::size_t> found) const;

  MappedFile file_;
  std::string name_;
  std::map<std::string, Tensor, std::less<>> tensors_;
};

}  // namespace counterpoint::nn
