// SPDX-License-Identifier: Apache-2.0
#include "document/phrase_book.h"

#include <fmt/format.h>

#include <optional>

#include "base/pack.h"

namespace counterpoint {
namespace {

std::optional<Scope> scope_of(std::string_view word) {
  static const std::map<std::string_view, Scope> kScopes{
      {"line", Scope::line},
      {"sentence", Scope::sentence},
      {"start", Scope::start},
      {"from", Scope::from},
      {"cut", Scope::cut},
      {"opens_related", Scope::opens_related},
      {"opens_comments", Scope::opens_comments},
      {"closes_comments", Scope::closes_comments},
      {"ends", Scope::ends},
      {"signs_off", Scope::signs_off}};
  const auto found = kScopes.find(word);
  if (found == kScopes.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> lower_words(std::string_view text) {
  std::vector<std::string> words;
  for (Word& word : split_words(text)) words.push_back(std::move(word.lower));
  return words;
}

// furniture.tsv: reason, scope, pattern.
Result<void> add_furniture(PhraseBook& book, const std::vector<PackRow>& rows,
                           const std::string& path) {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto scope = scope_of(rows[row][1]);
    FurniturePhrase phrase{rows[row][0], scope.value_or(Scope::sentence), Pattern(rows[row][2])};
    if (!scope || phrase.pattern.empty() || phrase.reason.empty()) {
      return fail("pack.row", fmt::format("Row {} has no reason, scope and pattern.", row + 1),
                  path, "See the table of scopes in the pack's README.md.");
    }
    book.furniture_index.add(row, phrase.pattern, book.classes);
    book.furniture.push_back(std::move(phrase));
  }
  return {};
}

// words.tsv: class, word or words, number (optional).
void add_words(PhraseBook& book, const std::vector<PackRow>& rows) {
  for (const PackRow& row : rows) {
    book.classes[row[0]].insert(lower_words(row[1]));
    if (!row[2].empty() && is_number(row[2]) && row[2].size() < 4) {
      book.numbers[row[0]][lower_words(row[1]).front()] = std::stoi(row[2]);
    }
  }
}

// agencies.tsv: name, wire or photo, another name (optional).
void add_agencies(PhraseBook& book, const std::vector<PackRow>& rows) {
  for (const PackRow& row : rows) {
    for (const std::string& written : {row[0], row[2]}) {
      if (written.empty()) continue;
      book.agencies[lower_words(written)] = {row[0], row[1] == "photo"};
      book.classes["agency"].insert(lower_words(written));
    }
  }
}

}  // namespace

bool PhraseBook::is(std::string_view word_class, std::string_view word) const {
  const auto members = classes.find(word_class);
  return members != classes.end() && members->second.contains(word);
}

int PhraseBook::number_of(std::string_view word_class, std::string_view word) const {
  const auto members = numbers.find(word_class);
  if (members == numbers.end()) return 0;
  const auto found = members->second.find(word);
  return found == members->second.end() ? 0 : found->second;
}

Result<PhraseBook> load_phrase_book(const std::filesystem::path& folder) {
  PhraseBook book;
  const auto words = read_table(folder / "words.tsv", 3);
  if (!words) return tl::unexpected(words.error());
  add_words(book, *words);
  const auto agencies = read_table(folder / "agencies.tsv", 3);
  if (!agencies) return tl::unexpected(agencies.error());
  add_agencies(book, *agencies);
  const auto furniture = read_table(folder / "furniture.tsv", 3);
  if (!furniture) return tl::unexpected(furniture.error());
  const auto added = add_furniture(book, *furniture, (folder / "furniture.tsv").generic_string());
  if (!added) return tl::unexpected(added.error());
  const auto caveats = read_table(folder / "caveats.tsv", 1);
  if (!caveats) return tl::unexpected(caveats.error());
  for (const PackRow& row : *caveats) {
    book.caveats.emplace_back(row[0]);
    book.caveat_index.add(book.caveats.size() - 1, book.caveats.back(), book.classes);
  }
  return book;
}

}  // namespace counterpoint
