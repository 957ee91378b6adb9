// SPDX-License-Identifier: Apache-2.0
#include "document/html/dom.h"

#include <algorithm>

#include "document/html/characters.h"
#include "document/html/tree_builder.h"

namespace counterpoint::html {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
}

}  // namespace

Dom::Dom(std::string_view page) : page_(page) {
  TreeBuilder(page, *this).build();
}

const Attribute* Dom::find_attribute(std::size_t node, std::string_view name) const {
  const Node& at = nodes_[node];
  for (std::size_t i = at.attribute; i < at.attribute + at.attributes; ++i) {
    const std::string_view own = attributes_[i].name;
    const bool same =
        own.size() == name.size() && std::equal(own.begin(), own.end(), name.begin(),
                                                [](char a, char b) { return lower(a) == b; });
    if (same) return &attributes_[i];
  }
  return nullptr;
}

std::string_view Dom::raw_attribute(std::size_t node, std::string_view name) const {
  const Attribute* found = find_attribute(node, name);
  return found == nullptr ? std::string_view() : found->value;
}

std::string Dom::attribute(std::size_t node, std::string_view name) const {
  return decoded_attribute(raw_attribute(node, name));
}

bool Dom::has_attribute(std::size_t node, std::string_view name) const {
  return find_attribute(node, name) != nullptr;
}

std::string_view Dom::raw_text(std::size_t node) const {
  const Node& at = nodes_[node];
  return page_.substr(at.byte_begin, at.byte_end - at.byte_begin);
}

MappedText Dom::text(std::size_t node) const {
  const std::string_view raw = raw_text(node);
  if (nodes_[node].is_raw) return map_exact(raw, nodes_[node].byte_begin);
  return decoded_text(raw, nodes_[node].byte_begin);
}

std::string Dom::all_text(std::size_t node) const {
  MappedText joined;
  for (std::size_t i = node; i < nodes_[node].end; ++i) {
    const Node& at = nodes_[i];
    if (at.is_text) {
      joined.append(text(i));
    } else if (at.tag == Tag::script || at.tag == Tag::style) {
      i = at.end - 1;
    } else if (is_block_tag(at.tag) || at.tag == Tag::br) {
      joined.append_for(" ", at.byte_begin, at.byte_begin);
    }
  }
  return folded_space(joined, 0, joined.size()).text();
}

Range Dom::bytes(std::size_t node) const {
  return {nodes_[node].byte_begin, nodes_[node].byte_end};
}

}  // namespace counterpoint::html
