// SPDX-License-Identifier: Apache-2.0
// Which of the dates on a page says when the report was published.
#include <algorithm>
#include <utility>

#include "document/dates.h"

namespace counterpoint {
namespace {

constexpr std::size_t kFirstBlocks = 6;   // a dateline stands in one of these
constexpr std::size_t kFirstBytes = 900;  // and not farther from the top
constexpr std::size_t kLabelWords = 12;   // a line "Last updated ..." has no more

bool is_dash(const Word& word) {
  return word.lower == "-" || word.lower == "\xE2\x80\x93" || word.lower == "\xE2\x80\x94";
}

class Dateline {
 public:
  Dateline(Document& document, const PhraseBook& book, Span block)
      : document_(document),
        book_(book),
        block_(block),
        words_(split_words(block.of(document.text))) {}

  void read(bool is_first) {
    for (const FoundDate& date : find_dates(words_, book_)) {
      const bool published = labelled(date, "published"), updated = labelled(date, "updated");
      if (published || (updated && has_clock(date, 6) && stands_before_label(date))) {
        set(document_.published, date, "text");
      }
      if (updated) set(document_.updated, date, "text");
      if (published || updated || !is_first) continue;
      if (has_zoned_clock(date) || is_alone(date) || is_in_dateline(date)) {
        set(document_.published, date, "dateline");
      }
    }
    if (is_first && document_.credit.empty()) document_.credit = credit();
  }

  [[nodiscard]] bool is_label_line() const { return words_.size() <= kLabelWords; }

 private:
  void set(std::optional<Time>& time, const FoundDate& date, std::string_view basis) const {
    if (time) return;
    const auto begin = static_cast<std::uint32_t>(words_[date.first_word].begin);
    const auto end = static_cast<std::uint32_t>(words_[date.last_word - 1].end);
    Time found;
    found.edtf = edtf_of(date.year, date.month, date.day);
    found.basis = basis;
    found.evidence.push_back({document_.id, {block_.begin + begin, block_.begin + end}});
    time = std::move(found);
  }

  // A word such as "published" close before the date, or "last updated" right behind it.
  [[nodiscard]] bool labelled(const FoundDate& date, std::string_view word_class) const {
    const std::size_t first = date.first_word > 5 ? date.first_word - 5 : 0;
    for (std::size_t i = first; i < date.first_word; ++i) {
      const std::size_t length =
          class_length(words_, i, date.first_word, word_class, book_.classes);
      if (length > 0 && starts_sentence(i)) return true;
    }
    return class_length(words_, date.last_word, words_.size(), word_class, book_.classes) > 0 &&
           has_clock(date, 6);
  }

  // A label begins a line or stands alone: "the list published on 7 June 2011" is running text.
  [[nodiscard]] bool starts_sentence(std::size_t word) const {
    return word == 0 || !words_[word - 1].is_word;
  }

  [[nodiscard]] bool stands_before_label(const FoundDate& date) const {
    return class_length(words_, date.last_word, words_.size(), "updated", book_.classes) > 0;
  }

  [[nodiscard]] bool has_clock(const FoundDate& date, std::size_t within) const {
    const std::size_t end = std::min(words_.size(), date.last_word + within);
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(date.last_word),
                       words_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Word& word) { return is_clock(word.lower); });
  }

  // "26 April 2009 18.45 BST": only pages print it so.
  [[nodiscard]] bool has_zoned_clock(const FoundDate& date) const {
    const std::size_t end = std::min(words_.size(), date.last_word + 5);
    bool clock = false;
    for (std::size_t i = date.last_word; i < end; ++i) {
      clock = clock || is_clock(words_[i].lower);
      if (clock && book_.is("zone", words_[i].lower)) return true;
    }
    return false;
  }

  // The block holds the date, perhaps with weekday and hour, and nothing else.
  [[nodiscard]] bool is_alone(const FoundDate& date) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i >= date.first_word && i < date.last_word) continue;
      const Word& word = words_[i];
      const bool of_time = !word.is_word || is_clock(word.lower) ||
                           book_.is("weekday", word.lower) || book_.is("zone", word.lower) ||
                           book_.is("half_day", word.lower);
      if (!of_time) return false;
    }
    return true;
  }

  // "BEIRUT, June 7, 2011 (AP) -": capitals before the date, a dash or an agency soon after it.
  [[nodiscard]] bool is_in_dateline(const FoundDate& date) const {
    if (date.first_word == 0 || date.first_word > 8) return false;
    for (std::size_t i = 0; i < date.first_word; ++i) {
      if (words_[i].is_word && !words_[i].capital) return false;
    }
    const std::size_t end = std::min(words_.size(), date.last_word + 8);
    for (std::size_t i = date.last_word; i < end; ++i) {
      if (is_dash(words_[i])) return true;
      if (class_length(words_, i, end, "agency", book_.classes) > 0) return true;
    }
    return false;
  }

  // "(Reuters) -" near the beginning.
  [[nodiscard]] std::string credit() const {
    for (std::size_t i = 0; i + 3 < words_.size() && i < 60; ++i) {
      if (words_[i].lower != "(") continue;
      const std::size_t length =
          class_length(words_, i + 1, words_.size(), "agency", book_.classes);
      const std::size_t close = i + 1 + length;
      if (length == 0 || close + 1 >= words_.size()) continue;
      if (words_[close].lower != ")" || !is_dash(words_[close + 1])) continue;
      std::vector<std::string> name;
      for (std::size_t w = i + 1; w < close; ++w) name.push_back(words_[w].lower);
      const auto agency = book_.agencies.find(name);
      if (agency != book_.agencies.end() && !agency->second.photo) return agency->second.name;
    }
    return {};
  }

  Document& document_;
  const PhraseBook& book_;
  Span block_;
  std::vector<Word> words_;
};

}  // namespace

void read_dateline(Document& document, const std::vector<Placed>& placed, const PhraseBook& book) {
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const bool first = i < kFirstBlocks && placed[i].span.begin < kFirstBytes;
    const bool last = i + 3 >= placed.size();
    if (!first && !last) continue;
    if (placed[i].kind == BlockKind::infobox || placed[i].kind == BlockKind::caption) continue;
    Dateline dateline(document, book, placed[i].span);
    if (first || dateline.is_label_line()) dateline.read(first);
  }
}

}  // namespace counterpoint
