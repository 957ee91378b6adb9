// SPDX-License-Identifier: Apache-2.0
#include "dossier/identity/parsed_name.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "dossier/identity/name_key.h"

namespace counterpoint {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n\r";
  std::vector<std::string_view> words;
  for (std::size_t at = 0; (at = text.find_first_not_of(kSpace, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpace, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

bool begins_lower(std::string_view word) {
  return u_islower(static_cast<UChar32>(utf8::decode(word, 0).value)) != 0;
}

// "Assad's" -> "Assad", "activists'" -> "activists".
std::string_view without_possessive(std::string_view text) {
  for (const std::string_view mark : {"'s", "’s", "'", "’"}) {
    if (text.ends_with(mark)) return text.substr(0, text.size() - mark.size());
  }
  return text;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kAround = " \t\n\r,;:.\"()[]";
  const std::size_t first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  // A full stop at the end may belong to an initial or an abbreviation, and is harmless in a key.
  const std::size_t last = text.find_last_not_of(" \t\n\r,;:\"()[]");
  return text.substr(first, last - first + 1);
}

std::string single(std::string_view word) {
  const auto tokens = plain_tokens(word);
  return tokens.size() == 1 ? tokens.front() : std::string();
}

bool is_title(const std::string& word, const NameRules& rules) {
  return rules.titles.contains(word) || rules.offices.contains(word);
}

// Index of the first word of the bare name: after the last title, office or role word.
std::size_t name_begin(const std::vector<std::string_view>& words, const NameRules& rules,
                       const Gazetteer& gazetteer) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string word = single(words[i]);
    const bool role = begins_lower(words[i]) && !word.empty() && !rules.particles.contains(word);
    // "Abu" opens a name; it is a title only in that it does not count as a given name.
    if (role || (is_title(word, rules) && word != "abu")) begin = i + 1;
  }
  while (begin + 2 < words.size() && !gazetteer.country_of(plain_key(words[begin])).empty()) {
    ++begin;
  }
  return begin;
}

std::string_view from_word(std::string_view text, std::string_view word) {
  return text.substr(static_cast<std::size_t>(word.data() - text.data()));
}

std::string in_one_spelling(std::string token, const NameRules& rules) {
  for (const auto& [from, to] : rules.spellings) {
    if (token.ends_with(from)) {
      token.replace(token.size() - from.size(), from.size(), to);
      break;
    }
  }
  return token;
}

std::string_view without_the(std::string_view text) {
  for (const std::string_view article : {"the ", "The ", "a ", "an ", "A ", "An "}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  return text;
}

}  // namespace

std::string ParsedName::key() const {
  std::string out;
  for (const std::string& token : tokens) out += (out.empty() ? "" : " ") + token;
  return out;
}

ParsedName parse_person(std::string_view words, const NameRules& rules,
                        const Gazetteer& gazetteer) {
  const std::string_view text = without_possessive(trimmed(words));
  const auto parts = words_of(text);
  ParsedName name;
  if (parts.empty()) return name;
  const std::size_t begin = name_begin(parts, rules, gazetteer);
  name.text = from_word(text, parts[begin]);
  name.titled = begin > 0;
  if (begin > 0) {
    const auto before = static_cast<std::size_t>(parts[begin].data() - text.data());
    name.office = parse_office(text.substr(0, before), rules, gazetteer);
  }
  for (const std::string& token : without_articles(plain_tokens(name.text))) {
    const auto given = rules.given.find(token);
    name.tokens.push_back(given == rules.given.end() ? romanised(token) : given->second);
  }
  return name;
}

ParsedName parse_body(std::string_view words, const NameRules& rules) {
  ParsedName name;
  name.text = without_the(without_possessive(trimmed(words)));
  std::vector<std::string> tokens;
  for (const std::string_view word : words_of(name.text)) {
    for (std::string& token : plain_tokens(without_possessive(word))) {
      tokens.push_back(std::move(token));
    }
  }
  tokens = without_articles(tokens);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (rules.joined.contains(tokens[i])) {
      tokens[i] += tokens[i + 1];
      tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
  while (tokens.size() > 1 && rules.tails.contains(tokens.back())) tokens.pop_back();
  for (std::string& token : tokens) token = in_one_spelling(std::move(token), rules);
  name.tokens = std::move(tokens);
  return name;
}

ParsedName parse_place(std::string_view words) {
  ParsedName name;
  name.text = without_the(without_possessive(trimmed(words)));
  for (const std::string& token : without_articles(plain_tokens(name.text))) {
    name.tokens.push_back(romanised(token));
  }
  return name;
}

std::optional<Office> parse_office(std::string_view words, const NameRules& rules,
                                   const Gazetteer& gazetteer) {
  Office office;
  office.text = trimmed(words);
  // "U.S. Interior Minister": abbreviations of countries are looked up before full stops are gone.
  for (const std::string_view part : words_of(office.text)) {
    for (const std::string& token : plain_tokens(part)) {
      const std::string_view country = gazetteer.country_of(token);
      if (!country.empty()) {
        office.country = country;
      } else if (rules.offices.contains(token)) {
        office.head = token;
      } else if (!rules.titles.contains(token) && !rules.particles.contains(token)) {
        office.qualifiers.insert(token);
      }
    }
  }
  if (office.head.empty()) return std::nullopt;
  return office;
}

std::string initials(const ParsedName& name, const NameRules& rules) {
  std::string letters;
  for (const std::string& token : name.tokens) {
    if (!rules.skipped.contains(token)) letters += token.front();
  }
  return letters;
}

}  // namespace counterpoint
