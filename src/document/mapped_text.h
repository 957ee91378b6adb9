// SPDX-License-Identifier: Apache-2.0
// Text that remembers the bytes it was made from. Every step of reading turns mapped text into
// mapped text, so that the map of the finished document needs no second pass.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "counterpoint/document.h"

namespace counterpoint {

class MappedText {
 public:
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<MapRun>& runs() const { return runs_; }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] bool empty() const { return text_.empty(); }

  // Appends bytes that stand in the source at `byte_begin` as they are.
  void append_exact(std::string_view text, std::uint64_t byte_begin);

  // Appends text that stands for source bytes [byte_begin, byte_end) as a whole.
  void append_for(std::string_view text, std::uint64_t byte_begin, std::uint64_t byte_end);

  // Appends [begin, end) of another mapped text with its map. A run that is not exact and is cut
  // keeps its whole byte range.
  void append(const MappedText& from, std::size_t begin, std::size_t end);
  void append(const MappedText& from) { append(from, 0, from.size()); }

  // Appends `text` in place of [begin, end) of another mapped text.
  void append_for(std::string_view text, const MappedText& from, std::size_t begin,
                  std::size_t end);

  [[nodiscard]] MappedText slice(std::size_t begin, std::size_t end) const;

  // First and last source byte of [begin, end), half-open; 0, 0 for an empty range.
  [[nodiscard]] std::uint64_t byte_begin(std::size_t begin) const;
  [[nodiscard]] std::uint64_t byte_end(std::size_t end) const;

 private:
  [[nodiscard]] std::size_t run_at(std::size_t offset) const;
  void add_run(MapRun run);

  std::string text_;
  std::vector<MapRun> runs_;
};

// The source's bytes as they are, from `byte_begin` on.
[[nodiscard]] MappedText map_exact(std::string_view bytes, std::uint64_t byte_begin = 0);

// `outer` was made from the text of `inner`: the same text, mapped to the bytes of `inner`.
[[nodiscard]] MappedText compose(const MappedText& outer, const MappedText& inner);

// [begin, end) as running text: white space (line breaks and no-break spaces too) becomes single
// spaces, characters without width go, both ends are trimmed.
[[nodiscard]] MappedText folded_space(const MappedText& text, std::size_t begin, std::size_t end);

// The same for a piece that continues `line`: appends to it, with one space between two pieces when
// the source has white space there.
void append_folded(MappedText& line, const MappedText& text, std::size_t begin, std::size_t end);

// A line of plain text as it stands, its white space too: only characters without width go, and a
// control character (a tab among them) is a space.
void append_line(MappedText& line, const MappedText& text, std::size_t begin, std::size_t end);

// Removes white space at the end.
[[nodiscard]] MappedText trimmed(const MappedText& text);

}  // namespace counterpoint
