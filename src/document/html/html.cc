// SPDX-License-Identifier: Apache-2.0
#include "document/html/html.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "document/html/flow.h"
#include "document/html/main_text.h"

namespace counterpoint::html {
namespace {

// Lists of links are navigation, whatever their place. A paragraph that is one link is a pointer to
// another page.
void drop_links(Page& page) {
  for (std::size_t begin = 0; begin < page.blocks.size();) {
    std::size_t end = begin;
    std::size_t links = 0;
    const BlockKind kind = page.blocks[begin].kind;
    while (end < page.blocks.size() && page.blocks[end].kind == kind) {
      if (page.blocks[end++].mostly_links) ++links;
      if (kind != BlockKind::item && kind != BlockKind::row) break;
    }
    if (2 * links > end - begin) {
      for (std::size_t i = begin; i < end; ++i) {
        const bool sentence = ends_with_stop(page.blocks[i].text.text()) &&
                              count_words(page.blocks[i].text.text()) >= 12;
        const bool heading = page.blocks[i].kind == BlockKind::heading;
        if (!sentence && !heading) page.blocks[i].dropped = "related";
      }
    }
    begin = end;
  }
}

// An address alone, the same caption or the same long paragraph again, is nothing to read: some
// pages hold a second copy of the report for machines.
void drop_repetitions(Page& page) {
  constexpr std::size_t kLongParagraph = 80;
  std::set<std::string> seen;
  for (Block& block : page.blocks) {
    const std::string& text = block.text.text();
    const bool address =
        text.find("://") != std::string::npos && text.find(' ') == std::string::npos;
    if (address) block.dropped = "markup";
    const bool counted =
        block.kind == BlockKind::caption || (block.kind == BlockKind::paragraph &&
                                             block.label.empty() && text.size() >= kLongParagraph);
    if (counted && !seen.insert(text).second) block.dropped = "boilerplate";
  }
}

// The headline is part of the text where it stands in the report, so that words of it can be shown
// as evidence. Printed again, it is the page's.
void mark_title(Page& page, const std::string& title) {
  bool found = false;
  for (Block& block : page.blocks) {
    if (block.kind != BlockKind::heading || block.text.text() != title) continue;
    if (std::exchange(found, true)) {
      block.dropped = "header";
    } else {
      block.kind = BlockKind::title;
      block.level = 1;
    }
  }
}

// A heading with nothing under it belongs to what was dropped.
void drop_bare_headings(Page& page) {
  int below = 0;  // level of the heading after it that was kept or dropped; 0: running text follows
  bool text = false;
  for (std::size_t i = page.blocks.size(); i-- > 0;) {
    Block& block = page.blocks[i];
    if (!block.dropped.empty()) continue;
    if (block.kind != BlockKind::heading && block.kind != BlockKind::title) {
      text = true;
      continue;
    }
    const bool has_section = text || (below > block.level);
    if (!has_section && block.kind == BlockKind::heading) {
      block.dropped = "related";
      continue;
    }
    below = block.level;
    text = false;
  }
}

void move_to_source(Page& page, const MappedText& source) {
  for (Block& block : page.blocks) block.text = compose(block.text, source);
  for (Dropped& piece : page.dropped) {
    const std::uint64_t begin = source.byte_begin(piece.byte_begin);
    piece.byte_end = source.byte_end(piece.byte_end);
    piece.byte_begin = begin;
  }
}

}  // namespace

HtmlPage read_html(const MappedText& source) {
  const Dom dom(source.text());
  HtmlPage result;
  result.metadata = read_metadata(dom);
  const MainText main = find_main_text(dom);
  result.page = read_blocks(dom, main);
  drop_links(result.page);
  drop_repetitions(result.page);
  mark_title(result.page, result.metadata.title);
  drop_bare_headings(result.page);
  move_to_source(result.page, source);
  return result;
}

}  // namespace counterpoint::html
