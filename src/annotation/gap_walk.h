// SPDX-License-Identifier: Apache-2.0
// Visits the gaps of one block in order and counts what lies between them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "annotation/gap_features.h"
#include "annotation/gaps.h"
#include "annotation/lexicon.h"

namespace counterpoint::annotation {

class GapWalk {
 public:
  GapWalk(std::string_view text, const Block& block, const Lexicon& lexicon);

  // The next gap that text follows; nullopt at the end. Behind stops the gap is the place behind
  // them even where no white space follows.
  [[nodiscard]] std::optional<Gap> next();

  // A sentence begins at `begin`, behind the gap given last.
  void begin_sentence(std::size_t begin);

  // As of the gap given last.
  [[nodiscard]] const Progress& progress() const { return progress_; }

 private:
  Gap report(const Gap& gap);

  std::string_view text_;
  const Block& block_;
  std::size_t at_;
  std::size_t counted_;  // quotes and brackets are counted up to here
  Progress progress_;
};

}  // namespace counterpoint::annotation
