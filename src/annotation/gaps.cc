// SPDX-License-Identifier: Apache-2.0
#include "annotation/gaps.h"

#include <algorithm>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

using std::size_t;

constexpr size_t kMaxChunk = 48;   // bytes looked at; keeps a text without spaces linear
constexpr size_t kMaxMarker = 12;  // bytes of "[note 12]" behind the bracket

// End of "[7]", "[note 2]", "[a]"; `at` itself when there is none.
size_t marker_end(std::string_view text, size_t at) {
  const std::string_view window = text.substr(at, kMaxMarker + 1);
  const size_t close = window.find(']');
  if (close == std::string_view::npos) return at;
  const std::string_view inside = window.substr(1, close - 1);
  const bool marker =
      inside.size() == 1 ||
      (!inside.empty() && is_ascii_digit(static_cast<unsigned char>(inside.back())));
  return marker ? at + close + 1 : at;
}

// Behind closing quotes and brackets, and citation markers: `."[7] [12]`.
size_t closers_end(std::string_view text, size_t at, const Block& block) {
  while (at < block.end) {
    const size_t next = skip_space(text, at, block.end);
    if (next > at && decode_at(text, next).value == '[' && marker_end(text, next) > next) {
      at = marker_end(text, next);
      continue;
    }
    const auto c = decode_at(text, at);
    if (is_closer(c.value)) {
      at += c.length;
    } else if (c.value == '[' && marker_end(text, at) > at) {
      at = marker_end(text, at);
    } else {
      break;
    }
  }
  return std::min(at, block.end);
}

}  // namespace

bool is_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == U'\u2026';
}

Gap gap_at_stop(std::string_view text, size_t at, const Block& block) {
  Gap gap;
  gap.stop = at;
  while (at < block.end && is_stop(decode_at(text, at).value)) at += decode_at(text, at).length;
  gap.stops_end = at;
  gap.end = closers_end(text, at, block);
  gap.next = skip_space(text, gap.end, block.end);
  return gap;
}

std::string_view chunk_before(std::string_view text, size_t end, const Block& block) {
  size_t at = end;
  while (at > block.begin && end - at < kMaxChunk) {
    const auto c = decode_before(text, at);
    if (classify(c.value) == CharClass::space) break;
    at -= c.length;
  }
  return text.substr(at, end - at);
}

std::string_view chunk_from(std::string_view text, size_t begin, const Block& block) {
  size_t at = begin;
  while (at < block.end && at - begin < kMaxChunk) {
    const auto c = decode_at(text, at);
    if (classify(c.value) == CharClass::space) break;
    at += c.length;
  }
  return text.substr(begin, at - begin);
}

std::string_view word_from(std::string_view text, size_t at, const Block& block) {
  size_t end = at;
  while (end < block.end && end - at < kMaxChunk) {
    const auto c = decode_at(text, end);
    if (classify(c.value) != CharClass::letter && !is_apostrophe(c.value)) break;
    end += c.length;
  }
  return text.substr(at, end - at);
}

bool is_initial(std::string_view word) {
  const auto c = decode_at(word, 0);
  return word.size() == c.length + 1 && is_upper(c.value) && c.value != 'I';
}

bool is_dotted(std::string_view word) {
  return word.size() >= 4 && word.size() <= 12 && word[word.size() - 3] == '.';
}

}  // namespace counterpoint::annotation
