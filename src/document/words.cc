// SPDX-License-Identifier: Apache-2.0
#include "document/words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace counterpoint {
namespace {

UChar32 code(char32_t c) {
  return static_cast<UChar32>(c);
}
bool is_letter_or_digit(char32_t c) {
  return u_isalnum(code(c)) != 0 || u_charType(code(c)) == U_NON_SPACING_MARK;
}
bool is_upper(char32_t c) {
  return u_isupper(code(c)) != 0 || u_istitle(code(c)) != 0;
}
bool is_lower(char32_t c) {
  return u_islower(code(c)) != 0;
}
bool is_digit(char32_t c) {
  return u_isdigit(code(c)) != 0;
}
bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019;
}

bool is_closer(char32_t c) {
  return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == 0x201D || c == 0x2019 ||
         c == 0xBB;
}
bool is_opener(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'(' || c == U'[' || c == 0x201C || c == 0x2018 ||
         c == 0xAB || c == 0xA9;
}
bool is_stop(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x2026;
}

// Whether `mark` between `before` and `after` is part of a word.
bool joins(char32_t before, char32_t mark, char32_t after) {
  if (!is_letter_or_digit(after)) return false;
  if (is_apostrophe(mark) || mark == U'-' || mark == U'@' || mark == U'_') return true;
  if (mark == U':' || mark == U',') return is_digit(before) && is_digit(after);
  if (mark != U'.') return false;
  return !is_upper(after) || is_upper(before);
}

void add_lower(std::string& lower, std::string_view piece) {
  static constexpr std::string_view kApostrophe = "\xE2\x80\x99";
  std::string folded = utf8::lower(piece);
  for (std::size_t at = folded.find(kApostrophe); at != std::string::npos;
       at = folded.find(kApostrophe, at)) {
    folded.replace(at, kApostrophe.size(), "'");
  }
  lower = std::move(folded);
}

// End of the word that begins at `begin`.
std::size_t word_end(std::string_view text, std::size_t begin) {
  char32_t before = 0;
  std::size_t at = begin;
  while (at < text.size()) {
    const auto c = utf8::decode(text, at);
    if (is_letter_or_digit(c.value)) {
      if (is_lower(before) && is_upper(c.value)) break;  // two words glued together
    } else {
      const std::size_t next = at + c.length;
      if (next >= text.size() || !joins(before, c.value, utf8::decode(text, next).value)) break;
    }
    before = c.value;
    at += c.length;
  }
  return at;
}

}  // namespace

std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = utf8::decode(text, at);
    if (u_isUWhiteSpace(code(c.value)) != 0) {
      at += c.length;
      continue;
    }
    Word word;
    word.begin = at;
    word.is_word = is_letter_or_digit(c.value);
    word.capital = is_upper(c.value);
    word.end = word.is_word ? word_end(text, at) : at + c.length;
    add_lower(word.lower, text.substr(word.begin, word.end - word.begin));
    at = word.end;
    words.push_back(std::move(word));
  }
  return words;
}

namespace {

struct Scan {
  std::size_t stop;  // end of the sentence
  std::size_t next;  // begin of the next one
};

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) ++at;
  return at;
}

bool can_begin_sentence(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const char32_t c = utf8::decode(text, at).value;
  return is_upper(c) || is_digit(c) || is_opener(c) || (u_isalpha(code(c)) != 0 && !is_lower(c));
}

// "J. Smith", "U.S. Navy": a single capital before the stop is an initial, not an end.
bool is_initial(std::string_view text, std::size_t begin, std::size_t stop) {
  if (text[stop] != '.' || stop < begin + 1) return false;
  const char before = text[stop - 1];
  if (before < 'A' || before > 'Z') return false;
  return stop == begin + 1 || text[stop - 2] == ' ' || text[stop - 2] == '.';
}

// Where the sentence from `begin` ends.
Scan scan_sentence(std::string_view text, std::size_t begin) {
  std::size_t depth = 0;
  const bool bracketed = text[begin] == '(';
  for (std::size_t at = begin; at < text.size();) {
    const auto c = utf8::decode(text, at);
    std::size_t after = at + c.length;
    if (c.value == U'(') ++depth;
    if (c.value == U')' && depth > 0) --depth;
    const bool closes = bracketed && c.value == U')' && depth == 0;
    if (closes || (is_stop(c.value) && !is_initial(text, begin, at))) {
      while (after < text.size()) {
        const auto next = utf8::decode(text, after);
        if (!is_closer(next.value) && !is_stop(next.value)) break;
        after += next.length;
      }
      const std::size_t next = skip_space(text, after);
      if (next > after && can_begin_sentence(text, next)) return {after, next};
    }
    at = after;
  }
  return {text.size(), text.size()};
}

}  // namespace

std::vector<Range> split_sentences(std::string_view text) {
  std::vector<Range> sentences;
  std::size_t begin = skip_space(text, 0);
  while (begin < text.size()) {
    const Scan scan = scan_sentence(text, begin);
    sentences.push_back({begin, scan.stop});
    begin = scan.next;
  }
  return sentences;
}

bool ends_with_stop(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    const char32_t c = utf8::decode(text, begin).value;
    if (is_stop(c)) return true;
    if (!is_closer(c) && c != U' ') return false;
    end = begin;
  }
  return false;
}

std::size_t count_words(std::string_view text) {
  const auto words = split_words(text);
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const Word& word) { return word.is_word; }));
}

bool starts_upper(std::string_view text) {
  return !text.empty() && is_upper(utf8::decode(text, 0).value);
}

bool starts_lower(std::string_view text) {
  return !text.empty() && is_lower(utf8::decode(text, 0).value);
}

}  // namespace counterpoint
