// SPDX-License-Identifier: Apache-2.0
// How fast this machine could encode if an encoder were nothing but its products: oneDNN alone, one
// thread, the shapes of models/en.
//
//   products_bench REPEAT
//
// Prints one line of JSON: the widest instructions oneDNN uses, and word pieces a second in fp32
// and int8, each with the number of rows that suits it best.
#include <algorithm>
#include <chrono>
#include <cstring>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <oneapi/dnnl/dnnl.hpp>
#include <string>

#include "nn/one_thread.h"

namespace {

using dnnl::memory;
using Tag = memory::format_tag;
using Type = memory::data_type;

constexpr int kLayers = 6;
constexpr int kShapes[][2] = {{384, 1152}, {384, 384}, {384, 1536}, {1536, 384}};  // in, out

const char* isa_name() {
  const std::map<dnnl::cpu_isa, const char*> names = {
      {dnnl::cpu_isa::sse41, "SSE4.1"},
      {dnnl::cpu_isa::avx, "AVX"},
      {dnnl::cpu_isa::avx2, "AVX2"},
      {dnnl::cpu_isa::avx2_vnni, "AVX2 with VNNI"},
      {dnnl::cpu_isa::avx512_core, "AVX-512"},
      {dnnl::cpu_isa::avx512_core_vnni, "AVX-512 with VNNI"},
      {dnnl::cpu_isa::avx512_core_bf16, "AVX-512 with VNNI and BF16"},
      {dnnl::cpu_isa::avx512_core_amx, "AMX"}};
  const auto found = names.find(dnnl::get_effective_cpu_isa());
  return found == names.end() ? "other" : found->second;
}

struct Product {
  dnnl::convolution_forward primitive;
  std::unordered_map<int, memory> arguments;
};

memory filled(const memory::desc& desc, const dnnl::engine& cpu) {
  memory made(desc, cpu);
  std::memset(made.get_data_handle(), 0, desc.get_size());
  return made;
}

// As a convolution of one point, for which oneDNN keeps weights in blocks.
Product make_product(const dnnl::engine& cpu, int in, int out, int rows, bool whole) {
  const dnnl::convolution_forward::primitive_desc chosen(
      {dnnl::prop_kind::forward_inference,
       dnnl::algorithm::convolution_direct,
       {{1, in, 1, rows}, whole ? Type::u8 : Type::f32, Tag::nhwc},
       {{out, in, 1, 1}, whole ? Type::s8 : Type::f32, Tag::any},
       {{1, out, 1, rows}, whole ? Type::s32 : Type::f32, Tag::nhwc},
       {1, 1},
       {0, 0},
       {0, 0}},
      cpu);
  return {dnnl::convolution_forward(chosen),
          {{DNNL_ARG_SRC, filled(chosen.src_desc(), cpu)},
           {DNNL_ARG_WEIGHTS, filled(chosen.weights_desc(), cpu)},
           {DNNL_ARG_DST, filled(chosen.dst_desc(), cpu)}}};
}

// The weights of all layers are passed over, as in an encoder.
double pieces_per_second(const dnnl::engine& cpu, int rows, bool whole, unsigned long repeat) {
  dnnl::stream stream(cpu);
  std::vector<Product> products;
  for (int layer = 0; layer < kLayers; ++layer) {
    for (const auto& [in, out] : kShapes) {
      products.push_back(make_product(cpu, in, out, rows, whole));
    }
  }
  double best = 0;
  for (unsigned long round = 0; round <= repeat; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (const Product& product : products) product.primitive.execute(stream, product.arguments);
    stream.wait();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    if (round > 0) best = std::max(best, rows / seconds.count());
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  const counterpoint::nn::OneThread guard;
  const unsigned long repeat = argc > 1 ? std::stoul(argv[1]) : 20;
  const dnnl::engine cpu(dnnl::engine::kind::cpu, 0);
  double fp32 = 0;
  double int8 = 0;
  for (const int rows : {32, 48, 96, 192, 256}) {
    fp32 = std::max(fp32, pieces_per_second(cpu, rows, false, repeat));
    int8 = std::max(int8, pieces_per_second(cpu, rows, true, repeat));
  }
  const nlohmann::json result{{"isa", isa_name()}, {"fp32", fp32}, {"int8", int8}};
  std::cout << result.dump() << "\n";
  return 0;
}
