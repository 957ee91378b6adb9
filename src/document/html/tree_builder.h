// SPDX-License-Identifier: Apache-2.0
// Builds the nodes of a page from its tags, by those rules of the HTML standard (13.2.6) that
// decide which text stands in which element: what an element closes that pages leave open, what end
// tags without a start do, where the body begins. Not done: moving text out of tables, and opening
// <b> and <i> anew where they straddle paragraphs, for nothing here asks for either.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "document/html/dom.h"

namespace counterpoint::html {

class TreeBuilder {
 public:
  TreeBuilder(std::string_view page, Dom& dom) : tokens_(page), dom_(dom) {}

  // Cost linear in bytes: no search among the open elements goes deeper than 1,000.
  void build();

 private:
  struct Open {
    std::size_t node = 0;
    Tag tag = Tag::unknown;
    std::string_view name;
    bool ended = false;  // its end tag came while others stood open in it
  };

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void add_text(const Token& token, bool raw);
  void start(const Token& token);
  void start_in_body(const Token& token);
  void start_in_table(const Token& token);
  void end(const Token& token);
  void end_formatting(const Token& token);
  bool place_in_page(const Token& token);
  void open_body(std::size_t byte);
  void close_implied(const Token& token);
  void push(const Token& token);
  void push_implied(Tag tag, std::size_t byte);
  void pop(std::size_t byte_end);
  void pop_through(std::size_t open, std::size_t byte_end);
  void reopen_around(std::size_t open, const Token& token);
  [[nodiscard]] bool is_open(Tag tag) const { return counts_[static_cast<std::size_t>(tag)] > 0; }
  [[nodiscard]] std::size_t find_open(Tag tag, bool (*is_wall)(Tag)) const;
  [[nodiscard]] bool in_foreign() const { return is_open(Tag::svg) || is_open(Tag::math); }

  Tokens tokens_;
  Dom& dom_;
  std::vector<Open> open_;
  std::array<std::size_t, static_cast<std::size_t>(Tag::count)> counts_{};
  std::size_t too_deep_ = 0;  // start tags passed over because of their depth, not ended yet
  bool head_seen_ = false;
  bool body_seen_ = false;
};

}  // namespace counterpoint::html
