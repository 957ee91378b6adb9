// SPDX-License-Identifier: Apache-2.0
// Compiled plans by sentence length, a bounded number of them.
#pragma once

#include <cstddef>
#include <unordered_map>

namespace counterpoint::nn {

// Of one thread. When full, it drops all: news has few sentences of more than a hundred pieces, so
// that is rare, and a plan is made in well under the time of one sentence.
template <class Plan>
class Plans {
 public:
  // The plan for this length, from `make()` when there is none yet.
  template <class Make>
  const Plan& find_or_make(std::size_t length, const Make& make) {
    if (const auto found = plans_.find(length); found != plans_.end()) return found->second;
    if (plans_.size() >= kMost) plans_.clear();
    return plans_.emplace(length, make()).first->second;
  }

 private:
  static constexpr std::size_t kMost = 128;
  std::unordered_map<std::size_t, Plan> plans_;
};

}  // namespace counterpoint::nn
