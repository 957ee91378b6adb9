// SPDX-License-Identifier: Apache-2.0
#include "statement/figure_measure.h"

#include <algorithm>

#include "statement/figure_verbs.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// How far from a number the noun may stand whose number it is.
constexpr TokenIndex kTallyReach = 16;
// How far before a number the word may stand by which it is only tried: "trying to rescue 12".
constexpr TokenIndex kAttemptReach = 6;
// How far behind a bare number the meeting may be named: "90,000 at the May Day march".
constexpr TokenIndex kMeetingReach = 6;
// How far behind the counted a state that describes them may begin: "people still in custody".
constexpr TokenIndex kStateReach = 3;

// "held" is arrested by the police and captured by kidnappers: what the other words of the sentence
// say.
bool is_attempted(const FigureWords& words, const Counted& counted);

std::string settled(const FigureWords& words, const Counted& counted, const std::string& measure) {
  const auto meanings = words.lexicon().loose_measures.find(measure);
  if (meanings == words.lexicon().loose_measures.end()) return measure;
  const Tree& tree = words.tree();
  const std::size_t own = tree.sentence_of(counted.head());
  // The sentence before says who it is all about.
  const Sentence& from = tree.annotation().sentences[own > 0 ? own - 1 : own];
  const Sentence& sentence = tree.annotation().sentences[own];
  for (const auto& [lemma, meaning] : meanings->second) {
    bool stands = lemma == "*" || (lemma == "!" && is_attempted(words, counted));
    for (TokenIndex i = from.first; i < sentence.last && !stands; ++i) {
      stands = tree.token(i).lemma == lemma;
    }
    if (stands) return meaning == measure ? meaning : settled(words, counted, meaning);
  }
  return measure;
}

// Whether words before the number in its clause say that something is only tried.
bool is_attempted(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  for (TokenIndex i = counted.first - 1; i >= 0 && i >= counted.first - kAttemptReach; --i) {
    if (tree.word(i) == "," || words.ends_clause(i)) return false;
    if (tree.words().has(WordClass::attempt, tree.token(i).lemma)) return true;
  }
  return false;
}

class MeasureReader {
 public:
  MeasureReader(const FigureWords& words, const Counted& counted, const std::string& before)
      : words_(words), tree_(words.tree()), c_(counted), before_(before) {}

  MeasureReading run() const {
    const MeasureNoun* noun = c_.noun >= 0 ? words_.noun(c_.noun) : nullptr;
    if (noun && noun->strong) return {noun->measure, {}};
    if (is_population()) return {"population", {}};
    if (is_asked() || words_.is_capacity(c_) || c_.kind == CountedKind::other || is_age())
      return {};
    if (std::string label = from_label(); !label.empty()) return {label, {}};
    if (std::string state = from_next_word(); !state.empty()) return {state, {}};
    if (std::string owned = from_act(); !owned.empty()) return {owned, {}};
    if (std::string told = words_.before(c_); !told.empty() && told != "present") return {told, {}};
    if (is_whole(words_, c_)) return {whole(noun), {}};
    if (predicate_noun(words_, c_) >= 0 && !before_.empty()) return {before_, {}};
    if (is_degree() && !verb_behind(words_, c_).decided) {
      if (const MeasureState* degree = words_.state(c_.end)) return {degree->measure, {}};
      if (!before_.empty()) return {before_, {}};
    }
    if (is_appended()) return {before_, {}};
    const VerbReading verb = from_verbs();
    const MeasureState* state = state_behind();
    const bool happened = !verb.measure.empty() && verb.measure != "present";
    // "left one dead and 20 with injuries"
    const bool close = state && words_.state(c_.end) == state && !state->beside;
    if (happened && !(close && !verb_behind(words_, c_).decided)) {
      return {verb.measure, beside(state, verb)};
    }
    if (state) return {state->measure, {}};
    if (std::string below = from_modifier(); !below.empty()) return {below, {}};
    const bool named = noun && noun->measure != verb.measure;  // "three survivors gathered"
    if (!verb.measure.empty() && !named) return {verb.measure, {}};
    return {without_verb(noun, verb.decided), {}};
  }

 private:
  // "all 11 on board died", but "killing all 11 on board"
  std::string beside(const MeasureState* state, const VerbReading& verb) const {
    const bool subject = verb_behind(words_, c_).measure == verb.measure;
    return state && state->beside && subject && words_.state(c_.end) == state ? state->measure
                                                                              : std::string();
  }

  // "Injured: 21"
  std::string from_label() const {
    const TokenIndex label = c_.first - 2;
    if (c_.noun >= 0 || label < 0 || tree_.word(label + 1) != ":") return {};
    if (!tree_.is_word(label, WordClass::label)) return {};
    if (const MeasureNoun* noun = words_.noun(label)) return noun->measure;
    if (const MeasureState* state = words_.state(label)) return state->measure;
    const MeasureVerb* verb = words_.verb(label, CountedKind::people);
    return verb ? verb->measure : std::string();
  }

  // "the release of eight commanders", "the bodies of 11 migrants"
  std::string from_act() const {
    if (c_.first < 2 || !tree_.is_word(c_.first - 1, WordClass::of)) return {};
    const MeasureNoun* noun = words_.noun(c_.first - 2);
    return noun && noun->strong ? noun->measure : std::string();
  }

  // "12 people, including seven women", "eight were killed, five women and three children": what
  // befell those before, unless a verb of their own follows ("one of whom died").
  bool is_appended() const {
    if (before_.empty() || verb_behind(words_, c_).decided || state_behind()) return false;
    // "police detained five of them"
    const bool object = c_.first > 0 && tree_.token(c_.first - 1).upos == Upos::VERB;
    if (object && !verb_before(words_, c_).measure.empty()) return false;
    if (is_included(words_, c_)) return true;
    const TokenIndex link = c_.first - 1;
    if (link < 1 || c_.noun < 0) return false;
    const bool dash = tree_.word(link) == ":" || tree_.word(link) == "–" || tree_.word(link) == "—";
    return dash && is_quantity(tree_, link - 2);
  }

  // "14 injured, four critically"
  bool is_degree() const {
    return c_.noun < 0 && c_.end < tree_.size() && tree_.token(c_.end).upos == Upos::ADV;
  }

  // "nine of them under ten"
  bool is_age() const {
    const TokenIndex before = c_.first - 1;
    return c_.noun < 0 && before > 0 && tree_.is_word(before, WordClass::inclusion) &&
           tree_.is_word(before - 1, WordClass::of) && is_quantity(tree_, before - 2);
  }

  // "12 people in custody", "some 80, mostly in intensive care, still inside"
  const MeasureState* state_behind() const {
    if (const MeasureState* state = words_.state_in(c_.end, c_.end + kStateReach)) return state;
    if (c_.end >= tree_.size() || tree_.word(c_.end) != ",") return nullptr;
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(c_.head())];
    for (TokenIndex i = c_.end + 1; i + 1 < sentence.last; ++i) {
      if (tree_.word(i) == ",") return words_.state_in(i + 1, i + 1 + kStateReach);
      if (words_.ends_clause(i) || is_finite(tree_, i)) return nullptr;
    }
    return nullptr;
  }

  std::string whole(const MeasureNoun* noun) const {
    if (is_of_place()) return "population";
    if (const MeasureState* state = words_.state_in(c_.end, c_.end + kStateReach)) {
      return state->measure;
    }
    if (std::string below = from_modifier(); !below.empty()) return below;
    if (std::string attribute = from_attribute(); !attribute.empty()) return attribute;
    if (noun) return noun->measure;
    return is_plain_people() ? "present" : std::string();
  }

  // "of the TOWN'S 12,000 people", "of MINDAT'S 12,000 people"
  bool is_of_place() const {
    const TokenIndex mark = c_.first - 1;
    if (mark < 1 || tree_.token(mark).xpos != "POS") return false;
    if (words_.lexicon().settlements.contains(tree_.token(mark - 1).lemma)) return true;
    const std::int32_t m = tree_.mention_at(mark - 1);
    const auto& mentions = tree_.annotation().mentions;
    return m >= 0 && mentions[static_cast<std::size_t>(m)].type == MentionType::place;
  }

  // In the order in which they err least.
  VerbReading from_verbs() const {
    if (!tree_.annotation().parsed) return {};
    bool decided = false;
    for (const auto& read : {verb_behind, verb_before, verb_above}) {
      VerbReading found = read(words_, c_);
      if (!found.measure.empty()) return found;
      decided = decided || found.decided;
      if (decided) break;
    }
    return {{}, decided};
  }

  std::string without_verb(const MeasureNoun* noun, bool decided) const {
    if (std::string owned = from_owner(); !owned.empty()) return owned;
    if (std::string told = words_.before(c_); !told.empty()) return told;
    if (std::string attribute = from_attribute(); !attribute.empty()) return attribute;
    const bool bare = c_.noun < 0 || tree_.is_word(c_.noun, WordClass::uncounted);
    if (bare && !decided) {
      if (std::string tally = from_tally(); !tally.empty()) return tally;
    }
    if (std::string meeting = from_meeting(); !meeting.empty() && !decided) return meeting;
    // "who at 77 is ...": an age, where the figure before only tells that people are there.
    const bool age = before_ == "present" && c_.first > 0 && tree_.lower(c_.first - 1) == "at" &&
                     tree_.word(c_.number).size() < 3;
    if (is_included(words_, c_) || (bare && !decided && !age)) {
      if (!before_.empty()) return before_;
    }
    if (noun) return noun->measure;
    if (bare && c_.noun < 0 && !decided) return from_clause_before();
    if (std::string toll = from_toll_put(); !toll.empty()) return toll;
    const bool acts = !tree_.is(c_.noun < 0 ? c_.number : c_.noun, {"obj", "iobj"});
    const bool there = acts && is_plain_people() && !is_known() && !speaks(words_, c_);
    return !decided && there ? "present" : std::string();
  }

  bool is_plain_people() const {
    if (c_.noun < 0 || !tree_.annotation().parsed || !words_.is_person(c_.noun)) return false;
    return tree_.token(c_.noun).xpos.ends_with("S");
  }

  // "a poll of 1,000 people"
  bool is_asked() const {
    const TokenIndex of = c_.first - 1;
    return of > 0 && tree_.is_word(of, WordClass::of) && tree_.is_word(of - 1, WordClass::sample);
  }

  // "the two presidents", "his three brothers", "a seven-member crew": somebody in particular.
  bool is_known() const {
    if (c_.number - c_.first > 0 || tree_.word(c_.number).find_first_of("0123456789") == 0)
      return false;
    const TokenIndex before = c_.first - 1;
    return before >= 0 && (tree_.is_word(before, WordClass::definite) ||
                           tree_.token(before).xpos == "PRP$" || tree_.token(before).xpos == "POS");
  }

  // "the town of 41,000 people", "home to 41,000 people", "population 5,200"
  bool is_population() const {
    const TokenIndex before = c_.first - 1;
    if (before < 1) return false;
    if (tree_.lower(before) == "to" && tree_.lower(before - 1) == "home") {
      return c_.noun >= 0 && tree_.lower(before - 2) != "been";
    }
    if (const MeasureNoun* noun = words_.noun(before); noun && noun->measure == "population") {
      return true;
    }
    if (c_.noun < 0) return false;
    const TokenIndex head = tree_.head(c_.noun);
    if (head < 0 || head > c_.noun || !tree_.is(c_.noun, {"nmod"})) return false;
    return words_.lexicon().settlements.contains(tree_.token(head).lemma) &&
           tree_.has_child_word(c_.noun, WordClass::of);
  }

  // "120 dead", "14 injured", "200 arrested"
  std::string from_next_word() const {
    TokenIndex next = c_.noun < 0 ? c_.number + 1 : c_.end;
    while (next + 1 < tree_.size() && tree_.token(next).upos == Upos::ADV) ++next;
    if (next >= tree_.size() || tree_.sentence_of(next) != tree_.sentence_of(c_.head())) return {};
    const auto noun = words_.lexicon().measure_nouns.find(tree_.lower(next));
    if (noun != words_.lexicon().measure_nouns.end() && tree_.is_word(next, WordClass::state)) {
      return noun->second.measure;
    }
    if (tree_.token(next).xpos != "VBN" && tree_.annotation().parsed) return {};
    const MeasureVerb* verb = words_.verb(next, c_.kind);
    return verb && verb->counts_object && verb->particles.empty() ? verb->measure : std::string();
  }

  // "120 people killed in the ambush", "the two engineers they have held", "men who had fled"
  std::string from_modifier() const {
    if (c_.noun < 0) return {};
    for (const TokenIndex i : tree_.children(c_.noun)) {
      if (i < c_.noun || !tree_.is(i, {"acl", "amod"})) continue;
      if (std::string found = of_modifier(i); !found.empty()) return found;
    }
    return {};
  }

  std::string of_modifier(TokenIndex i) const {
    const MeasureVerb* verb = words_.verb(i, c_.kind);
    if (!verb) return {};
    const TokenIndex subject = tree_.child(i, {"nsubj"});
    if (subject < 0) {
      const bool active = tree_.token(i).xpos == "VBG";
      if (tree_.child(i, {"obj"}) >= 0 && !verb->counts_subject) return {};
      return (active ? verb->counts_subject : verb->counts_object) ? verb->measure : std::string();
    }
    const bool passive = tree_.is(subject, {"nsubj:pass"});
    const bool own = is_relative(tree_, subject) && tree_.lower(subject) != "whom";
    return (own && !passive ? verb->counts_subject : verb->counts_object) ? verb->measure
                                                                          : std::string();
  }

  // "the release of eight commanders", "a crew of 11", "a bus with 33 pilgrims"
  std::string from_owner() const {
    const TokenIndex link = c_.first - 1;
    if (link < 1) return {};
    const TokenIndex owner = link - 1;
    if (tree_.is_word(link, WordClass::of)) {
      const MeasureNoun* noun = words_.noun(owner);
      return noun ? noun->measure : std::string();
    }
    const bool things = words_.lexicon().things.contains(tree_.token(owner).lemma);
    return tree_.lower(link) == "with" && things && c_.kind == CountedKind::people ? "present"
                                                                                   : std::string();
  }

  // "eight jailed commanders", "600 striking dockers"
  std::string from_attribute() const {
    for (TokenIndex i = c_.number + 1; i < c_.noun; ++i) {
      if (const MeasureState* state = words_.state(i); state && state->rest.empty()) {
        return state->measure;
      }
      if (tree_.token(i).upos != Upos::VERB) continue;
      if (const MeasureVerb* verb = words_.verb(i, c_.kind); verb && verb->particles.empty()) {
        return verb->measure;
      }
    }
    return {};
  }

  // "put the death toll at 1,297 civilians and 340 soldiers": what the toll counts they are.
  std::string from_toll_put() const {
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(c_.head())];
    bool at = false;
    for (TokenIndex i = c_.first - 1; i >= sentence.first; --i) {
      if (words_.ends_clause(i) || tree_.word(i) == ";") return {};
      at = at || tree_.lower(i) == "at" || tree_.lower(i) == "to";
      const MeasureNoun* noun = words_.noun(i);
      if (at && noun && noun->strong) return noun->measure;
    }
    return {};
  }

  std::string from_tally() const {
    const TokenIndex noun = tallied_noun(words_, c_);
    if (noun < 0) return {};
    if (const MeasureNoun* entry = words_.noun(noun)) return entry->measure;
    if (const MeasureState* state = words_.state(noun)) return state->measure;
    if (const MeasureState* state = words_.state_in(noun + 1, noun + 1 + kStateReach)) {
      return state->measure;
    }
    return {};
  }

  // "90,000 at Lisbon march"
  std::string from_meeting() const {
    if (c_.noun >= 0) return {};
    if (c_.end >= tree_.size() || tree_.token(c_.end).upos != Upos::ADP) return {};
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(c_.head())];
    for (TokenIndex i = c_.end + 1; i < std::min(sentence.last, c_.end + kMeetingReach); ++i) {
      if (!is_nominal(tree_, i)) break;
      if (tree_.is_word(i, WordClass::meeting)) return "present";
    }
    return {};
  }

  // "the death toll has risen to 159": the nearest measure word before the number in its sentence.
  std::string from_clause_before() const {
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(c_.head())];
    for (TokenIndex i = c_.first - 1; i >= sentence.first; --i) {
      if (const MeasureNoun* noun = words_.noun(i); noun && noun->strong) return noun->measure;
    }
    return {};
  }

  const FigureWords& words_;
  const Tree& tree_;
  const Counted& c_;
  const std::string& before_;
};

}  // namespace

MeasureReading measure_of(const FigureWords& words, const Counted& counted,
                          const std::string& before) {
  MeasureReading reading = MeasureReader(words, counted, before).run();
  reading.measure = settled(words, counted, reading.measure);
  if (reading.measure == "none") return {};
  // "two helicopters began moving the injured": what befalls people befalls no things.
  const std::string& measure = reading.measure;
  const bool of_things = measure == "destroyed" || measure == "damaged" || measure == "captured" ||
                         measure == "affected";
  if (counted.kind == CountedKind::things && counted.noun >= 0 && !of_things) return {};
  return reading;
}

// "of the TOWN'S 12,000": the first token of the owner right before the number; else `first`.
static TokenIndex behind_owner(const Tree& tree, TokenIndex first) {
  TokenIndex i = first;
  if (i < 2 || tree.token(i - 1).xpos != "POS") return first;
  for (i -= 2; i > 0 && is_noun(tree, i - 1); --i) {
  }
  return i;
}

bool is_whole(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  TokenIndex i = behind_owner(tree, counted.first) - 1;
  while (i >= 0 && tree.is_word(i, WordClass::article)) --i;
  if (i < 0 || !tree.is_word(i, WordClass::of)) return false;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(counted.head())];
  return i == sentence.first || tree.word(i - 1) == "," || tree.word(i - 1) == "\"" ||
         tree.token(i - 1).upos == Upos::CCONJ || is_quantity(tree, i - 1);
}

bool is_included(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  const auto included = [&](TokenIndex i) { return tree.is_word(i, WordClass::inclusion); };
  const TokenIndex behind = counted.number + 1;
  if (behind + 1 < tree.size() && tree.is_word(behind, WordClass::of) && included(behind + 1)) {
    return true;
  }
  // "among them two guards", "of whom 21", "including seven women"
  const TokenIndex before = counted.first - 1;
  return before >= 0 && included(before) &&
         (tree.lower(before) == "including" ||
          (before > 0 && tree.token(before - 1).upos == Upos::ADP));
}

TokenIndex predicate_noun(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  TokenIndex i = counted.end;
  if (counted.noun >= 0 || i + 1 >= tree.size() || tree.token(i).lemma != "be") return -1;
  for (++i; i < tree.size() && i < counted.end + 4; ++i) {
    if (tree.token(i).xpos == "NNS") return i;
    if (tree.token(i).upos != Upos::ADJ && tree.token(i).upos != Upos::NOUN) return -1;
  }
  return -1;
}

TokenIndex tallied_noun(const FigureWords& words, const Counted& counted) {
  const Tree& tree = words.tree();
  if (counted.noun >= 0 || counted.first < 1 || words.state(counted.end)) return -1;
  // "the toll rose to 31", "was above 30", "has reached 12"; not ", 24" and "and 24".
  const Upos link = tree.token(counted.first - 1).upos;
  const bool told = link == Upos::ADP || link == Upos::PART || link == Upos::AUX ||
                    link == Upos::VERB || link == Upos::ADV || link == Upos::SCONJ;
  if (!told) return -1;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(counted.head())];
  const TokenIndex last = std::max(sentence.first, counted.first - kTallyReach);
  for (TokenIndex i = counted.first - 1; i >= last; --i) {
    if (tree.word(i) == ";" || (words.ends_clause(i) && tree.lower(i) != "to")) return -1;
    const MeasureNoun* noun = words.noun(i);
    if (noun && (noun->strong || !is_quantity(tree, i - 1))) return i;
    const bool counted_behind_of =
        i >= 2 && tree.is_word(i - 1, WordClass::of) && tree.is_word(i - 2, WordClass::tally);
    if (counted_behind_of || (i > 0 && tree.lower(i) == "those")) return i;
  }
  return -1;
}

}  // namespace counterpoint::statement
