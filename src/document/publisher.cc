// SPDX-License-Identifier: Apache-2.0
#include "document/publisher.h"

#include <algorithm>
#include <vector>

namespace counterpoint {
namespace {

constexpr std::string_view kCopyrightSign = "\xC2\xA9";

class Owner {
 public:
  Owner(std::string_view line, const PhraseBook& book)
      : line_(line), book_(book), words_(split_words(line)) {}

  [[nodiscard]] std::string find() const {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const std::string& word = words_[at].lower;
      if (word == kCopyrightSign || book_.is("copyright", word)) {
        if (std::string name = before(at); !name.empty()) return name;
        if (std::string name = after(at + 1); !name.empty()) return name;
      }
      const std::size_t length =
          class_length(words_, at, words_.size(), "rights_reserved_to", book_.classes);
      if (length > 0) {
        if (std::string name = after(at + length); !name.empty()) return name;
      }
    }
    return {};
  }

 private:
  [[nodiscard]] bool is_skipped(std::size_t at) const {
    const Word& word = words_[at];
    return word.lower == kCopyrightSign || is_year(word.lower) || !word.is_word ||
           book_.is("copyright", word.lower) || word.lower == "c";
  }

  // The capitalised words from `at` on, past years and signs.
  [[nodiscard]] std::string after(std::size_t at) const {
    while (at < words_.size() && is_skipped(at)) ++at;
    std::size_t end = at;
    while (end < words_.size() && is_of_name(end)) ++end;
    return name_of(at, end);
  }

  // "BBC © 2014": the capitalised words before the sign, if a year or nothing follows it.
  [[nodiscard]] std::string before(std::size_t sign) const {
    if (sign + 1 < words_.size() && !is_year(words_[sign + 1].lower)) return {};
    std::size_t begin = sign;
    while (begin > 0 && is_of_name(begin - 1)) --begin;
    return name_of(begin, sign);
  }

  [[nodiscard]] bool is_of_name(std::size_t at) const {
    const Word& word = words_[at];
    if (!word.is_word) return word.lower == "&";
    if (class_length(words_, at, words_.size(), "rights_reserved", book_.classes) > 0) return false;
    if (book_.is("copyright", word.lower)) return false;
    return word.capital || book_.is("name_link", word.lower);
  }

  [[nodiscard]] std::string name_of(std::size_t begin, std::size_t end) const {
    while (begin < end &&
           (!words_[begin].capital || book_.is("company_start", words_[begin].lower))) {
      ++begin;
    }
    for (bool shorter = true; shorter;) {
      shorter = false;
      while (end > begin && !words_[end - 1].capital) --end;
      const std::size_t first = std::max(begin + 1, end - std::min(end, kMostMemberWords));
      for (std::size_t last = first; last < end && !shorter; ++last) {
        if (last + class_length(words_, last, end, "company_end", book_.classes) == end) {
          end = last;
          shorter = true;
        }
      }
    }
    if (begin >= end || end - begin > 6) return {};
    return std::string(
        line_.substr(words_[begin].begin, words_[end - 1].end - words_[begin].begin));
  }

  std::string_view line_;
  const PhraseBook& book_;
  std::vector<Word> words_;
};

const Agency* find_agency(std::string_view name, const PhraseBook& book) {
  std::vector<std::string> words;
  for (Word& word : split_words(name)) words.push_back(std::move(word.lower));
  const auto found = book.agencies.find(words);
  return found == book.agencies.end() ? nullptr : &found->second;
}

}  // namespace

std::string owner_in(std::string_view copyright_line, const PhraseBook& book) {
  return Owner(copyright_line, book).find();
}

void find_publisher(Document& document, const PhraseBook& book) {
  for (const Dropped& piece : document.dropped) {
    if (piece.reason != "copyright" && piece.reason != "footer") continue;
    const std::string owner = owner_in(piece.text, book);
    if (owner.empty()) continue;
    if (const Agency* agency = find_agency(owner, book)) {
      if (document.credit.empty() && !agency->photo) document.credit = agency->name;
    } else if (document.publisher.empty()) {
      document.publisher = owner;
    }
  }
}

}  // namespace counterpoint
