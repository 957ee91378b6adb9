// SPDX-License-Identifier: Apache-2.0
// Pieces of blocks, mostly sentences, each kept or dropped: what the furniture rules decide on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/block.h"
#include "document/phrase_book.h"

namespace counterpoint {

struct Unit {
  std::size_t block = 0;
  Range range;         // bytes of the block's text
  std::string reason;  // why it is dropped; empty: it is kept
  bool alone = false;  // it is the whole block
  std::string maybe;   // reason to drop it if a neighbour in its block is dropped
  // What a phrase in it says about its neighbours (see Scope).
  bool opens_related = false;
  bool opens_comments = false;
  bool closes_comments = false;
  bool ends = false;
  bool signs_off = false;

  [[nodiscard]] bool kept() const { return reason.empty(); }
};

[[nodiscard]] std::string_view text_of(const std::vector<Block>& blocks, const Unit& unit);

// Every block cut into sentences, marked by the phrases found in them. Blocks dropped already give
// one unit with their reason; titles, headings, labels and infobox rows one kept unit.
[[nodiscard]] std::vector<Unit> mark_units(const std::vector<Block>& blocks,
                                           const PhraseBook& book);

// The blocks made anew: kept units of a block are one block, dropped ones blocks with a reason.
[[nodiscard]] std::vector<Block> rebuild_blocks(std::vector<Block> blocks,
                                                const std::vector<Unit>& units);

}  // namespace counterpoint
