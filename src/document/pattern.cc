// SPDX-License-Identifier: Apache-2.0
#include "document/pattern.h"

#include <algorithm>
#include <sstream>

#include "base/utf8.h"

namespace counterpoint {

bool is_number(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(std::string_view word) {
  return word.size() == 4 && is_number(word) && (word.starts_with("19") || word.starts_with("20"));
}

bool is_clock(std::string_view word) {
  const std::size_t mark = word.find_first_of(":.");
  return mark <= 2 && word.size() == mark + 3 && is_number(word.substr(0, mark)) &&
         is_number(word.substr(mark + 1));
}

Pattern::Element Pattern::element_of(std::string_view written) {
  Element element;
  if (written == ".." || written == "...") {
    element.kind = Kind::gap;
    element.most = written.size() == 2 ? 3 : 8;
    return element;
  }
  if (written.size() > 2 && written.front() == '[' && written.back() == ']') {
    element.optional = true;
    written = written.substr(1, written.size() - 2);
  }
  if (written.size() > 2 && written.front() == '<' && written.back() == '>') {
    const std::string name(written.substr(1, written.size() - 2));
    element.kind = name == "year"     ? Kind::year
                   : name == "number" ? Kind::number
                   : name == "clock"  ? Kind::clock
                   : name == "name"   ? Kind::name
                                      : Kind::word_class;
    element.any.insert(name);
    return element;
  }
  const auto words = split_words(written);
  if (words.size() == 1 && !words.front().is_word) element.kind = Kind::mark;
  std::string_view rest = element.kind == Kind::mark ? std::string_view() : written;
  if (element.kind == Kind::mark) element.any.insert(words.front().lower);
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    element.any.insert(utf8::lower(rest.substr(0, bar)));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  return element;
}

Pattern::Pattern(std::string_view written) {
  std::istringstream stream{std::string(written)};
  for (std::string part; stream >> part;) elements_.push_back(element_of(part));
}

Pattern::Opening Pattern::opening(const WordClasses& classes) const {
  Opening opening;
  for (const Element& element : elements_) {
    switch (element.kind) {
      case Kind::words:
      case Kind::mark:
        opening.words.insert(element.any.begin(), element.any.end());
        break;
      case Kind::word_class:
        if (const auto found = classes.find(*element.any.begin()); found != classes.end()) {
          for (std::string& word : found->second.first_words()) opening.words.insert(word);
        }
        break;
      case Kind::year:
      case Kind::number:
      case Kind::clock:
        opening.digit = true;
        break;
      case Kind::name:
        opening.capital = true;
        break;
      case Kind::gap:
        opening.anything = true;
        break;
    }
    if (element.optional) continue;
    opening.only_words = &element == &elements_.front() && element.kind == Kind::words;
    return opening;
  }
  opening.anything = true;  // every element may be absent
  return opening;
}

// Tries elements from left to right and backs off; its depth is the length of the pattern.
struct Pattern::Matcher {
  const std::vector<Element>& elements;
  const std::vector<Word>& words;
  std::size_t to;
  const WordClasses& classes;

  [[nodiscard]] std::size_t skip_marks(std::size_t at) const {
    while (at < to && !words[at].is_word) ++at;
    return at;
  }

  // Words taken by a single element at `at`, 0 if it does not match.
  [[nodiscard]] std::size_t taken(const Element& element, std::size_t at) const {
    if (at >= to) return 0;
    const Word& word = words[at];
    switch (element.kind) {
      case Kind::words:
      case Kind::mark:
        return element.any.contains(word.lower) ? 1 : 0;
      case Kind::year:
        return is_year(word.lower) ? 1 : 0;
      case Kind::number:
        return is_number(word.lower) ? 1 : 0;
      case Kind::clock:
        return is_clock(word.lower) ? 1 : 0;
      case Kind::word_class:
        return class_length(words, at, to, *element.any.begin(), classes);
      case Kind::gap:
      case Kind::name:
        break;
    }
    return 0;
  }

  [[nodiscard]] std::optional<std::size_t> gap(std::size_t element, std::size_t at) const {
    for (std::size_t skipped = 0; skipped <= elements[element].most; ++skipped) {
      if (auto end = match(element + 1, at)) return end;
      at = skip_marks(at);
      if (at >= to) break;
      ++at;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> name(std::size_t element, std::size_t at) const {
    at = skip_marks(at);
    std::size_t end = at;
    while (end < to && end < at + 6 && words[end].is_word && words[end].capital) ++end;
    for (; end > at; --end) {
      if (auto behind = match(element + 1, end)) return behind;
    }
    return elements[element].optional ? match(element + 1, at) : std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> match(std::size_t element, std::size_t at) const {
    if (element == elements.size()) return at;
    const Element& wanted = elements[element];
    if (wanted.kind == Kind::gap) return gap(element, at);
    if (wanted.kind == Kind::name) return name(element, at);
    std::size_t start = at;
    if (wanted.kind == Kind::mark) {
      while (start < to && !words[start].is_word && !wanted.any.contains(words[start].lower))
        ++start;
    } else {
      start = skip_marks(at);
    }
    if (const std::size_t count = taken(wanted, start); count > 0) {
      if (auto end = match(element + 1, start + count)) return end;
    }
    return wanted.optional ? match(element + 1, at) : std::nullopt;
  }
};

std::optional<std::size_t> Pattern::match(const std::vector<Word>& words, std::size_t from,
                                          std::size_t to, const WordClasses& classes) const {
  if (elements_.empty() || from >= to) return std::nullopt;
  return Matcher{elements_, words, to, classes}.match(0, from);
}

}  // namespace counterpoint
