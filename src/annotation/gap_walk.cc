// SPDX-License-Identifier: Apache-2.0
#include "annotation/gap_walk.h"

#include <algorithm>

#include "annotation/chars.h"
#include "annotation/word_kinds.h"

namespace counterpoint::annotation {
namespace {

int count_chunks(std::string_view text, const Block& block) {
  int chunks = 0;
  for (std::size_t at = block.begin; at < block.end; ++chunks) {
    while (at < block.end && classify(decode_at(text, at).value) != CharClass::space) {
      at += decode_at(text, at).length;
    }
    at = skip_space(text, at, block.end);
  }
  return chunks;
}

}  // namespace

GapWalk::GapWalk(std::string_view text, const Block& block, const Lexicon& lexicon)
    : text_(text), block_(block), at_(block.begin), counted_(block.begin) {
  progress_.begin = block.begin;
  progress_.words_left = count_chunks(text, block);
  progress_.block_end = end_kind(chunk_before(text, block.end, block), lexicon);
}

std::optional<Gap> GapWalk::next() {
  while (at_ < block_.end) {
    const auto c = decode_at(text_, at_);
    if (is_stop(c.value)) {
      const Gap gap = gap_at_stop(text_, at_, block_);
      at_ = gap.next;
      if (gap.next < block_.end) return report(gap);
    } else if (classify(c.value) == CharClass::space) {
      const std::size_t next = skip_space(text_, at_, block_.end);
      const Gap gap{at_, at_, at_, next};
      at_ = next;
      return report(gap);
    } else {
      at_ += c.length;
    }
  }
  return std::nullopt;
}

Gap GapWalk::report(const Gap& gap) {
  for (; counted_ < gap.end; ++counted_) {
    const char c = text_[counted_];
    if (c == '"') ++progress_.quotes;
    if (c == '(' || c == '[') ++progress_.brackets;
    if (c == ')' || c == ']') progress_.brackets = std::max(0, progress_.brackets - 1);
  }
  if (!gap.glued()) {
    ++progress_.words;
    --progress_.words_left;
  }
  return gap;
}

void GapWalk::begin_sentence(std::size_t begin) {
  progress_.begin = begin;
  progress_.words = 0;
  progress_.quotes = 0;
  progress_.brackets = 0;
}

}  // namespace counterpoint::annotation
