// SPDX-License-Identifier: Apache-2.0
#include "document/json_string.h"

#include "base/utf8.h"

namespace counterpoint {
namespace {

unsigned hex_value(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) {
    const unsigned digit =
        c <= '9' ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 32) - 'a') + 10;
    value = value * 16 + (digit & 15);
  }
  return value;
}

char plain_escape(char c) {
  switch (c) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return c;
  }
}

class Scanner {
 public:
  explicit Scanner(std::string_view json) : json_(json) {}

  [[nodiscard]] std::optional<MappedText> find(std::string_view field) {
    std::optional<MappedText> found;
    skip_space();
    ++at_;  // {
    for (skip_space(); at_ < json_.size() && json_[at_] == '"'; skip_space()) {
      const MappedText key = string();
      skip_space();
      ++at_;  // :
      skip_space();
      const bool wanted = key.text() == field;
      if (wanted) found.reset();
      if (wanted && peek() == '"') {
        found = string();
      } else {
        skip_value();
      }
      skip_space();
      if (peek() != ',') break;
      ++at_;
    }
    return found;
  }

 private:
  [[nodiscard]] char peek() const { return at_ < json_.size() ? json_[at_] : '\0'; }

  void skip_space() {
    while (at_ < json_.size() &&
           std::string_view(" \t\r\n").find(json_[at_]) != std::string_view::npos) {
      ++at_;
    }
  }

  // Past a string, number, word, object or array; nesting is counted, not recursed.
  void skip_value() {
    std::size_t depth = 0;
    do {
      skip_space();
      const char c = peek();
      if (c == '"') {
        skip_string();
      } else if (c == '{' || c == '[') {
        ++depth;
        ++at_;
      } else if (c == '}' || c == ']') {
        --depth;
        ++at_;
      } else if (depth > 0 && (c == ',' || c == ':')) {
        ++at_;
      } else {
        skip_word();
      }
    } while (depth > 0 && at_ < json_.size());
  }

  void skip_word() {
    const std::size_t end = json_.find_first_of(",:]} \t\r\n", at_);
    at_ = end == std::string_view::npos ? json_.size() : end;
  }

  void skip_string() {
    for (++at_; at_ < json_.size() && json_[at_] != '"'; ++at_) {
      if (json_[at_] == '\\') ++at_;
    }
    ++at_;
  }

  MappedText string() {
    MappedText text;
    ++at_;
    while (at_ < json_.size() && json_[at_] != '"') {
      std::size_t stop = json_.find_first_of("\"\\", at_);
      if (stop == std::string_view::npos) stop = json_.size();
      text.append_exact(json_.substr(at_, stop - at_), at_);
      at_ = stop;
      if (peek() == '\\') escape(text);
    }
    ++at_;
    return text;
  }

  void escape(MappedText& text) {
    const std::size_t begin = at_;
    const char kind = begin + 1 < json_.size() ? json_[begin + 1] : '\0';
    std::string decoded;
    if (kind != 'u') {
      decoded = plain_escape(kind);
      at_ += 2;
    } else {
      utf8::append(decoded, unicode_escape());
    }
    text.append_for(decoded, begin, at_);
  }

  char32_t unicode_escape() {
    char32_t c = hex_value(json_.substr(at_ + 2, 4));
    at_ += 6;
    if (c >= 0xD800 && c < 0xDC00 && json_.substr(at_, 2) == "\\u") {
      const char32_t low = hex_value(json_.substr(at_ + 2, 4));
      at_ += 6;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    }
    return c;
  }

  std::string_view json_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<MappedText> find_json_string(std::string_view object, std::string_view field) {
  return Scanner(object).find(field);
}

}  // namespace counterpoint
