// SPDX-License-Identifier: Apache-2.0
// The tables of packs/<language>/annotation in memory. Loaded once, read by every rule of the
// stage.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotation/word_roles.h"
#include "annotation/word_tables.h"
#include "base/result.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

// When the stop of an abbreviation ends the sentence too.
enum class StopRule { never, before_starter, unless_number };

// A word without a border that is two syntactic words ("cannot").
struct Contraction {
  std::vector<std::size_t> parts;  // their bytes
  WordSet before;                  // only where one of these follows; empty: always
};

struct NumberWord {
  // glued: "m", "bn"; decade: "sixties"
  enum class Kind { unit, ten, hundred, scale, glued, dozen, decade };
  double value = 0;
  Kind kind = Kind::unit;
};

// A phrase of the pack with what it stands for: "several hundred" with the least number meant.
template <class T>
struct Phrase {
  std::vector<std::string> words;
  T value{};
};

// What a vague word means: that number or more, or about it.
struct VagueAmount {
  double value = 0;
  bool about = false;
};

// What the words before (or after) a number say about it.
enum class Effect {
  at_least,  // "at least", "more than", "over": min
  at_most,   // "at most", "up to": max
  nearly,    // "nearly", "close to": max, approximate
  about,     // "about", "some": approximate
  hedge,     // "perhaps": approximate, or nothing before another modifier
  none       // "a total of": no effect
};

// Words of time expressions by their part in them; packs/en/annotation/time_words.tsv explains
// each.
enum class TimeClass {
  day,
  part,
  daypart,
  daypart_clock,
  deictic,
  back,
  forth,
  back_text,
  forth_text,
  set,
  set_word,
  part_mod,
  length_mod,
  length_part,
  length_word,
  one,
  rate,
  measure,
  vague,
  vague_adj,
  vague_noun,
  in_text,
  weekend,
  since,
  until,
  before,
  after,
  about
};

struct TimeWord {
  TimeClass kind = TimeClass::vague;
  int offset = 0;    // day, part, deictic, in_text; -1 past, 0 present, 1 future: vague classes
  std::string code;  // daypart "NI"; daypart_clock "T12:00"; part_mod "start"
};

// A unit of time: how many of `unit` it lasts; 0 when less than an hour. `letter` is its own sign
// in a TIMEX3 length, with a T before those of the clock: "D", "TM", "E".
struct UnitOfTime {
  TimeUnit unit = TimeUnit::day;
  int length = 1;
  std::string letter;
};

// A feast's day. No month: it moves, or differs from country to country; no day: only the month is
// sure.
struct Feast {
  std::optional<int> month, day;
};

// What a pronoun says about the one it stands for.
enum class PronounUse { plain, possessive, reflexive, pointing };  // pointing: "this" alone
enum class GrammaticalNumber { any, singular, plural };

struct PronounWord {
  int person = 3;
  GrammaticalNumber number = GrammaticalNumber::any;
  Gender gender = Gender::unknown;
  bool thing = false;  // "it": not used of people
  PronounUse use = PronounUse::plain;
};

struct Lexicon {
  WordRoles roles;

  // sentences and tokens
  WordMap<StopRule> abbreviations;  // with their stop, as written
  WordMap<double> end_weights;      // feature of a gap -> weight; packs/en/sentence_ends
  WordSet emoticons;
  WordSet starters;
  WordSet lost_breaks;
  WordSet speech_verbs;
  WordSet kept_prefixes, kept_suffixes;  // not split at the hyphen
  WordSet glued_units;
  WordSet apostrophe_words;
  std::vector<std::string> clitics;  // longest first
  WordMap<Contraction> contractions;
  WordSet file_endings;  // "doc"

  // lemmas: irregular form -> lemma, by word class
  WordMap<std::string> verbs, nouns, adjectives;
  WordMap<std::string> tagged_lemmas;  // "form TAG" -> lemma; before the others
  WordSet proper_adjectives;           // "Syrian"

  // numbers
  WordMap<NumberWord> numbers;
  WordMap<double> ordinals, fractions;
  std::vector<Phrase<VagueAmount>> vague;  // longest first, as all phrases
  std::vector<Phrase<double>> vague_fractions;
  std::vector<Phrase<Effect>> before, after;  // modifiers before and behind a number
  WordMap<QuantityKind> units;
  WordSet version_heads;  // "phase", "flight", "level": the number behind is a name
  WordSet currencies;
  WordMap<std::string> states;  // "killed" -> "kill"; empty for "dead"
  WordSet state_verbs;          // the lemmas of states
  std::vector<Phrase<bool>> ordinal_idioms;
  std::vector<Phrase<bool>> one_phrases;
  WordSet one_idioms, no_idioms, telling_verbs;  // words that make "one", "no" count nothing
  WordSet compound_measures;                     // "three-storey" counts nothing
  WordSet calibre_heads;                         // "mortar": 60mm is its calibre
  WordSet number_names;                          // "737"

  // times
  WordMap<int> months, weekdays, decades;  // "eighties" -> 1980
  WordMap<UnitOfTime> time_units;
  WordMap<std::vector<TimeWord>> time_words;
  WordMap<std::string> seasons;      // "summer" -> "SU"
  WordMap<TimeModifier> span_heads;  // "the end" of May
  std::vector<Phrase<Feast>> feasts;
  WordSet future_auxiliaries, future_heads;  // lemmas: "will"; "due" to be held
  WordMap<std::string> zones;                // name -> "Z", "+01:00"; empty where it is ambiguous

  // people
  WordMap<Gender> titles;   // "mr." and "mr"; unknown for "dr"
  WordMap<Gender> genders;  // "woman", "father"
  WordSet groups;           // singular nouns that "they" can mean: "army", "police"
  WordMap<MentionType> noun_types;
  WordSet person_nouns;  // beside those of noun_types
  WordMap<PronounWord> pronouns;
  WordMap<std::array<double, 4>> pronoun_weights;  // circumstance -> he, it, they, this
};

// The entry of `word` with the class `kind`, or nullptr.
[[nodiscard]] const TimeWord* find_time_word(const Lexicon& lexicon, std::string_view word,
                                             TimeClass kind);

// Reads every table of `folder` (packs/en/annotation) and of sentence_ends beside it.
// Errors: pack.missing, pack.encoding, pack.row (a value that the table does not know; names it).
[[nodiscard]] Result<Lexicon> load_lexicon(const std::filesystem::path& folder);

}  // namespace counterpoint::annotation
