// SPDX-License-Identifier: Apache-2.0
// scripts/build_gazetteer.py folds in the same way; a change here is a change there.
#include "dossier/identity/name_key.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace counterpoint {
namespace {

// Letters that decomposition leaves alone.
constexpr std::array<std::pair<char32_t, std::string_view>, 13> kLetters = {{{U'ø', "o"},
                                                                             {U'ł', "l"},
                                                                             {U'đ', "d"},
                                                                             {U'ð', "d"},
                                                                             {U'ß', "ss"},
                                                                             {U'æ', "ae"},
                                                                             {U'œ', "oe"},
                                                                             {U'ı', "i"},
                                                                             {U'þ', "th"},
                                                                             {U'ħ', "h"},
                                                                             {U'ə', "a"},
                                                                             {U'Ø', "o"},
                                                                             {U'Ł', "l"}}};
constexpr std::u32string_view kDropped = U"'’‘ʿʾʼʻ`´ʹ′.";

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kSunArticles = {
    {{"as", "s"},
     {"es", "s"},
     {"ash", "sh"},
     {"esh", "sh"},
     {"ech", "ch"},
     {"ach", "ch"},
     {"ad", "d"},
     {"ed", "d"},
     {"an", "n"},
     {"en", "n"},
     {"ar", "r"},
     {"er", "r"},
     {"at", "t"},
     {"et", "t"},
     {"az", "z"},
     {"ez", "z"}}};

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString out = U_SUCCESS(status) ? nfkd->normalize(text, status) : text;
  return U_SUCCESS(status) ? out : text;
}

void append_folded(std::string& out, char32_t c) {
  const auto letter = std::find_if(kLetters.begin(), kLetters.end(),
                                   [c](const auto& pair) { return pair.first == c; });
  if (letter != kLetters.end()) {
    out += letter->second;
  } else if (u_isalnum(static_cast<UChar32>(c))) {
    utf8::append(out, c);
  } else {
    out += ' ';
  }
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// A run of vowel letters as one or more of a, i, u.
std::string folded_vowels(std::string_view run) {
  const auto only = [&](std::string_view set, std::size_t from) {
    return from < run.size() && run.find_first_not_of(set, from) == std::string_view::npos;
  };
  if (only("eiy", run.front() == 'a' ? 1 : 0)) return "i";
  if (only("ou", 0)) return "u";
  std::string out;
  for (const char c : run) {
    const char folded = c == 'o' || c == 'u' ? 'u' : c == 'a' ? 'a' : 'i';
    if (out.empty() || out.back() != folded) out += folded;
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::vector<std::string_view> split(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t space = key.find(' ');
    words.push_back(key.substr(0, space));
    key = space == std::string_view::npos ? std::string_view() : key.substr(space + 1);
  }
  return words;
}

}  // namespace

std::vector<std::string> plain_tokens(std::string_view name) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  // Marks go before and after lower-casing: some appear only then (Turkish dotted capital I).
  text = decomposed(decomposed(text).toLower(icu::Locale::getRoot()));
  std::string folded;
  for (std::int32_t i = 0; i < text.length();) {
    const auto c = static_cast<char32_t>(text.char32At(i));
    i = text.moveIndex32(i, 1);
    const bool mark = u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
    if (!mark && kDropped.find(c) == std::u32string_view::npos) append_folded(folded, c);
  }
  std::vector<std::string> tokens;
  for (const std::string_view word : split(folded)) {
    if (!word.empty()) tokens.emplace_back(word);
  }
  return tokens;
}

std::string plain_key(std::string_view name) {
  return joined(plain_tokens(name));
}

std::vector<std::string> without_articles(const std::vector<std::string>& tokens) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool followed = i + 1 < tokens.size();
    const bool article =
        followed && (tokens[i] == "al" || tokens[i] == "el" ||
                     std::any_of(kSunArticles.begin(), kSunArticles.end(), [&](const auto& sun) {
                       return tokens[i] == sun.first && tokens[i + 1].starts_with(sun.second);
                     }));
    if (!article) kept.push_back(tokens[i]);
  }
  return kept;
}

std::string romanised(std::string_view token) {
  if (std::any_of(token.begin(), token.end(), [](char c) { return c < 'a' || c > 'z'; })) {
    return std::string(token);
  }
  std::string text = replaced(replaced(std::string(token), "sch", "sh"), "ch", "sh");
  text = replaced(replaced(replaced(std::move(text), "gh", "g"), "dj", "j"), "q", "k");
  if (text.size() > 3 && (text.ends_with("ah") || text.ends_with("eh"))) {
    text.replace(text.size() - 2, 2, "a");
  }
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_vowel(text[end])) ++end;
    const std::string piece =
        end > i ? folded_vowels(std::string_view(text).substr(i, end - i)) : text.substr(i, 1);
    if (out.empty() || piece.size() > 1 || out.back() != piece.front()) out += piece;
    i = std::max(end, i + 1);
  }
  return out;
}

std::string name_key(std::string_view name) {
  std::vector<std::string> words = without_articles(plain_tokens(name));
  for (std::string& word : words) word = romanised(word);
  return joined(words);
}

std::string skeleton(std::string_view key) {
  std::string out;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const bool first = i == 0 || key[i - 1] == ' ';
    if (first || !is_vowel(key[i])) out += key[i];
  }
  return out;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    std::size_t diagonal = std::exchange(row[0], j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t above = row[i];
      row[i] = std::min({above + 1, row[i - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
    if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
  }
  return std::min(row.back(), limit + 1);
}

bool same_romanised_place(std::string_view key_a, std::string_view key_b) {
  const auto words_a = split(key_a), words_b = split(key_b);
  if (words_a.size() < 2 || words_a.size() != words_b.size()) return false;
  if (skeleton(key_a) != skeleton(key_b)) return false;
  for (std::size_t i = 0; i < words_a.size(); ++i) {
    if (edit_distance(words_a[i], words_b[i], 1) > 1) return false;
  }
  return true;
}

}  // namespace counterpoint
