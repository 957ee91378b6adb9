// SPDX-License-Identifier: Apache-2.0
#include "statement/figure_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// How far behind its verb a particle may stand: "took 18 suspected pirates off".
constexpr TokenIndex kParticleReach = 8;
// How far before a number a word of capacity may stand: "was built to carry up to".
constexpr TokenIndex kCapacityReach = 6;

// Whether the words stand side by side from token `i` on.
bool stand_at(const Tree& tree, TokenIndex i, const std::vector<std::string>& words) {
  for (std::size_t k = 0; k < words.size(); ++k) {
    const TokenIndex at = i + static_cast<TokenIndex>(k);
    if (at >= tree.size() || tree.lower(at) != words[k]) return false;
  }
  return true;
}

// "pick-ups" is a pick-up, "passers-by" are cut in three as well.
std::string lemma_of(const Tree& tree, TokenIndex noun) {
  std::string lemma = utf8::lower(tree.token(noun).lemma);
  // "two shopkeepers", tagged as one
  if (lemma == tree.lower(noun) && lemma.size() > 3 && lemma.ends_with("s") &&
      !lemma.ends_with("ss") && noun > 0 && is_quantity(tree, noun - 1)) {
    lemma.pop_back();
  }
  const bool hyphen = noun >= 2 && tree.word(noun - 1) == "-" &&
                      tree.token(noun - 1).span.end == tree.token(noun).span.begin;
  return hyphen ? tree.lower(noun - 2) + "-" + lemma : lemma;
}

// The type of the mention with this head; nullopt: none has.
std::optional<MentionType> type_of(const Tree& tree, TokenIndex head) {
  const auto& mentions = tree.annotation().mentions;
  const auto found = std::find_if(mentions.begin(), mentions.end(),
                                  [&](const Mention& m) { return m.head == head; });
  return found == mentions.end() ? std::nullopt : std::optional(found->type);
}

}  // namespace

const MeasureNoun* FigureWords::noun(TokenIndex i) const {
  auto entry = lexicon_.measure_nouns.find(tree_.token(i).lemma);
  if (entry == lexicon_.measure_nouns.end()) {
    entry = lexicon_.measure_nouns.find(utf8::lower(tree_.token(i).lemma));
  }
  return entry == lexicon_.measure_nouns.end() ? nullptr : &entry->second;
}

const MeasureVerb* FigureWords::longest(const std::vector<MeasureVerb>& entries,
                                        TokenIndex verb) const {
  for (const MeasureVerb& entry : entries) {
    if (entry.particles.empty()) return &entry;
    for (TokenIndex i = verb + 1; i <= verb + kParticleReach && i < tree_.size(); ++i) {
      if (stand_at(tree_, i, entry.particles)) return &entry;
      if (ends_clause(i) || tree_.token(i).upos == Upos::VERB) break;
    }
  }
  return nullptr;
}

const MeasureVerb* FigureWords::verb(TokenIndex i, CountedKind kind) const {
  const auto in = [&](const PhrasesByWord<MeasureVerb>& verbs) -> const MeasureVerb* {
    const auto entries = verbs.find(utf8::lower(tree_.token(i).lemma));
    return entries == verbs.end() ? nullptr : longest(entries->second, i);
  };
  if (kind == CountedKind::other) return nullptr;
  // "was shot and KILLED"
  const TokenIndex next = i + 2;
  if (next < tree_.size() && tree_.token(i + 1).upos == Upos::CCONJ &&
      tree_.token(next).upos == Upos::VERB && tree_.token(next).xpos == tree_.token(i).xpos) {
    const auto entries = lexicon_.measure_verbs.find(utf8::lower(tree_.token(next).lemma));
    const MeasureVerb* joined =
        entries == lexicon_.measure_verbs.end() ? nullptr : longest(entries->second, next);
    if (joined && joined->measure == "killed" && joined->counts_object) return joined;
  }
  if (kind == CountedKind::things) return in(lexicon_.thing_verbs);
  const MeasureVerb* found = in(lexicon_.measure_verbs);
  if (found || kind == CountedKind::people) return found;
  // "unions claim 90,000": said, not taken, where nothing tells what was.
  const auto cue = lexicon_.cue_verbs.find(utf8::lower(tree_.token(i).lemma));
  return cue != lexicon_.cue_verbs.end() && cue->second.clause ? nullptr : in(lexicon_.thing_verbs);
}

const MeasureState* FigureWords::state(TokenIndex i) const {
  const auto entries = lexicon_.measure_states.find(tree_.lower(i));
  if (entries == lexicon_.measure_states.end()) return nullptr;
  for (const MeasureState& entry : entries->second) {
    if (stand_at(tree_, i + 1, entry.rest)) return &entry;
  }
  return nullptr;
}

const MeasureState* FigureWords::state_in(TokenIndex first, TokenIndex last) const {
  for (TokenIndex i = first; i < last && i < tree_.size(); ++i) {
    if (ends_clause(i) || tree_.word(i) == ",") return nullptr;
    // A state before a noun is that noun's: "the dead driver".
    const bool attribute = i + 1 < tree_.size() && tree_.token(i + 1).upos == Upos::NOUN;
    const MeasureState* found = tree_.token(i).xpos == "VBD" ? nullptr : state(i);
    if (found && !(found->rest.empty() && attribute)) return found;
  }
  return nullptr;
}

bool FigureWords::is_person(TokenIndex noun) const {
  if (lexicon_.groups.contains(lemma_of(tree_, noun))) return true;
  return type_of(tree_, noun) == MentionType::person;
}

std::string FigureWords::before(const Counted& counted) const {
  TokenIndex i = counted.first - 1;
  while (i >= 0 && (tree_.token(i).upos == Upos::DET || tree_.token(i).xpos == "PRP$")) --i;
  if (i < 1) return {};
  const std::string phrase =
      utf8::lower(tree_.token(i - 1).lemma) + " " + utf8::lower(tree_.token(i).lemma);
  const auto found = lexicon_.measures_before.find(phrase);
  return found == lexicon_.measures_before.end() ? std::string() : found->second;
}

CountedKind FigureWords::kind_of(TokenIndex noun) const {
  if (noun < 0) return CountedKind::open;
  const std::string lemma = lemma_of(tree_, noun);
  if (tree_.words().has(WordClass::uncounted, lemma)) return CountedKind::open;
  if (lexicon_.things.contains(lemma)) return CountedKind::things;
  if (is_person(noun) || this->noun(noun)) return CountedKind::people;
  const auto type = type_of(tree_, noun);
  return !type || *type == MentionType::other ? CountedKind::people : CountedKind::other;
}

bool FigureWords::is_capacity(const Counted& counted) const {
  for (TokenIndex i = counted.first - 1; i >= 0 && i >= counted.first - kCapacityReach; --i) {
    if (ends_clause(i) || tree_.word(i) == ",") return false;
    if (tree_.is_word(i, WordClass::capacity)) return true;
  }
  return false;
}

bool FigureWords::ends_clause(TokenIndex i) const {
  const std::string_view word = tree_.word(i);
  if (word == ";" || word == ":" || word == "." || word == "!" || word == "?") return true;
  if (tree_.is_word(i, WordClass::infinitive_mark)) return false;
  return tree_.token(i).upos == Upos::SCONJ || tree_.token(i).deprel == "mark";
}

}  // namespace counterpoint::statement
