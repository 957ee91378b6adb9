// SPDX-License-Identifier: Apache-2.0
// A parsed page as a flat list of nodes in document order: every walk over it is a loop, so that no
// depth of nesting can exhaust the stack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/html/tag.h"
#include "document/html/tokens.h"
#include "document/mapped_text.h"
#include "document/words.h"

namespace counterpoint::html {

// An element, or a text between tags.
struct Node {
  Tag tag = Tag::unknown;
  bool is_text = false;
  bool is_raw = false;       // text of a script or style: no character references
  std::uint32_t parent = 0;  // the root's is 0
  std::uint32_t end = 0;     // index behind the last node of its subtree
  std::uint32_t byte_begin = 0;
  std::uint32_t byte_end = 0;   // behind its end tag, or where it was closed without one
  std::uint32_t attribute = 0;  // its first in the Dom's list
  std::uint32_t attributes = 0;

  [[nodiscard]] bool is(Tag wanted) const { return !is_text && tag == wanted; }
};

class Dom {
 public:
  // `page` must be UTF-8 and outlive the Dom. Elements nested deeper than 1,000 are not nodes:
  // their text is kept in the one above.
  explicit Dom(std::string_view page);

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](std::size_t index) const { return nodes_[index]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

  // The attribute's value as written ("" if it has none), by its name in lower case; and with its
  // character references decoded.
  [[nodiscard]] std::string_view raw_attribute(std::size_t node, std::string_view name) const;
  [[nodiscard]] std::string attribute(std::size_t node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(std::size_t node, std::string_view name) const;

  // Bytes of a text node as they stand in the page.
  [[nodiscard]] std::string_view raw_text(std::size_t node) const;

  // Text of a text node, character references decoded, mapped to the page.
  [[nodiscard]] MappedText text(std::size_t node) const;

  // All text below a node, folded to single spaces; scripts and styles left out.
  [[nodiscard]] std::string all_text(std::size_t node) const;

  // Bytes of the page from a node's start tag to its end tag.
  [[nodiscard]] Range bytes(std::size_t node) const;

 private:
  friend class TreeBuilder;
  [[nodiscard]] const Attribute* find_attribute(std::size_t node, std::string_view name) const;

  std::string_view page_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
};

}  // namespace counterpoint::html
