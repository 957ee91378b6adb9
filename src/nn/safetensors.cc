// SPDX-License-Identifier: Apache-2.0
// Named tensors from a .safetensors file, with every number in its header distrusted.
#include "nn/safetensors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "nn/half.h"

namespace counterpoint::nn {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are stored little-endian");

constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kMaxHeaderBytes = std::size_t{16} << 20;  // a real one has a few kilobytes
constexpr const char* kRemedy = "Fetch or export the model again.";

std::optional<DType> dtype_of(const nlohmann::json& value) {
  if (value == "I8") return DType::kI8;
  if (value == "F16") return DType::kF16;
  if (value == "F32") return DType::kF32;
  return std::nullopt;
}

// A list of non-negative whole numbers, or nullopt.
std::optional<std::vector<std::size_t>> numbers_of(const nlohmann::json& value) {
  if (!value.is_array()) return std::nullopt;
  std::vector<std::size_t> numbers;
  for (const auto& item : value) {
    if (!item.is_number_unsigned()) return std::nullopt;
    numbers.push_back(item.get<std::size_t>());
  }
  return numbers;
}

// Bytes of a tensor, or nullopt when the product does not fit.
std::optional<std::size_t> byte_count(DType dtype, const std::vector<std::size_t>& shape) {
  std::size_t bytes = byte_width(dtype);
  for (const std::size_t extent : shape) {
    if (extent != 0 && bytes > std::numeric_limits<std::size_t>::max() / extent)
      return std::nullopt;
    bytes *= extent;
  }
  return bytes;
}

const nlohmann::json& field(const nlohmann::json& object, const char* key) {
  static const nlohmann::json kNone;
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found == object.end() ? kNone : *found;
}

// The tensor that a header entry describes, or what is wrong with the entry.
tl::expected<Tensor, std::string> read_entry(const nlohmann::json& entry,
                                             std::span<const std::byte> data) {
  const auto dtype = dtype_of(field(entry, "dtype"));
  if (!dtype) return tl::unexpected<std::string>("has a type other than I8, F16 and F32");
  auto shape = numbers_of(field(entry, "shape"));
  const auto offsets = numbers_of(field(entry, "data_offsets"));
  if (!shape || !offsets || offsets->size() != 2) {
    return tl::unexpected<std::string>("has no usable shape or data_offsets");
  }
  const std::size_t begin = (*offsets)[0];
  const std::size_t end = (*offsets)[1];
  if (begin > end || end > data.size()) {
    return tl::unexpected(
        fmt::format("takes bytes {} to {} of {} bytes of data", begin, end, data.size()));
  }
  const auto needed = byte_count(*dtype, *shape);
  if (!needed || *needed != end - begin) {
    return tl::unexpected(fmt::format("has {} bytes, which is not what its shape [{}] needs",
                                      end - begin, fmt::join(*shape, ", ")));
  }
  return Tensor{*dtype, std::move(*shape), data.subspan(begin, end - begin)};
}

}  // namespace

std::size_t byte_width(DType dtype) {
  return dtype == DType::kI8 ? 1 : dtype == DType::kF16 ? 2 : 4;
}

Result<TensorFile> TensorFile::open(const std::filesystem::path& file) {
  auto mapped = MappedFile::open(file);
  if (!mapped) return tl::unexpected(mapped.error());
  TensorFile made(std::move(*mapped), file.string());
  if (auto read = made.read_header(); !read) return tl::unexpected(read.error());
  return made;
}

Result<void> TensorFile::read_header() {
  const std::span<const std::byte> all = file_.bytes();
  std::uint64_t length = 0;
  if (all.size() < kLengthBytes) {
    return invalid(fmt::format("The file has {} bytes, too few for a header.", all.size()));
  }
  std::memcpy(&length, all.data(), kLengthBytes);
  if (length > std::min(kMaxHeaderBytes, all.size() - kLengthBytes)) {
    return invalid(fmt::format("The header is said to have {} bytes; the file has {} in all.",
                               length, all.size()));
  }
  const auto* text = reinterpret_cast<const char*>(all.data() + kLengthBytes);
  const auto header = nlohmann::json::parse(text, text + length, nullptr, false);
  if (!header.is_object()) return invalid("The header is no JSON object.");
  const auto data = all.subspan(kLengthBytes + length);
  for (const auto& [name, entry] : header.items()) {
    if (name == "__metadata__") continue;
    auto tensor = read_entry(entry, data);
    if (!tensor) return invalid(fmt::format("Tensor '{}' {}.", name, tensor.error()));
    tensors_.emplace(name, std::move(*tensor));
  }
  return {};
}

const Tensor* TensorFile::find(std::string_view name) const {
  const auto found = tensors_.find(name);
  return found == tensors_.end() ? nullptr : &found->second;
}

Result<Tensor> TensorFile::get(std::string_view name, DType dtype,
                               std::span<const std::size_t> shape) const {
  const Tensor* tensor = find(name);
  if (tensor == nullptr) return absent(name);
  if (!std::ranges::equal(tensor->shape, shape)) return misshapen(name, shape, tensor->shape);
  if (tensor->dtype != dtype) return invalid(fmt::format("Tensor '{}' has the wrong type.", name));
  return *tensor;
}

Result<std::vector<float>> TensorFile::floats(std::string_view name,
                                              std::span<const std::size_t> shape) const {
  const Tensor* tensor = find(name);
  const bool half = tensor != nullptr && tensor->dtype == DType::kF16;
  auto checked = get(name, half ? DType::kF16 : DType::kF32, shape);
  if (!checked) return tl::unexpected(checked.error());
  if (checked->bytes.empty()) return invalid(fmt::format("Tensor '{}' is empty.", name));
  std::vector<float> values(checked->bytes.size() / byte_width(checked->dtype));
  if (half) {
    widen_half(checked->bytes, values);
  } else {
    std::memcpy(values.data(), checked->bytes.data(), checked->bytes.size());
  }
  return values;
}

tl::unexpected<Error> TensorFile::invalid(std::string message) const {
  return fail("model.invalid", std::move(message), name_, kRemedy);
}

tl::unexpected<Error> TensorFile::absent(std::string_view name) const {
  return invalid(fmt::format("There is no tensor '{}' in the file.", name));
}

tl::unexpected<Error> TensorFile::misshapen(std::string_view name,
                                            std::span<const std::size_t> expected,
                                            std::span<const std::size_t> found) const {
  return invalid(fmt::format("Tensor '{}' has shape [{}] where [{}] is needed.", name,
                             fmt::join(found, ", "), fmt::join(expected, ", ")));
}

}  // namespace counterpoint::nn
