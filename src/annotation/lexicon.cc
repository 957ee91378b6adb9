// SPDX-License-Identifier: Apache-2.0
#include "annotation/lexicon.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/pack.h"

namespace counterpoint::annotation {
namespace {

namespace fs = std::filesystem;

double to_number(const std::string& cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

std::vector<std::string> split(const std::string& cell, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= cell.size()) {
    const std::size_t end = std::min(cell.find(separator, begin), cell.size());
    if (end > begin) parts.push_back(cell.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// Reads tables one after the other and remembers the first error.
class Loader {
 public:
  explicit Loader(fs::path folder) : folder_(std::move(folder)) {}

  template <class Add>
  void table(const char* name, std::size_t columns, Add add) {
    if (error_) return;
    const fs::path path = folder_ / name;
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
  fs::path folder_;
  std::optional<Error> error_;
};

bool add_contraction(Lexicon& lexicon, const PackRow& row) {
  auto parts = split(row[1], '|');
  std::vector<std::size_t> lengths;
  std::size_t total = 0;
  for (const std::string& part : parts) {
    lengths.push_back(part.size());
    total += part.size();
  }
  lexicon.contractions[row[0]] = lengths;
  return total == row[0].size();
}

void load_words(Loader& load, Lexicon& lexicon) {
  load.choices<StopRule>("abbreviations.tsv", lexicon.abbreviations,
                         {{"never", StopRule::never},
                          {"may", StopRule::before_starter},
                          {"number", StopRule::unless_number}});
  load.words("starters.tsv", lexicon.starters);
  load.words("speech_verbs.tsv", lexicon.speech_verbs);
  load.words("glued_units.tsv", lexicon.glued_units);
  load.words("apostrophe_words.tsv", lexicon.apostrophe_words);
  load.table("affixes.tsv", 2, [&](const PackRow& row) {
    (row[1] == "suffix" ? lexicon.kept_suffixes : lexicon.kept_prefixes).insert(row[0]);
    return true;
  });
  load.table("clitics.tsv", 1,
             [&](const PackRow& row) { return lexicon.clitics.push_back(row[0]), true; });
  load.table("contractions.tsv", 2,
             [&](const PackRow& row) { return add_contraction(lexicon, row); });
  std::stable_sort(lexicon.clitics.begin(), lexicon.clitics.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

bool add_irregular(Lexicon& lexicon, const PackRow& row) {
  WordMap<std::string>* map = row[2] == "verb"   ? &lexicon.verbs
                              : row[2] == "noun" ? &lexicon.nouns
                              : row[2] == "adj"  ? &lexicon.adjectives
                                                 : nullptr;
  if (map != nullptr) (*map)[row[0]] = row[1];
  return map != nullptr;
}

template <class T>
void add_phrase(std::vector<Phrase<T>>& phrases, const std::string& words, T value) {
  phrases.push_back({split(words, ' '), value});
}

template <class T>
void longest_first(std::vector<Phrase<T>>& phrases) {
  std::stable_sort(phrases.begin(), phrases.end(),
                   [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
}

std::optional<Effect> effect_of(const std::string& name) {
  if (name == "at_least") return Effect::at_least;
  if (name == "at_most") return Effect::at_most;
  if (name == "nearly") return Effect::nearly;
  if (name == "about") return Effect::about;
  if (name == "none") return Effect::none;
  return std::nullopt;
}

bool add_modifier(Lexicon& lexicon, const PackRow& row) {
  const auto effect = effect_of(row[1]);
  if (!effect) return false;
  add_phrase(row[2] == "after" ? lexicon.after : lexicon.before, row[0], *effect);
  return true;
}

bool add_number(Lexicon& lexicon, const PackRow& row) {
  using Kind = NumberWord::Kind;
  static const std::pair<const char*, Kind> kKinds[] = {
      {"unit", Kind::unit},   {"ten", Kind::ten},     {"hundred", Kind::hundred},
      {"scale", Kind::scale}, {"glued", Kind::glued}, {"dozen", Kind::dozen}};
  for (const auto& [name, kind] : kKinds) {
    if (row[2] == name) return lexicon.numbers[row[0]] = {to_number(row[1]), kind}, true;
  }
  return false;
}

void load_numbers(Loader& load, Lexicon& lexicon) {
  load.table("numbers.tsv", 3, [&](const PackRow& row) { return add_number(lexicon, row); });
  load.numbers("ordinals.tsv", lexicon.ordinals);
  load.numbers("fractions.tsv", lexicon.fractions);
  load.table("vague_amounts.tsv", 2, [&](const PackRow& row) {
    add_phrase(lexicon.vague, row[0], to_number(row[1]));
    return true;
  });
  load.table("modifiers.tsv", 3, [&](const PackRow& row) { return add_modifier(lexicon, row); });
  load.choices<QuantityKind>("units.tsv", lexicon.units,
                             {{"money", QuantityKind::money},
                              {"percent", QuantityKind::percent},
                              {"distance", QuantityKind::distance},
                              {"size", QuantityKind::size},
                              {"speed", QuantityKind::other},
                              {"temperature", QuantityKind::temperature},
                              {"duration", QuantityKind::duration},
                              {"other", QuantityKind::other}});
  load.words("version_heads.tsv", lexicon.version_heads);
  load.words("currencies.tsv", lexicon.currencies);
  longest_first(lexicon.vague);
  longest_first(lexicon.before);
  longest_first(lexicon.after);
}

bool add_time_word(Lexicon& lexicon, const PackRow& row) {
  static const std::pair<const char*, TimeClass> kClasses[] = {
      {"day", TimeClass::day},
      {"part", TimeClass::part},
      {"daypart", TimeClass::daypart},
      {"daypart_clock", TimeClass::daypart_clock},
      {"deictic", TimeClass::deictic},
      {"back", TimeClass::back},
      {"forth", TimeClass::forth},
      {"back_text", TimeClass::back_text},
      {"forth_text", TimeClass::forth_text},
      {"set", TimeClass::set},
      {"set_word", TimeClass::set_word},
      {"part_mod", TimeClass::part_mod},
      {"vague", TimeClass::vague},
      {"vague_adj", TimeClass::vague_adj},
      {"weekend", TimeClass::weekend},
      {"since", TimeClass::since},
      {"until", TimeClass::until},
      {"before", TimeClass::before},
      {"after", TimeClass::after},
      {"about", TimeClass::about}};
  for (const auto& [name, kind] : kClasses) {
    if (row[1] != name) continue;
    TimeWord word{kind, 0, {}};
    if (kind == TimeClass::daypart_clock) {
      word.clock = row[2];
    } else {
      word.offset = static_cast<int>(to_number(row[2]));
    }
    lexicon.time_words[row[0]].push_back(word);
    return true;
  }
  return false;
}

bool add_time_unit(Lexicon& lexicon, const PackRow& row) {
  static const std::pair<const char*, TimeUnit> kUnits[] = {{"hour", TimeUnit::hour},
                                                            {"day", TimeUnit::day},
                                                            {"week", TimeUnit::week},
                                                            {"month", TimeUnit::month},
                                                            {"year", TimeUnit::year}};
  for (const auto& [name, unit] : kUnits) {
    if (row[1] != name) continue;
    lexicon.time_units[row[0]] = {unit, static_cast<int>(to_number(row[2]))};
    return true;
  }
  return false;
}

void load_times(Loader& load, Lexicon& lexicon) {
  load.numbers("months.tsv", lexicon.months);
  load.numbers("weekdays.tsv", lexicon.weekdays);
  load.table("time_words.tsv", 3, [&](const PackRow& row) { return add_time_word(lexicon, row); });
  load.table("time_units.tsv", 3, [&](const PackRow& row) { return add_time_unit(lexicon, row); });
  load.words("seasons.tsv", lexicon.seasons);
  load.words("span_heads.tsv", lexicon.span_heads);
  load.table("future_words.tsv", 2, [&](const PackRow& row) {
    (row[1] == "above" ? lexicon.future_heads : lexicon.future_auxiliaries).insert(row[0]);
    return true;
  });
  load.table("zones.tsv", 2,
             [&](const PackRow& row) { return lexicon.zones[row[0]] = row[1], true; });
}

// The value that `cell` names in `table`, or nothing.
template <class T, std::size_t N>
std::optional<T> choice(const std::pair<const char*, T> (&table)[N], const std::string& cell) {
  for (const auto& [name, value] : table) {
    if (cell == name) return value;
  }
  return std::nullopt;
}

bool add_pronoun(Lexicon& lexicon, const PackRow& row) {
  static const std::pair<const char*, GrammaticalNumber> kNumbers[] = {
      {"any", GrammaticalNumber::any},
      {"singular", GrammaticalNumber::singular},
      {"plural", GrammaticalNumber::plural}};
  static const std::pair<const char*, Gender> kGenders[] = {{"any", Gender::unknown},
                                                            {"thing", Gender::unknown},
                                                            {"male", Gender::male},
                                                            {"female", Gender::female}};
  static const std::pair<const char*, PronounUse> kUses[] = {{"plain", PronounUse::plain},
                                                             {"possessive", PronounUse::possessive},
                                                             {"reflexive", PronounUse::reflexive},
                                                             {"pointing", PronounUse::pointing}};
  const auto number = choice(kNumbers, row[2]);
  const auto gender = choice(kGenders, row[3]);
  const auto use = choice(kUses, row[4]);
  const int person = static_cast<int>(to_number(row[1]));
  if (!number || !gender || !use || person < 1 || person > 3) return false;
  lexicon.pronouns[row[0]] = {person, *number, *gender, row[3] == "thing", *use};
  return true;
}

void load_people(Loader& load, Lexicon& lexicon) {
  const std::vector<std::pair<const char*, Gender>> genders{
      {"male", Gender::male}, {"female", Gender::female}, {"unknown", Gender::unknown}};
  load.choices("titles.tsv", lexicon.titles, genders);
  load.choices("genders.tsv", lexicon.genders, genders);
  load.words("groups.tsv", lexicon.groups);
  load.choices<MentionType>("noun_types.tsv", lexicon.noun_types,
                            {{"person", MentionType::person},
                             {"organization", MentionType::organization},
                             {"place", MentionType::place},
                             {"event", MentionType::event},
                             {"object", MentionType::object},
                             {"abstract", MentionType::abstract}});
  load.table("pronouns.tsv", 5, [&](const PackRow& row) { return add_pronoun(lexicon, row); });
  load.table("pronoun_weights.tsv", 5, [&](const PackRow& row) {
    auto& weights = lexicon.pronoun_weights[row[0]];
    for (std::size_t c = 0; c < weights.size(); ++c) weights[c] = to_number(row[c + 1]);
    return true;
  });
}

}  // namespace

const TimeWord* find_time_word(const Lexicon& lexicon, std::string_view word, TimeClass kind) {
  const auto* entries = find(lexicon.time_words, word);
  if (entries == nullptr) return nullptr;
  for (const TimeWord& entry : *entries) {
    if (entry.kind == kind) return &entry;
  }
  return nullptr;
}

Result<Lexicon> load_lexicon(const fs::path& folder) {
  Loader load(folder);
  Lexicon lexicon;
  load_words(load, lexicon);
  load.table("irregular.tsv", 3, [&](const PackRow& row) { return add_irregular(lexicon, row); });
  load_numbers(load, lexicon);
  load_times(load, lexicon);
  load_people(load, lexicon);
  if (load.error()) return tl::unexpected(*load.error());
  return lexicon;
}

}  // namespace counterpoint::annotation
