// SPDX-License-Identifier: Apache-2.0
// Weights to whole numbers, and oneDNN's products of bytes.
#include "nn/quantised.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "nn/one_thread.h"

namespace counterpoint::nn {
namespace {

using Dim = dnnl::memory::dim;
using Tag = dnnl::memory::format_tag;
using Type = dnnl::memory::data_type;

// Products are made for whole steps of rows, so that few are made; what fills up is thrown away.
constexpr std::size_t kStep = 8;
static_assert(kTile % kStep == 0);

Dim dim(std::size_t value) {
  return static_cast<Dim>(value);
}

// oneDNN's CPU. Whatever instructions it chooses, sums of whole numbers are the same.
const dnnl::engine& cpu() {
  static const dnnl::engine kEngine(dnnl::engine::kind::cpu, 0);
  return kEngine;
}

dnnl::memory::desc weights_desc(std::size_t in, std::size_t out, Tag tag) {
  return {{dim(out), dim(in), 1, 1}, Type::s8, tag};
}

// The product as a convolution: a picture `rows` wide and one high, `in` channels, a filter of one
// point. On CPUs without AVX-512 oneDNN's matmul copies the weights into blocks at every call,
// which for 16 rows takes 1.4 times the time; its convolution reads weights that were laid out in
// blocks once.
dnnl::convolution_forward::primitive_desc choose(std::size_t in, std::size_t out, std::size_t rows,
                                                 const dnnl::memory::desc& weights) {
  const dnnl::convolution_forward::desc wanted(
      dnnl::prop_kind::forward_inference, dnnl::algorithm::convolution_direct,
      {{1, dim(in), 1, dim(rows)}, Type::u8, Tag::nhwc}, weights,
      {{1, dim(out), 1, dim(rows)}, Type::s32, Tag::nhwc}, {1, 1}, {0, 0}, {0, 0});
  // Scratchpads are our own: those of the library belong to the thread that makes a primitive.
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  return {wanted, attributes, cpu()};
}

// One output's weights as whole numbers; returns their scale.
float quantise_row(std::span<const float> weight, std::int8_t* out) {
  constexpr float kMost = 63.F;
  float most = 0;
  for (const float value : weight) most = std::max(most, std::abs(value));
  const float steps = most > 0 ? kMost / most : 0.F;
  for (const float value : weight) *out++ = static_cast<std::int8_t>(std::nearbyint(value * steps));
  return most / kMost;
}

}  // namespace

Quantised quantise_linear(std::span<const float> weight, std::span<const float> bias) {
  const OneThread guard;
  Quantised made;
  made.out = bias.size();
  made.in = weight.size() / bias.size();
  made.bias.assign(bias.begin(), bias.end());
  dnnl::memory plain(weights_desc(made.in, made.out, Tag::oihw), cpu());
  auto* numbers = static_cast<std::int8_t*>(plain.get_data_handle());
  for (std::size_t i = 0; i < made.out; ++i, numbers += made.in) {
    made.scale.push_back(quantise_row(weight.subspan(i * made.in, made.in), numbers));
    made.weight_sum.push_back(0);
    for (std::size_t j = 0; j < made.in; ++j) made.weight_sum.back() += numbers[j];
  }
  const auto chosen = choose(made.in, made.out, kTile, weights_desc(made.in, made.out, Tag::any));
  made.weights = dnnl::memory(chosen.weights_desc(), cpu());
  dnnl::stream stream(cpu());
  dnnl::reorder(plain, made.weights).execute(stream, plain, made.weights);
  stream.wait();
  return made;
}

WholeNumbers::WholeNumbers(std::size_t most_in, std::size_t most_out)
    : stream_(cpu()), numbers_(kTile * most_in), sums_(kTile * most_out) {
  std::fill_n(numbers_.data(), kTile * most_in, std::uint8_t{0});
}

const WholeNumbers::Product& WholeNumbers::product(const Quantised& linear, std::size_t rows) {
  const Shape shape{linear.in, linear.out, (rows + kStep - 1) / kStep * kStep};
  if (const auto found = products_.find(shape); found != products_.end()) return found->second;
  const auto weights = linear.weights.get_desc();
  auto chosen = choose(linear.in, linear.out, std::get<2>(shape), weights);
  // The weights lie as a whole tile asks. Should fewer rows ask for something else, oneDNN falls
  // back on plain loops; a whole tile is quicker than that.
  if (std::string_view(chosen.impl_info_str()).starts_with("ref")) {
    chosen = choose(linear.in, linear.out, kTile, weights);
  }
  const Product made{dnnl::convolution_forward(chosen),
                     {chosen.src_desc(), cpu(), numbers_.data()},
                     {chosen.dst_desc(), cpu(), sums_.data()},
                     {chosen.scratchpad_desc(), cpu()}};
  return products_.emplace(shape, made).first->second;
}

// The C++ interface takes a map of counted pointers, and threads would fight over the counts of the
// weights that they share.
void WholeNumbers::add_up(const Quantised& linear, std::size_t rows) {
  const Product& made = product(linear, rows);
  const std::array<dnnl_exec_arg_t, 4> arguments = {{{DNNL_ARG_SRC, made.from.get()},
                                                     {DNNL_ARG_WEIGHTS, linear.weights.get()},
                                                     {DNNL_ARG_DST, made.to.get()},
                                                     {DNNL_ARG_SCRATCHPAD, made.scratchpad.get()}}};
  dnnl::error::wrap_c_api(
      dnnl_primitive_execute(made.primitive.get(), stream_.get(),
                             static_cast<int>(arguments.size()), arguments.data()),
      "a product cannot be run");
  stream_.wait();
}

void WholeNumbers::multiply(const Quantised& linear, const float* from, std::size_t rows, float* to,
                            Then then) {
  std::array<RowScale, kTile> scales;
  arithmetic().quantise(from, rows, linear.in, numbers(), scales.data());
  add_up(linear, rows);
  arithmetic().dequantise(
      sums(), scales.data(), rows,
      {linear.scale.data(), linear.weight_sum.data(), linear.bias.data(), linear.out}, to, then);
}

}  // namespace counterpoint::nn
