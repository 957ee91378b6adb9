// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "annotation/token_place.h"

namespace counterpoint::annotation {
namespace {

using std::size_t;

bool is_digit(char32_t c) {
  return classify(c) == CharClass::digit;
}

size_t digits_end(const TokenPlace& place, size_t at) {
  while (at < place.text.size() && is_digit(place.char_at(at))) {
    at += decode_at(place.text, at).length;
  }
  return at;
}

// Runs of digits joined by ".", ",", ":" or "/"; and by "-" in dates, telephone and post numbers.
size_t digit_groups_end(const TokenPlace& place) {
  size_t end = digits_end(place, place.at);
  while (end + 1 < place.text.size()) {
    const char32_t joint = place.char_at(end);
    if (std::u32string_view(U".,:/").find(joint) == std::u32string_view::npos) break;
    if (!is_digit(place.char_at(end + 1))) break;
    end = digits_end(place, end + 1);
  }
  size_t groups_end = end;
  int groups = 1;
  while (groups_end + 1 < place.text.size() && place.char_at(groups_end) == '-' &&
         is_digit(place.char_at(groups_end + 1))) {
    groups_end = digits_end(place, groups_end + 1);
    ++groups;
  }
  const size_t head = end - place.at;
  const bool phone_or_post = groups == 2 && (head == 3 || head == 5) && groups_end - end == 5;
  return groups >= 3 || phone_or_post ? groups_end : end;
}

// "U.S.", "a.m.", "Ph.D.", "example.com", "12.doc" - not "civilians.The".
bool joins_stop(const TokenPlace& place, size_t part, size_t at, size_t next) {
  const bool one_letter = at - part == 1 || (at >= 2 && place.char_at(at - 2) == '.');
  if (one_letter) return true;
  const bool both_lower =
      is_lower(decode_before(place.text, at).value) && is_lower(place.char_at(next));
  return both_lower || place.slice(part, at) == "Ph";
}

bool joins_hyphen(const TokenPlace& place, size_t part, size_t at, size_t next) {
  const std::string before = utf8::lower(place.slice(part, at));
  if (part == place.at && place.lexicon.kept_prefixes.contains(before)) return true;
  const size_t last = skip_word(place, next);
  return place.lexicon.kept_suffixes.contains(utf8::lower(place.slice(next, last)));
}

// Whether the character at `at` joins the part before it, which began at `part`, and a word
// character at `next`.
bool joins(const TokenPlace& place, size_t part, size_t at, size_t next) {
  const char32_t joint = place.char_at(at);
  if (is_apostrophe(joint) || joint == U'\u02BB' || joint == '&' || joint == '_' || joint == '@') {
    return true;
  }
  if (joint == '.') return joins_stop(place, part, at, next);
  // "w/o", "a/c", "s/he"; "km/h"
  if (joint == '/') {
    const size_t last = skip_word(place, next);
    return (at - part == 1 && last - next <= 2) ||
           place.lexicon.units.contains(utf8::lower(place.slice(part, last)));
  }
  return joint == '-' && joins_hyphen(place, part, at, next);
}

bool nothing_behind(const TokenPlace& place, size_t at) {
  while (at < place.text.size()) {
    const auto c = decode_at(place.text, at);
    if (classify(c.value) != CharClass::space && !is_closer(c.value)) return false;
    at += c.length;
  }
  return true;
}

// "No." is an abbreviation before a digit only.
bool abbreviates(const TokenPlace& place, std::string_view form, size_t end) {
  const StopRule* rule = find(place.lexicon.abbreviations, form);
  if (rule == nullptr) return false;
  if (*rule != StopRule::unless_number) return true;
  while (end < place.text.size() && classify(place.char_at(end)) == CharClass::space) ++end;
  return is_digit(place.char_at(end));
}

// Keeps the stop of an abbreviation with it; at the end of the sentence only that of "U.S.".
size_t with_stop(const TokenPlace& place, size_t end) {
  if (end >= place.text.size() || place.text[end] != '.') return end;
  if (place.char_at(end + 1) == '.') return end;
  const std::string_view form = place.slice(place.at, end + 1);
  const bool dotted = form.size() >= 4 && form.size() <= 12 && form[form.size() - 3] == '.';
  if (dotted) return end + 1;
  if (nothing_behind(place, end + 1)) return end;
  const bool initial = form.size() == 2 && is_upper(place.char_at(place.at));
  return initial || abbreviates(place, form, end + 1) ? end + 1 : end;
}

// "th-", "W-": a word broken off by its speaker.
size_t with_break(const TokenPlace& place, size_t end) {
  const size_t length = end - place.at;
  const bool ends = end + 1 == place.chunk_end || place.char_at(end + 1) == ',';
  if (length > 3 || end >= place.chunk_end || place.text[end] != '-' || !ends) return end;
  const std::string_view word = place.slice(place.at, end);
  const bool consonants = utf8::lower(word).find_first_of("aeiouy0123456789") == std::string::npos;
  return consonants && (length == 1 || is_lower(place.char_at(end - 1))) ? end + 1 : end;
}

}  // namespace

size_t apostrophe_end(const TokenPlace& place) {
  const auto first = decode_at(place.text, place.at);
  if (!is_apostrophe(first.value) && first.value != '`') return place.at;
  const size_t begin = place.at + first.length;
  const size_t end = skip_word(place, begin);
  const std::string rest = utf8::lower(place.slice(begin, end));
  const bool year = rest.size() >= 2 && all_digits(std::string_view(rest).substr(0, 2)) &&
                    (rest.size() == 2 || rest.substr(2) == "s");
  const auto& clitics = place.lexicon.clitics;
  const bool clitic = !place.opens_chunk() &&
                      std::find(clitics.begin(), clitics.end(), "'" + rest) != clitics.end();
  if (year || clitic || place.lexicon.apostrophe_words.contains("'" + rest)) return end;
  return place.at;
}

size_t number_end(const TokenPlace& place) {
  if (!is_digit(place.char_at(place.at))) return place.at;
  const size_t end = digit_groups_end(place);
  const size_t letters = skip_word(place, end);
  if (letters == end) return end;
  const std::string_view suffix = place.slice(end, letters);
  const bool acronym = place.char_at(letters) == '.' && (suffix == "a" || suffix == "p");
  const auto& units = place.lexicon.glued_units;
  const bool unit = units.contains(utf8::lower(suffix)) || units.contains(suffix) || acronym;
  return unit ? end : place.at;
}

size_t word_end(const TokenPlace& place) {
  if (!is_word_char(place.char_at(place.at))) return place.at;
  size_t end = place.at;
  size_t part = place.at;  // start of the part behind the last hyphen
  while (end < place.text.size()) {
    const auto c = decode_at(place.text, end);
    if (is_word_char(c.value)) {
      end += c.length;
      continue;
    }
    const size_t next = end + c.length;
    if (next >= place.text.size() || !is_word_char(place.char_at(next))) break;
    if (!joins(place, part, end, next)) break;
    if (c.value == '-') part = next;
    end = next;
  }
  const size_t broken = with_break(place, end);
  return broken > end ? broken : with_stop(place, end);
}

size_t clitic_length(const TokenPlace& place, size_t end) {
  const std::string_view form = place.slice(place.at, end);
  if (form.find('\'') == std::string_view::npos && form.find("\u2019") == std::string_view::npos) {
    return 0;
  }
  const std::string plain = utf8::folded(form);
  for (const std::string& clitic : place.lexicon.clitics) {
    if (plain.size() <= clitic.size() || !plain.ends_with(clitic)) continue;
    const std::string_view tail =
        form.substr(form.size() - std::min(form.size(), clitic.size() + 2));
    const bool curly = tail.find("\u2019") != std::string_view::npos;
    return clitic.size() + (curly ? 2 : 0);
  }
  return 0;
}

}  // namespace counterpoint::annotation
