// SPDX-License-Identifier: Apache-2.0
#include "document/markdown/markdown.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "document/dates.h"
#include "document/markdown/inline.h"
#include "document/url.h"

namespace counterpoint::markdown {
namespace {

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::string_view unquoted(std::string_view text) {
  const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                      text.back() == text.front();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

void set_field(FrontMatter& front, const std::string& key, std::string_view value) {
  const std::string text(unquoted(value));
  if (key == "title") front.title = text;
  if (key == "publisher" || key == "source" || key == "site") front.publisher = text;
  if (key == "url" || key == "link" || key == "canonical_url") front.url = text;
  if (key == "lang" || key == "language") front.language = text;
  if (key == "date" || key == "published") front.published = edtf_from_metadata(text);
  if (key == "updated" || key == "modified" || key == "lastmod") {
    front.updated = edtf_from_metadata(text);
  }
  if ((key == "author" || key == "authors") && !text.empty() && text.front() != '[') {
    front.authors.push_back(text);
  }
}

struct MarkdownLine {
  std::size_t begin = 0;
  std::size_t end = 0;  // without the line break
};

bool is_rule(std::string_view line) {
  if (line.size() < 3 || (line[0] != '-' && line[0] != '*' && line[0] != '_')) return false;
  return std::all_of(line.begin(), line.end(), [&](char c) { return c == line[0] || c == ' '; }) &&
         std::count(line.begin(), line.end(), line[0]) >= 3;
}

// Length of "- ", "* ", "+ ", "1. " or "2) " at the line's beginning; 0 if it is no list item.
std::size_t item_mark(std::string_view line) {
  if (line.size() < 2) return 0;
  if ((line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ') return 2;
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') ++digits;
  const bool numbered = digits > 0 && digits + 1 < line.size() &&
                        (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return numbered ? digits + 2 : 0;
}

class Reader {
 public:
  explicit Reader(const MappedText& source) : source_(source), text_(source.text()) {}

  MarkdownPage read() {
    std::size_t at = front_matter();
    while (at < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      add_line({at, end});
      at = end + 1;
    }
    flush();
    return std::move(result_);
  }

 private:
  // Reads "---" ... "---" at the top; returns where the text begins.
  std::size_t front_matter() {
    if (!text_.starts_with("---\n") && !text_.starts_with("---\r\n")) return 0;
    const std::size_t first = text_.find('\n') + 1;
    const std::size_t close = text_.find("\n---", first - 1);
    if (close == std::string_view::npos) return 0;
    for (std::size_t at = first; at < close;) {
      const std::size_t end = std::min(text_.find('\n', at), close);
      const std::string_view line = text_.substr(at, end - at);
      if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
        set_field(result_.front_matter, utf8::lower(trim(line.substr(0, colon))),
                  trim(line.substr(colon + 1)));
      }
      at = end + 1;
    }
    const std::size_t end = std::min(text_.find('\n', close + 1), text_.size());
    drop("markup", 0, end);
    return end + 1;
  }

  void drop(std::string_view reason, std::size_t begin, std::size_t end) {
    result_.page.dropped.push_back({std::string(reason),
                                    std::string(text_.substr(begin, end - begin)),
                                    source_.byte_begin(begin), source_.byte_end(end)});
  }

  void add_line(MarkdownLine line) {
    std::string_view text = text_.substr(line.begin, line.end - line.begin);
    const std::size_t space = std::min(text.find_first_not_of(" \t\r"), text.size());
    line.begin += space;
    text = trim(text);
    line.end = line.begin + text.size();
    if (text.starts_with("```") || text.starts_with("~~~")) {
      flush();
      fenced_ = !fenced_;
    } else if (fenced_) {
      flush();
      start(BlockKind::paragraph, line);
    } else if (text.empty()) {
      flush();
      quoted_ = false;
    } else if (!add_heading(text, line)) {
      add_text(text, line);
    }
  }

  bool add_heading(std::string_view text, MarkdownLine line) {
    // A line of = or - under a paragraph's line makes that a heading.
    const bool under = text.find_first_not_of(text[0]) == std::string_view::npos &&
                       (text[0] == '=' || text[0] == '-') && text.size() >= 2;
    if (under && open_ && block_.kind == BlockKind::paragraph) {
      block_.kind = BlockKind::heading;
      block_.level = text[0] == '=' ? 1 : 2;
      flush();
      return true;
    }
    std::size_t level = 0;
    while (level < text.size() && text[level] == '#') ++level;
    if (level == 0 || level > 6 || level == text.size() || text[level] != ' ') {
      if (!is_rule(text)) return false;
      flush();
      return true;
    }
    flush();
    while (text.back() == '#' || text.back() == ' ') text.remove_suffix(1);
    if (text.size() <= level) return true;
    start(BlockKind::heading, {line.begin + level, line.begin + text.size()});
    block_.level = static_cast<int>(level);
    flush();
    return true;
  }

  void add_text(std::string_view text, MarkdownLine line) {
    if (text[0] == '>') {
      if (!quoted_) flush();
      quoted_ = true;
      const std::size_t mark = text.find_first_not_of("> ");
      if (mark == std::string_view::npos) return flush();
      line.begin += mark;
      text.remove_prefix(mark);
    }
    if (const std::size_t mark = item_mark(text); mark > 0) {
      flush();
      line.begin += mark;
      start(BlockKind::item, line);
    } else if (text[0] == '|') {
      add_row(text, line);
    } else if (is_definition(text)) {
      flush();
      drop("markup", line.begin, line.end);
    } else if (open_) {
      continue_block(line);
    } else {
      start(BlockKind::paragraph, line);
    }
  }

  // The line break, and in a quotation the ">" after it, becomes a space.
  void continue_block(MarkdownLine line) {
    block_.text.append_for(" ", source_, last_end_, line.begin);
    append_folded(block_.text, source_, line.begin, line.end);
    last_end_ = line.end;
  }

  // "[id]: https://..." names the address of a link.
  static bool is_definition(std::string_view text) {
    const std::size_t close = text.find("]: ");
    return text[0] == '[' && close != std::string_view::npos &&
           text.find("://", close) != std::string_view::npos;
  }

  void add_row(std::string_view text, MarkdownLine line) {
    flush();
    if (text.find_first_not_of("|-: ") == std::string_view::npos) return;
    if (text.back() == '|' && text.size() > 1) --line.end;
    start(BlockKind::row, {line.begin + 1, line.end});
    flush();
  }

  void start(BlockKind kind, MarkdownLine line) {
    flush();
    block_ = Block();
    block_.kind = kind;
    append_folded(block_.text, source_, line.begin, line.end);
    last_end_ = line.end;
    open_ = true;
  }

  void flush() {
    if (!open_) return;
    open_ = false;
    Inline words = read_inline(block_.text);
    for (const Range& image : words.images) {
      result_.page.dropped.push_back(
          {"markup", block_.text.text().substr(image.begin, image.end - image.begin),
           block_.text.byte_begin(image.begin), block_.text.byte_end(image.end)});
    }
    block_.text = folded_space(words.text, 0, words.text.size());
    if (block_.text.empty()) return;
    auto& blocks = result_.page.blocks;
    const bool listed = block_.kind == BlockKind::item || block_.kind == BlockKind::row;
    block_.tight = listed && !blocks.empty() && blocks.back().kind == block_.kind;
    const bool first = block_.kind == BlockKind::heading && block_.level == 1 && !has_title_;
    if (first) block_.kind = BlockKind::title;
    has_title_ = has_title_ || first;
    blocks.push_back(std::move(block_));
  }

  const MappedText& source_;
  std::string_view text_;
  MarkdownPage result_;
  Block block_;
  bool open_ = false;
  bool fenced_ = false;
  bool quoted_ = false;
  bool has_title_ = false;
  std::size_t last_end_ = 0;
};

}  // namespace

MarkdownPage read_markdown(const MappedText& source) {
  return Reader(source).read();
}

void set_metadata(const FrontMatter& front, Document& document) {
  const auto time = [](const std::string& edtf) {
    return edtf.empty() ? std::nullopt
                        : std::optional<Time>(Time{edtf, "metadata", Extent::within, {}});
  };
  document.title = front.title;
  document.publisher = front.publisher;
  document.url = front.url;
  document.language = front.language;
  document.authors = front.authors;
  document.published = time(front.published);
  document.updated = time(front.updated);
  if (document.publisher.empty()) document.host = host_of(document.url);
}

}  // namespace counterpoint::markdown
