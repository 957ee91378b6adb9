// SPDX-License-Identifier: Apache-2.0
// Places where a sentence can end, and what stands around them. Made by the splitting of sentences
// from a block of text; read by the rules of the full stop and by the features of a gap.
#pragma once

#include <cstddef>
#include <string_view>

#include "annotation/text_lines.h"

namespace counterpoint::annotation {

// text[stop, stops_end) are the stops ("." "!" "?" "…"), up to `end` follow closing quotes,
// brackets and citation marks, at `next` the text goes on. Without stops the first three are equal.
// Without white space `next` is `end`.
struct Gap {
  std::size_t stop = 0;
  std::size_t stops_end = 0;
  std::size_t end = 0;
  std::size_t next = 0;

  [[nodiscard]] bool has_stop() const { return stops_end > stop; }
  [[nodiscard]] bool closed() const { return end > stops_end; }
  [[nodiscard]] bool glued() const { return next == end; }
};

[[nodiscard]] bool is_stop(char32_t c);

// The gap that begins with the stop at `at`; `next` may be the block's end.
[[nodiscard]] Gap gap_at_stop(std::string_view text, std::size_t at, const Block& block);

// The chunk (run without white space) that ends at `end` or begins at `begin`; of a longer one no
// more than 48 bytes. Empty at the block's border.
[[nodiscard]] std::string_view chunk_before(std::string_view text, std::size_t end,
                                            const Block& block);
[[nodiscard]] std::string_view chunk_from(std::string_view text, std::size_t begin,
                                          const Block& block);

// The letters and apostrophes that `text` begins with at `at`; no more than 48 bytes.
[[nodiscard]] std::string_view word_from(std::string_view text, std::size_t at, const Block& block);

// "A." - but not "I.".
[[nodiscard]] bool is_initial(std::string_view word);
// "U.S.", "p.m.", "Ph.D.".
[[nodiscard]] bool is_dotted(std::string_view word);

}  // namespace counterpoint::annotation
