// SPDX-License-Identifier: Apache-2.0
#include "document/mapped_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace counterpoint {
namespace {

std::uint32_t narrow(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

bool is_space(char32_t c) {
  return c <= U' ' || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_control(char32_t c) {
  return c < U' ' || (c >= 0x7F && c < 0xA0);
}

// Soft hyphen, zero-width space, marks of direction, word joiner, byte-order mark. Joiners stay:
// Persian and emoji are spelt with them.
bool has_no_width(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace

void MappedText::add_run(MapRun run) {
  if (run.length == 0) return;
  if (!runs_.empty() && run.exact && runs_.back().exact &&
      runs_.back().byte_end == run.byte_begin) {
    runs_.back().length += run.length;
    runs_.back().byte_end = run.byte_end;
    return;
  }
  runs_.push_back(run);
}

void MappedText::append_exact(std::string_view text, std::uint64_t byte_begin) {
  add_run({narrow(text_.size()), narrow(text.size()), byte_begin, byte_begin + text.size(), true});
  text_ += text;
}

void MappedText::append_for(std::string_view text, std::uint64_t byte_begin,
                            std::uint64_t byte_end) {
  add_run({narrow(text_.size()), narrow(text.size()), byte_begin, byte_end, false});
  text_ += text;
}

void MappedText::append(const MappedText& from, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin, run = from.run_at(begin); at < end; ++run) {
    MapRun part = from.runs_[run];
    const std::size_t stop = std::min<std::size_t>(end, part.text_begin + part.length);
    if (part.exact) {
      part.byte_begin += at - part.text_begin;
      part.byte_end = part.byte_begin + (stop - at);
    }
    part.text_begin = narrow(text_.size() + (at - begin));
    part.length = narrow(stop - at);
    add_run(part);
    at = stop;
  }
  text_.append(from.text_, begin, end - begin);
}

void MappedText::append_for(std::string_view text, const MappedText& from, std::size_t begin,
                            std::size_t end) {
  append_for(text, from.byte_begin(begin), from.byte_end(end));
}

MappedText MappedText::slice(std::size_t begin, std::size_t end) const {
  MappedText part;
  part.append(*this, begin, end);
  return part;
}

std::size_t MappedText::run_at(std::size_t offset) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), offset,
                       [](std::size_t at, const MapRun& run) { return at < run.text_begin; });
  return after == runs_.begin() ? 0 : static_cast<std::size_t>(after - runs_.begin()) - 1;
}

std::uint64_t MappedText::byte_begin(std::size_t begin) const {
  if (runs_.empty()) return 0;
  if (begin >= text_.size()) return runs_.back().byte_end;
  const MapRun& run = runs_[run_at(begin)];
  return run.exact ? run.byte_begin + (begin - run.text_begin) : run.byte_begin;
}

std::uint64_t MappedText::byte_end(std::size_t end) const {
  if (runs_.empty()) return 0;
  if (end == 0) return runs_.front().byte_begin;
  const MapRun& run = runs_[run_at(std::min(end, text_.size()) - 1)];
  return run.exact ? run.byte_begin + (std::min(end, text_.size()) - run.text_begin) : run.byte_end;
}

MappedText map_exact(std::string_view bytes, std::uint64_t byte_begin) {
  MappedText text;
  text.append_exact(bytes, byte_begin);
  return text;
}

MappedText compose(const MappedText& outer, const MappedText& inner) {
  MappedText result;
  for (const MapRun& run : outer.runs()) {
    if (run.exact) {
      result.append(inner, run.byte_begin, run.byte_end);
    } else {
      result.append_for(std::string_view(outer.text()).substr(run.text_begin, run.length), inner,
                        run.byte_begin, run.byte_end);
    }
  }
  return result;
}

void append_folded(MappedText& line, const MappedText& text, std::size_t begin, std::size_t end) {
  std::size_t copied = begin;
  for (std::size_t at = begin; at < end;) {
    const auto c = utf8::decode(text.text(), at);
    if (!is_space(c.value) && !has_no_width(c.value)) {
      at += c.length;
      continue;
    }
    line.append(text, copied, at);
    std::size_t stop = at;
    bool space = false;
    for (; stop < end;) {
      const auto next = utf8::decode(text.text(), stop);
      if (!is_space(next.value) && !has_no_width(next.value)) break;
      space = space || is_space(next.value);
      stop += next.length;
    }
    if (space && !line.empty() && line.text().back() != ' ') {
      if (stop - at == 1 && text.text()[at] == ' ') {
        line.append(text, at, stop);
      } else {
        line.append_for(" ", text, at, stop);
      }
    }
    copied = at = stop;
  }
  line.append(text, copied, end);
}

void append_line(MappedText& line, const MappedText& text, std::size_t begin, std::size_t end) {
  std::size_t copied = begin;
  for (std::size_t at = begin; at < end;) {
    const auto c = utf8::decode(text.text(), at);
    const bool control = is_control(c.value);
    if (control || has_no_width(c.value)) {
      line.append(text, copied, at);
      copied = at + c.length;
      if (control) line.append_for(" ", text, at, copied);
    }
    at += c.length;
  }
  line.append(text, copied, end);
}

MappedText trimmed(const MappedText& text) {
  std::size_t end = text.size();
  while (end > 0 && text.text()[end - 1] == ' ') --end;
  return end == text.size() ? text : text.slice(0, end);
}

MappedText folded_space(const MappedText& text, std::size_t begin, std::size_t end) {
  MappedText line;
  append_folded(line, text, begin, end);
  return trimmed(line);
}

}  // namespace counterpoint
