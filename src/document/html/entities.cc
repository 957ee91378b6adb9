// SPDX-License-Identifier: Apache-2.0
#include "document/html/entities.h"

#include <algorithm>

#include "base/utf8.h"

namespace counterpoint::html {
namespace {

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

class Aligner {
 public:
  Aligner(std::string_view decoded, std::string_view raw, std::size_t byte_begin)
      : decoded_(decoded), raw_(raw), byte_begin_(byte_begin) {}

  MappedText align() {
    while (at_ < decoded_.size()) {
      if (!step()) {
        text_.append_for(decoded_.substr(at_), byte_begin_ + raw_at_, byte_begin_ + raw_.size());
        break;
      }
    }
    return std::move(text_);
  }

 private:
  bool step() {
    if (raw_at_ >= raw_.size()) return false;
    const char c = raw_[raw_at_];
    if (c == '&' && entity()) return true;
    if (c == decoded_[at_]) return copy();
    if (c == '\r' && decoded_[at_] == '\n') {
      const std::size_t length = raw_.substr(raw_at_, 2) == "\r\n" ? 2 : 1;
      return take(1, length);
    }
    if (c == '<') return skip_tag();
    if (c == '\r' || c == '\n') {  // the first line break of <pre>
      ++raw_at_;
      return true;
    }
    return false;
  }

  // All bytes up to the next that may need a closer look.
  bool copy() {
    std::size_t length = 1;
    while (at_ + length < decoded_.size() && raw_at_ + length < raw_.size()) {
      const char c = raw_[raw_at_ + length];
      if (c == '&' || c == '<' || c == '\r' || c != decoded_[at_ + length]) break;
      ++length;
    }
    text_.append_exact(decoded_.substr(at_, length), byte_begin_ + raw_at_);
    at_ += length;
    raw_at_ += length;
    return true;
  }

  bool take(std::size_t length, std::size_t raw_length) {
    text_.append_for(decoded_.substr(at_, length), byte_begin_ + raw_at_,
                     byte_begin_ + raw_at_ + raw_length);
    at_ += length;
    raw_at_ += raw_length;
    return true;
  }

  bool skip_tag() {
    const std::string_view rest = raw_.substr(raw_at_);
    const std::size_t close = rest.starts_with("<!--") ? rest.find("-->") : rest.find('>');
    if (close == std::string_view::npos) return false;
    raw_at_ += close + (rest.starts_with("<!--") ? 3 : 1);
    return true;
  }

  // An entity stands for one code point, a few for two. Which bytes belong to it shows in what
  // follows: "&amp;x" and "&x" both begin with an ampersand.
  bool entity() {
    std::size_t name = 1;
    while (raw_at_ + name < raw_.size() && name < 33 && is_name(raw_[raw_at_ + name])) ++name;
    if (name == 1) return false;
    const bool ended = raw_at_ + name < raw_.size() && raw_[raw_at_ + name] == ';';
    const std::size_t one = utf8::decode(decoded_, at_).length;
    std::size_t two = one;
    if (at_ + one < decoded_.size()) two += utf8::decode(decoded_, at_ + one).length;
    const std::size_t longest = name + (ended ? 1 : 0);
    for (std::size_t raw_length = longest; raw_length > 2; --raw_length) {
      if (fits(one, raw_length)) return take(one, raw_length);
      if (raw_length == longest && ended && two > one && fits(two, raw_length)) {
        return take(two, raw_length);
      }
    }
    return false;
  }

  // Whether what follows `raw_length` raw bytes looks like what follows `length` decoded ones.
  [[nodiscard]] bool fits(std::size_t length, std::size_t raw_length) const {
    const std::string_view raw = raw_.substr(raw_at_ + raw_length);
    const std::string_view rest = decoded_.substr(at_ + length);
    if (decoded_[at_] == '&' && !is_ampersand(raw_.substr(raw_at_, raw_length))) return false;
    for (std::size_t i = 0; i < 8; ++i) {
      if (i >= raw.size() || i >= rest.size()) return i < raw.size() || i >= rest.size();
      if (raw[i] == '&' || raw[i] == '<' || raw[i] == '\r') return true;
      if (raw[i] != rest[i]) return false;
    }
    return true;
  }

  static bool is_ampersand(std::string_view entity) {
    return entity == "&amp;" || entity == "&amp" || entity == "&AMP;" || entity == "&AMP" ||
           entity == "&#38;" || entity == "&#x26;" || entity == "&#X26;" || entity == "&#038;";
  }

  std::string_view decoded_;
  std::string_view raw_;
  std::size_t byte_begin_;
  std::size_t at_ = 0;
  std::size_t raw_at_ = 0;
  MappedText text_;
};

}  // namespace

MappedText align_entities(std::string_view decoded, std::string_view raw, std::size_t byte_begin) {
  return Aligner(decoded, raw, byte_begin).align();
}

}  // namespace counterpoint::html
