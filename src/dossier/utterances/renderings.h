// SPDX-License-Identifier: Apache-2.0
// Two renderings of a saying set against each other, word by word.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "counterpoint/span.h"

namespace counterpoint {

// A word of a rendering; `telling`: a noun, verb, adjective, name or number.
struct RenderedWord {
  std::string folded;
  Span span;
  bool telling = false;
  bool number = false;
};

struct Rendering {
  std::string_view text;  // of the document; must outlive this
  std::vector<RenderedWord> words;
};

// What two renderings have in common.
struct Overlap {
  std::size_t run = 0;          // longest run of the same words
  std::size_t telling = 0;      // telling words that both have, each counted once
  double share = 0;             // of the telling words of the one that has fewer, 0..1
  bool numbers_differ = false;  // both have numbers, and none in common
};

// Cost: product of the two lengths.
[[nodiscard]] Overlap overlap_of(const Rendering& a, const Rendering& b);

// Pieces of `a` that `b` lacks, verbatim, with " … " between them; a piece without a telling word
// is left out. Cost: product of the two lengths.
[[nodiscard]] std::string lacking(const Rendering& a, const Rendering& b);

}  // namespace counterpoint
