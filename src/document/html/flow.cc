// SPDX-License-Identifier: Apache-2.0
#include "document/html/flow.h"

#include <algorithm>
#include <utility>

#include "document/html/furniture_hints.h"
#include "document/html/tables.h"

namespace counterpoint::html {
namespace {

// What the blocks inside an element are. Inner elements add to what outer ones say.
struct Context {
  std::size_t end = 0;  // index behind the element
  BlockKind kind = BlockKind::paragraph;
  int level = 0;
  std::string column;
  bool linked = false;
  bool preformatted = false;
};

class Flow {
 public:
  Flow(const Dom& dom, const MainText& main) : dom_(dom), main_(main) {
    stack_.push_back({dom.size(), BlockKind::paragraph, 0, "", false, false});
  }

  Page read() {
    for (std::size_t i = 0; i < dom_.size(); ++i) {
      leave(i);
      const Node& node = dom_[i];
      const bool inside = is_inside(i);
      const bool around = !inside && encloses(i);
      if (!main_.reasons[i].empty() || (!inside && !around)) {
        leave_out(i);
        i = node.end - 1;
      } else if (node.is_text) {
        if (inside) add_text(i);
      } else if (inside) {
        enter(i);
      }
    }
    flush();
    return std::move(page_);
  }

 private:
  [[nodiscard]] bool is_inside(std::size_t i) const {
    if (i >= main_.root) return i < dom_[main_.root].end;
    const auto after = std::upper_bound(main_.leads.begin(), main_.leads.end(), i);
    return after != main_.leads.begin() && i < dom_[*std::prev(after)].end;
  }

  // Whether the root or a lead stands in node i.
  [[nodiscard]] bool encloses(std::size_t i) const {
    const auto holds = [&](std::size_t other) { return i < other && other < dom_[i].end; };
    const auto lead = std::upper_bound(main_.leads.begin(), main_.leads.end(), i);
    return holds(main_.root) || (lead != main_.leads.end() && holds(*lead));
  }

  // Elements that ended before node i.
  void leave(std::size_t i) {
    while (stack_.size() > 1 && stack_.back().end <= i) {
      if (blocks_open_.back()) flush();
      stack_.pop_back();
      blocks_open_.pop_back();
    }
  }

  void enter(std::size_t i) {
    const Node& node = dom_[i];
    if (node.is(Tag::br)) return end_line();
    const bool row = (node.is(Tag::tr) || node.is(Tag::caption)) && in_rows();
    const bool cell = (node.is(Tag::td) || node.is(Tag::th)) && in_rows();
    const bool block = is_block_tag(node.tag) && !cell && !(in_rows() && !row);
    if (block) flush();
    if (cell) separate_cells();
    Context context = stack_.back();
    context.end = node.end;
    describe(i, context);
    stack_.push_back(std::move(context));
    blocks_open_.push_back(block);
  }

  void describe(std::size_t i, Context& context) {
    const Node& node = dom_[i];
    if (const int level = heading_level(node.tag); level > 0) {
      context.kind = BlockKind::heading;
      context.level = level;
    }
    if (node.is(Tag::li) || node.is(Tag::dd)) context.kind = BlockKind::item;
    if (node.is(Tag::figcaption) || node.is(Tag::caption)) context.kind = BlockKind::caption;
    if (node.is(Tag::figure) || names_caption(i)) context.kind = BlockKind::caption;
    if (node.is(Tag::a)) context.linked = true;
    if (node.is(Tag::pre)) context.preformatted = true;
    if (node.is(Tag::table)) {
      tables_.emplace_back(node.end, read_table_use(dom_, i, main_));
      const TableUse use = tables_.back().second.use;
      context.kind = use == TableUse::infobox ? BlockKind::infobox
                     : use == TableUse::data  ? BlockKind::row
                                              : BlockKind::paragraph;
    }
    while (!tables_.empty() && tables_.back().first <= i) tables_.pop_back();
    if (!tables_.empty()) {
      if (const std::string* label = tables_.back().second.find_label(i)) context.column = *label;
    }
  }

  [[nodiscard]] bool names_caption(std::size_t i) const {
    if (!is_block_tag(dom_[i].tag) && dom_[i].tag != Tag::span) return false;
    const auto words = class_words(dom_, i);
    return std::find(words.begin(), words.end(), "caption") != words.end() ||
           std::find(words.begin(), words.end(), "wp-caption-text") != words.end();
  }

  [[nodiscard]] bool in_rows() const {
    const BlockKind kind = stack_.back().kind;
    return kind == BlockKind::row || kind == BlockKind::infobox;
  }

  void add_text(std::size_t i) {
    const MappedText text = dom_.text(i);
    if (stack_.back().linked) linked_ += text.size();
    if (!stack_.back().preformatted) {
      line_.append(text);
      return;
    }
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.text().find('\n', begin), text.size());
      line_.append(text, begin, end);
      if (end < text.size()) end_line();
      begin = end + 1;
    }
  }

  // A field and its value, or two cells of a row.
  void separate_cells() {
    const std::string_view text = line_.text();
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    const bool first = field_end_ == 0;
    if (first) field_end_ = line_.size();
    const std::string_view mark = first && stack_.back().kind == BlockKind::infobox ? ": " : " | ";
    const std::uint64_t at = line_.byte_end(line_.size());
    line_.append_for(mark, at, at);
  }

  // <br>: the next line stands under this one.
  void end_line() {
    if (in_rows()) {
      const std::uint64_t at = line_.byte_end(line_.size());
      line_.append_for(" ", at, at);
      return;
    }
    const std::size_t before = page_.blocks.size();
    flush();
    const bool empty = page_.blocks.size() == before;
    broken_ = !empty || broken_ ? (empty ? 2 : 1) : 0;
  }

  void flush() {
    MappedText text = folded_space(line_, 0, line_.size());
    line_ = MappedText();
    const std::size_t linked = std::exchange(linked_, 0);
    const std::size_t field_end = std::exchange(field_end_, 0);
    if (text.empty()) {
      if (broken_ == 1 && stack_.back().kind != last_kind_) broken_ = 0;
      return;
    }
    const int broken = std::exchange(broken_, 0);
    if (broken == 1 && continues(text)) {
      append_space(page_.blocks.back().text, text);
      return;
    }
    add_block(std::move(text), linked, field_end, broken);
  }

  // A line broken in mid-sentence goes on.
  [[nodiscard]] bool continues(const MappedText& text) const {
    return !page_.blocks.empty() && page_.blocks.back().dropped.empty() &&
           !ends_with_stop(page_.blocks.back().text.text()) && starts_lower(text.text());
  }

  static void append_space(MappedText& to, const MappedText& text) {
    const std::uint64_t at = to.byte_end(to.size());
    to.append_for(" ", at, std::max(at, text.byte_begin(0)));
    to.append(text);
  }

  void add_block(MappedText text, std::size_t linked, std::size_t field_end, int broken) {
    const Context& context = stack_.back();
    Block block;
    block.kind = context.kind;
    block.level = context.level;
    block.label = context.column;
    if (block.kind == BlockKind::infobox && field_end == 0) block.kind = BlockKind::label;
    if (block.kind == BlockKind::infobox) {
      const std::size_t mark = text.text().find(": ");
      block.label = text.text().substr(0, std::min(mark, text.size()));
    }
    block.tight = broken == 1 || (block.kind == last_kind_ && block.kind != BlockKind::paragraph &&
                                  block.kind != BlockKind::heading);
    block.mostly_links = 10 * linked >= 6 * text.size();
    block.text = std::move(text);
    last_kind_ = block.kind;
    page_.blocks.push_back(std::move(block));
  }

  void leave_out(std::size_t i) {
    if (is_block_tag(dom_[i].tag)) flush();
    const Range bytes = dom_.bytes(i);
    if (bytes.begin == bytes.end) return;
    std::string_view reason = main_.reasons[i];
    std::string text = is_never_text(dom_[i].tag) ? std::string() : dom_.all_text(i);
    const bool script = reason == "script" || reason == "hidden";
    if (text.empty() && !script) return;
    if (reason.empty()) reason = i < main_.root ? "header" : "boilerplate";
    page_.dropped.push_back({std::string(reason), std::move(text), bytes.begin, bytes.end});
  }

  const Dom& dom_;
  const MainText& main_;
  Page page_;
  std::vector<Context> stack_;
  std::vector<bool> blocks_open_{false};
  std::vector<std::pair<std::size_t, Table>> tables_;
  MappedText line_;
  std::size_t linked_ = 0;     // bytes of the line that are links
  std::size_t field_end_ = 0;  // infobox row: where its field ends; 0: no second cell yet
  int broken_ = 0;             // <br>s before the line
  BlockKind last_kind_ = BlockKind::paragraph;
};

}  // namespace

Page read_blocks(const Dom& dom, const MainText& main) {
  return Flow(dom, main).read();
}

}  // namespace counterpoint::html
