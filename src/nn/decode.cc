// SPDX-License-Identifier: Apache-2.0
// A dependency tree by Chu-Liu-Edmonds, and BIO repair.
#include "nn/decode.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace counterpoint::nn {
namespace {

constexpr double kVeryLow = -1e9;  // far below any score, and far from the limits of a double

// Maximum spanning arborescence of a dense graph, contracting one cycle after another in place.
class SpanningTree {
 public:
  explicit SpanningTree(std::size_t nodes)
      : nodes_(nodes), scores_(nodes * nodes, kVeryLow), heads_(nodes, 0), live_(nodes) {
    for (std::size_t i = 0; i < nodes; ++i) live_[i] = i;
  }

  double& score(std::size_t node, std::size_t head) { return scores_[node * nodes_ + head]; }

  // Heads of nodes 1.. under node 0.
  std::vector<std::size_t> solve() {
    for (;;) {
      choose_best_heads();
      std::vector<std::size_t> cycle = find_cycle();
      if (cycle.empty()) break;
      contract(std::move(cycle));
    }
    for (auto last = contractions_.rbegin(); last != contractions_.rend(); ++last) expand(*last);
    return std::move(heads_);
  }

 private:
  // A cycle made one node (its lowest), and how to undo that.
  struct Contraction {
    std::vector<std::size_t> cycle;
    std::vector<std::size_t> heads;  // of the cycle's nodes, within the cycle
    std::vector<std::size_t> enter;  // by head outside: the node of the cycle it would take
    std::vector<std::size_t>
        leave;  // by node outside: the node of the cycle that would be its head
  };

  void choose_best_heads() {
    for (const std::size_t node : live_) {
      if (node == 0) continue;
      std::size_t best = 0;
      for (const std::size_t head : live_) {
        if (head != node && score(node, head) > score(node, best)) best = head;
      }
      heads_[node] = best;
    }
  }

  // The nodes of some cycle among the chosen heads, in ascending order; empty when there is none.
  std::vector<std::size_t> find_cycle() const {
    std::vector<std::size_t> seen_from(nodes_, 0);  // the node whose walk came by first
    for (const std::size_t start : live_) {
      std::size_t node = start;
      while (node != 0 && seen_from[node] == 0) {
        seen_from[node] = start;
        node = heads_[node];
      }
      if (node == 0 || seen_from[node] != start) continue;
      std::vector<std::size_t> cycle{node};
      for (std::size_t next = heads_[node]; next != node; next = heads_[next]) {
        cycle.push_back(next);
      }
      std::ranges::sort(cycle);
      return cycle;
    }
    return {};
  }

  void contract(std::vector<std::size_t> cycle) {
    Contraction made;
    made.enter.assign(nodes_, cycle.front());
    made.leave.assign(nodes_, cycle.front());
    for (const std::size_t node : cycle) made.heads.push_back(heads_[node]);
    std::erase_if(live_, [&](std::size_t node) { return std::ranges::binary_search(cycle, node); });
    for (const std::size_t other : live_) {
      double enter = -INFINITY;
      double leave = -INFINITY;
      for (const std::size_t node : cycle) {
        const double gain = score(node, other) - score(node, heads_[node]);
        if (gain > enter) {
          enter = gain;
          made.enter[other] = node;
        }
        if (score(other, node) > leave) {
          leave = score(other, node);
          made.leave[other] = node;
        }
      }
      // The row and column of the lowest node now stand for the whole cycle. `other`'s entries of
      // that row and column are not read again above, so they can be overwritten at once.
      score(cycle.front(), other) = enter;
      score(other, cycle.front()) = leave;
    }
    live_.insert(std::ranges::lower_bound(live_, cycle.front()), cycle.front());
    made.cycle = std::move(cycle);
    contractions_.push_back(std::move(made));
  }

  void expand(const Contraction& undone) {
    const std::size_t head = heads_[undone.cycle.front()];
    for (std::size_t node = 1; node < nodes_; ++node) {
      const bool inside = std::ranges::binary_search(undone.cycle, node);
      if (!inside && heads_[node] == undone.cycle.front()) heads_[node] = undone.leave[node];
    }
    for (std::size_t i = 0; i < undone.cycle.size(); ++i) {
      heads_[undone.cycle[i]] = undone.heads[i];
    }
    heads_[undone.enter[head]] = head;
  }

  std::size_t nodes_;
  std::vector<double> scores_;
  std::vector<std::size_t> heads_;
  std::vector<std::size_t> live_;  // ascending
  std::vector<Contraction> contractions_;
};

// Each word's best head, whatever structure that makes.
std::vector<std::uint32_t> best_heads(std::span<const float> scores, std::size_t words) {
  std::vector<std::uint32_t> heads(words, 0);
  for (std::size_t word = 0; word < words; ++word) {
    const auto row = scores.subspan(word * (words + 1), words + 1);
    for (std::uint32_t head = 1; head <= words; ++head) {
      // Written so that a NaN never wins and never stays.
      if (head != word + 1 && !(row[head] <= row[heads[word]]) && !std::isnan(row[head])) {
        heads[word] = head;
      }
    }
  }
  return heads;
}

bool is_single_rooted_tree(std::span<const std::uint32_t> heads) {
  if (std::ranges::count(heads, 0U) != 1) return false;
  std::vector<std::uint32_t> seen_from(heads.size() + 1, 0);
  for (std::uint32_t start = 1; start <= heads.size(); ++start) {
    std::uint32_t node = start;
    while (node != 0 && seen_from[node] == 0) {
      seen_from[node] = start;
      node = heads[node - 1];
    }
    if (node != 0 && seen_from[node] == start) return false;
  }
  return true;
}

}  // namespace

std::vector<std::uint32_t> decode_tree(std::span<const float> scores, std::size_t words) {
  std::vector<std::uint32_t> heads = best_heads(scores, words);
  if (words == 0 || is_single_rooted_tree(heads)) return heads;

  double low = 0;
  double high = 0;
  for (const float score : scores) {
    if (!std::isfinite(score)) continue;
    low = std::min(low, static_cast<double>(score));
    high = std::max(high, static_cast<double>(score));
  }
  // Every arc from the root costs more than all other arcs together can win back. So the best tree
  // has as few of them as possible, which is one, and among those trees nothing else changes
  // (Stanojevic and Cohen 2021, "A Root of a Problem", prove it).
  const double root_cost = 1 + (high - low) * static_cast<double>(words);
  SpanningTree tree(words + 1);
  for (std::size_t word = 1; word <= words; ++word) {
    const auto row = scores.subspan((word - 1) * (words + 1), words + 1);
    for (std::size_t head = 0; head <= words; ++head) {
      const double score = std::isfinite(row[head]) ? static_cast<double>(row[head]) : low;
      if (head != word) tree.score(word, head) = head == 0 ? score - root_cost : score;
    }
  }
  const std::vector<std::size_t> solved = tree.solve();
  std::transform(solved.begin() + 1, solved.end(), heads.begin(),
                 [](std::size_t head) { return static_cast<std::uint32_t>(head); });
  return heads;
}

BioScheme::BioScheme(std::span<const std::string> labels) {
  const auto outside = std::ranges::find(labels, "O");
  const auto none =
      static_cast<std::uint16_t>(outside == labels.end() ? 0 : outside - labels.begin());
  for (const std::string& label : labels) {
    Label made;
    if (label.starts_with("B-") || label.starts_with("I-")) made.type = label.substr(2);
    made.inside = label.starts_with("I-");
    const auto begin = std::ranges::find(labels, "B-" + made.type);
    made.begin = begin == labels.end() ? none : static_cast<std::uint16_t>(begin - labels.begin());
    labels_.push_back(std::move(made));
  }
}

void BioScheme::repair(std::span<std::uint16_t> labels) const {
  const std::string* open = nullptr;  // the type of the name that the word before belongs to
  for (std::uint16_t& label : labels) {
    if (labels_[label].inside && (open == nullptr || *open != labels_[label].type)) {
      label = labels_[label].begin;
    }
    open = labels_[label].type.empty() ? nullptr : &labels_[label].type;
  }
}

}  // namespace counterpoint::nn
