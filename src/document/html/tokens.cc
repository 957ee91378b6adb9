// SPDX-License-Identifier: Apache-2.0
#include "document/html/tokens.h"

#include <algorithm>

namespace counterpoint::html {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

bool Tokens::begins_markup(std::size_t at) const {
  if (at + 1 >= page_.size()) return false;
  const char c = page_[at + 1];
  return is_letter(c) || c == '/' || c == '!' || c == '?';
}

Token Tokens::next() {
  while (at_ < page_.size()) {
    Token token;
    token.begin = at_;
    if (page_[at_] != '<' || !begins_markup(at_)) {
      std::size_t end = page_.find('<', at_ + 1);
      while (end != std::string_view::npos && !begins_markup(end)) end = page_.find('<', end + 1);
      token.kind = TokenKind::text;
      token.end = at_ = std::min(end, page_.size());
      return token;
    }
    const char c = page_[at_ + 1];
    if (c == '!' || c == '?') {
      at_ = behind_comment(at_);
    } else if (read_tag(token)) {
      return token;
    }
  }
  return {TokenKind::end_of_page, page_.size(), page_.size(), Tag::unknown, {}, false};
}

// Behind "<!-- ... -->", "<!doctype ...>", "<![CDATA[ ... ]]>" or "<? ... >".
std::size_t Tokens::behind_comment(std::size_t at) const {
  const std::string_view rest = page_.substr(at);
  std::string_view mark = ">";
  std::size_t from = 2;
  if (rest.starts_with("<!--")) {
    if (rest.starts_with("<!-->")) return at + 5;
    if (rest.starts_with("<!--->")) return at + 6;
    mark = "-->";
    from = 4;
  } else if (rest.starts_with("<![CDATA[")) {
    mark = "]]>";
    from = 9;
  }
  const std::size_t end = page_.find(mark, at + from);
  return end == std::string_view::npos ? page_.size() : end + mark.size();
}

// False when there is no tag: "</>", "</3", or a tag that the page's end cuts off.
bool Tokens::read_tag(Token& token) {
  const bool closing = page_[at_ + 1] == '/';
  at_ += closing ? 2 : 1;
  if (at_ >= page_.size()) return false;
  if (!is_letter(page_[at_])) {
    at_ = std::min(page_.find('>', at_), page_.size() - 1) + 1;
    return false;
  }
  const std::size_t name = at_;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>') {
    ++at_;
  }
  token.name = page_.substr(name, at_ - name);
  attributes_.clear();
  while (read_attribute()) {
  }
  if (at_ >= page_.size()) return false;
  token.self_closing = page_[at_ - 1] == '/';
  token.kind = closing ? TokenKind::end_tag : TokenKind::start_tag;
  token.tag = tag_of(token.name);
  token.end = ++at_;
  return true;
}

void Tokens::skip_space() {
  while (at_ < page_.size() && is_space(page_[at_])) ++at_;
}

// False at the tag's end (on its ">") or at the page's.
bool Tokens::read_attribute() {
  while (at_ < page_.size() && (is_space(page_[at_]) || page_[at_] == '/')) ++at_;
  if (at_ >= page_.size() || page_[at_] == '>') return false;
  const std::size_t begin = at_++;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>' &&
         page_[at_] != '=') {
    ++at_;
  }
  Attribute attribute{page_.substr(begin, at_ - begin), {}};
  const std::size_t behind_name = at_;
  skip_space();
  if (at_ < page_.size() && page_[at_] == '=') {
    ++at_;
    skip_space();
    if (at_ < page_.size() && (page_[at_] == '"' || page_[at_] == '\'')) {
      const std::size_t value = at_ + 1;
      at_ = std::min(page_.find(page_[at_], value), page_.size());
      attribute.value = page_.substr(std::min(value, at_), at_ - std::min(value, at_));
      if (at_ < page_.size()) ++at_;
    } else {
      const std::size_t value = at_;
      while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
      attribute.value = page_.substr(value, at_ - value);
    }
  } else {
    at_ = behind_name;
  }
  attributes_.push_back(attribute);
  return true;
}

bool Tokens::is_end_tag(std::size_t at, std::string_view name) const {
  const std::size_t end = at + 2 + name.size();
  if (end > page_.size() || !same_name(page_.substr(at + 2, name.size()), name)) return false;
  return end == page_.size() || is_space(page_[end]) || page_[end] == '/' || page_[end] == '>';
}

// A script may hold "<script>" and "</script>" inside "<!-- -->".
std::size_t Tokens::end_of_script() const {
  bool nested = false;
  bool comments_end = true;     // false: no "-->" is left
  std::size_t comment_end = 0;  // behind the comment begun last
  for (std::size_t at = page_.find('<', at_); at != std::string_view::npos;
       at = page_.find('<', at + 1)) {
    if (at >= comment_end) nested = false;
    if (comments_end && at >= comment_end && page_.substr(at, 4) == "<!--") {
      const std::size_t end = page_.find("-->", at + 4);
      comments_end = end != std::string_view::npos;
      if (comments_end) comment_end = end;
    } else if (at < comment_end && same_name(page_.substr(at, 7), "<script")) {
      nested = true;
    } else if (page_.substr(at, 2) == "</" && is_end_tag(at, "script")) {
      if (!nested) return at;
      nested = false;
    }
  }
  return page_.size();
}

Token Tokens::raw_text(std::string_view name) {
  Token token;
  token.kind = TokenKind::text;
  token.begin = at_;
  std::size_t end = page_.size();
  if (same_name(name, "script")) {
    end = end_of_script();
  } else {
    for (std::size_t at = page_.find("</", at_); at != std::string_view::npos;
         at = page_.find("</", at + 2)) {
      if (!is_end_tag(at, name)) continue;
      end = at;
      break;
    }
  }
  token.end = at_ = end;
  return token;
}

}  // namespace counterpoint::html
