// SPDX-License-Identifier: Apache-2.0
#include "statement/exhibit_words.h"

#include <array>
#include <utility>

#include "base/pack.h"
#include "statement/lexicon.h"

namespace counterpoint::statement {
namespace {

constexpr std::array<std::pair<std::string_view, ExhibitKind>, 6> kKinds{
    {{"video", ExhibitKind::video},
     {"photo", ExhibitKind::photo},
     {"intercept", ExhibitKind::intercept},
     {"document", ExhibitKind::document},
     {"object", ExhibitKind::object},
     {"body", ExhibitKind::body}}};

constexpr auto kRoles = std::to_array<std::pair<std::string_view, ExhibitRole>>(
    {{"show", ExhibitRole::show},         {"tell", ExhibitRole::tell},
     {"seem", ExhibitRole::seem},         {"publish", ExhibitRole::publish},
     {"display", ExhibitRole::display},   {"obtain", ExhibitRole::obtain},
     {"emerge", ExhibitRole::emerge},     {"bear", ExhibitRole::bear},
     {"mark", ExhibitRole::mark},         {"qualify", ExhibitRole::qualify},
     {"unlike", ExhibitRole::unlike},     {"within", ExhibitRole::within},
     {"about", ExhibitRole::about},       {"as", ExhibitRole::as},
     {"false", ExhibitRole::be_false},    {"true", ExhibitRole::be_true},
     {"old", ExhibitRole::be_old},        {"unsure", ExhibitRole::unsure},
     {"make", ExhibitRole::make},         {"verify", ExhibitRole::verify},
     {"question", ExhibitRole::question}, {"proof", ExhibitRole::proof},
     {"unable", ExhibitRole::unable}});

template <class Table>
auto look_up(const Table& table, std::string_view word)
    -> std::optional<typename Table::value_type::second_type> {
  for (const auto& [name, value] : table) {
    if (name == word) return value;
  }
  return std::nullopt;
}

Error unknown_word(const PackRow& row, const std::filesystem::path& path) {
  return fail("pack.row", "A row holds a word that its table does not know: " + row[0],
              path.string(), "Compare the row with the header of the table.")
      .value();
}

std::optional<Error> load_nouns(const std::filesystem::path& path, ExhibitWords& words) {
  const Result<std::vector<PackRow>> rows = read_table(path, 3);
  if (!rows) return rows.error();
  for (const PackRow& row : *rows) {
    const auto kind = look_up(kKinds, row[1]);
    if (!kind || row[2].empty()) return unknown_word(row, path);
    words.nouns.emplace(row[0], ExhibitNoun{*kind, row[2]});
  }
  return std::nullopt;
}

std::optional<Error> load_words(const std::filesystem::path& path, ExhibitWords& words) {
  const Result<std::vector<PackRow>> rows = read_table(path, 3);
  if (!rows) return rows.error();
  for (const PackRow& row : *rows) {
    if (row[1] == "elsewhere") {
      words.elsewhere.push_back(row[0]);
      continue;
    }
    const auto role = look_up(kRoles, row[1]);
    const auto act = parse_act(row[2]);
    if (!role || (!row[2].empty() && !act)) return unknown_word(row, path);
    words.words[*role].insert(row[0]);
    if (act) words.tests.emplace(row[0], *act);
  }
  return std::nullopt;
}

}  // namespace

bool ExhibitWords::has(ExhibitRole role, std::string_view lemma) const {
  const auto found = words.find(role);
  return found != words.end() && found->second.contains(lemma);
}

const ExhibitNoun* ExhibitWords::noun(const std::string& lemma) const {
  const auto found = nouns.find(lemma);
  return found == nouns.end() ? nullptr : &found->second;
}

Result<ExhibitWords> ExhibitWords::load(const std::filesystem::path& folder) {
  ExhibitWords words;
  if (auto error = load_nouns(folder / "exhibits.tsv", words)) return tl::unexpected(*error);
  if (auto error = load_words(folder / "exhibit_words.tsv", words)) return tl::unexpected(*error);
  return words;
}

}  // namespace counterpoint::statement
