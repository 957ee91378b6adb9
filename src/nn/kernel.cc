// SPDX-License-Identifier: Apache-2.0
// oneDNN primitives from shapes.
#include "nn/kernel.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "nn/one_thread.h"

namespace counterpoint::nn {
namespace {

using Dim = dnnl::memory::dim;
using Tag = dnnl::memory::format_tag;
constexpr auto kFloat = dnnl::memory::data_type::f32;
constexpr float kNormEpsilon = 1e-12F;  // BERT's

// Rows that weights are laid out for; any number of rows then runs with that layout.
constexpr std::size_t kTypicalRows = 32;

Dim dim(std::size_t value) {
  return static_cast<Dim>(value);
}

// Scratchpads are our own: those of the library belong to the thread that makes a primitive, and
// ours may be used by another.
dnnl::primitive_attr attributes(Then then = Then::kStore) {
  dnnl::primitive_attr made;
  made.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  dnnl::post_ops after;
  if (then == Then::kGelu) after.append_eltwise(1.F, dnnl::algorithm::eltwise_gelu_erf, 0.F, 0.F);
  if (then == Then::kAdd) after.append_sum(1.F);
  made.set_post_ops(after);
  return made;
}

// The product as a convolution: a picture `rows` wide and one high, `in` channels, a filter of one
// point. On CPUs without AVX-512 oneDNN's matmul and inner product copy the weights into blocks at
// every call, which for a sentence takes as long as multiplying (1.2 to 2 times the whole, measured
// with 5 to 70 rows); its convolution reads weights that were laid out in blocks once.
dnnl::convolution_forward::primitive_desc choose_linear(std::size_t in, std::size_t out,
                                                        std::size_t rows,
                                                        const dnnl::memory::desc& weights,
                                                        Then then) {
  const dnnl::convolution_forward::desc wanted(
      dnnl::prop_kind::forward_inference, dnnl::algorithm::convolution_direct,
      {{1, dim(in), 1, dim(rows)}, kFloat, Tag::nhwc}, weights, {{dim(out)}, kFloat, Tag::a},
      {{1, dim(out), 1, dim(rows)}, kFloat, Tag::nhwc}, {1, 1}, {0, 0}, {0, 0});
  return {wanted, attributes(then), cpu()};
}

dnnl::memory vector_of(std::span<const float> values) {
  dnnl::memory made({{dim(values.size())}, kFloat, Tag::a}, cpu());
  std::ranges::copy(values, static_cast<float*>(made.get_data_handle()));
  return made;
}

}  // namespace

// AVX2 is the most that may be used. Wider instructions come with other products, which add up in
// another order; so one model gives the same labels on all CPUs from 2013 on. It would be the first
// thing to try for more speed on CPUs with AVX-512.
const dnnl::engine& cpu() {
  static const dnnl::engine kEngine = [] {
    dnnl::set_max_cpu_isa(dnnl::cpu_isa::avx2);  // fails once oneDNN has been used, which is here
    return dnnl::engine(dnnl::engine::kind::cpu, 0);
  }();
  return kEngine;
}

Linear pack_linear(std::span<const float> weight, std::span<const float> bias) {
  const OneThread guard;
  Linear made{weight.size() / bias.size(), bias.size(), {}, vector_of(bias)};
  const dnnl::memory::dims shape = {dim(made.out), dim(made.in), 1, 1};
  const auto chosen =
      choose_linear(made.in, made.out, kTypicalRows, {shape, kFloat, Tag::any}, Then::kStore);
  made.weights = dnnl::memory(chosen.weights_desc(), cpu());
  // A reorder only reads its source; oneDNN has no type for memory that is not written.
  dnnl::memory plain({shape, kFloat, Tag::oihw}, cpu(), const_cast<float*>(weight.data()));
  dnnl::stream stream(cpu());
  dnnl::reorder(plain, made.weights).execute(stream, plain, made.weights);
  stream.wait();
  return made;
}

Norm pack_norm(std::span<const float> scale, std::span<const float> shift) {
  return {vector_of(scale), vector_of(shift)};
}

dnnl::memory view(float* data, const dnnl::memory::dims& extents,
                  const dnnl::memory::dims& strides) {
  return {{extents, kFloat, strides}, cpu(), data};
}

Kernel::Kernel(dnnl::primitive primitive, const dnnl::memory::desc& scratchpad, Places places)
    : primitive_(std::move(primitive)), places_(std::move(places)) {
  places_.emplace_back(DNNL_ARG_SCRATCHPAD, dnnl::memory(scratchpad, cpu()));
}

Kernel Kernel::linear(const Linear& like, std::size_t rows, float* from, float* to, Then then) {
  const auto chosen = choose_linear(like.in, like.out, rows, like.weights.get_desc(), then);
  return {dnnl::convolution_forward(chosen),
          chosen.scratchpad_desc(),
          {{DNNL_ARG_SRC, dnnl::memory(chosen.src_desc(), cpu(), from)},
           {DNNL_ARG_DST, dnnl::memory(chosen.dst_desc(), cpu(), to)}}};
}

Kernel Kernel::product(const dnnl::memory& left, const dnnl::memory& right,
                       const dnnl::memory& to) {
  const dnnl::matmul::primitive_desc chosen(
      dnnl::matmul::desc(left.get_desc(), right.get_desc(), to.get_desc()), attributes(), cpu());
  return {dnnl::matmul(chosen),
          chosen.scratchpad_desc(),
          {{DNNL_ARG_SRC, left}, {DNNL_ARG_WEIGHTS, right}, {DNNL_ARG_DST, to}}};
}

Kernel Kernel::softmax(const dnnl::memory& rows) {
  const int axis = rows.get_desc().data.ndims - 1;
  const dnnl::softmax_forward::primitive_desc chosen(
      dnnl::softmax_forward::desc(dnnl::prop_kind::forward_inference, rows.get_desc(), axis),
      attributes(), cpu());
  return {dnnl::softmax_forward(chosen),
          chosen.scratchpad_desc(),
          {{DNNL_ARG_SRC, rows}, {DNNL_ARG_DST, rows}}};
}

Kernel Kernel::layer_norm(const dnnl::memory& rows) {
  using Flags = dnnl::normalization_flags;
  const dnnl::layer_normalization_forward::primitive_desc chosen(
      dnnl::layer_normalization_forward::desc(dnnl::prop_kind::forward_inference, rows.get_desc(),
                                              kNormEpsilon, Flags::use_scale | Flags::use_shift),
      attributes(), cpu());
  return {dnnl::layer_normalization_forward(chosen),
          chosen.scratchpad_desc(),
          {{DNNL_ARG_SRC, rows}, {DNNL_ARG_DST, rows}}};
}

void Kernel::run(const dnnl::stream& stream) const {
  run(stream, std::span<const dnnl_exec_arg_t>());
}

void Kernel::run(const dnnl::stream& stream, const Linear& linear) const {
  const dnnl_exec_arg_t weights[] = {{DNNL_ARG_WEIGHTS, linear.weights.get()},
                                     {DNNL_ARG_BIAS, linear.bias.get()}};
  run(stream, weights);
}

void Kernel::run(const dnnl::stream& stream, const Norm& norm) const {
  const dnnl_exec_arg_t weights[] = {{DNNL_ARG_SCALE, norm.scale.get()},
                                     {DNNL_ARG_SHIFT, norm.shift.get()}};
  run(stream, weights);
}

// The C++ interface takes a map of counted pointers, and threads would fight over the counts of the
// weights that they share.
void Kernel::run(const dnnl::stream& stream, std::span<const dnnl_exec_arg_t> weights) const {
  std::array<dnnl_exec_arg_t, 6> all{};
  assert(places_.size() + weights.size() <= all.size());
  auto end = std::ranges::copy(weights, all.begin()).out;
  for (const auto& [number, memory] : places_) *end++ = {number, memory.get()};
  dnnl::error::wrap_c_api(dnnl_primitive_execute(primitive_.get(), stream.get(),
                                                 static_cast<int>(end - all.begin()), all.data()),
                          "a kernel cannot be run");
}

}  // namespace counterpoint::nn
