// SPDX-License-Identifier: Apache-2.0
#include "annotation/digits.h"

#include <charconv>
#include <string>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

// A thin or no-break space takes three bytes.
constexpr std::size_t kWidestSpace = 3;

// Whether the groups behind the first mark are of thousands: the last of three digits, the others
// of two (lakh, crore) or three, the first of at most three.
bool are_groups(std::string_view word, char mark) {
  std::size_t begin = 0;
  bool first = true;
  while (begin <= word.size()) {
    const std::size_t end = std::min(word.find(mark, begin), word.size());
    const std::size_t size = end - begin;
    if (!all_digits(word.substr(begin, size))) return false;
    const bool last = end == word.size();
    if (first ? size < 1 || size > 3 : last ? size != 3 : size < 2 || size > 3) return false;
    first = false;
    begin = end + 1;
  }
  return true;
}

std::optional<double> value_of(const std::string& plain) {
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc{} || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

std::string without(std::string_view word, char mark) {
  std::string plain;
  for (const char c : word) {
    if (c != mark) plain.push_back(c);
  }
  return plain;
}

bool is_group(const Words& words, TokenIndex i, TokenIndex end) {
  if (i >= end || words.at(i).size() != 3 || !all_digits(words.at(i))) return false;
  const std::size_t gap = words.token(i).span.begin - words.token(i - 1).span.end;
  return gap >= 1 && gap <= kWidestSpace;
}

}  // namespace

std::optional<double> digits_value(std::string_view word) {
  if (word.empty() || !is_ascii_digit(static_cast<unsigned char>(word[0]))) return std::nullopt;
  const auto stop = word.find('.');
  const auto comma = word.find(',');
  if (stop == std::string_view::npos && comma == std::string_view::npos) {
    return all_digits(word) ? value_of(std::string(word)) : std::nullopt;
  }
  if (stop == std::string_view::npos) {
    if (!are_groups(word, ',')) return std::nullopt;
    return value_of(without(word, ','));
  }
  const std::string_view decimals = word.substr(stop + 1);
  const bool many_stops = decimals.find('.') != std::string_view::npos;
  if (comma == std::string_view::npos && are_groups(word, '.') &&
      (many_stops || decimals == "000")) {
    return value_of(without(word, '.'));
  }
  const std::string_view whole = word.substr(0, stop);
  if (!all_digits(decimals)) return std::nullopt;
  if (!all_digits(whole) && !are_groups(whole, ',')) return std::nullopt;
  return value_of(without(whole, ',') + "." + std::string(decimals));
}

std::optional<Digits> digits_at(const Words& words, TokenIndex i, TokenIndex end) {
  if (i >= end) return std::nullopt;
  const std::string_view form = words.at(i);
  const auto value = digits_value(form);
  if (!value) return std::nullopt;
  Digits digits{*value, i + 1};
  // "Article 12 300 people" has two numbers.
  const bool named = words.lexicon.version_heads.contains(words.at(i - 1));
  if (!all_digits(form) || form.size() > 3 || form[0] == '0' || named) return digits;
  for (; is_group(words, digits.last, end); ++digits.last) {
    digits.value = digits.value * 1000 + *digits_value(words.at(digits.last));
  }
  return digits;
}

}  // namespace counterpoint::annotation
