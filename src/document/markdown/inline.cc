// SPDX-License-Identifier: Apache-2.0
#include "document/markdown/inline.h"

#include <algorithm>
#include <string_view>

namespace counterpoint::markdown {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}
bool is_mark(char c) {
  return std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(c) != std::string_view::npos;
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Reader {
 public:
  explicit Reader(const MappedText& text)
      : source_(text), text_(text.text()), gone_(text.size(), false) {}

  Inline read() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
    pair_emphasis();
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t end = begin;
      while (end < text_.size() && gone_[end] == gone_[begin]) ++end;
      if (!gone_[begin]) result_.text.append(source_, begin, end);
      begin = end;
    }
    return std::move(result_);
  }

 private:
  struct Delimiter {
    std::size_t at = 0;
    std::size_t length = 0;
    bool opens = false;
    bool closes = false;
  };

  void remove(std::size_t begin, std::size_t end) {
    std::fill(gone_.begin() + static_cast<std::ptrdiff_t>(begin),
              gone_.begin() + static_cast<std::ptrdiff_t>(end), true);
  }

  // Behind what stands at `at`.
  std::size_t step(std::size_t at) {
    const char c = text_[at];
    if (c == '\\' && at + 1 < text_.size() && is_mark(text_[at + 1])) {
      gone_[at] = true;
      return at + 2;
    }
    if (c == '`') return code(at);
    if (c == '<') return tag(at);
    if (c == '[') {
      brackets_.push_back(at);
      return at + 1;
    }
    if (c == ']') return link(at);
    if (c == '*' || c == '_' || c == '~') return delimiter(at);
    return at + 1;
  }

  std::size_t run_end(std::size_t at) const {
    const std::size_t end = text_.find_first_not_of(text_[at], at);
    return end == std::string_view::npos ? text_.size() : end;
  }

  std::size_t code(std::size_t at) {
    const std::size_t open = run_end(at);
    const std::size_t close = text_.find(text_.substr(at, open - at), open);
    if (close == std::string_view::npos) return open;
    remove(at, open);
    remove(close, close + (open - at));
    return close + (open - at);
  }

  // <b>, </b>, <!-- note -->; <https://a.example> keeps its address.
  std::size_t tag(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    const bool comment = rest.starts_with("<!--");
    const std::size_t close = comment ? rest.find("-->") : rest.find('>');
    const bool tag = comment || (rest.size() > 2 && (is_letter(rest[1]) || rest[1] == '/'));
    if (close == std::string_view::npos || !tag) return at + 1;
    const std::size_t end = at + close + (comment ? 3 : 1);
    const std::string_view inside = rest.substr(1, close - 1);
    const bool address =
        inside.find("://") != std::string_view::npos && inside.find(' ') == std::string_view::npos;
    if (address) {
      gone_[at] = gone_[end - 1] = true;
    } else {
      remove(at, end);
    }
    return end;
  }

  // "](address)" or "][id]" ends a link; "[7]" alone is text.
  std::size_t link(std::size_t at) {
    if (brackets_.empty()) return at + 1;
    const std::size_t open = brackets_.back();
    brackets_.pop_back();
    const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
    const bool inner = next == '(' || next == '[';
    const std::size_t close = inner ? closing(at + 1, next, next == '(' ? ')' : ']') : 0;
    if (close == 0) return at + 1;
    const bool image = open > 0 && text_[open - 1] == '!';
    if (image) {
      remove(open - 1, close + 1);
      result_.images.push_back({open - 1, close + 1});
    } else {
      gone_[open] = true;
      remove(at, close + 1);
    }
    return close + 1;
  }

  // The bracket that closes the one at `at`; 0 if there is none near.
  [[nodiscard]] std::size_t closing(std::size_t at, char open, char close) const {
    std::size_t depth = 0;
    const std::size_t end = std::min(text_.size(), at + 4000);
    for (std::size_t i = at; i < end; ++i) {
      if (text_[i] == open) ++depth;
      if (text_[i] == close && --depth == 0) return i;
    }
    return 0;
  }

  std::size_t delimiter(std::size_t at) {
    const std::size_t end = run_end(at);
    const char before = at > 0 ? text_[at - 1] : ' ';
    const char after = end < text_.size() ? text_[end] : ' ';
    Delimiter run{at, end - at, !is_space(after), !is_space(before)};
    // snake_case is one word; so are 2*3 and "*" between letters only if nothing pairs with it.
    if (text_[at] == '_') {
      run.opens = run.opens && (is_space(before) || is_mark(before));
      run.closes = run.closes && (is_space(after) || is_mark(after));
    }
    if (text_[at] == '~' && run.length != 2) return end;
    delimiters_.push_back(run);
    return end;
  }

  void pair_emphasis() {
    std::vector<Delimiter*> open;
    for (Delimiter& run : delimiters_) {
      if (gone_[run.at]) continue;
      bool paired = false;
      for (std::size_t i = open.size(); run.closes && i-- > 0 && i + 16 > open.size();) {
        const bool same = text_[open[i]->at] == text_[run.at] && open[i]->length == run.length;
        if (!same || gone_[open[i]->at]) continue;
        remove(open[i]->at, open[i]->at + run.length);
        remove(run.at, run.at + run.length);
        open.resize(i);
        paired = true;
        break;
      }
      if (!paired && run.opens) open.push_back(&run);
    }
  }

  const MappedText& source_;
  std::string_view text_;
  std::vector<bool> gone_;
  std::vector<std::size_t> brackets_;
  std::vector<Delimiter> delimiters_;
  Inline result_;
};

}  // namespace

Inline read_inline(const MappedText& text) {
  return Reader(text).read();
}

}  // namespace counterpoint::markdown
