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
  Contraction& made = lexicon.contractions[row[0]];
  std::size_t total = 0;
  for (const std::string& part : split(row[1], '|')) {
    made.parts.push_back(part.size());
    total += part.size();
  }
  for (const std::string& word : split(row[2], ' ')) made.before.insert(word);
  return total == row[0].size();
}

void load_words(Loader& load, Lexicon& lexicon) {
  load.choices<StopRule>("abbreviations.tsv", lexicon.abbreviations,
                         {{"never", StopRule::never},
                          {"may", StopRule::before_starter},
                          {"number", StopRule::unless_number}});
  load.words("starters.tsv", lexicon.starters);
  load.words("emoticons.tsv", lexicon.emoticons);
  load.numbers("../sentence_ends/weights.tsv", lexicon.end_weights);
  load.words("speech_verbs.tsv", lexicon.speech_verbs);
  load.words("glued_units.tsv", lexicon.glued_units);
  load.words("apostrophe_words.tsv", lexicon.apostrophe_words);
  load.words("file_endings.tsv", lexicon.file_endings);
  load.table("affixes.tsv", 2, [&](const PackRow& row) {
    (row[1] == "suffix" ? lexicon.kept_suffixes : lexicon.kept_prefixes).insert(row[0]);
    return true;
  });
  load.table("clitics.tsv", 1,
             [&](const PackRow& row) { return lexicon.clitics.push_back(row[0]), true; });
  load.table("contractions.tsv", 3,
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
  if (name == "hedge") return Effect::hedge;
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
      {"unit", Kind::unit},    {"ten", Kind::ten},     {"hundred", Kind::hundred},
      {"scale", Kind::scale},  {"glued", Kind::glued}, {"dozen", Kind::dozen},
      {"decade", Kind::decade}};
  for (const auto& [name, kind] : kKinds) {
    if (row[2] == name) return lexicon.numbers[row[0]] = {to_number(row[1]), kind}, true;
  }
  return false;
}

// Words that tell what a number counts, and phrases in which it counts nothing.
void load_quantity_words(Loader& load, Lexicon& lexicon) {
  load.table("states.tsv", 2, [&](const PackRow& row) {
    const std::string verb = row[1] == "-" ? std::string() : row[1];
    lexicon.states[row[0]] = verb;
    if (!verb.empty()) lexicon.state_verbs.insert(verb);
    return true;
  });
  load.table("ordinal_idioms.tsv", 1, [&](const PackRow& row) {
    return add_phrase(lexicon.ordinal_idioms, row[0], true), true;
  });
  load.words("one_idioms.tsv", lexicon.one_idioms);
  load.words("no_idioms.tsv", lexicon.no_idioms);
  load.words("telling_verbs.tsv", lexicon.telling_verbs);
  load.words("compound_measures.tsv", lexicon.compound_measures);
  load.words("calibre_heads.tsv", lexicon.calibre_heads);
  load.words("number_names.tsv", lexicon.number_names);
}

void load_numbers(Loader& load, Lexicon& lexicon) {
  load.table("numbers.tsv", 3, [&](const PackRow& row) { return add_number(lexicon, row); });
  load.numbers("ordinals.tsv", lexicon.ordinals);
  load.numbers("fractions.tsv", lexicon.fractions);
  load.table("vague_amounts.tsv", 3, [&](const PackRow& row) {
    add_phrase(lexicon.vague, row[0], VagueAmount{to_number(row[1]), row[2] == "about"});
    return row[2] == "about" || row[2] == "least";
  });
  load.table("vague_fractions.tsv", 2, [&](const PackRow& row) {
    add_phrase(lexicon.vague_fractions, row[0], to_number(row[1]));
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
  load_quantity_words(load, lexicon);
  longest_first(lexicon.vague);
  longest_first(lexicon.vague_fractions);
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
      {"length_mod", TimeClass::length_mod},
      {"length_part", TimeClass::length_part},
      {"length_word", TimeClass::length_word},
      {"one", TimeClass::one},
      {"rate", TimeClass::rate},
      {"measure", TimeClass::measure},
      {"vague", TimeClass::vague},
      {"vague_adj", TimeClass::vague_adj},
      {"vague_noun", TimeClass::vague_noun},
      {"in_text", TimeClass::in_text},
      {"weekend", TimeClass::weekend},
      {"since", TimeClass::since},
      {"until", TimeClass::until},
      {"before", TimeClass::before},
      {"after", TimeClass::after},
      {"about", TimeClass::about}};
  for (const auto& [name, kind] : kClasses) {
    if (row[1] != name) continue;
    TimeWord word{kind, 0, {}};
    if (kind == TimeClass::daypart_clock || kind == TimeClass::daypart || kind == TimeClass::part ||
        kind == TimeClass::part_mod || kind == TimeClass::set_word ||
        kind == TimeClass::length_word) {
      word.code = row[2];
    } else {
      word.offset = static_cast<int>(to_number(row[2]));
    }
    lexicon.time_words[row[0]].push_back(word);
    return true;
  }
  return false;
}

bool add_time_unit(Lexicon& lexicon, const PackRow& row) {
  static const std::pair<const char*, TimeUnit> kUnits[] = {
      {"hour", TimeUnit::hour},   {"day", TimeUnit::day},         {"week", TimeUnit::week},
      {"month", TimeUnit::month}, {"quarter", TimeUnit::quarter}, {"year", TimeUnit::year}};
  for (const auto& [name, unit] : kUnits) {
    if (row[1] != name) continue;
    lexicon.time_units[row[0]] = {unit, static_cast<int>(to_number(row[2])), row[3]};
    return true;
  }
  return false;
}

void load_times(Loader& load, Lexicon& lexicon) {
  load.numbers("months.tsv", lexicon.months);
  load.numbers("weekdays.tsv", lexicon.weekdays);
  load.numbers("decades.tsv", lexicon.decades);
  load.table("time_words.tsv", 3, [&](const PackRow& row) { return add_time_word(lexicon, row); });
  load.table("time_units.tsv", 4, [&](const PackRow& row) { return add_time_unit(lexicon, row); });
  load.table("seasons.tsv", 2,
             [&](const PackRow& row) { return lexicon.seasons[row[0]] = row[1], true; });
  load.choices<TimeModifier>("span_heads.tsv", lexicon.span_heads,
                             {{"start", TimeModifier::start},
                              {"mid", TimeModifier::mid},
                              {"end", TimeModifier::end},
                              {"none", TimeModifier::none}});
  load.table("feasts.tsv", 3, [&](const PackRow& row) {
    const auto number = [](const std::string& field) {
      return field.empty() ? std::nullopt : std::optional(static_cast<int>(to_number(field)));
    };
    add_phrase(lexicon.feasts, row[0], Feast{number(row[1]), number(row[2])});
    return true;
  });
  longest_first(lexicon.feasts);
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
  load.table("tagged_lemmas.tsv", 3, [&](const PackRow& row) {
    return lexicon.tagged_lemmas[row[0] + " " + row[1]] = row[2], true;
  });
  load.words("proper_adjectives.tsv", lexicon.proper_adjectives);
  load.table("word_roles.tsv", 2, [&](const PackRow& row) {
    const auto role = parse_word_role(row[1]);
    if (role) lexicon.roles.add(row[0], *role);
    return role.has_value();
  });
  load_numbers(load, lexicon);
  load_times(load, lexicon);
  load_people(load, lexicon);
  if (load.error()) return tl::unexpected(*load.error());
  return lexicon;
}

}  // namespace counterpoint::annotation
