// SPDX-License-Identifier: Apache-2.0
// Which words stand between quotation marks, and whose they are.
#pragma once

#include <cstdint>
#include <vector>

#include "annotation/groups.h"
#include "annotation/words.h"

namespace counterpoint::annotation {

struct Quotation {
  TokenRange range;         // without its marks
  TokenIndex speaker = -1;  // head of the subject of the verb that introduces it; -1: not told
};

// Found by double marks, straight or curved; one that its paragraph does not close ends with it.
class Quotations {
 public:
  Quotations(const Words& words, const Dependents& dependents);

  // The quotation around token i, or -1.
  [[nodiscard]] std::int32_t around(TokenIndex i) const { return at_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Quotation& get(std::int32_t i) const {
    return quotations_[static_cast<std::size_t>(i)];
  }

 private:
  void find_marks(const Words& words);
  void find_speakers(const Words& words, const Dependents& dependents);

  std::vector<Quotation> quotations_;
  std::vector<std::int32_t> at_;
};

}  // namespace counterpoint::annotation
