// SPDX-License-Identifier: Apache-2.0
// Number words, what stands around numbers, and what they count.
#include "annotation/lexicon_tables.h"

namespace counterpoint::annotation {

namespace {

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
void load_quantity_words(PackLoader& load, Lexicon& lexicon) {
  load.table("states.tsv", 2, [&](const PackRow& row) {
    const std::string verb = row[1] == "-" ? std::string() : row[1];
    lexicon.states[row[0]] = verb;
    if (!verb.empty()) lexicon.state_verbs.insert(verb);
    return true;
  });
  load.table("ordinal_idioms.tsv", 1, [&](const PackRow& row) {
    return add_phrase(lexicon.ordinal_idioms, row[0], true), true;
  });
  load.table("one_phrases.tsv", 1, [&](const PackRow& row) {
    return add_phrase(lexicon.one_phrases, row[0], true), true;
  });
  load.words("one_idioms.tsv", lexicon.one_idioms);
  load.words("no_idioms.tsv", lexicon.no_idioms);
  load.words("telling_verbs.tsv", lexicon.telling_verbs);
  load.words("compound_measures.tsv", lexicon.compound_measures);
  load.words("calibre_heads.tsv", lexicon.calibre_heads);
  load.words("person_nouns.tsv", lexicon.person_nouns);
  load.words("number_names.tsv", lexicon.number_names);
}

}  // namespace

void load_numbers(PackLoader& load, Lexicon& lexicon) {
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

}  // namespace counterpoint::annotation
