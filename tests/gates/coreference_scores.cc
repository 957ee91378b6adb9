// SPDX-License-Identifier: Apache-2.0
#include "gates/coreference_scores.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace counterpoint::coreference {
namespace {

double part_of(double part, double whole) {
  return whole == 0 ? 0 : 100 * part / whole;
}

using ClusterOf = std::unordered_map<int, std::size_t>;

ClusterOf cluster_of(const Clusters& clusters) {
  ClusterOf result;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    for (const int mention : clusters[i]) result[mention] = i;
  }
  return result;
}

// Into how many pieces the other side cuts a cluster; a mention it lacks is a piece of its own.
double pieces(const std::vector<int>& cluster, const ClusterOf& other) {
  std::set<std::size_t> seen;
  std::size_t alone = 0;
  for (const int mention : cluster) {
    const auto found = other.find(mention);
    if (found == other.end())
      ++alone;
    else
      seen.insert(found->second);
  }
  return static_cast<double>(seen.size() + alone);
}

void muc(const Clusters& clusters, const ClusterOf& other, double& part, double& whole) {
  for (const auto& cluster : clusters) {
    const auto size = static_cast<double>(cluster.size());
    part += size - pieces(cluster, other);
    whole += size - 1;
  }
}

void b_cubed(const Clusters& clusters, const ClusterOf& other, double& part, double& whole) {
  for (const auto& cluster : clusters) {
    std::map<std::size_t, double> shared;
    for (const int mention : cluster) {
      const auto found = other.find(mention);
      if (found != other.end()) ++shared[found->second];
    }
    const auto size = static_cast<double>(cluster.size());
    for (const auto& [id, count] : shared) part += count * count / size;
    whole += size;
  }
}

double phi4(const Clusters& key, const Clusters& response, const ClusterOf& of_response) {
  std::vector<std::vector<double>> weights(key.size(), std::vector<double>(response.size()));
  for (std::size_t i = 0; i < key.size(); ++i) {
    for (const int mention : key[i]) {
      const auto found = of_response.find(mention);
      if (found == of_response.end()) continue;
      const std::size_t j = found->second;
      weights[i][j] += 2.0 / static_cast<double>(key[i].size() + response[j].size());
    }
  }
  return best_assignment(weights);
}

// Kuhn-Munkres with potentials: rows are added one by one, each along a shortest augmenting path.
// Rows and columns are counted from 1; column 0 holds the row that is being placed.
class Assignment {
 public:
  Assignment(const std::vector<std::vector<double>>& weights, std::size_t rows, std::size_t columns)
      : weights_(weights),
        columns_(columns),
        row_price_(rows + 1),
        column_price_(columns + 1),
        row_at_(columns + 1) {
    for (std::size_t row = 1; row <= rows; ++row) place(row);
  }

  [[nodiscard]] double sum() const {
    double sum = 0;
    for (std::size_t j = 1; j <= columns_; ++j) {
      if (row_at_[j] != 0) sum += weights_[row_at_[j] - 1][j - 1];
    }
    return sum;
  }

 private:
  double slack(std::size_t row, std::size_t column) const {
    return -weights_[row - 1][column - 1] - row_price_[row] - column_price_[column];
  }

  void place(std::size_t row) {
    row_at_[0] = row;
    std::size_t column = 0;
    least_.assign(columns_ + 1, std::numeric_limits<double>::infinity());
    reached_.assign(columns_ + 1, false);
    before_.assign(columns_ + 1, 0);
    do {
      reached_[column] = true;
      column = nearest(column);
    } while (row_at_[column] != 0);
    for (; column != 0; column = before_[column]) row_at_[column] = row_at_[before_[column]];
  }

  // Goes over one more edge from `from` and shifts the prices by what it costs.
  std::size_t nearest(std::size_t from) {
    double step = std::numeric_limits<double>::infinity();
    std::size_t next = 0;
    for (std::size_t j = 1; j <= columns_; ++j) {
      if (reached_[j]) continue;
      if (const double cost = slack(row_at_[from], j); cost < least_[j]) {
        least_[j] = cost;
        before_[j] = from;
      }
      if (least_[j] < step) {
        step = least_[j];
        next = j;
      }
    }
    for (std::size_t j = 0; j <= columns_; ++j) {
      if (reached_[j]) {
        row_price_[row_at_[j]] += step;
        column_price_[j] -= step;
      } else {
        least_[j] -= step;
      }
    }
    return next;
  }

  const std::vector<std::vector<double>>& weights_;
  std::size_t columns_;
  std::vector<double> row_price_, column_price_, least_;
  std::vector<std::size_t> row_at_, before_;
  std::vector<bool> reached_;
};

}  // namespace

double best_assignment(const std::vector<std::vector<double>>& weights) {
  if (weights.empty() || weights.front().empty()) return 0;
  const std::size_t rows = weights.size();
  const std::size_t columns = weights.front().size();
  if (rows <= columns) return Assignment(weights, rows, columns).sum();
  std::vector<std::vector<double>> turned(columns, std::vector<double>(rows));
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) turned[j][i] = weights[i][j];
  }
  return Assignment(turned, columns, rows).sum();
}

double Figure::recall() const {
  return part_of(recall_part, recall_whole);
}
double Figure::precision() const {
  return part_of(precision_part, precision_whole);
}
double Figure::f1() const {
  const double both = recall() + precision();
  return both == 0 ? 0 : 2 * recall() * precision() / both;
}

Figure& Figure::operator+=(const Figure& other) {
  recall_part += other.recall_part;
  recall_whole += other.recall_whole;
  precision_part += other.precision_part;
  precision_whole += other.precision_whole;
  return *this;
}

Scores& Scores::operator+=(const Scores& other) {
  mentions += other.mentions;
  muc += other.muc;
  b3 += other.b3;
  ceafe += other.ceafe;
  return *this;
}

Scores score(const Clusters& key, const Clusters& response) {
  const ClusterOf of_key = cluster_of(key);
  const ClusterOf of_response = cluster_of(response);
  Scores result;
  for (const auto& [mention, cluster] : of_key) {
    if (of_response.contains(mention)) ++result.mentions.recall_part;
  }
  result.mentions.precision_part = result.mentions.recall_part;
  result.mentions.recall_whole = static_cast<double>(of_key.size());
  result.mentions.precision_whole = static_cast<double>(of_response.size());
  muc(key, of_response, result.muc.recall_part, result.muc.recall_whole);
  muc(response, of_key, result.muc.precision_part, result.muc.precision_whole);
  b_cubed(key, of_response, result.b3.recall_part, result.b3.recall_whole);
  b_cubed(response, of_key, result.b3.precision_part, result.b3.precision_whole);
  const double pairing = phi4(key, response, of_response);
  result.ceafe = {pairing, static_cast<double>(key.size()), pairing,
                  static_cast<double>(response.size())};
  return result;
}

}  // namespace counterpoint::coreference
