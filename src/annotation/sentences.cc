// SPDX-License-Identifier: Apache-2.0
#include "annotation/sentences.h"

#include <algorithm>
#include <string>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

using std::size_t;

// Longest line that a fixed width can have produced.
constexpr size_t kMaxWrapWidth = 120;

struct Block {
  size_t begin = 0;
  size_t end = 0;
  std::uint32_t paragraph = 0;
};

size_t skip_space(std::string_view text, size_t at, size_t end) {
  while (at < end) {
    const auto c = decode_at(text, at);
    if (classify(c.value) != CharClass::space) break;
    at += c.length;
  }
  return at;
}

size_t trim_end(std::string_view text, size_t begin, size_t end) {
  while (end > begin) {
    const auto c = decode_before(text, end);
    if (classify(c.value) != CharClass::space) break;
    end -= c.length;
  }
  return end;
}

// Offsets where a section forces a break.
std::vector<size_t> section_borders(const Document& document) {
  std::vector<size_t> borders;
  for (const Section& section : document.sections) {
    borders.push_back(section.span.begin);
    borders.push_back(section.span.end);
    if (section.role == SectionRole::heading) {
      const size_t line = document.text.find('\n', section.span.begin);
      if (line != std::string::npos) borders.push_back(line);
    }
  }
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  return borders;
}

// Stretches between blank lines and section borders.
std::vector<Block> paragraphs(const Document& document) {
  const std::string& text = document.text;
  const std::vector<size_t> borders = section_borders(document);
  std::vector<Block> blocks;
  auto border = borders.begin();
  size_t begin = 0;
  while (begin < text.size()) {
    size_t end = std::min(text.find("\n\n", begin), text.size());
    while (border != borders.end() && *border <= begin) ++border;
    if (border != borders.end()) end = std::min(end, *border);
    const size_t first = skip_space(text, begin, end);
    if (first < end) {
      blocks.push_back(
          {first, trim_end(text, first, end), static_cast<std::uint32_t>(blocks.size())});
    }
    begin = end < text.size() && text[end] == '\n' ? end + 1 : end;
  }
  return blocks;
}

size_t longest_line(std::string_view text, const Block& block) {
  size_t longest = 0;
  for (size_t at = block.begin; at < block.end;) {
    const size_t line = std::min(text.find('\n', at), block.end);
    longest = std::max(longest, line - at);
    at = line + 1;
  }
  return longest;
}

// Whether the line break at `at` only wraps a line: the next word would not have fitted.
bool is_wrap(std::string_view text, const Block& block, size_t at, size_t longest) {
  const size_t next = skip_space(text, at, block.end);
  if (next >= block.end) return false;
  const char32_t first = decode_at(text, next).value;
  if (is_lower(first)) return true;
  if (longest > kMaxWrapWidth || longest < 40 || first == '-' || first == '*' || first == '=') {
    return false;
  }
  const size_t previous = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const size_t line_begin =
      previous == std::string_view::npos ? block.begin : std::max(block.begin, previous + 1);
  const size_t word = std::min(text.find_first_of(" \n", next), block.end) - next;
  return at - line_begin + 1 + word > longest;
}

// Cuts a paragraph at the line breaks that are not wraps.
std::vector<Block> lines(std::string_view text, const std::vector<Block>& blocks) {
  std::vector<Block> result;
  for (const Block& block : blocks) {
    const size_t longest = longest_line(text, block);
    size_t begin = block.begin;
    for (size_t at = block.begin; at < block.end; ++at) {
      if (text[at] != '\n' || is_wrap(text, block, at, longest)) continue;
      const size_t end = trim_end(text, begin, at);
      if (end > begin) result.push_back({begin, end, block.paragraph});
      begin = skip_space(text, at, block.end);
    }
    if (begin < block.end) result.push_back({begin, block.end, block.paragraph});
  }
  return result;
}

// Finds the sentence ends of one block.
class Splitter {
 public:
  Splitter(std::string_view text, const Block& block, const Lexicon& lexicon)
      : text_(text.substr(0, block.end)), block_(block), lexicon_(lexicon) {}

  void run(std::vector<SentenceSpan>& out) {
    size_t begin = block_.begin;
    for (size_t at = block_.begin; at < block_.end;) {
      const auto c = decode_at(text_, at);
      if (!is_stop(c.value)) {
        at += c.length;
        continue;
      }
      stop_ = at;
      at = stops_end(at);
      const size_t end = closers_end(at);
      const size_t next = skip_space(text_, end, block_.end);
      if (next < block_.end && splits(begin, at, end, next)) {
        add(out, begin, end);
        begin = next;
      }
      at = std::max(at, end);
    }
    add(out, begin, block_.end);
  }

 private:
  static bool is_stop(char32_t c) { return c == '.' || c == '!' || c == '?' || c == U'\u2026'; }

  void add(std::vector<SentenceSpan>& out, size_t begin, size_t end) const {
    end = trim_end(text_, begin, end);
    if (end <= begin) return;
    out.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, block_.paragraph});
  }

  size_t stops_end(size_t at) const {
    while (at < block_.end && is_stop(decode_at(text_, at).value)) {
      at += decode_at(text_, at).length;
    }
    return at;
  }

  // Behind closing quotes and brackets, and citation markers: `."[7] [12]`.
  size_t closers_end(size_t at) const {
    while (at < block_.end) {
      const size_t next = skip_space(text_, at, block_.end);
      if (next > at && decode_at(text_, next).value == '[' && marker_end(next) > next) {
        at = marker_end(next);
        continue;
      }
      const auto c = decode_at(text_, at);
      if (is_closer(c.value)) {
        at += c.length;
      } else if (c.value == '[' && marker_end(at) > at) {
        at = marker_end(at);
      } else {
        break;
      }
    }
    return at;
  }

  // End of "[7]", "[note 2]", "[a]"; `at` itself when there is none.
  size_t marker_end(size_t at) const {
    const size_t close = text_.find(']', at);
    if (close == std::string_view::npos || close - at > 12) return at;
    const std::string_view inside = text_.substr(at + 1, close - at - 1);
    const bool marker =
        inside.size() == 1 ||
        (!inside.empty() && is_ascii_digit(static_cast<unsigned char>(inside.back())));
    return marker ? close + 1 : at;
  }

  std::string_view word_at(size_t at) const {
    size_t end = at;
    while (end < block_.end) {
      const auto c = decode_at(text_, end);
      if (classify(c.value) != CharClass::letter && !is_apostrophe(c.value)) break;
      end += c.length;
    }
    return text_.substr(at, end - at);
  }

  // The white-space delimited word that ends with the stop, without opening brackets.
  std::string_view word_before(size_t begin, size_t end) const {
    size_t at = end;
    while (at > begin) {
      const auto c = decode_before(text_, at);
      if (classify(c.value) == CharClass::space || is_opener(c.value)) break;
      at -= c.length;
    }
    return text_.substr(at, end - at);
  }

  bool splits(size_t begin, size_t stops, size_t end, size_t next) const {
    const char32_t mark = decode_at(text_, stop_).value;
    size_t first = next;
    while (first < block_.end && is_opener(decode_at(text_, first).value)) {
      first += decode_at(text_, first).length;
    }
    const char32_t letter = decode_at(text_, first).value;
    if (next == end) return glued(stops, end, first);
    if (is_lower(letter)) return false;
    if (mark != '.') return !(end > stops && speech_follows(next));
    if (stops - stop_ > 1 || decode_at(text_, stop_).value != '.') {
      return is_upper(letter) || first > next;
    }
    return full_stop_splits(begin, stops, end > stops, first, letter);
  }

  // "civilians.The army": a page that lost its white space.
  bool glued(size_t stops, size_t end, size_t next) const {
    const std::string_view word = word_at(next);
    if (!is_upper(decode_at(text_, next).value)) return false;
    if (end > stops && decode_before(text_, end).value == ']') return true;
    const auto before = decode_before(text_, stop_);
    return stops - stop_ == 1 && is_lower(before.value) &&
           is_lower(decode_before(text_, stop_ - before.length).value) &&
           lexicon_.starters.contains(word);
  }

  // «"Why?" Mr Smith asked»: a verb of speech within four capitalised words.
  bool speech_follows(size_t at) const {
    for (int words = 0; words < 4 && at < block_.end; ++words) {
      const std::string_view word = word_at(at);
      if (word.empty()) return false;
      if (lexicon_.speech_verbs.contains(word)) return words > 0;
      if (!starts_upper(word)) return false;
      at = skip_space(text_, at + word.size() + (text_.substr(at + word.size()).starts_with(".")),
                      block_.end);
    }
    return false;
  }

  bool full_stop_splits(size_t begin, size_t stops, bool closed, size_t first,
                        char32_t letter) const {
    const std::string_view word = word_before(begin, stops);
    const std::string_view follower = word_at(first);
    const bool starter = lexicon_.starters.contains(follower);
    const bool opens_list = word.data() == text_.data() + begin && word.size() <= 3 &&
                            all_digits(word.substr(0, word.size() - 1));
    if (opens_list) return false;
    const bool digit = classify(letter) == CharClass::digit;
    const StopRule* rule = find(lexicon_.abbreviations, word);
    if (rule != nullptr) {
      if (*rule == StopRule::never) return false;
      if (*rule == StopRule::unless_number) return !digit;
      return closed || starter;
    }
    if (is_initial(word)) return closed ? starter : starter && follower.size() > 1 && word != "J.";
    const bool dotted = word.size() >= 4 && word[word.size() - 3] == '.' && word.size() <= 12;
    if (dotted) return closed || starter;
    return true;
  }

  static bool is_initial(std::string_view word) {
    const auto c = decode_at(word, 0);
    return word.size() == c.length + 1 && is_upper(c.value) && c.value != 'I';
  }

  std::string_view text_;
  const Block& block_;
  const Lexicon& lexicon_;
  size_t stop_ = 0;
};

}  // namespace

std::vector<SentenceSpan> split_sentences(const Document& document, const Lexicon& lexicon) {
  std::vector<SentenceSpan> result;
  for (const Block& block : lines(document.text, paragraphs(document))) {
    Splitter(document.text, block, lexicon).run(result);
  }
  return result;
}

}  // namespace counterpoint::annotation
