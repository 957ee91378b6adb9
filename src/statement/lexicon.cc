// SPDX-License-Identifier: Apache-2.0
#include "statement/lexicon.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>
#include <utility>

#include "base/pack.h"
#include "base/utf8.h"

namespace counterpoint::statement {
namespace {

template <class Value, std::size_t N>
std::optional<Value> look_up(const std::array<std::pair<std::string_view, Value>, N>& table,
                             std::string_view word) {
  for (const auto& [name, value] : table) {
    if (name == word) return value;
  }
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Act>, 14> kActs{{{"state", Act::state},
                                                                  {"deny", Act::deny},
                                                                  {"confirm", Act::confirm},
                                                                  {"disconfirm", Act::disconfirm},
                                                                  {"admit", Act::admit},
                                                                  {"retract", Act::retract},
                                                                  {"doubt", Act::doubt},
                                                                  {"accuse", Act::accuse},
                                                                  {"believe", Act::believe},
                                                                  {"decline", Act::decline},
                                                                  {"predict", Act::predict},
                                                                  {"pledge", Act::pledge},
                                                                  {"demand", Act::demand},
                                                                  {"threaten", Act::threaten}}};

constexpr std::array<std::pair<std::string_view, VoiceKind>, 12> kKinds{
    {{"official", VoiceKind::official},
     {"armed_group", VoiceKind::armed_group},
     {"opposition", VoiceKind::opposition},
     {"activist", VoiceKind::activist},
     {"witness", VoiceKind::witness},
     {"defector", VoiceKind::defector},
     {"analyst", VoiceKind::analyst},
     {"foreign_official", VoiceKind::foreign_official},
     {"igo", VoiceKind::igo},
     {"media", VoiceKind::media},
     {"reference", VoiceKind::reference},
     {"unknown", VoiceKind::unknown}}};

constexpr std::array<std::pair<std::string_view, Basis>, 8> kBases{
    {{"eyewitness", Basis::eyewitness},
     {"hearsay", Basis::hearsay},
     {"document", Basis::document},
     {"video", Basis::video},
     {"photo", Basis::photo},
     {"intercept", Basis::intercept},
     {"inference", Basis::inference},
     {"own_reporting", Basis::own_reporting}}};

constexpr std::array<std::pair<std::string_view, Civilian>, 3> kGroups{
    {{"civilian", Civilian::civilian},
     {"security", Civilian::security},
     {"combatant", Civilian::combatant}}};

constexpr std::array<std::pair<std::string_view, FigureStatus>, 3> kStatuses{
    {{"confirmed", FigureStatus::confirmed},
     {"estimate", FigureStatus::estimate},
     {"projection", FigureStatus::projection}}};

constexpr auto kWordClasses = std::to_array<std::pair<std::string_view, WordClass>>(
    {{"negation", WordClass::negation},
     {"no", WordClass::no},
     {"article", WordClass::article},
     {"definite", WordClass::definite},
     {"indefinite", WordClass::indefinite},
     {"another", WordClass::another},
     {"one_more", WordClass::one_more},
     {"label", WordClass::label},
     {"sample", WordClass::sample},
     {"unchanging", WordClass::unchanging},
     {"showing", WordClass::showing},
     {"meeting", WordClass::meeting},
     {"possessive", WordClass::possessive},
     {"first_person", WordClass::first_person},
     {"person_pronoun", WordClass::person_pronoun},
     {"plural_pronoun", WordClass::plural_pronoun},
     {"thing_pronoun", WordClass::thing_pronoun},
     {"never_a_name", WordClass::never_a_name},
     {"relative", WordClass::relative},
     {"toll", WordClass::toll},
     {"citing", WordClass::citing},
     {"seeming", WordClass::seeming},
     {"reckoning", WordClass::reckoning},
     {"hearsay", WordClass::hearsay},
     {"clause_mark", WordClass::clause_mark},
     {"contrast", WordClass::contrast},
     {"infinitive_mark", WordClass::infinitive_mark},
     {"agent", WordClass::agent},
     {"goal", WordClass::goal},
     {"maker", WordClass::maker},
     {"sayer", WordClass::sayer},
     {"patient", WordClass::patient},
     {"of", WordClass::of},
     {"future", WordClass::future},
     {"hypothetical", WordClass::hypothetical},
     {"cumulative", WordClass::cumulative},
     {"according", WordClass::according},
     {"nobody", WordClass::nobody},
     {"anybody", WordClass::anybody},
     {"state", WordClass::state},
     {"uncounted", WordClass::uncounted},
     {"tally", WordClass::tally},
     {"capacity", WordClass::capacity},
     {"inclusion", WordClass::inclusion},
     {"attempt", WordClass::attempt},
     {"part_of", WordClass::part_of},
     {"claim", WordClass::claim},
     {"agency", WordClass::agency},
     {"saying", WordClass::saying},
     {"former", WordClass::former},
     {"belonging", WordClass::belonging},
     {"office_verb", WordClass::office_verb},
     {"changed_sides", WordClass::changed_sides},
     {"naming", WordClass::naming},
     {"taken", WordClass::taken},
     {"none_of", WordClass::none_of},
     {"cited", WordClass::cited},
     {"condition", WordClass::condition},
     {"pseudonym", WordClass::pseudonym},
     {"quantifier", WordClass::quantifier},
     {"owner_pronoun", WordClass::owner_pronoun},
     {"launch", WordClass::launch},
     {"plan", WordClass::plan}});

constexpr std::array<std::pair<std::string_view, Certainty>, 3> kCertainties{
    {{"certain", Certainty::certain},
     {"probable", Certainty::probable},
     {"possible", Certainty::possible}}};

// Reads one table row by row; `use` returns false for a row that cannot be used.
template <class Use>
std::optional<Error> each_row(const std::filesystem::path& path, std::size_t columns, Use use) {
  const Result<std::vector<PackRow>> rows = read_table(path, columns);
  if (!rows) return rows.error();
  for (const PackRow& row : *rows) {
    if (!use(row)) {
      return fail("pack.row", "A row holds a word that its table does not know: " + row[0],
                  path.string(), "Compare the row with the header of the table.")
          .value();
    }
  }
  return std::nullopt;
}

std::optional<Error> load_function_words(const std::filesystem::path& folder, Lexicon& lexicon) {
  return each_row(folder / "function_words.tsv", 2, [&](const PackRow& row) {
    const std::optional<WordClass> kind = look_up(kWordClasses, row[1]);
    if (kind) lexicon.words.add(*kind, row[0]);
    return kind.has_value();
  });
}

// Words between spaces.
std::vector<std::string> words_in(const std::string& cell) {
  std::istringstream in(cell);
  return {std::istream_iterator<std::string>(in), {}};
}

std::optional<Error> load_cues(const std::filesystem::path& folder, Lexicon& lexicon) {
  auto error = each_row(folder / "cue_verbs.tsv", 5, [&](const PackRow& row) {
    const std::optional<Act> act = parse_act(row[1]);
    if (!act) return false;
    CueVerb cue;
    cue.act = *act;
    const auto has = [&](char frame) { return row[2].find(frame) != std::string::npos; };
    cue.clause = has('c');
    cue.quotation = has('q');
    cue.follows = has('p');
    cue.object = has('o');
    cue.infinitive = has('i');
    cue.addressee = has('a');
    cue.subjunctive = has('s');
    cue.count = has('n');
    cue.tally = has('t');
    cue.prepositions = words_in(row[4]);
    cue.certainty = look_up(kCertainties, row[3]).value_or(Certainty::unknown);
    lexicon.cue_verbs.emplace(row[0], cue);
    return true;
  });
  if (error) return error;
  error = each_row(folder / "cue_nouns.tsv", 2, [&](const PackRow& row) {
    const std::optional<Act> act = parse_act(row[1]);
    if (act) lexicon.cue_nouns.emplace(row[0], *act);
    return act.has_value();
  });
  if (error) return error;
  error = each_row(folder / "attitudes.tsv", 2, [&](const PackRow& row) {
    const std::optional<Act> act = parse_act(row[1]);
    if (act) lexicon.attitudes.emplace(row[0], *act);
    return act.has_value();
  });
  if (error) return error;
  error = each_row(folder / "act_phrases.tsv", 4, [&](const PackRow& row) {
    const std::optional<Act> act = parse_act(row[2]);
    if (!act && !row[2].empty()) return false;
    lexicon.act_phrases.push_back({row[0], row[1] == "content", act,
                                   look_up(kCertainties, row[3]).value_or(Certainty::unknown)});
    return true;
  });
  if (error) return error;
  error = each_row(folder / "anonymity.tsv", 2, [&](const PackRow& row) {
    const std::optional<Act> act = parse_act(row[1]);
    if (act) lexicon.anonymity.emplace_back(row[0], *act);
    return act.has_value();
  });
  if (error) return error;
  return each_row(folder / "basis_phrases.tsv", 2, [&](const PackRow& row) {
    const std::optional<Basis> basis = look_up(kBases, row[1]);
    if (basis) lexicon.basis_phrases.emplace_back(row[0], *basis);
    return basis.has_value();
  });
}

std::optional<Error> load_voices(const std::filesystem::path& folder, Lexicon& lexicon) {
  auto error = each_row(folder / "voice_kinds.tsv", 2, [&](const PackRow& row) {
    const std::optional<VoiceKind> kind = parse_voice_kind(row[1]);
    if (kind) lexicon.voice_kinds.emplace(utf8::folded(row[0]), *kind);
    return kind.has_value();
  });
  if (error) return error;
  error = each_row(folder / "outlets.tsv", 1, [&](const PackRow& row) {
    const std::string name = row[0].substr(0, row[0].find('|'));
    for (std::size_t begin = 0; begin <= row[0].size();) {
      const std::size_t end = std::min(row[0].find('|', begin), row[0].size());
      const std::string form = row[0].substr(begin, end - begin);
      lexicon.outlets.emplace(utf8::folded(form), OutletForm{form, name});
      begin = end + 1;
    }
    return !name.empty();
  });
  if (error) return error;
  error = each_row(folder / "neutral_heads.tsv", 2, [&](const PackRow& row) {
    const std::optional<VoiceKind> kind = parse_voice_kind(row[1]);
    if (kind) lexicon.neutral_heads.emplace(row[0], *kind);
    return kind.has_value();
  });
  if (error) return error;
  error = each_row(folder / "document_nouns.tsv", 1, [&](const PackRow& row) {
    return lexicon.document_nouns.insert(row[0]).second;
  });
  if (error) return error;
  const auto load_words = [&](const char* table, std::unordered_set<std::string>& words) {
    return each_row(folder / table, 1,
                    [&](const PackRow& row) { return words.insert(row[0]).second; });
  };
  if ((error = load_words("media_nouns.tsv", lexicon.media_nouns))) return error;
  if ((error = load_words("outlet_heads.tsv", lexicon.outlet_heads))) return error;
  if ((error = load_words("companies.tsv", lexicon.companies))) return error;
  if ((error = load_words("bodies.tsv", lexicon.bodies))) return error;
  return each_row(folder / "demonyms.tsv", 2, [&](const PackRow& row) {
    lexicon.demonyms.emplace(utf8::folded(row[0]), row[1]);
    return !row[1].empty();
  });
}

// The words of a phrase behind its first.
std::vector<std::string> rest_of(const std::string& phrase) {
  std::vector<std::string> words;
  for (std::size_t at = phrase.find(' '); at != std::string::npos;) {
    const std::size_t next = phrase.find(' ', at + 1);
    words.push_back(phrase.substr(at + 1, next - at - 1));
    at = next;
  }
  return words;
}

template <class Entry>
void longest_first(PhrasesByWord<Entry>& phrases, std::vector<std::string> Entry::*words) {
  for (auto& [first, entries] : phrases) {
    std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
      return (a.*words).size() > (b.*words).size();
    });
  }
}

std::optional<Error> load_measures(const std::filesystem::path& folder, Lexicon& lexicon) {
  auto error = each_row(folder / "measures.tsv", 4, [&](const PackRow& row) {
    const std::string first = row[0].substr(0, row[0].find(' '));
    const bool subject = row[3] == "subject" || row[3] == "either";
    const bool object = row[3] == "object" || row[3] == "either";
    if (row[1] == "noun") {
      lexicon.measure_nouns.emplace(row[0], MeasureNoun{row[2], row[3] == "strong"});
    } else if (row[1] == "state") {
      lexicon.measure_states[first].push_back({row[2], row[3] == "beside", rest_of(row[0])});
    } else if (row[1] == "before") {
      lexicon.measures_before.emplace(row[0], row[2]);
    } else if (row[1] == "verb" || row[1] == "thing") {
      auto& verbs = row[1] == "verb" ? lexicon.measure_verbs : lexicon.thing_verbs;
      verbs[first].push_back({row[2], subject, object, rest_of(row[0])});
      return subject || object;
    } else {
      return false;
    }
    return true;
  });
  longest_first(lexicon.measure_verbs, &MeasureVerb::particles);
  longest_first(lexicon.thing_verbs, &MeasureVerb::particles);
  longest_first(lexicon.measure_states, &MeasureState::rest);
  return error;
}

// The table made by script comes second: a word that the one by hand knows is left as it is.
std::optional<Error> load_events(const std::filesystem::path& folder, Lexicon& lexicon) {
  auto error = each_row(folder / "events.tsv", 4, [&](const PackRow& row) {
    (row[1] == "verb" ? lexicon.event_verbs : lexicon.event_nouns)
        .emplace(row[0], EventWord{row[2], row[3]});
    return row[1] == "verb" || row[1] == "noun";
  });
  if (error) return error;
  error = each_row(folder / "events_plover.tsv", 5, [&](const PackRow& row) {
    if (row[4].empty()) {
      lexicon.event_verbs.emplace(row[0], EventWord{row[2], row[3]});
    } else {
      lexicon.event_verbs[row[0]].with.emplace(row[4], std::pair(row[2], row[3]));
    }
    return row[1] == "verb" && !row[2].empty();
  });
  if (error) return error;
  return each_row(folder / "weapons.tsv", 1,
                  [&](const PackRow& row) { return lexicon.weapons.insert(row[0]).second; });
}

std::optional<Error> load_figures_and_events(const std::filesystem::path& folder,
                                             Lexicon& lexicon) {
  auto error = load_measures(folder, lexicon);
  if (error) return error;
  error = each_row(folder / "measure_contexts.tsv", 3, [&](const PackRow& row) {
    lexicon.loose_measures[row[1]].emplace_back(row[0], row[2]);
    return !row[2].empty();
  });
  if (error) return error;
  error = each_row(folder / "things.tsv", 2,
                   [&](const PackRow& row) { return lexicon.things.insert(row[0]).second; });
  if (error) return error;
  error = each_row(folder / "figure_status.tsv", 2, [&](const PackRow& row) {
    const auto status = look_up(kStatuses, row[1]);
    if (status) lexicon.figure_status.emplace(row[0], *status);
    return status.has_value();
  });
  if (error) return error;
  error = each_row(folder / "settlements.tsv", 1,
                   [&](const PackRow& row) { return lexicon.settlements.insert(row[0]).second; });
  if (error) return error;
  error = each_row(folder / "groups.tsv", 2, [&](const PackRow& row) {
    const std::optional<Civilian> group = look_up(kGroups, row[1]);
    if (group) lexicon.groups.emplace(row[0], *group);
    return group.has_value();
  });
  if (error) return error;
  return load_events(folder, lexicon);
}

}  // namespace

std::optional<Act> parse_act(std::string_view word) {
  return look_up(kActs, word);
}

std::optional<VoiceKind> parse_voice_kind(std::string_view word) {
  return look_up(kKinds, word);
}

bool FunctionWords::has(WordClass kind, std::string_view word) const {
  const std::vector<std::string>& words = all(kind);
  return std::find(words.begin(), words.end(), word) != words.end();
}

const std::vector<std::string>& FunctionWords::all(WordClass kind) const {
  static const std::vector<std::string> kNone;
  const auto words = words_.find(kind);
  return words == words_.end() ? kNone : words->second;
}

Result<Lexicon> Lexicon::load(const std::filesystem::path& folder) {
  Lexicon lexicon;
  for (const auto load_part :
       {load_cues, load_function_words, load_voices, load_figures_and_events}) {
    if (auto error = load_part(folder, lexicon)) return tl::unexpected<Error>(*error);
  }
  Result<ExhibitWords> exhibits = ExhibitWords::load(folder);
  if (!exhibits) return tl::unexpected<Error>(exhibits.error());
  lexicon.exhibits = std::move(*exhibits);
  return lexicon;
}

}  // namespace counterpoint::statement
