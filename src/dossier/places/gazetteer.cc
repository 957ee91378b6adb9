// SPDX-License-Identifier: Apache-2.0
#include "dossier/places/gazetteer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>

#include "base/pack.h"
#include "dossier/identity/name_key.h"

namespace counterpoint {
namespace {

constexpr std::size_t kColumns = 8;  // of places.tsv

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return fail("pack.missing", "A pack table cannot be opened.", path.string(),
                "Give the folder that holds the packs with --packs, or install them again.");
  }
  std::ostringstream buffer;
  buffer << file.rdbuf();
  return std::move(buffer).str();
}

std::string_view line_at(const std::string& text, std::size_t begin) {
  return std::string_view(text).substr(begin, text.find('\n', begin) - begin);
}

std::array<std::string_view, kColumns> cells(std::string_view line) {
  std::array<std::string_view, kColumns> out;
  for (std::string_view& cell : out) {
    const std::size_t tab = line.find('\t');
    cell = line.substr(0, tab);
    line = tab == std::string_view::npos ? std::string_view() : line.substr(tab + 1);
  }
  return out;
}

template <class Number>
Number number(std::string_view cell) {
  Number value{};
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& folder) {
  Gazetteer gazetteer;
  auto places = read_file(folder / "places.tsv");
  if (!places) return tl::unexpected(places.error());
  auto keys = read_file(folder / "keys.tsv");
  if (!keys) return tl::unexpected(keys.error());
  gazetteer.places_ = std::move(*places);
  gazetteer.keys_ = std::move(*keys);
  if (auto indexed = gazetteer.index_lines(folder); !indexed)
    return tl::unexpected(indexed.error());
  if (auto read = gazetteer.read_countries(folder); !read) return tl::unexpected(read.error());
  return gazetteer;
}

Result<void> Gazetteer::index_lines(const std::filesystem::path& folder) {
  for (std::size_t begin = 0; begin < places_.size();) {
    const std::string_view line = line_at(places_, begin);
    if (std::count(line.begin(), line.end(), '\t') != static_cast<std::ptrdiff_t>(kColumns - 1)) {
      return fail("pack.row", "A row of the gazetteer does not have its columns.",
                  (folder / "places.tsv").string() + ": " + std::string(line),
                  "Build the gazetteer again with scripts/build_gazetteer.py.");
    }
    const auto row = static_cast<std::uint32_t>(lines_.size());
    lines_.push_back(static_cast<std::uint32_t>(begin));
    if (line.ends_with("\tPCLI") || line.ends_with("\tADM1")) {
      const auto cell = cells(line);
      if (line.ends_with("\tPCLI")) {
        iso_row_.emplace(cell[3], row);
        countries_.insert_or_assign(plain_key(cell[0]), Country{std::string(cell[3]), Word::name});
      } else {
        admin1_row_.emplace(std::string(cell[3]) + "." + std::string(cell[4]), row);
      }
    }
    begin += line.size() + 1;
  }
  return {};
}

Result<void> Gazetteer::read_countries(const std::filesystem::path& folder) {
  const auto table = read_table(folder / "countries.tsv", 4);
  if (!table) return tl::unexpected(table.error());
  constexpr std::array<Word, 3> kColumnsOf = {Word::name, Word::adjective, Word::part};
  for (const PackRow& row : *table) {
    for (std::size_t column = 0; column < kColumnsOf.size(); ++column) {
      std::istringstream words(row[column + 1]);
      for (std::string word; std::getline(words, word, ';');) {
        countries_.insert_or_assign(plain_key(word), Country{row[0], kColumnsOf[column]});
      }
    }
  }
  return {};
}

std::vector<GazetteerPlace> Gazetteer::find(std::string_view key) const {
  std::vector<GazetteerPlace> found;
  if (key.empty()) return found;
  // Binary search over lines: a probe goes back to the begin of its line.
  std::size_t low = 0, high = keys_.size();
  while (low < high) {
    std::size_t begin = low + (high - low) / 2;
    while (begin > low && keys_[begin - 1] != '\n') --begin;
    const std::string_view line = line_at(keys_, begin);
    const std::size_t tab = line.find('\t');
    const int order = line.substr(0, tab).compare(key);
    if (order == 0) {
      std::istringstream rows{std::string(line.substr(tab + 1))};
      for (std::size_t row = 0; rows >> row;) {
        if (row < lines_.size()) found.push_back(at(row));
      }
      return found;
    }
    if (order < 0) {
      low = begin + line.size() + 1;
    } else {
      high = begin;
    }
  }
  return found;
}

GazetteerPlace Gazetteer::at(std::size_t row) const {
  const auto cell = cells(line_at(places_, lines_[row]));
  return {cell[0],
          number<double>(cell[1]),
          number<double>(cell[2]),
          cell[3],
          cell[4],
          number<std::uint64_t>(cell[5]),
          cell[6],
          cell[7]};
}

std::string_view Gazetteer::country_of(std::string_view plain) const {
  const auto at = countries_.find(std::string(plain));
  return at == countries_.end() ? std::string_view() : std::string_view(at->second.iso);
}

bool Gazetteer::is_country_name(std::string_view plain) const {
  const auto at = countries_.find(std::string(plain));
  return at != countries_.end() && at->second.word == Word::name;
}

bool Gazetteer::is_country_adjective(std::string_view plain) const {
  const auto at = countries_.find(std::string(plain));
  return at != countries_.end() && at->second.word == Word::adjective;
}

GazetteerPlace Gazetteer::country(std::string_view iso) const {
  const auto at = iso_row_.find(std::string(iso));
  return at == iso_row_.end() ? GazetteerPlace() : this->at(at->second);
}

std::string_view Gazetteer::admin1_name(std::string_view country, std::string_view admin1) const {
  const auto at = admin1_row_.find(std::string(country) + "." + std::string(admin1));
  return at == admin1_row_.end() ? std::string_view() : this->at(at->second).name;
}

}  // namespace counterpoint
