// SPDX-License-Identifier: Apache-2.0
#include "document/html/dom.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/utf8.h"
#include "document/html/depth.h"
#include "document/html/entities.h"

namespace counterpoint::html {

// Memory of one parse. The parser's own clean-up recurses over the tree, so all blocks are kept in
// a list and freed from it.
struct Dom::Memory {
  struct Header {
    Header* next;
    Header* previous;
  };
  static constexpr std::size_t kHeader = 32;  // keeps the alignment of malloc
  Header list{&list, &list};

  Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() {
    for (Header* block = list.next; block != &list;) {
      Header* next = block->next;
      std::free(block);
      block = next;
    }
  }

  static void* allocate(void* self, std::size_t size) {
    auto* memory = static_cast<Memory*>(self);
    auto* block = static_cast<Header*>(std::malloc(size + kHeader));
    if (block == nullptr) return nullptr;
    block->next = memory->list.next;
    block->previous = &memory->list;
    memory->list.next->previous = block;
    memory->list.next = block;
    return reinterpret_cast<char*>(block) + kHeader;
  }

  static void release(void*, void* pointer) {
    if (pointer == nullptr) return;
    auto* block = reinterpret_cast<Header*>(static_cast<char*>(pointer) - kHeader);
    block->previous->next = block->next;
    block->next->previous = block->previous;
    std::free(block);
  }
};

Dom::Dom(std::string_view page)
    : page_(without_deep_tags(page)), memory_(std::make_unique<Memory>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Memory::allocate;
  options.deallocator = &Memory::release;
  options.userdata = memory_.get();
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, page_.data(), page_.size());
  flatten(output->root);
}

Dom::~Dom() = default;

void Dom::flatten(const GumboNode* root) {
  struct Open {
    const GumboNode* gumbo;
    std::size_t index;
    unsigned next_child;
  };
  std::vector<Open> open;
  const auto add = [this, &open](const GumboNode* gumbo) {
    const std::size_t parent = open.empty() ? 0 : open.back().index;
    const std::size_t index = nodes_.size();
    const bool element = gumbo->type == GUMBO_NODE_ELEMENT || gumbo->type == GUMBO_NODE_TEMPLATE;
    const bool text = gumbo->type == GUMBO_NODE_TEXT || gumbo->type == GUMBO_NODE_CDATA ||
                      gumbo->type == GUMBO_NODE_WHITESPACE;
    if (!element && !text) return;
    nodes_.push_back(
        {gumbo, parent, index + 1, element ? gumbo->v.element.tag : GUMBO_TAG_UNKNOWN, text});
    if (element) open.push_back({gumbo, index, 0});
  };
  add(root);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.gumbo->v.element.children;
    if (top.next_child < children.length) {
      add(static_cast<const GumboNode*>(children.data[top.next_child++]));
    } else {
      nodes_[top.index].end = nodes_.size();
      open.pop_back();
    }
  }
}

std::size_t Dom::offset(const GumboStringPiece& piece) const {
  return static_cast<std::size_t>(piece.data - page_.data());
}

std::string_view Dom::attribute(std::size_t node, const char* name) const {
  if (nodes_[node].is_text) return {};
  const GumboAttribute* found =
      gumbo_get_attribute(&nodes_[node].gumbo->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool Dom::has_attribute(std::size_t node, const char* name) const {
  return !nodes_[node].is_text &&
         gumbo_get_attribute(&nodes_[node].gumbo->v.element.attributes, name) != nullptr;
}

MappedText Dom::text(std::size_t node) const {
  const GumboText& text = nodes_[node].gumbo->v.text;
  const std::string_view raw(text.original_text.data, text.original_text.length);
  return align_entities(text.text, raw, offset(text.original_text));
}

std::string Dom::all_text(std::size_t node) const {
  std::string joined;
  for (std::size_t i = node; i < nodes_[node].end; ++i) {
    const Node& at = nodes_[i];
    if (at.is_text) {
      joined += at.gumbo->v.text.text;
    } else if (at.tag == GUMBO_TAG_SCRIPT || at.tag == GUMBO_TAG_STYLE) {
      i = at.end - 1;
    } else if (is_block_tag(at.tag) || at.tag == GUMBO_TAG_BR) {
      joined += ' ';
    }
  }
  const MappedText mapped = map_exact(joined);
  return folded_space(mapped, 0, mapped.size()).text();
}

Range Dom::bytes(std::size_t node) const {
  std::size_t begin = page_.size(), end = 0;
  for (std::size_t i = node; i < nodes_[node].end; ++i) {
    const auto cover = [&](const GumboStringPiece& piece) {
      if (piece.data == nullptr || piece.length == 0) return;
      begin = std::min(begin, offset(piece));
      end = std::max(end, offset(piece) + piece.length);
    };
    if (nodes_[i].is_text) {
      cover(nodes_[i].gumbo->v.text.original_text);
    } else {
      cover(nodes_[i].gumbo->v.element.original_tag);
      cover(nodes_[i].gumbo->v.element.original_end_tag);
    }
  }
  return begin <= end ? Range{begin, end} : Range{0, 0};
}

bool is_block_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
      return true;
    default:
      return false;
  }
}

int heading_level(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
      return 1;
    case GUMBO_TAG_H2:
      return 2;
    case GUMBO_TAG_H3:
      return 3;
    case GUMBO_TAG_H4:
      return 4;
    case GUMBO_TAG_H5:
      return 5;
    case GUMBO_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

}  // namespace counterpoint::html
