// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "annotation/token_place.h"

namespace counterpoint::annotation {
namespace {

using std::size_t;

constexpr size_t kMaxFace = 6;       // bytes
constexpr size_t kMaxExtension = 5;  // bytes

bool any_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_mail_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || is_word_char(byte) || c == '.' || c == '-' || c == '_' || c == '+';
}

// "desk.two@example.org": one "@" with such characters alone before it.
bool is_mail(const TokenPlace& place) {
  size_t sign = place.at;
  while (sign < place.chunk_end && is_mail_char(place.text[sign])) ++sign;
  if (sign == place.at || sign + 1 >= place.chunk_end || place.text[sign] != '@') return false;
  size_t end = sign + 1;
  bool dot = false;
  for (; end < place.chunk_end && is_mail_char(place.text[end]); ++end) {
    dot = dot || place.text[end] == '.';
  }
  return dot && is_word_char(place.char_at(sign + 1)) && is_word_char(place.char_at(place.at));
}

bool is_url(std::string_view rest) {
  return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") ||
         rest.starts_with("ftp://") || rest.starts_with("Http://") || rest.starts_with("HTTP://") ||
         rest.starts_with("mailto:") || rest.starts_with("WWW.");
}

// The chunk without the punctuation and closing brackets at its end.
size_t without_trailing(const TokenPlace& place) {
  size_t end = place.chunk_end;
  while (end > place.at + 1) {
    const auto last = decode_before(place.text, end);
    if (!is_closer(last.value) && !any_of(U".,;:!?>…", last.value)) break;
    end -= last.length;
  }
  return end;
}

// "minutes-4-May.doc": from the chunk's first letter to an extension that the pack knows.
bool is_file_name(const TokenPlace& place, size_t end) {
  const std::string_view name = place.slice(place.at, end);
  const std::string_view tail = name.substr(name.size() - std::min(name.size(), kMaxExtension + 1));
  const size_t dot = tail.rfind('.');
  if (dot == std::string_view::npos) return false;
  if (!place.lexicon.file_endings.contains(utf8::lower(tail.substr(dot + 1)))) return false;
  return name.find_first_of("/@<>\"()") == std::string_view::npos;
}

// "Rs500", "KSh200": the code of a currency right before a digit.
size_t currency_code_end(const TokenPlace& place) {
  constexpr size_t kLongestCode = 4;
  size_t end = place.at;
  while (end < place.chunk_end && end - place.at < kLongestCode && place.char_at(end) < 0x80 &&
         classify(place.char_at(end)) == CharClass::letter) {
    ++end;
  }
  const bool code = end - place.at >= 2 && classify(place.char_at(end)) == CharClass::digit &&
                    is_upper(place.char_at(place.at)) &&
                    place.lexicon.currencies.contains(utf8::lower(place.slice(place.at, end)));
  return code ? end : place.at;
}

}  // namespace

size_t address_end(const TokenPlace& place) {
  const char32_t before = place.opens_chunk() ? U' ' : place.char_before();
  if (is_word_char(before) || place.chunk_end - place.at < 3) return place.at;
  const std::string_view rest = place.slice(place.at, place.chunk_end);
  const bool fresh = place.opens_chunk() || is_opener(before) || before == '<';
  const bool tag = fresh && (rest[0] == '#' || rest[0] == '@') &&
                   classify(place.char_at(place.at + 1)) == CharClass::letter;
  if (is_url(rest) || tag || (fresh && is_mail(place))) {
    const size_t end = without_trailing(place);
    const bool clitic = tag && place.slice(place.at, end).find('\'') != std::string_view::npos;
    return clitic ? place.at : end;
  }
  if (!place.opens_chunk()) return place.at;
  const size_t end = without_trailing(place);
  return is_file_name(place, end) ? end : place.at;
}

size_t face_end(const TokenPlace& place) {
  const auto first = decode_at(place.text, place.at);
  if (first.value >= 0x80 || classify(first.value) != CharClass::other) return place.at;
  if (!place.opens_chunk() && is_word_char(place.char_before())) return place.at;
  const size_t most = std::min(place.at + kMaxFace, place.chunk_end);
  for (size_t end = most; end > place.at + 1; --end) {
    if (!place.lexicon.emoticons.contains(place.slice(place.at, end))) continue;
    const char32_t next = end == place.chunk_end ? U' ' : place.char_at(end);
    if (next == ' ' || is_closer(next) || any_of(U".,;!?", next)) return end;
  }
  return place.at;
}

size_t run_end(const TokenPlace& place) {
  const char32_t first = place.char_at(place.at);
  const size_t length = decode_at(place.text, place.at).length;
  const char32_t second = place.char_at(place.at + length);
  if (first == '\'' && second == '\'') return place.at + 2;
  if ((first == U'\u2019' || first == U'\u2018') && second == U'\u2019') return place.at + 6;
  const bool asks = first == '!' || first == '?' || (first == '.' && any_of(U"!?", second));
  if (!asks && !any_of(U".-*=_~<>$", first)) return place.at;
  size_t end = place.at + 1;
  while (end < place.chunk_end) {
    const char32_t c = place.char_at(end);
    if (asks ? c != '!' && c != '?' : c != first) break;
    ++end;
  }
  return end - place.at < 2 && !asks ? place.at : end;
}

size_t currency_end(const TokenPlace& place) {
  size_t end = place.at;
  while (end < place.chunk_end && end - place.at < 3 && is_upper(place.char_at(end)) &&
         place.char_at(end) < 0x80) {
    ++end;
  }
  if (place.char_at(end) == '$' && end - place.at <= 2) return end + 1;
  return currency_code_end(place);
}

size_t degrees_end(const TokenPlace& place) {
  const auto sign = decode_at(place.text, place.at);
  const size_t next = place.at + sign.length;
  const char32_t scale = place.char_at(next);
  if (sign.value != U'°' || (scale != U'C' && scale != U'F')) return place.at;
  return is_word_char(place.char_at(next + 1)) ? place.at : next + 1;
}

}  // namespace counterpoint::annotation
