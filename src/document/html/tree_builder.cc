// SPDX-License-Identifier: Apache-2.0
#include "document/html/tree_builder.h"

#include <algorithm>

namespace counterpoint::html {
namespace {

constexpr std::size_t kMostDepth = 1000;

std::uint32_t narrow(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

bool is_head_tag(Tag tag) {
  return tag == Tag::meta || tag == Tag::link || tag == Tag::title || tag == Tag::base ||
         tag == Tag::script || tag == Tag::style || tag == Tag::noscript || tag == Tag::template_ ||
         tag == Tag::noframes;
}

bool is_table_part(Tag tag) {
  return tag == Tag::caption || tag == Tag::col || tag == Tag::colgroup || tag == Tag::tbody ||
         tag == Tag::tfoot || tag == Tag::thead || tag == Tag::tr || tag == Tag::td ||
         tag == Tag::th;
}

bool is_row_group(Tag tag) {
  return tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot;
}

// Walls that a search among the open elements does not pass.
bool wall_of_scope(Tag tag) {
  return is_scope_tag(tag);
}

bool wall_of_buttons(Tag tag) {
  return is_scope_tag(tag) || tag == Tag::button;
}

bool wall_of_lists(Tag tag) {
  return is_scope_tag(tag) || tag == Tag::ol || tag == Tag::ul;
}

bool wall_of_items(Tag tag) {
  return is_special_tag(tag) && tag != Tag::address && tag != Tag::div && tag != Tag::p;
}

bool wall_of_tables(Tag tag) {
  return tag == Tag::table || tag == Tag::template_ || tag == Tag::html;
}

bool wall_of_inline(Tag tag) {
  return is_special_tag(tag);
}

}  // namespace

void TreeBuilder::build() {
  dom_.nodes_.reserve(1024);
  push_implied(Tag::html, 0);
  Token token = tokens_.next();
  for (; token.kind != TokenKind::end_of_page; token = tokens_.next()) {
    if (token.kind == TokenKind::text) {
      add_text(token, false);
    } else if (token.kind == TokenKind::start_tag) {
      start(token);
    } else {
      end(token);
    }
  }
  pop_through(0, token.end);
}

void TreeBuilder::add_text(const Token& token, bool raw) {
  if (!body_seen_ && !raw) {
    const std::string_view text = dom_.page_.substr(token.begin, token.end - token.begin);
    if (is_blank(text)) return;
    open_body(token.begin);
  }
  Node node;
  node.is_text = true;
  node.is_raw = raw;
  node.parent = narrow(open_.back().node);
  node.end = narrow(dom_.nodes_.size() + 1);
  node.byte_begin = narrow(token.begin);
  node.byte_end = narrow(token.end);
  dom_.nodes_.push_back(node);
}

// <html>, <head>, <body> and what belongs into the head. False: an element of the body.
bool TreeBuilder::place_in_page(const Token& token) {
  if (token.tag == Tag::html || (token.tag == Tag::body && body_seen_)) {
    Node& node = dom_.nodes_[0];
    if (token.tag != Tag::html || node.attributes > 0) return true;
    node.attribute = narrow(dom_.attributes_.size());
    node.attributes = narrow(tokens_.attributes().size());
    dom_.attributes_.insert(dom_.attributes_.end(), tokens_.attributes().begin(),
                            tokens_.attributes().end());
    return true;
  }
  if (token.tag == Tag::frameset || token.tag == Tag::frame) return true;
  if (token.tag == Tag::head) {
    if (!head_seen_ && !body_seen_) push(token);
    head_seen_ = true;
    return true;
  }
  if (token.tag == Tag::body) {
    pop_through(1, token.begin);
    body_seen_ = true;
    push(token);
    return true;
  }
  if (body_seen_) return false;
  if (is_head_tag(token.tag)) {
    if (!head_seen_) push_implied(Tag::head, token.begin);
    head_seen_ = true;
  } else {
    open_body(token.begin);
  }
  return false;
}

void TreeBuilder::open_body(std::size_t byte) {
  pop_through(1, byte);
  body_seen_ = true;
  push_implied(Tag::body, byte);
}

void TreeBuilder::start(const Token& token) {
  if (place_in_page(token)) return;
  if (in_foreign()) {
    const bool breaks_out = is_block_tag(token.tag) || token.tag == Tag::img ||
                            token.tag == Tag::br || token.tag == Tag::span;
    if (!breaks_out) {
      push(token);
      if (token.self_closing && too_deep_ == 0) pop(token.end);
      return;
    }
    for (const Tag tag : {Tag::svg, Tag::math}) {
      if (is_open(tag)) pop_through(find_open(tag, [](Tag) { return false; }), token.begin);
    }
  }
  start_in_body(token);
}

void TreeBuilder::start_in_body(const Token& token) {
  if (is_open(Tag::select) && token.tag != Tag::option && token.tag != Tag::optgroup) {
    const bool closes = token.tag == Tag::select || token.tag == Tag::input ||
                        token.tag == Tag::textarea || is_block_tag(token.tag);
    if (!closes) return;
    pop_through(find_open(Tag::select, [](Tag) { return false; }), token.begin);
    if (token.tag == Tag::select) return;
  }
  if (is_table_part(token.tag)) return start_in_table(token);
  if (token.tag == Tag::form && is_open(Tag::form)) return;
  close_implied(token);
  push(token);
  if (is_void_tag(token.tag)) {
    if (too_deep_ > 0) {
      --too_deep_;
    } else {
      pop(token.end);
    }
  } else if (is_raw_tag(token.tag)) {
    const Token text = tokens_.raw_text(token.name);
    const bool characters = token.tag == Tag::title || token.tag == Tag::textarea;
    if (text.end > text.begin && too_deep_ == 0) {
      add_text(text, true);
      dom_.nodes_.back().is_raw = !characters;
    }
  }
}

// What a start tag closes that was left open.
void TreeBuilder::close_implied(const Token& token) {
  const auto close = [&](Tag tag, bool (*is_wall)(Tag)) {
    const std::size_t open = is_open(tag) ? find_open(tag, is_wall) : kNone;
    if (open != kNone) pop_through(open, token.begin);
  };
  if (token.tag == Tag::li) close(Tag::li, wall_of_items);
  if (token.tag == Tag::dd || token.tag == Tag::dt) {
    close(Tag::dd, wall_of_items);
    close(Tag::dt, wall_of_items);
  }
  if (token.tag == Tag::button) close(Tag::button, wall_of_scope);
  if (token.tag == Tag::option && open_.back().tag == Tag::option) pop(token.begin);
  if (closes_paragraph(token.tag)) close(Tag::p, wall_of_buttons);
  if (heading_level(token.tag) > 0 && heading_level(open_.back().tag) > 0) pop(token.begin);
  if (token.tag == Tag::a && is_open(Tag::a)) {
    const std::size_t open = find_open(Tag::a, wall_of_scope);
    if (open != kNone) reopen_around(open, token);
  }
  if (token.tag == Tag::table && open_.back().tag == Tag::table) pop(token.begin);
}

// Rows and cells close those before them, and no more than the table they stand in.
void TreeBuilder::start_in_table(const Token& token) {
  const std::size_t table = is_open(Tag::table) ? find_open(Tag::table, wall_of_tables) : kNone;
  if (table == kNone) return;
  const bool cell = token.tag == Tag::td || token.tag == Tag::th;
  std::size_t keep = table + 1;
  const auto stays = [&](Tag tag) {
    return (is_row_group(tag) && (cell || token.tag == Tag::tr)) || (tag == Tag::tr && cell) ||
           (tag == Tag::colgroup && token.tag == Tag::col);
  };
  while (keep < open_.size() && stays(open_[keep].tag)) ++keep;
  if (keep < open_.size()) pop_through(keep, token.begin);
  if (cell && open_.back().tag != Tag::tr) push_implied(Tag::tr, token.begin);
  push(token);
  if (token.tag == Tag::col) pop(token.end);
}

void TreeBuilder::end(const Token& token) {
  if (too_deep_ > 0) {
    --too_deep_;
    return;
  }
  const Tag tag = token.tag;
  if (tag == Tag::html || tag == Tag::body || is_void_tag(tag)) return;
  if (tag != Tag::unknown && !is_open(tag) && heading_level(tag) == 0) return;
  if (is_formatting_tag(tag)) return end_formatting(token);
  std::size_t open = kNone;
  if (heading_level(tag) > 0) {
    for (const Tag level : {Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6}) {
      const std::size_t found = is_open(level) ? find_open(level, wall_of_scope) : kNone;
      if (found != kNone && (open == kNone || found > open)) open = found;
    }
  } else if (tag == Tag::unknown) {
    const std::size_t least = open_.size() - std::min(open_.size(), kMostDepth);
    for (std::size_t i = open_.size(); i-- > least;) {
      if (open_[i].tag == Tag::unknown && open_[i].name == token.name) {
        open = i;
        break;
      }
      if (is_special_tag(open_[i].tag)) break;
    }
  } else {
    const bool part = is_table_part(tag) || tag == Tag::table;
    const bool special = is_special_tag(tag) || is_block_tag(tag);
    open = find_open(tag, part             ? wall_of_tables
                          : tag == Tag::p  ? wall_of_buttons
                          : tag == Tag::li ? wall_of_lists
                          : special        ? wall_of_scope
                                           : wall_of_inline);
  }
  if (open == kNone || open == 0) return;
  if (tag == Tag::form && open + 1 < open_.size()) {
    open_[open].ended = true;
    --counts_[static_cast<std::size_t>(tag)];
    return;
  }
  pop_through(open, token.end);
}

// </b> across paragraphs ends nothing but itself; </a> ends the link for what follows as well.
void TreeBuilder::end_formatting(const Token& token) {
  const std::size_t open = find_open(token.tag, wall_of_scope);
  if (open == kNone) return;
  const bool across =
      std::any_of(open_.begin() + static_cast<std::ptrdiff_t>(open) + 1, open_.end(),
                  [](const Open& inner) { return is_special_tag(inner.tag); });
  if (!across) return pop_through(open, token.end);
  if (token.tag == Tag::a) return reopen_around(open, token);
  open_[open].ended = true;
  --counts_[static_cast<std::size_t>(token.tag)];
}

// Closes an open link and goes on in what was open inside it.
void TreeBuilder::reopen_around(std::size_t open, const Token& token) {
  constexpr std::size_t kMostReopened = 8;
  std::vector<Open> inner(open_.begin() + static_cast<std::ptrdiff_t>(open) + 1, open_.end());
  std::erase_if(inner, [](const Open& one) { return one.ended || !is_special_tag(one.tag); });
  if (inner.size() > kMostReopened) inner.resize(kMostReopened);
  pop_through(open, token.begin);
  for (const Open& one : inner) {
    const Node original = dom_.nodes_[one.node];
    push_implied(one.tag, token.begin);
    dom_.nodes_.back().attribute = original.attribute;
    dom_.nodes_.back().attributes = original.attributes;
  }
}

void TreeBuilder::push(const Token& token) {
  if (open_.size() >= kMostDepth) {
    ++too_deep_;
    return;
  }
  push_implied(token.tag, token.begin);
  open_.back().name = token.name;
  Node& node = dom_.nodes_.back();
  node.attribute = narrow(dom_.attributes_.size());
  node.attributes = narrow(tokens_.attributes().size());
  dom_.attributes_.insert(dom_.attributes_.end(), tokens_.attributes().begin(),
                          tokens_.attributes().end());
}

void TreeBuilder::push_implied(Tag tag, std::size_t byte) {
  Node node;
  node.tag = tag;
  node.parent = open_.empty() ? 0 : narrow(open_.back().node);
  node.byte_begin = narrow(byte);
  node.byte_end = narrow(byte);
  open_.push_back({dom_.nodes_.size(), tag, {}, false});
  ++counts_[static_cast<std::size_t>(tag)];
  dom_.nodes_.push_back(node);
}

void TreeBuilder::pop(std::size_t byte_end) {
  pop_through(open_.size() - 1, byte_end);
}

void TreeBuilder::pop_through(std::size_t open, std::size_t byte_end) {
  while (open_.size() > open || (open_.size() > 2 && open_.back().ended)) {
    const Open& last = open_.back();
    Node& node = dom_.nodes_[last.node];
    node.end = narrow(dom_.nodes_.size());
    node.byte_end = narrow(byte_end);
    if (!last.ended) --counts_[static_cast<std::size_t>(last.tag)];
    open_.pop_back();
  }
}

std::size_t TreeBuilder::find_open(Tag tag, bool (*is_wall)(Tag)) const {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i].tag == tag && !open_[i].ended) return i;
    if (is_wall(open_[i].tag)) return kNone;
  }
  return kNone;
}

}  // namespace counterpoint::html
