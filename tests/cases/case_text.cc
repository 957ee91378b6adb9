// SPDX-License-Identifier: Apache-2.0
#include "cases/case_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>
#include <set>
#include <sstream>
#include <utility>

namespace counterpoint::cases {
namespace {

bool is_word_byte(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x80 || std::isalnum(u) || c == '\'' || c == '_';
}

bool is_negation(const std::string& word) {
  static const std::set<std::string> kNegations = {
      "no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without"};
  return kNegations.count(word) != 0 ||
         (word.size() > 3 && word.compare(word.size() - 3, 3, "n't") == 0);
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : fold(text) + " ") {
    if (is_word_byte(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::size_t common_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const auto& word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j < row.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = word == b[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

std::string fold(std::string_view text) {
  static const std::array<std::pair<std::string_view, char>, 9> kPlain = {{
      {"\u2018", '\''},
      {"\u2019", '\''},
      {"\u201C", '"'},
      {"\u201D", '"'},
      {"\u2013", '-'},
      {"\u2014", '-'},
      {"\u00AB", '"'},
      {"\u00BB", '"'},
      {"\u00A0", ' '},
  }};
  std::string folded;
  for (std::size_t i = 0; i < text.size();) {
    char c = text[i];
    std::size_t length = 1;
    for (const auto& [from, to] : kPlain) {
      if (text.substr(i, from.size()) == from) {
        c = to;
        length = from.size();
      }
    }
    i += length;
    const auto u = static_cast<unsigned char>(c);
    if (u < 0x80 && std::isspace(u)) {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
    } else {
      folded += u < 0x80 ? static_cast<char>(std::tolower(u)) : c;
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::string plain(std::string_view name) {
  static const std::regex kTitle(
      "^(mr|mrs|ms|dr|sir|gen|col|lt|maj|brig|capt|cmdr|president|minister|the|a|an)\\.? ");
  std::string s = fold(name);
  s = std::regex_replace(s, std::regex("television"), "tv");
  s = std::regex_replace(s, std::regex("news agency"), "agency");
  while (std::regex_search(s, kTitle)) s = std::regex_replace(s, kTitle, "");
  std::string out;
  for (auto& word : split(s, ' ')) {
    const bool plural = word.size() > 4 && word.back() == 's' && word[word.size() - 2] != 's';
    if (plural) word.pop_back();
    if (word.size() > 2 && word.back() == '.') word.pop_back();  // "Col. Hrel" is "Col Hrel"
    out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

bool name_hit(const std::string& alternatives, const std::string& names) {
  if (alternatives == "*") return true;
  for (const auto& alternative : split(alternatives, '|')) {
    const std::string wanted = plain(alternative);
    for (auto at = names.find(wanted); at != std::string::npos; at = names.find(wanted, at + 1)) {
      if (!wanted.empty() && (at == 0 || !is_word_byte(names[at - 1]))) return true;
    }
  }
  return false;
}

bool one_of(const std::string& alternatives, const std::string& value) {
  const auto parts = split(alternatives, '|');
  return std::find(parts.begin(), parts.end(), value) != parts.end();
}

bool holds(std::string_view text, std::string_view snippet) {
  if (fold(text).find(fold(snippet)) != std::string::npos) return true;
  const auto wanted = words_of(snippet);
  const auto present = words_of(text);
  if (wanted.size() < 4) return false;
  for (const auto& word : wanted) {
    if (is_negation(word) && std::find(present.begin(), present.end(), word) == present.end()) {
      return false;
    }
  }
  return common_words(wanted, present) * 5 >= wanted.size() * 4;
}

}  // namespace counterpoint::cases
