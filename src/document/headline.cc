// SPDX-License-Identifier: Apache-2.0
#include "document/headline.h"

#include <algorithm>
#include <utility>

#include "document/headline_stop.h"

namespace counterpoint {
namespace {

// News headlines run to about 14 words; a longer line above a report is a caption or standfirst.
constexpr std::size_t kMostTitleWords = 14;
constexpr std::size_t kMostCaptionWords = 45;
constexpr std::size_t kMostLabelWords = 6;

bool has_word_of(std::string_view text, std::string_view word_class, const PhraseBook& book) {
  const auto words = split_words(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (class_length(words, at, words.size(), word_class, book.classes) > 0) return true;
  }
  return false;
}

bool starts_with_word_of(std::string_view text, std::string_view word_class,
                         const PhraseBook& book) {
  const auto words = split_words(text);
  return class_length(words, 0, words.size(), word_class, book.classes) > 0;
}

bool is_open_line(const Block& block) {
  return block.kind == BlockKind::paragraph && block.dropped.empty() && !block.tight &&
         split_sentences(block.text.text()).size() == 1;
}

// A line that ends in ? or ! may be a headline, one that ends in a full stop, colon or comma not.
bool ends_like_headline(std::string_view text) {
  if (text.ends_with('?') || text.ends_with('!')) return true;
  const char last = text.back();
  return !ends_with_stop(text) && last != ':' && last != ',' && last != ';';
}

// A caption says so ("file photo"), or tells in a full sentence what people in the picture do:
// "Women carry water through the camp". Headlines leave articles out.
bool describes_picture(std::string_view text, const PhraseBook& book) {
  if (has_word_of(text, "caption", book)) return true;
  const auto words = split_words(text);
  bool posture = false, article = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    posture = posture || (at > 0 && at < 6 && book.is("caption_verb", words[at].lower));
    article = article || book.is("article", words[at].lower);
  }
  return posture && article && words.size() >= 9;
}

std::size_t next_kept(const Page& page, std::size_t from) {
  while (from < page.blocks.size() && !page.blocks[from].dropped.empty()) ++from;
  return from;
}

}  // namespace

std::string mark_title(Page& page, const PhraseBook& book) {
  for (const Block& block : page.blocks) {
    if (block.kind == BlockKind::title && block.dropped.empty()) return block.text.text();
  }
  std::size_t first = next_kept(page, 0);
  const std::size_t second = next_kept(page, first + 1);
  if (second >= page.blocks.size()) return {};
  Block& block = page.blocks[first];
  const std::string& text = block.text.text();
  if (!is_open_line(block) || starts_lower(text)) return {};
  const Block& below = page.blocks[second];
  const bool stop = !below.tight && !below.after_line && below.kind == BlockKind::paragraph &&
                    is_headline_with_stop(text, below.text.text(), book);
  if (!stop && !ends_like_headline(text)) return {};
  const std::size_t words = count_words(text);
  if (words > kMostTitleWords || describes_picture(text, book)) {
    // Where each line is a sentence, a headline may be glued to the first one: no telling.
    const bool apart = !page.blocks[second].tight || describes_picture(text, book);
    if (words <= kMostCaptionWords && apart && !text.ends_with('?'))
      block.kind = BlockKind::caption;
    return {};
  }
  block.kind = BlockKind::title;
  block.level = 1;
  return text;
}

void mark_captions(Page& page, const PhraseBook& book) {
  for (Block& block : page.blocks) {
    if (!is_open_line(block) || ends_with_stop(block.text.text())) continue;
    if (count_words(block.text.text()) > kMostCaptionWords) continue;
    if (starts_with_word_of(block.text.text(), "caption_start", book)) {
      block.kind = BlockKind::caption;
    }
  }
}

namespace {

// Each label begins with a capital and goes on in lower case.
std::vector<Range> labels_in(std::string_view text) {
  const auto words = split_words(text);
  std::vector<Range> labels;
  std::size_t length = 0;
  for (const Word& word : words) {
    if (!word.is_word && word.lower != "|" && word.lower != "/") return {};
    if (!word.is_word) {
      length = 0;
      continue;
    }
    if (is_number(word.lower) || (labels.empty() && !word.capital)) return {};
    // "Official Accounts": two capitals in a row are one label.
    const bool begins = length == 0 || (word.capital && length > 1);
    if (begins) {
      labels.push_back({word.begin, word.end});
      length = 0;
    }
    labels.back().end = word.end;
    if (++length > kMostLabelWords) return {};
  }
  return labels;
}

}  // namespace

void mark_column_labels(Page& page, const PhraseBook& book) {
  for (Block& block : page.blocks) {
    const std::string& text = block.text.text();
    if (!is_open_line(block) || ends_with_stop(text) || count_words(text) > 20) continue;
    const auto labels = labels_in(text);
    if (labels.size() < 2 || labels.size() > 6) continue;
    const auto named = std::count_if(labels.begin(), labels.end(), [&](const Range& label) {
      return has_word_of(text.substr(label.begin, label.end - label.begin), "column", book);
    });
    // Most labels must name a side; "Police and residents" alone is a headline.
    if (static_cast<std::size_t>(named) + 1 < labels.size() || named < 2) continue;
    block.kind = BlockKind::column_label;
    block.labels = labels;
  }
}

}  // namespace counterpoint
