// SPDX-License-Identifier: Apache-2.0
// Words of time expressions.
#include "annotation/lexicon_tables.h"

namespace counterpoint::annotation {

namespace {

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

}  // namespace

void load_times(PackLoader& load, Lexicon& lexicon) {
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

}  // namespace counterpoint::annotation
