// SPDX-License-Identifier: Apache-2.0
#include "annotation/word_kinds.h"

#include "annotation/chars.h"
#include "annotation/gaps.h"

namespace counterpoint::annotation {
namespace {

using std::size_t;

constexpr size_t kMaxShape = 6;

bool is_word_char(char32_t c) {
  const CharClass k = classify(c);
  return k == CharClass::letter || k == CharClass::digit || k == CharClass::mark;
}

std::string_view without_closers(std::string_view chunk) {
  while (!chunk.empty()) {
    const auto last = decode_before(chunk, chunk.size());
    if (!is_closer(last.value)) break;
    chunk.remove_suffix(last.length);
  }
  return chunk;
}

std::string_view without_openers(std::string_view chunk) {
  while (!chunk.empty() && is_opener(decode_at(chunk, 0).value)) {
    chunk.remove_prefix(decode_at(chunk, 0).length);
  }
  return chunk;
}

// "1." "12)" "a)" "b."
bool is_list_mark(std::string_view chunk) {
  if (chunk.size() < 2 || chunk.size() > 4) return false;
  const char last = chunk.back();
  if (last != '.' && last != ')' && last != ':') return false;
  const std::string_view label = chunk.substr(0, chunk.size() - 1);
  return all_digits(label) || (label.size() == 1 && last != ':' && has_letter(label));
}

std::string_view stop_kind(std::string_view chunk, const Lexicon& lexicon) {
  const auto last = decode_before(chunk, chunk.size());
  if (last.value == U'\u2026') return "..";
  if (chunk.size() > 1 && chunk.ends_with("..")) return "..";
  if (last.value == '!') return "!";
  if (last.value == '?') return "?";
  chunk = without_openers(chunk);
  if (const StopRule* rule = find(lexicon.abbreviations, chunk)) {
    return *rule == StopRule::never            ? "never"
           : *rule == StopRule::before_starter ? "may"
                                               : "number";
  }
  if (is_initial(chunk)) return "initial";
  if (is_list_mark(chunk)) return "list";
  return is_dotted(chunk) ? "dotted" : ".";
}

}  // namespace

bool is_web(std::string_view chunk) {
  if (chunk.find("://") != std::string_view::npos || chunk.starts_with("www.")) return true;
  const size_t at = chunk.find('@');
  return at != std::string_view::npos && at > 0 && chunk.find('.', at) != std::string_view::npos;
}

std::string_view end_kind(std::string_view chunk, const Lexicon& lexicon) {
  if (lexicon.emoticons.contains(chunk)) return "smile";
  if (is_web(chunk)) return "web";
  chunk = without_closers(chunk);
  if (chunk.empty()) return "closer";
  if (lexicon.emoticons.contains(chunk)) return "smile";
  const char32_t last = decode_before(chunk, chunk.size()).value;
  if (is_stop(last)) return stop_kind(chunk, lexicon);
  if (last == ':') return ":";
  if (last == ',') return ",";
  if (last == ';') return ";";
  if (last == '-' || last == U'\u2013' || last == U'\u2014') return "-";
  const CharClass k = classify(last);
  if (k == CharClass::digit) return "digit";
  return k == CharClass::letter || k == CharClass::mark ? "word" : "mark";
}

std::string_view start_kind(std::string_view chunk, const Lexicon& lexicon) {
  if (chunk.empty()) return "none";
  if (lexicon.emoticons.contains(chunk)) return "smile";
  if (is_web(chunk)) return "web";
  if (is_list_mark(chunk)) return "list";
  const auto first = decode_at(chunk, 0);
  if (first.value == '(' || first.value == '[' || first.value == '{') return "bracket";
  if (is_opener(first.value)) return "quote";
  if (is_stop(first.value)) return "stop";
  const CharClass k = classify(first.value);
  if (k == CharClass::digit) return "digit";
  if (k != CharClass::letter) {
    const bool bullet = first.value == '-' || first.value == '*' || first.value == U'\u2022';
    return bullet ? "bullet" : "mark";
  }
  if (!is_upper(first.value)) return "low";
  const char32_t second = decode_at(chunk, first.length).value;
  if (!is_word_char(second)) return "X";
  return is_upper(second) ? "CAPS" : "Word";
}

std::string shape_of(std::string_view chunk) {
  std::string shape;
  for (size_t at = 0; at < chunk.size() && shape.size() < kMaxShape;) {
    const auto c = decode_at(chunk, at);
    const CharClass k = classify(c.value);
    const char sign = k == CharClass::digit    ? 'd'
                      : k == CharClass::letter ? (is_upper(c.value) ? 'X' : 'x')
                      : c.value < 0x80         ? static_cast<char>(c.value)
                                               : '~';
    if (shape.empty() || shape.back() != sign) shape += sign;
    at += c.length;
  }
  return shape;
}

std::string core_of(std::string_view chunk) {
  while (!chunk.empty() && !is_word_char(decode_at(chunk, 0).value)) {
    chunk.remove_prefix(decode_at(chunk, 0).length);
  }
  while (!chunk.empty() && !is_word_char(decode_before(chunk, chunk.size()).value)) {
    chunk.remove_suffix(decode_before(chunk, chunk.size()).length);
  }
  return utf8::folded(chunk);
}

}  // namespace counterpoint::annotation
