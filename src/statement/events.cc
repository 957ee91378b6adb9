// SPDX-License-Identifier: Apache-2.0
#include "statement/events.h"
#include "statement/word_order.h"

#include <algorithm>
#include <array>

#include "statement/attribution.h"
#include "statement/figures.h"
#include "statement/phrase.h"

namespace counterpoint::statement {
namespace {

constexpr std::array<std::string_view, 3> kIntransitive{"death", "flight", "defection"};

class EventFinder {
 public:
  EventFinder(const Tree& tree, const Lexicon& lexicon, const std::vector<Statement>& statements)
      : tree_(tree), lexicon_(lexicon), statements_(statements) {}

  std::vector<Event> run() {
    for (TokenIndex i = 0; i < tree_.size(); ++i) {
      const Upos upos = tree_.token(i).upos;
      const auto& table = upos == Upos::VERB ? lexicon_.event_verbs : lexicon_.event_nouns;
      if (upos != Upos::VERB && upos != Upos::NOUN) continue;
      const auto word = table.find(tree_.token(i).lemma);
      if (word != table.end()) take(i, meaning(i, word->second));
    }
    return std::move(events_);
  }

 private:
  // What the verb means with its object, else alone; a type that is empty: nothing.
  EventWord meaning(TokenIndex verb, const EventWord& word) const {
    if (!word.type.empty() && word.with.empty()) return word;
    TokenIndex object = tree_.child(verb, {"obj"});
    if (object < 0) object = tree_.child(verb, {"nsubj:pass"});
    const auto with = object < 0 ? word.with.end() : word.with.find(tree_.token(object).lemma);
    // The table made by hand knows the verb alone and wins, as it does over the whole word.
    if (with == word.with.end() || !word.mode.empty()) return word;
    return {with->second.first, with->second.second};
  }

  void take(TokenIndex trigger, const EventWord& word) {
    if (word.type.empty()) return;
    const std::int64_t statement = innermost_statement(statements_, tree_.token(trigger).span);
    if (statement < 0) return;
    const Statement& told = statements_[static_cast<std::size_t>(statement)];
    Event event;
    event.statement = static_cast<std::uint32_t>(statement);
    event.trigger = tree_.token(trigger).span;
    event.type = word.type;
    event.mode = word.mode;
    if (tree_.token(trigger).upos == Upos::VERB) {
      take_verb_roles(trigger, event);
    } else {
      take_noun_roles(trigger, event);
    }
    take_weapons(trigger, event);
    for (Actor& actor : event.actors) actor.responsibility = responsibility(told);
    event.negated = is_negated(trigger) || told.act == Act::deny;
    event.modality = modality(trigger, told);
    event.time_expression = time_of(trigger, told);
    events_.push_back(std::move(event));
  }

  Actor actor(TokenIndex head) const {
    // "civilians who were arrested": the noun, not the pronoun for it.
    if (is_relative(tree_, head) && head > 0 && is_noun(tree_, head - 1)) --head;
    const NounPhrase phrase = noun_phrase(tree_, head);
    return {std::string(tree_.text(phrase.core)), phrase.core, Responsibility::unstated, {}};
  }

  // Passive without a subject of its own ("were ambushed and killed") borrows the conjunct's.
  TokenIndex passive_subject(TokenIndex verb) const {
    for (int steps = 0; verb >= 0 && steps < 4; ++steps) {
      if (const TokenIndex s = tree_.child(verb, {"nsubj:pass"}); s >= 0) return s;
      if (!tree_.is(verb, {"conj", "xcomp"})) return -1;
      verb = tree_.head(verb);
    }
    return -1;
  }

  void take_verb_roles(TokenIndex verb, Event& event) const {
    const bool passive =
        tree_.token(verb).xpos == "VBN" && (passive_subject(verb) >= 0 || tree_.is(verb, {"acl"}));
    const TokenIndex object = tree_.child(verb, {"obj"});
    if (object >= 0) event.recipients.push_back(actor(object));
    if (passive) {
      const TokenIndex patient =
          passive_subject(verb) >= 0 ? passive_subject(verb) : tree_.head(verb);
      if (object < 0 && patient >= 0) event.recipients.push_back(actor(patient));
      for (const TokenIndex c : tree_.children(verb)) {
        if (tree_.is(c, {"obl"}) && tree_.has_child_word(c, WordClass::agent)) {
          event.actors.push_back(actor(c));
        }
      }
      return;
    }
    const TokenIndex subject = subject_of(tree_, verb);
    if (subject < 0) return;
    const bool suffers =
        std::find(kIntransitive.begin(), kIntransitive.end(), event.mode) != kIntransitive.end() ||
        event.type == "DISASTER";
    (suffers ? event.recipients : event.actors).push_back(actor(subject));
  }

  // "the killing of protesters by troops", "the army's siege of the town"
  void take_noun_roles(TokenIndex noun, Event& event) const {
    for (const TokenIndex c : tree_.children(noun)) {
      if (tree_.is(c, {"nmod:poss"})) event.actors.push_back(actor(c));
      if (!tree_.is(c, {"nmod"}) || tree_.is(c, {"nmod:poss"})) continue;
      if (tree_.has_child_word(c, WordClass::agent)) event.actors.push_back(actor(c));
      if (tree_.has_child_word(c, WordClass::patient)) event.recipients.push_back(actor(c));
    }
  }

  bool is_weapon(TokenIndex i) const {
    return tree_.token(i).upos == Upos::NOUN && lexicon_.weapons.contains(tree_.token(i).lemma);
  }

  void add_weapon(TokenIndex i, Event& event) const {
    const std::string& lemma = tree_.token(i).lemma;
    auto& weapons = event.weapons;
    if (std::find(weapons.begin(), weapons.end(), lemma) == weapons.end()) weapons.push_back(lemma);
    for (const TokenIndex c : tree_.children(i)) {
      if (tree_.is(c, {"conj"}) && is_weapon(c)) add_weapon(c, event);
    }
  }

  // "killed with machetes", "hit by a missile", "a rocket struck", "used mortars to shell": no
  // weapon is an actor.
  void take_weapons(TokenIndex trigger, Event& event) const {
    if (event.type == "DISASTER" || event.type == "HEALTH") return;
    for (const TokenIndex c : tree_.children(trigger)) {
      const bool beside = tree_.is(c, {"obl", "nsubj", "nmod", "compound"}) ||
                          (tree_.is(c, {"obj"}) && is_launched(trigger));
      if (beside && !tree_.is(c, {"nsubj:pass"}) && is_weapon(c)) add_weapon(c, event);
    }
    const auto weapon = [&](const Actor& actor) {
      const auto [first, last] = tree_.tokens_in(actor.span);
      return last > first && is_weapon(last - 1);
    };
    std::erase_if(event.actors, weapon);
    if (is_launched(trigger)) std::erase_if(event.recipients, weapon);
  }

  // "fired rockets": its object is what it is done with.
  bool is_launched(TokenIndex verb) const {
    return tree_.is_word(verb, WordClass::launch) ||
           tree_.words().has(WordClass::launch, tree_.token(verb).lemma);
  }

  static Responsibility responsibility(const Statement& told) {
    if (told.act == Act::deny) return Responsibility::denied;
    if (told.speech == Speech::narration) return Responsibility::unstated;
    return told.act == Act::admit ? Responsibility::admitted : Responsibility::alleged;
  }

  bool is_negated(TokenIndex verb) const {
    return tree_.has_child_word(verb, WordClass::negation) ||
           tree_.has_child_word(verb, WordClass::no);
  }

  Modality modality(TokenIndex verb, const Statement& told) const {
    if (told.act == Act::predict || told.act == Act::pledge || told.act == Act::threaten) {
      return Modality::future;
    }
    if (told.act == Act::demand) return Modality::hypothetical;
    // "plan to attack", "a threat to bomb": what is only meant to be done.
    const TokenIndex above = tree_.head(verb);
    const bool meant = tree_.is(verb, {"xcomp", "acl", "ccomp"}) && above >= 0 &&
                       tree_.has_child_word(verb, WordClass::infinitive_mark) &&
                       tree_.words().has(WordClass::plan, tree_.token(above).lemma);
    if (meant) return Modality::future;
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_.is_word(c, WordClass::future)) return Modality::future;
      if (tree_.is_word(c, WordClass::hypothetical)) return Modality::hypothetical;
    }
    return Modality::actual;
  }

  // Lengths, repeated times, and words such as "now", "soon" and "the year". "Recently" and "a year
  // earlier" do tell a time, though no day: what hangs on them has no other.
  static bool tells_no_time(const TimeExpression& time) {
    if (time.type == TimexType::set || time.type == TimexType::duration) return true;
    return time.form == TimeForm::vague && !time.in_text && time.reference != TimeReference::past;
  }

  // The time expression nearest to the trigger inside the statement.
  std::optional<std::uint32_t> time_of(TokenIndex trigger, const Statement& told) const {
    const auto& times = tree_.annotation().times;
    const Span& at = tree_.token(trigger).span;
    std::optional<std::uint32_t> best;
    std::uint32_t best_distance = UINT32_MAX;
    auto i = std::lower_bound(
        times.begin(), times.end(), told.sentence.begin,
        [](const TimeExpression& t, std::uint32_t offset) { return t.span.begin < offset; });
    for (; i != times.end() && i->span.begin < told.sentence.end; ++i) {
      if (tells_no_time(*i)) continue;
      const std::uint32_t distance =
          i->span.begin > at.begin ? i->span.begin - at.begin : at.begin - i->span.begin;
      if (distance >= best_distance) continue;
      best_distance = distance;
      best = static_cast<std::uint32_t>(i - times.begin());
    }
    return best;
  }

  const Tree& tree_;
  const Lexicon& lexicon_;
  const std::vector<Statement>& statements_;
  std::vector<Event> events_;
};

}  // namespace

std::vector<Event> find_events(const Tree& tree, const Lexicon& lexicon,
                               const std::vector<Statement>& statements) {
  return EventFinder(tree, lexicon, statements).run();
}

}  // namespace counterpoint::statement
