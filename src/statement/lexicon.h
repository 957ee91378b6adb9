// SPDX-License-Identifier: Apache-2.0
// The statement pack of one language, loaded from packs/<lang>/statement/*.tsv into look-up tables.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "counterpoint/statement.h"
#include "statement/exhibit_words.h"

namespace counterpoint::statement {

// A verb that introduces what somebody says. Frames say what its content may be.
struct CueVerb {
  Act act = Act::state;
  bool clause = false;       // "said that ..."
  bool quotation = false;    // said: "..."
  bool follows = false;      // "..., she said"
  bool object = false;       // "denied the report"
  bool infinitive = false;   // "refused to acknowledge ..."
  bool addressee = false;    // its object is a person: "told the agency", "accused the army"
  bool subjunctive = false;  // "insisted that the army leave" demands
  bool count = false;        // "counted 31 bodies": its object holds a number
  bool tally = false;        // "put the toll at 31": its object is a word for a number
  std::vector<std::string> prepositions;  // "called for calm": of the noun that is the content
  Certainty certainty = Certainty::unknown;
};

struct ActPhrase {
  std::string phrase;  // folded, words separated by one space
  bool in_content = true;
  std::optional<Act> act;
  Certainty certainty = Certainty::unknown;
};

struct MeasureVerb {
  std::string measure;
  bool counts_subject = false;         // "120 fled"
  bool counts_object = false;          // "killed 120", and the passive's subject
  std::vector<std::string> particles;  // the words that stand with it: "shot dead", "let 20 go"
};

struct MeasureNoun {
  std::string measure;
  bool strong = false;  // "120 deaths" whatever the verb
};

// What is said of the counted behind them or behind a linking verb: "in custody", "on board".
struct MeasureState {
  std::string measure;
  bool beside = false;            // what befell them may be told as well: "all 11 on board died"
  std::vector<std::string> rest;  // the words behind its first
};

// By first word, the longest phrase first.
template <class Entry>
using PhrasesByWord = std::unordered_map<std::string, std::vector<Entry>>;

struct EventWord {
  std::string type;
  std::string mode;
  // A verb's meaning with its object ("lift sanctions"), by the object's lemma.
  std::unordered_map<std::string, std::pair<std::string, std::string>> with = {};
};

// What a small word does in a clause: the classes of function_words.tsv, where each is explained.
enum class WordClass {
  negation,
  no,
  article,
  definite,
  indefinite,
  another,
  possessive,
  first_person,
  person_pronoun,
  plural_pronoun,
  thing_pronoun,
  never_a_name,
  relative,
  toll,
  citing,
  seeming,
  reckoning,  // somebody's own number: "by the union's count"
  hearsay,
  clause_mark,
  contrast,
  infinitive_mark,
  agent,
  goal,
  maker,
  sayer,
  patient,
  of,
  future,
  hypothetical,
  cumulative,
  according,
  nobody,
  anybody,
  state,
  uncounted,
  tally,
  capacity,
  inclusion,
  attempt,
  part_of,
  claim,
  agency,
  saying,
  former,
  belonging,
  office_verb,
  changed_sides,
  naming,
  cited,  // in headlines: "... - police"
  condition,
  none_of,
  one_more,
  sample,
  unchanging,  // verbs whose past is their plain form: "hit"
  showing,     // things do it as well: "the market showed signs"
  meeting,
  label,  // before a colon and a number: "Injured: 21"
  taken,  // not claimed in words: "claimed 30 lives"
  pseudonym,
  quantifier,
  owner_pronoun,
  launch,
  plan
};

class FunctionWords {
 public:
  void add(WordClass kind, std::string word) { words_[kind].push_back(std::move(word)); }
  // `word` is lower case.
  [[nodiscard]] bool has(WordClass kind, std::string_view word) const;
  // Words and phrases of one class, in the order of the table.
  [[nodiscard]] const std::vector<std::string>& all(WordClass kind) const;

 private:
  std::map<WordClass, std::vector<std::string>> words_;
};

// Phrases mapped to a value; the longest that matches wins.
template <class Value>
using PhraseTable = std::map<std::string, Value, std::less<>>;

// A form of an outlet's name as the pack writes it, and the name.
struct OutletForm {
  std::string form;
  std::string name;
};

struct Lexicon {
  FunctionWords words;
  std::unordered_map<std::string, CueVerb> cue_verbs;
  std::unordered_map<std::string, Act> cue_nouns;
  std::unordered_map<std::string, Act> attitudes;  // cues where the model marks them
  std::vector<ActPhrase> act_phrases;
  std::vector<std::pair<std::string, Basis>> basis_phrases;
  // Phrases, "his" for any possessive pronoun, and the act of a cue they may stand behind.
  std::vector<std::pair<std::string, Act>> anonymity;
  PhraseTable<VoiceKind> voice_kinds;
  PhraseTable<OutletForm> outlets;           // by folded form
  PhrasesByWord<MeasureVerb> measure_verbs;  // of people, by lemma
  PhrasesByWord<MeasureVerb> thing_verbs;    // of buildings and vehicles, by lemma
  PhrasesByWord<MeasureState> measure_states;
  std::unordered_map<std::string, std::string> measures_before;  // "search for" -> missing
  // Loose measure -> lemma beside it, "*" for none, and what it means there.
  std::unordered_map<std::string, std::vector<std::pair<std::string, std::string>>> loose_measures;
  std::unordered_map<std::string, MeasureNoun> measure_nouns;
  std::unordered_map<std::string, FigureStatus> figure_status;
  std::unordered_set<std::string> settlements;
  std::unordered_set<std::string> things;  // buildings and vehicles
  std::unordered_map<std::string, Civilian> groups;
  std::unordered_map<std::string, EventWord> event_verbs;
  std::unordered_map<std::string, EventWord> event_nouns;
  std::unordered_map<std::string, VoiceKind> neutral_heads;
  std::unordered_set<std::string> document_nouns;
  std::unordered_set<std::string> media_nouns;
  std::unordered_set<std::string> outlet_heads;  // last words of outlets' names, lower case
  std::unordered_set<std::string> companies;     // lemmas
  std::unordered_set<std::string> bodies;        // lemmas
  std::unordered_map<std::string, std::string>
      demonyms;  // folded adjective or people -> country name
  ExhibitWords exhibits;
  std::unordered_set<std::string> weapons;  // lemmas

  // Errors: pack.missing, pack.encoding, pack.row (names table and row).
  [[nodiscard]] static Result<Lexicon> load(const std::filesystem::path& folder);
};

// Parsers of the words that packs and dossier.json use; nullopt for any other word.
[[nodiscard]] std::optional<Act> parse_act(std::string_view word);
[[nodiscard]] std::optional<VoiceKind> parse_voice_kind(std::string_view word);

}  // namespace counterpoint::statement
