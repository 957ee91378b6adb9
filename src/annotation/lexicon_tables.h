// SPDX-License-Identifier: Apache-2.0
// How tables of a pack are read into the lexicon: what its parts (lexicon_numbers.cc,
// lexicon_times.cc) share. For lexicon.cc alone.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "annotation/lexicon.h"
#include "base/pack.h"

namespace counterpoint::annotation {

// The number that a cell begins with; 0 without one.
[[nodiscard]] double to_number(const std::string& cell);
// The parts of a cell, empty ones left out.
[[nodiscard]] std::vector<std::string> split(const std::string& cell, char separator);

// Reads tables one after the other and remembers the first error.
class PackLoader {
 public:
  explicit PackLoader(std::filesystem::path folder) : folder_(std::move(folder)) {}

  template <class Add>
  void table(const char* name, std::size_t columns, Add add) {
    if (error_) return;
    const std::filesystem::path path = folder_ / name;
    auto rows = read_table(path, columns);
    if (!rows) {
      error_ = rows.error();
      return;
    }
    for (const PackRow& row : *rows) {
      if (add(row)) continue;
      error_ =
          Error{"pack.row", "A row of a pack table is not as its table says: " + row.front(),
                path.string(), "Correct the row; the first lines of the table say what it holds."};
      return;
    }
  }

  void words(const char* name, WordSet& set) {
    table(name, 1, [&](const PackRow& row) { return set.insert(row[0]), true; });
  }

  // A table of words and one of the named values.
  template <class T>
  void choices(const char* name, WordMap<T>& map,
               const std::vector<std::pair<const char*, T>>& values) {
    table(name, 2, [&](const PackRow& row) {
      for (const auto& [key, value] : values) {
        if (row[1] == key) return map[row[0]] = value, true;
      }
      return false;
    });
  }

  // A table of words and numbers.
  template <class T>
  void numbers(const char* name, WordMap<T>& map) {
    table(name, 2, [&](const PackRow& row) {
      return map[row[0]] = static_cast<T>(to_number(row[1])), true;
    });
  }

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  std::filesystem::path folder_;
  std::optional<Error> error_;
};

template <class T>
void add_phrase(std::vector<Phrase<T>>& phrases, const std::string& words, T value) {
  phrases.push_back({split(words, ' '), value});
}

template <class T>
void longest_first(std::vector<Phrase<T>>& phrases) {
  std::stable_sort(phrases.begin(), phrases.end(),
                   [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
}

// The value that `cell` names in `table`, or nothing.
template <class T, std::size_t N>
std::optional<T> choice(const std::pair<const char*, T> (&table)[N], const std::string& cell) {
  for (const auto& [name, value] : table) {
    if (cell == name) return value;
  }
  return std::nullopt;
}

// The tables of number words and of what numbers count; those of words of time.
void load_numbers(PackLoader& load, Lexicon& lexicon);
void load_times(PackLoader& load, Lexicon& lexicon);

}  // namespace counterpoint::annotation
