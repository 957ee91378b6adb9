// SPDX-License-Identifier: Apache-2.0
// oneDNN primitives from shapes. Scratchpads are our own: those of the library belong to the thread
// that makes a primitive, and ours may be used by another.
#include "nn/kernel.h"

#include <dlfcn.h>

#include <cstdlib>
#include <new>
#include <utility>

namespace counterpoint::nn {
namespace {

using Tag = dnnl::memory::format_tag;
constexpr auto kFloat = dnnl::memory::data_type::f32;

// Rows that weights are laid out for; any number of rows then runs with that layout.
constexpr dnnl::memory::dim kTypicalRows = 32;

dnnl::memory::dim dim(std::size_t value) {
  return static_cast<dnnl::memory::dim>(value);
}

dnnl::primitive_attr attributes(Then then = Then::kStore) {
  dnnl::primitive_attr made;
  made.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  dnnl::post_ops after;
  if (then == Then::kGelu) after.append_eltwise(1.F, dnnl::algorithm::eltwise_gelu_erf, 0.F, 0.F);
  if (then == Then::kAdd) after.append_sum(1.F);
  made.set_post_ops(after);
  return made;
}

// Debian's oneDNN is built on OpenMP, whose thread count is a setting of the calling thread. Looked
// up at run time, so that a oneDNN without OpenMP (nothing to restrain then) links as well.
struct OpenMp {
  int (*get_max_threads)() = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT,
                                                               "omp_get_max_threads"));
  void (*set_num_threads)(int) = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT,
                                                                       "omp_set_num_threads"));
};

const OpenMp& open_mp() {
  static const OpenMp kFound;
  return kFound;
}

}  // namespace

const dnnl::engine& cpu() {
  static const dnnl::engine kEngine(dnnl::engine::kind::cpu, 0);
  return kEngine;
}

OneThread::OneThread() {
  if (open_mp().get_max_threads == nullptr || open_mp().set_num_threads == nullptr) return;
  before_ = open_mp().get_max_threads();
  open_mp().set_num_threads(1);
}

OneThread::~OneThread() {
  if (before_ > 0) open_mp().set_num_threads(before_);
}

Buffer::Buffer(std::size_t count) {
  constexpr std::size_t kLine = 64;
  const std::size_t bytes = (count * sizeof(float) + kLine - 1) / kLine * kLine;
  data_.reset(static_cast<float*>(std::aligned_alloc(kLine, bytes)));
  if (!data_) throw std::bad_alloc();
}

void Buffer::Free::operator()(float* data) const {
  std::free(data);
}

dnnl::memory::desc matrix(std::size_t rows, std::size_t columns, std::size_t stride) {
  return {{dim(rows), dim(columns)}, kFloat, dnnl::memory::dims{dim(stride), 1}};
}

Linear pack_linear(std::span<const float> weight, std::span<const float> bias) {
  const OneThread guard;
  Linear made{weight.size() / bias.size(), bias.size(), {}, {}};
  const dnnl::memory::dims shape = {dim(made.in), dim(made.out)};
  const dnnl::matmul::primitive_desc best(
      dnnl::matmul::desc(matrix(kTypicalRows, made.in, made.in), {shape, kFloat, Tag::any},
                         matrix(1, made.out, made.out), matrix(kTypicalRows, made.out, made.out)),
      attributes(), cpu());
  dnnl::stream stream(cpu());
  // Reorders only read their source; oneDNN has no type for memory that is not written.
  dnnl::memory plain({shape, kFloat, Tag::ba}, cpu(), const_cast<float*>(weight.data()));
  made.weights = dnnl::memory(best.weights_desc(), cpu());
  dnnl::reorder(plain, made.weights).execute(stream, plain, made.weights);
  dnnl::memory plain_bias(best.bias_desc(), cpu(), const_cast<float*>(bias.data()));
  made.bias = dnnl::memory(best.bias_desc(), cpu());
  dnnl::reorder(plain_bias, made.bias).execute(stream, plain_bias, made.bias);
  stream.wait();
  return made;
}

Kernel::Kernel(dnnl::primitive primitive, const dnnl::memory::desc& scratchpad, Arguments arguments)
    : primitive_(std::move(primitive)), arguments_(std::move(arguments)) {
  arguments_[DNNL_ARG_SCRATCHPAD] = dnnl::memory(scratchpad, cpu());
}

Kernel Kernel::linear(const Linear& shape, const dnnl::memory& from, const dnnl::memory& to,
                      Then then) {
  const dnnl::matmul::primitive_desc chosen(
      dnnl::matmul::desc(from.get_desc(), shape.weights.get_desc(), shape.bias.get_desc(),
                         to.get_desc()),
      attributes(then), cpu());
  return {dnnl::matmul(chosen),
          chosen.scratchpad_desc(),
          {{DNNL_ARG_SRC, from},
           {DNNL_ARG_WEIGHTS, shape.weights},
           {DNNL_ARG_BIAS, shape.bias},
           {DNNL_ARG_DST, to}}};
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

Kernel Kernel::layer_norm(const dnnl::memory& rows, float epsilon) {
  using dnnl::normalization_flags;
  const dnnl::layer_normalization_forward::primitive_desc chosen(
      dnnl::layer_normalization_forward::desc(
          dnnl::prop_kind::forward_inference, rows.get_desc(), epsilon,
          normalization_flags::use_scale | normalization_flags::use_shift),
      attributes(), cpu());
  return {dnnl::layer_normalization_forward(chosen),
          chosen.scratchpad_desc(),
          {{DNNL_ARG_SRC, rows}, {DNNL_ARG_DST, rows}}};
}

void Kernel::run(const dnnl::stream& stream) const {
  primitive_.execute(stream, arguments_);
}

void Kernel::run(const dnnl::stream& stream, const Linear& linear) const {
  Arguments arguments = arguments_;
  arguments[DNNL_ARG_WEIGHTS] = linear.weights;
  arguments[DNNL_ARG_BIAS] = linear.bias;
  primitive_.execute(stream, arguments);
}

void Kernel::run(const dnnl::stream& stream, const dnnl::memory& scale,
                 const dnnl::memory& shift) const {
  Arguments arguments = arguments_;
  arguments[DNNL_ARG_SCALE] = scale;
  arguments[DNNL_ARG_SHIFT] = shift;
  primitive_.execute(stream, arguments);
}

}  // namespace counterpoint::nn
