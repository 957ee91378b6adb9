// SPDX-License-Identifier: Apache-2.0
#include "annotation/lexicon.h"

#include <algorithm>
#include <charconv>

#include "annotation/lexicon_tables.h"

namespace counterpoint::annotation {

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

namespace {

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

void load_words(PackLoader& load, Lexicon& lexicon) {
  load.choices<StopRule>("abbreviations.tsv", lexicon.abbreviations,
                         {{"never", StopRule::never},
                          {"may", StopRule::before_starter},
                          {"number", StopRule::unless_number}});
  load.words("starters.tsv", lexicon.starters);
  load.words("lost_breaks.tsv", lexicon.lost_breaks);
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

void load_people(PackLoader& load, Lexicon& lexicon) {
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

Result<Lexicon> load_lexicon(const std::filesystem::path& folder) {
  PackLoader load(folder);
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
