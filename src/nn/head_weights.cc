// SPDX-License-Identifier: Apache-2.0
// The heads' parameters from a model's tensors, joined so that few large products serve all heads.
#include <algorithm>
#include <string>
#include <utility>

#include "nn/heads.h"

namespace counterpoint::nn {
namespace {

// The extents of a tensor, or zeros when it is absent: the checks that follow then name it.
std::vector<std::size_t> extents(const TensorFile& file, const std::string& name,
                                 std::size_t rank) {
  const Tensor* tensor = file.find(name);
  if (tensor != nullptr && tensor->shape.size() == rank) return tensor->shape;
  return std::vector<std::size_t>(rank, 0);
}

// Weights and biases of layers with the same input, one below the other.
class Stack {
 public:
  Stack(const TensorFile& file, std::size_t in) : file_(file), in_(in) {}

  Result<void> add(const std::string& name, std::size_t out) {
    const std::size_t shape[] = {out, in_};
    const auto weight = file_.floats(name + ".weight", shape);
    if (!weight) return tl::unexpected(weight.error());
    const auto bias = file_.floats(name + ".bias", std::span(shape).first(1));
    if (!bias) return tl::unexpected(bias.error());
    weight_.insert(weight_.end(), weight->begin(), weight->end());
    bias_.insert(bias_.end(), bias->begin(), bias->end());
    return {};
  }

  std::size_t size() const { return bias_.size(); }
  Linear pack() const { return pack_linear(weight_, bias_); }

 private:
  const TensorFile& file_;
  std::size_t in_;
  std::vector<float> weight_;
  std::vector<float> bias_;
};

Result<void> load_stack(const TensorFile& file, const Labels& labels, std::size_t features,
                        HeadWeights& made) {
  Stack stack(file, features);
  HeadColumns& columns = made.columns;
  const std::size_t arc = extents(file, "parser.arc_dep.bias", 1)[0];
  const std::size_t rel = extents(file, "parser.rel_dep.bias", 1)[0];
  const std::size_t link = extents(file, "parser.link_dep.bias", 1)[0];
  const struct {
    const char* name;
    std::size_t out;
    std::size_t* column;
  } parts[] = {{"head.upos", labels.upos.size(), &columns.upos},
               {"head.xpos", labels.xpos.size(), &columns.xpos},
               {"head.names", labels.names.size(), &columns.names},
               {"head.mention", labels.mention.size(), &columns.mention},
               {"head.source", kInSpans, &columns.source},
               {"head.cue", kInSpans, &columns.cue},
               {"head.content", kInSpans, &columns.content},
               {"parser.arc_dep", arc, &columns.arc_dep},
               {"parser.arc_head", arc, &columns.arc_head},
               {"parser.rel_dep", rel, &columns.rel_dep},
               {"parser.rel_head", rel, &columns.rel_head},
               {"parser.link_dep", link, &columns.link_dep},
               {"parser.link_head", link, &columns.link_head}};
  for (const auto& part : parts) {
    *part.column = stack.size();
    if (auto added = stack.add(part.name, part.out); !added) return added;
  }
  columns.end = stack.size();
  made.all = stack.pack();
  return {};
}

// parser.arc.weight is [arc + 1, arc]; its last row meets the constant 1 after the dependent's
// vector, which makes it a bias.
Result<void> load_arc(const TensorFile& file, HeadWeights& made) {
  const std::size_t size = made.arc_size();
  const std::size_t shape[] = {size + 1, size};
  const auto values = file.floats("parser.arc.weight", shape);
  if (!values) return tl::unexpected(values.error());
  std::vector<float> transposed(size * size);
  for (std::size_t in = 0; in < size; ++in) {
    for (std::size_t out = 0; out < size; ++out) {
      transposed[out * size + in] = (*values)[in * size + out];
    }
  }
  made.arc = pack_linear(transposed, std::span(*values).subspan(size * size));
  return {};
}

// parser.rel.weight is [relations, rel + 1, rel + 1], likewise; column `rel` is kept, as the
// constant that the head's side adds.
Result<void> load_rel(const TensorFile& file, HeadWeights& made) {
  const std::size_t size = made.rel_size();
  const std::size_t side = size + 1;
  const std::size_t shape[] = {made.relations, side, side};
  const auto values = file.floats("parser.rel.weight", shape);
  if (!values) return tl::unexpected(values.error());
  std::vector<float> weight(made.relations * side * size);
  std::vector<float> bias(made.relations * side);
  for (std::size_t relation = 0; relation < made.relations; ++relation) {
    const float* matrix = values->data() + relation * side * side;
    for (std::size_t out = 0; out < side; ++out) {
      const std::size_t row = relation * side + out;
      for (std::size_t in = 0; in < size; ++in) weight[row * size + in] = matrix[in * side + out];
      bias[row] = matrix[size * side + out];
    }
  }
  made.rel = pack_linear(weight, bias);
  return {};
}

// What the chains of sources, cues and contents add to the words' own scores, and that of names.
Result<void> load_chains(const TensorFile& file, std::size_t names, HeadWeights& made) {
  const std::size_t shape[] = {made.chains.size(), kInSpans, kInSpans};
  const auto begin = file.floats("chain.begin", std::span(shape).first(2));
  if (!begin) return tl::unexpected(begin.error());
  const auto next = file.floats("chain.next", shape);
  if (!next) return tl::unexpected(next.error());
  for (std::size_t kind = 0; kind < made.chains.size(); ++kind) {
    const auto first = static_cast<std::ptrdiff_t>(kind * kInSpans);
    const std::ptrdiff_t size = kInSpans;
    made.chains[kind].begin.assign(begin->begin() + first, begin->begin() + first + size);
    made.chains[kind].next.assign(next->begin() + first * size,
                                  next->begin() + (first + size) * size);
  }
  const std::size_t names_shape[] = {names, names};
  auto names_begin = file.floats("chain.names.begin", std::span(names_shape).first(1));
  if (!names_begin) return tl::unexpected(names_begin.error());
  auto names_next = file.floats("chain.names.next", names_shape);
  if (!names_next) return tl::unexpected(names_next.error());
  made.names = {std::move(*names_begin), std::move(*names_next)};
  return {};
}

Result<void> load_link(const TensorFile& file, HeadWeights& made) {
  const std::size_t shape[] = {made.link_size() + 1, made.link_size()};
  auto values = file.floats("parser.link.weight", shape);
  if (!values) return tl::unexpected(values.error());
  made.link = std::move(*values);
  return {};
}

}  // namespace

Result<std::unique_ptr<const HeadWeights>> load_head_weights(const TensorFile& file,
                                                             std::size_t hidden,
                                                             const Labels& labels) {
  auto made = std::make_unique<HeadWeights>();
  made->hidden = hidden;
  made->relations = labels.deprel.size();
  const auto root = std::ranges::find(labels.deprel, "root");
  made->root_relation = static_cast<std::size_t>(root - labels.deprel.begin());
  const std::size_t shape[] = {kShapeClasses, extents(file, "shape.embedding", 2)[1]};
  auto shapes = file.floats("shape.embedding", shape);
  if (!shapes) return tl::unexpected(shapes.error());
  made->shapes = std::move(*shapes);
  if (auto all = load_stack(file, labels, hidden + shape[1], *made); !all) {
    return tl::unexpected(all.error());
  }
  if (auto arc = load_arc(file, *made); !arc) return tl::unexpected(arc.error());
  if (auto rel = load_rel(file, *made); !rel) return tl::unexpected(rel.error());
  if (auto chains = load_chains(file, labels.names.size(), *made); !chains)
    return tl::unexpected(chains.error());
  if (auto link = load_link(file, *made); !link) return tl::unexpected(link.error());
  return made;
}

}  // namespace counterpoint::nn
