// SPDX-License-Identifier: Apache-2.0
#include "document/assemble.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace counterpoint {
namespace {

std::uint32_t narrow(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

void separate(MappedText& text, std::string_view separator, std::uint64_t next_byte,
              std::string_view bytes) {
  const std::uint64_t begin = text.byte_end(text.size());
  const std::uint64_t end = std::max(begin, next_byte);
  if (end - begin == separator.size() && bytes.substr(begin, end - begin) == separator) {
    text.append_exact(separator, begin);
  } else {
    text.append_for(separator, begin, end);
  }
}

class Sections {
 public:
  explicit Sections(Document& document) : document_(document) {}

  void add(const Block& block, Span span) {
    const bool heading = block.kind == BlockKind::heading || block.kind == BlockKind::title;
    if (heading) close_headings(block.level, span.begin);
    if (block.label != column_ || heading) column_.clear();
    switch (block.kind) {
      case BlockKind::title:
      case BlockKind::heading:
        open_.emplace_back(block.level, document_.sections.size());
        push(block.text.text(), SectionRole::heading, span);
        break;
      case BlockKind::caption:
        push("", SectionRole::caption, span);
        break;
      case BlockKind::column_label:
        add_labels(block, span.begin);
        break;
      case BlockKind::infobox:
        push(utf8::lower(block.label), SectionRole::infobox, span);
        break;
      case BlockKind::row:
        extend(block.label, SectionRole::table, span);
        break;
      case BlockKind::paragraph:
      case BlockKind::item:
        add_to_column(block, span);
        break;
      case BlockKind::label:
        break;
    }
    last_kind_ = block.kind;
  }

  void finish(std::uint32_t end) {
    close_headings(0, end);
    std::stable_sort(document_.sections.begin(), document_.sections.end(),
                     [](const Section& a, const Section& b) {
                       return a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                                           : a.span.end > b.span.end;
                     });
  }

 private:
  void push(std::string label, SectionRole role, Span span) {
    document_.sections.push_back({std::move(label), role, span, std::nullopt, ""});
  }

  void add_labels(const Block& block, std::uint32_t begin) {
    for (const Range& label : block.labels) {
      push(block.text.text().substr(label.begin, label.end - label.begin), SectionRole::column,
           {begin + narrow(label.begin), begin + narrow(label.end)});
    }
  }

  // Rows of one table are one section.
  void extend(const std::string& label, SectionRole role, Span span) {
    if (last_kind_ == BlockKind::row) {
      document_.sections.back().span.end = span.end;
    } else {
      push(label, role, span);
    }
  }

  // Blocks that follow each other in one column are one section.
  void add_to_column(const Block& block, Span span) {
    if (block.label.empty()) return;
    if (!column_.empty() && column_ == block.label) {
      document_.sections[column_section_].span.end = span.end;
      return;
    }
    column_ = block.label;
    column_section_ = document_.sections.size();
    push(block.label, SectionRole::column, span);
  }

  void close_headings(int level, std::uint32_t end) {
    while (!open_.empty() && open_.back().first >= level) {
      document_.sections[open_.back().second].span.end = end;
      open_.pop_back();
    }
  }

  Document& document_;
  std::vector<std::pair<int, std::size_t>> open_;  // level, section
  std::string column_;
  std::size_t column_section_ = 0;
  BlockKind last_kind_ = BlockKind::paragraph;
};

void drop(const Block& block, Document& document) {
  const MappedText& text = block.text;
  document.dropped.push_back(
      {block.dropped, text.text(), text.byte_begin(0), text.byte_end(text.size())});
}

bool is_listed(BlockKind kind) {
  return kind == BlockKind::item || kind == BlockKind::infobox || kind == BlockKind::row;
}

}  // namespace

std::vector<Placed> assemble(const Page& page, std::string_view bytes, Document& document) {
  MappedText text;
  std::vector<Placed> placed;
  Sections sections(document);
  document.dropped = page.dropped;
  for (const Block& block : page.blocks) {
    if (!block.dropped.empty()) {
      drop(block, document);
      continue;
    }
    if (block.text.empty()) continue;
    if (!text.empty()) {
      const bool tight = block.tight && (!is_listed(block.kind) || is_listed(placed.back().kind));
      separate(text, tight ? "\n" : "\n\n", block.text.byte_begin(0), bytes);
    }
    const Span span{narrow(text.size()), narrow(text.size() + block.text.size())};
    text.append(block.text);
    placed.push_back({block.kind, span});
    sections.add(block, span);
  }
  sections.finish(narrow(text.size()));
  document.text = text.text();
  document.map = text.runs();
  std::stable_sort(document.dropped.begin(), document.dropped.end(),
                   [](const Dropped& a, const Dropped& b) { return a.byte_begin < b.byte_begin; });
  return placed;
}

}  // namespace counterpoint
