// SPDX-License-Identifier: Apache-2.0
// A parsed page as a flat list of nodes in document order: every walk over it is a loop, so that no
// depth of nesting can exhaust the stack.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/mapped_text.h"
#include "document/words.h"

namespace counterpoint::html {

struct Node {
  const GumboNode* gumbo = nullptr;
  std::size_t parent = 0;  // the root's is 0
  std::size_t end = 0;     // index behind the last node of its subtree
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  bool is_text = false;

  [[nodiscard]] bool is(GumboTag wanted) const { return !is_text && tag == wanted; }
};

class Dom {
 public:
  // `page` must be UTF-8 and outlive the Dom. Elements nested deeper than a page has reason for are
  // not parsed as elements; their text is kept.
  explicit Dom(std::string_view page);
  ~Dom();
  Dom(const Dom&) = delete;
  Dom& operator=(const Dom&) = delete;

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](std::size_t index) const { return nodes_[index]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

  // The attribute's value; "" if it has none.
  [[nodiscard]] std::string_view attribute(std::size_t node, const char* name) const;
  [[nodiscard]] bool has_attribute(std::size_t node, const char* name) const;

  // Text of a text node, entities decoded, mapped to the page.
  [[nodiscard]] MappedText text(std::size_t node) const;

  // All text below a node, folded to single spaces; scripts and styles left out.
  [[nodiscard]] std::string all_text(std::size_t node) const;

  // Bytes of the page from a node's start tag to its end tag.
  [[nodiscard]] Range bytes(std::size_t node) const;

 private:
  struct Memory;
  void flatten(const GumboNode* root);
  [[nodiscard]] std::size_t offset(const GumboStringPiece& piece) const;

  std::string page_;  // the copy that was parsed
  std::unique_ptr<Memory> memory_;
  std::vector<Node> nodes_;
};

// Tags that begin and end a paragraph.
[[nodiscard]] bool is_block_tag(GumboTag tag);

// h1 to h6: 1 to 6; 0 for other tags.
[[nodiscard]] int heading_level(GumboTag tag);

}  // namespace counterpoint::html
