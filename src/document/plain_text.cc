// SPDX-License-Identifier: Apache-2.0
#include "document/plain_text.h"

#include <utility>

#include "document/lines.h"
#include "document/wiki.h"

namespace counterpoint {
namespace {

bool is_list_item(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\xE2\x80\xA2");
}

class Reader {
 public:
  explicit Reader(const MappedText& source)
      : source_(source),
        lines_(split_lines(source.text())),
        style_(style_of(source.text(), lines_)) {}

  Page read() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.after_empty && !is_list_item(words(line))) in_infobox_ = false;
      if (add_markup(line)) continue;
      const bool goes_on = i > 0 && !line.after_empty && !page_.blocks.empty() &&
                           page_.blocks.back().kind == BlockKind::paragraph &&
                           runs_on(source_.text(), lines_[i - 1], line, style_);
      goes_on ? continue_block(line) : add_block(line);
    }
    for (Block& block : page_.blocks) block.text = trimmed(block.text);
    return std::move(page_);
  }

 private:
  [[nodiscard]] std::string_view words(const Line& line) const {
    return std::string_view(source_.text())
        .substr(line.range.begin, line.range.end - line.range.begin);
  }

  Block& add(BlockKind kind, const Line& line, Range within) {
    Block block;
    block.kind = kind;
    append_line(block.text, source_, line.range.begin + within.begin,
                line.range.begin + within.end);
    block.tight = !line.after_empty && style_ == LineStyle::sentences && !page_.blocks.empty();
    block.after_line = !line.after_empty;
    page_.blocks.push_back(std::move(block));
    return page_.blocks.back();
  }

  // Headings, infobox rows and list items; false for running text.
  bool add_markup(const Line& line) {
    const std::string_view text = words(line);
    if (const auto heading = find_wiki_heading(text)) {
      Block& block = add(BlockKind::heading, line, heading->range);
      block.level = heading->level;
      block.tight = false;
      if (heading->level == 1 && page_.blocks.size() == 1) block.kind = BlockKind::title;
      return true;
    }
    if (is_infobox_opener(text)) {
      in_infobox_ = true;
      add(BlockKind::label, line, {0, text.size()}).dropped = "markup";
      return true;
    }
    if (!is_list_item(text)) return false;
    add_item(line, text);
    return true;
  }

  void add_item(const Line& line, std::string_view text) {
    const auto row = in_infobox_ ? find_infobox_row(text) : std::nullopt;
    Block& block = row ? add(BlockKind::infobox, line, row->row)
                       : add(BlockKind::item, line, {0, text.size()});
    if (row) block.label = text.substr(row->field.begin, row->field.end - row->field.begin);
    block.tight = !line.after_empty && page_.blocks.size() > 1;
  }

  void add_block(const Line& line) {
    add(BlockKind::paragraph, line, {0, line.range.end - line.range.begin});
    last_end_ = line.range.end;
  }

  void continue_block(const Line& line) {
    MappedText& text = page_.blocks.back().text;
    append_folded(text, source_, last_end_, line.range.begin);
    append_line(text, source_, line.range.begin, line.range.end);
    last_end_ = line.range.end;
  }

  const MappedText& source_;
  std::vector<Line> lines_;
  LineStyle style_;
  Page page_;
  std::size_t last_end_ = 0;
  bool in_infobox_ = false;
};

}  // namespace

Page read_plain_text(const MappedText& source) {
  return Reader(source).read();
}

}  // namespace counterpoint
