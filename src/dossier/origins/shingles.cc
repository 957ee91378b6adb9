// SPDX-License-Identifier: Apache-2.0
#include "dossier/origins/shingles.h"

#define XXH_INLINE_ALL
#include <unicode/uchar.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"

namespace counterpoint {
namespace {

// A sentence stands in the other text when this share of its shingles does: one changed word in a
// sentence of twenty breaks five of its sixteen shingles, two apart break ten.
constexpr double kSentenceFound = 0.4;
// Fewer shared shingles than two quotes of a line each are no sign of copying.
constexpr std::size_t kFewestShared = 8;
// A shingle in more texts than this is boilerplate (passim's maxDF).
constexpr std::size_t kMostTexts = 100;

struct Word {
  std::string text;
  bool quoted = false;
};

// Walks one text, keeping track of quotation marks; they end with the paragraph at the latest.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  // Words of the next sentence; sentences must come in text order.
  std::vector<Word> read(const Span& span) {
    if (text_.substr(at_, span.begin - std::min(at_, span.begin)).find("\n\n") !=
        std::string_view::npos) {
      quoted_ = false;
    }
    at_ = span.begin;
    std::vector<Word> words;
    bool open = false;  // the last word goes on
    while (at_ < span.end) {
      if (const std::uint32_t marker = citation_length(); marker > 0) {
        at_ += marker;
        open = false;
        continue;
      }
      const auto [c, length] = utf8::decode(text_, at_);
      at_ += static_cast<std::uint32_t>(length);
      track_quotes(c);
      if (u_isalnum(static_cast<UChar32>(c))) {
        if (!open) words.push_back({{}, quoted_});
        utf8::append(words.back().text, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
        open = true;
      } else if (c != U'\'' && c != U'’') {
        open = false;
      }
    }
    return words;
  }

 private:
  // "[7]", "[ 25 ]": length of a citation marker that begins here, or 0.
  [[nodiscard]] std::uint32_t citation_length() const {
    constexpr std::size_t kLongest = 8;
    if (text_[at_] != '[') return 0;
    const std::string_view rest = text_.substr(at_ + 1, kLongest);
    const std::size_t close = rest.find(']');
    if (close == std::string_view::npos) return 0;
    if (rest.substr(0, close).find_first_not_of("0123456789 ") != std::string_view::npos) return 0;
    return static_cast<std::uint32_t>(close + 2);
  }

  void track_quotes(char32_t c) {
    if (c == U'"') {
      quoted_ = !quoted_;
    } else if (c == U'“' || c == U'«' || c == U'„') {
      quoted_ = true;
    } else if (c == U'”' || c == U'»') {
      quoted_ = false;
    }
  }

  std::string_view text_;
  std::uint32_t at_ = 0;
  bool quoted_ = false;
};

std::uint64_t hash_words(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::string joined;
  for (std::size_t i = begin; i < end; ++i) joined += words[i].text + ' ';
  return XXH3_64bits(joined.data(), joined.size());
}

using SentencesOf = std::unordered_map<std::uint64_t, std::uint32_t>;

// The source sentence that most shingles of the sentence first stand in.
std::uint32_t best_source(const ShingledSentence& sentence, const SentencesOf& places) {
  std::map<std::uint32_t, int> votes;
  for (const std::uint64_t shingle : sentence.shingles) {
    const auto at = places.find(shingle);
    if (at != places.end()) ++votes[at->second];
  }
  return std::max_element(votes.begin(), votes.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// The line of the title, if it stands in the text. Each outlet sets its own above what it copies.
Span title_line(const Document& document) {
  for (const Section& section : document.sections) {
    const bool title = section.role == SectionRole::heading && section.label == document.title;
    if (!title) continue;
    return {section.span.begin,
            section.span.begin + static_cast<std::uint32_t>(section.label.size())};
  }
  return {};
}

}  // namespace

ShingledText shingle(const AnnotatedDocument& source) {
  ShingledText text;
  WordReader reader(source.document.text);
  const Span title = title_line(source.document);
  for (const Sentence& sentence : source.annotation.sentences) {
    const std::vector<Word> words = reader.read(sentence.span);
    if (words.empty() || title.contains(sentence.span)) continue;
    ShingledSentence out;
    out.span = sentence.span;
    out.words = static_cast<std::uint32_t>(words.size());
    out.quoted = static_cast<std::uint32_t>(
        std::count_if(words.begin(), words.end(), [](const Word& word) { return word.quoted; }));
    const std::size_t length = std::min(kShingle, words.size());
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
      out.shingles.push_back(hash_words(words, i, i + length));
    }
    text.words += out.words;
    text.quoted += out.quoted;
    text.sentences.push_back(std::move(out));
  }
  return text;
}

Overlap overlap(const ShingledText& from, const ShingledText& to) {
  SentencesOf places;
  for (std::uint32_t s = 0; s < from.sentences.size(); ++s) {
    for (const std::uint64_t shingle : from.sentences[s].shingles) places.emplace(shingle, s);
  }
  Overlap out;
  std::uint32_t words = 0;
  for (std::uint32_t s = 0; s < to.sentences.size(); ++s) {
    const ShingledSentence& sentence = to.sentences[s];
    const auto shared =
        std::count_if(sentence.shingles.begin(), sentence.shingles.end(),
                      [&](std::uint64_t shingle) { return places.contains(shingle); });
    const double share =
        static_cast<double>(shared) / static_cast<double>(sentence.shingles.size());
    if (shared == 0 || share < kSentenceFound) continue;
    out.matches.push_back({best_source(sentence, places), s, share});
    words += sentence.words;
    out.unquoted_words += sentence.words - sentence.quoted;
  }
  const auto ratio = [](std::uint32_t part, std::uint32_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  out.coverage = ratio(words, to.words);
  out.unquoted = ratio(out.unquoted_words, to.words - to.quoted);
  return out;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> likely_pairs(
    const std::vector<ShingledText>& texts) {
  // Sorted pairs of shingle and text take a fraction of the memory of a table of lists.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    for (const ShingledSentence& sentence : texts[t].sentences) {
      if (sentence.words < kShingle) continue;
      for (const std::uint64_t shingle : sentence.shingles) all.emplace_back(shingle, t);
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shared;
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end].first == all[begin].first) ++end;
    if (end - begin < 2 || end - begin > kMostTexts) continue;
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = i + 1; j < end; ++j) ++shared[{all[i].second, all[j].second}];
    }
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& [pair, count] : shared) {
    if (count >= kFewestShared) pairs.push_back(pair);
  }
  return pairs;
}

}  // namespace counterpoint
