// SPDX-License-Identifier: Apache-2.0
#include "statement/figures.h"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// How far behind its subject a verb may stand: "120 members of the security services were killed".
constexpr TokenIndex kVerbReach = 10;

class FigureFinder {
 public:
  FigureFinder(const Tree& tree, const Lexicon& lexicon, const std::vector<Statement>& statements)
      : tree_(tree), lexicon_(lexicon), statements_(statements) {}

  std::vector<Figure> run() {
    for (Quantity quantity : tree_.annotation().quantities) {
      if (quantity.kind != QuantityKind::count) continue;
      if (!counts_by_noun(quantity)) quantity.noun = -1;
      take(quantity);
    }
    link_parts();
    return std::move(figures_);
  }

 private:
  void take(const Quantity& quantity) {
    const std::int64_t statement = innermost_statement(statements_, quantity.span);
    if (statement < 0) return;
    const auto [first, last] = tree_.tokens_in(quantity.number);
    if (first >= last) return;
    last_number_ = last - 1;
    noun_ = quantity.noun >= 0 ? quantity.noun : last_number_;
    if (counts_a_counted_group() || is_none_of(quantity)) return;
    Figure figure;
    figure.measure = measure(quantity);
    if (figure.measure.empty()) return;
    figure.document = tree_.document().id;
    figure.statement = static_cast<std::uint32_t>(statement);
    figure.span = quantity.span;
    figure.min = quantity.min;
    figure.max = quantity.max;
    figure.alternatives = quantity.alternatives;
    figure.approximate = quantity.approximate;
    figure.word = quantity.word;
    figure.emended = quantity.emended;
    if (quantity.noun >= 0) figure.unit = tree_.token(quantity.noun).lemma;
    figure.group = group(quantity);
    figure.status = status();
    figure.scope = scope();
    figure.time_expression = statements_[static_cast<std::size_t>(statement)].time_expression;
    figures_.push_back(std::move(figure));
  }

  // "12 dead" and "40 detained" say what happened to people, not who they are: no unit, no group.
  // In "49 of the 108 dead" the word stands for what the 49 are a part of.
  bool counts_by_noun(const Quantity& quantity) const {
    if (quantity.noun < 0 || is_noun(tree_, quantity.noun)) return quantity.noun >= 0;
    const auto [first, last] = tree_.tokens_in(quantity.number);
    return quantity.noun != last;
  }

  // "none of the dead bore a wound": that nobody died is not said.
  bool is_none_of(const Quantity& quantity) const {
    return quantity.max == 0.0 && tree_.is_word(last_number_ + 1, WordClass::of);
  }

  // "one group of about 20 policemen": the policemen are counted, not their groups.
  bool counts_a_counted_group() const {
    if (noun_ == last_number_ || !tree_.is_word(noun_ + 1, WordClass::of)) return false;
    for (TokenIndex i = noun_ + 2; i < std::min(tree_.size(), noun_ + 6); ++i) {
      if (is_quantity(tree_, i)) return true;
      if (is_noun(tree_, i) || tree_.token(i).upos == Upos::VERB) return false;
    }
    return false;
  }

  const MeasureNoun* noun_entry(TokenIndex i) const {
    const auto entry = lexicon_.measure_nouns.find(tree_.token(i).lemma);
    return entry == lexicon_.measure_nouns.end() ? nullptr : &entry->second;
  }
  const MeasureVerb* verb_entry(TokenIndex i) const {
    const auto entry = lexicon_.measure_verbs.find(tree_.token(i).lemma);
    return entry == lexicon_.measure_verbs.end() ? nullptr : &entry->second;
  }

  std::string measure(const Quantity& quantity) const {
    const MeasureNoun* noun = quantity.noun >= 0 ? noun_entry(noun_) : nullptr;
    if (noun && noun->strong) return noun->measure;
    if (is_population()) return "population";
    if (std::string by_word = from_next_word(); !by_word.empty()) return by_word;
    if (std::string by_verb = from_governor(); !by_verb.empty()) return by_verb;
    if (std::string by_order = from_order(quantity); !by_order.empty()) return by_order;
    if (noun) return noun->measure;
    if (quantity.noun < 0 || is_vague_noun()) return from_clause_before();
    return {};
  }

  // "the town of 41,000 people"
  bool is_population() const {
    const TokenIndex head = tree_.head(noun_);
    if (head < 0 || head > noun_ || !tree_.is(noun_, {"nmod"})) return false;
    return lexicon_.settlements.contains(tree_.token(head).lemma) &&
           tree_.has_child_word(noun_, WordClass::of);
  }

  // "120 dead", "14 injured", "200 arrested"
  std::string from_next_word() const {
    const TokenIndex next = std::max(noun_, last_number_) + 1;
    if (next >= tree_.size() || tree_.sentence_of(next) != tree_.sentence_of(noun_)) return {};
    const std::string word = tree_.lower(next);
    const auto noun = lexicon_.measure_nouns.find(word);
    if (noun != lexicon_.measure_nouns.end() && tree_.is_word(next, WordClass::state)) {
      return noun->second.measure;
    }
    const Token& token = tree_.token(next);
    if (token.xpos != "VBN" && tree_.annotation().parsed) return {};
    const MeasureVerb* verb = verb_entry(next);
    return verb && !verb->counts_subject ? verb->measure : std::string();
  }

  // The verb that the counted words depend on, upwards through "members of", "group of" and the
  // like.
  std::string from_governor() const {
    TokenIndex node = noun_;
    for (int steps = 0; node >= 0 && steps < 4; ++steps) {
      if (std::string below = from_modifier(node); !below.empty()) return below;
      const TokenIndex verb = tree_.head(node);
      if (verb < 0) return {};
      if (std::string found = from_verb(node, verb); !found.empty()) return found;
      if (!tree_.is(node, {"nmod", "nummod", "conj", "appos", "compound", "dep"})) return {};
      node = verb;
    }
    return {};
  }

  // "120 people killed in the ambush"
  std::string from_modifier(TokenIndex node) const {
    for (const TokenIndex c : tree_.children(node)) {
      if (!tree_.is(c, {"acl", "amod"}) || c < node) continue;
      const MeasureVerb* verb = verb_entry(c);
      if (verb && tree_.child(c, {"obj"}) < 0) return verb->measure;
    }
    return {};
  }

  std::string from_verb(TokenIndex node, TokenIndex verb) const {
    const bool passive_subject = tree_.is(node, {"nsubj:pass"});
    const bool subject = tree_.is(node, {"nsubj"}) && !passive_subject;
    const bool object = tree_.is(node, {"obj"});
    if (!subject && !passive_subject && !object) return {};
    for (TokenIndex v = verb, steps = 0; v >= 0 && steps < 3; ++steps) {
      if (const MeasureVerb* entry = verb_entry(v)) {
        const bool active = v == verb ? subject : subject && tree_.child(v, {"aux:pass"}) < 0;
        if (entry->counts_subject ? !object : !active) return entry->measure;
        return {};
      }
      // "are believed to have been killed", "were left dead"
      if (const TokenIndex word = tree_.child(v, {"xcomp", "obl"}); word >= 0) {
        if (const MeasureNoun* noun = noun_entry(word); noun && noun->strong) return noun->measure;
      }
      v = tree_.child(v, {"xcomp"});
    }
    return {};
  }

  // Where the parse lost the verb: the one that follows in the same clause ("120 people are
  // believed to have been killed", "50,000 had fled"), or the noun whose number this is ("brings
  // the deaths to 120").
  std::string from_order(const Quantity& quantity) const {
    if (!tree_.annotation().parsed) return {};
    if (std::string behind = from_verb_behind(); !behind.empty()) return behind;
    const TokenIndex before = tree_.tokens_in(quantity.span).first - 1;
    if (before < 0 || !tree_.is_word(before, WordClass::goal)) return {};
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(noun_)];
    for (TokenIndex i = before; i >= sentence.first && tree_.word(i) != ","; --i) {
      if (const MeasureNoun* noun = noun_entry(i); noun && noun->strong) return noun->measure;
    }
    return {};
  }

  std::string from_verb_behind() const {
    const TokenIndex first = std::max(noun_, last_number_) + 1;
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(noun_)];
    bool passive = false;
    for (TokenIndex i = first; i < std::min(sentence.last, first + kVerbReach); ++i) {
      const Token& token = tree_.token(i);
      if (tree_.word(i) == "," || tree_.word(i) == ";" || token.upos == Upos::SCONJ) return {};
      if (token.upos == Upos::AUX) passive = passive || token.deprel == "aux:pass";
      if (token.upos == Upos::NUM || is_relative(tree_, i)) return {};
      if (token.upos != Upos::VERB) continue;
      if (const MeasureVerb* verb = verb_entry(i)) {
        const bool counted = verb->counts_subject ? !passive : passive && token.xpos == "VBN";
        return counted ? verb->measure : std::string();
      }
      // "are believed to", "are said to"
      if (!passive || lexicon_.cue_verbs.find(token.lemma) == lexicon_.cue_verbs.end()) return {};
    }
    return {};
  }

  bool is_vague_noun() const {
    return tree_.words().has(WordClass::uncounted, tree_.token(noun_).lemma);
  }

  // "the death toll has risen to 159": the nearest measure word before the number in its sentence.
  std::string from_clause_before() const {
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(noun_)];
    for (TokenIndex i = last_number_ - 1; i >= sentence.first; --i) {
      if (const MeasureNoun* noun = noun_entry(i); noun && noun->strong) return noun->measure;
      const Upos upos = tree_.token(i).upos;
      const MeasureVerb* verb = verb_entry(i);
      if (verb && upos == Upos::VERB && !verb->counts_subject) return verb->measure;
    }
    return {};
  }

  FigureGroup group(const Quantity& quantity) const {
    FigureGroup group;
    if (quantity.noun < 0) return group;
    const std::int32_t sentence = static_cast<std::int32_t>(tree_.sentence_of(noun_));
    Span span{tree_.token(noun_).span.begin, tree_.token(noun_).span.end};
    for (const TokenIndex c : tree_.children(noun_)) {
      if (static_cast<std::int32_t>(tree_.sentence_of(c)) != sentence) continue;
      const bool before = c < noun_ && tree_.is(c, {"amod", "compound", "nmod:poss"});
      const bool after =
          c > noun_ && (tree_.is(c, {"conj"}) ||
                        (tree_.is(c, {"nmod"}) && tree_.has_child_word(c, WordClass::of)));
      if (!before && !after) continue;
      const Span part = tree_.subtree(c);
      span.begin = std::min(span.begin, part.begin);
      span.end = std::max(span.end, part.end);
    }
    // The number itself is no part of the group.
    if (span.begin < quantity.span.end && span.end > quantity.span.end) {
      span.begin = std::max(span.begin, quantity.span.end);
    }
    group.span = trimmed(tree_.document().text, span);
    group.text = std::string(tree_.text(group.span));
    describe(group);
    return group;
  }

  void describe(FigureGroup& group) const {
    const auto [first, last] = tree_.tokens_in(group.span);
    for (TokenIndex i = first; i < last; ++i) {
      const auto entry = lexicon_.groups.find(tree_.token(i).lemma);
      // State forces win over the general word beside them: "120 members of the security forces".
      if (entry != lexicon_.groups.end() &&
          (group.civilian == Civilian::unknown || entry->second != Civilian::civilian)) {
        group.civilian = entry->second;
      }
      const auto side = lexicon_.demonyms.find(utf8::folded(tree_.word(i)));
      if (side != lexicon_.demonyms.end() && group.side.empty()) group.side = side->second;
    }
  }

  FigureStatus status() const {
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(noun_)];
    // Six words to either side: the reach of an adverb, auxiliary or participle of the same clause.
    const TokenIndex from = std::max(sentence.first, last_number_ - 6);
    const TokenIndex to = std::min(sentence.last, std::max(noun_, last_number_) + 7);
    FigureStatus best = FigureStatus::unstated;
    TokenIndex best_distance = 100;
    for (TokenIndex i = from; i < to; ++i) {
      auto entry = lexicon_.figure_status.find(tree_.token(i).lemma);
      if (entry == lexicon_.figure_status.end())
        entry = lexicon_.figure_status.find(tree_.lower(i));
      if (entry == lexicon_.figure_status.end()) continue;
      const TokenIndex distance = std::abs(i - last_number_);
      if (distance < best_distance) {
        best = entry->second;
        best_distance = distance;
      }
    }
    return best;
  }

  FigureScope scope() const {
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(noun_)];
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      const std::string pair = tree_.lower(i) + " " + tree_.lower(i + 1);
      if (tree_.is_word(i, WordClass::cumulative)) return FigureScope::cumulative;
      if (tree_.words().has(WordClass::cumulative, pair)) return FigureScope::cumulative;
    }
    return FigureScope::unknown;
  }

  bool is_part_of(std::string_view words) const {
    return words.size() > 2 && words.front() == ' ' && words.back() == ' ' &&
           tree_.words().has(WordClass::part_of, utf8::lower(words.substr(1, words.size() - 2)));
  }

  bool follows_part_of(std::uint32_t offset) const {
    const TokenIndex at = tree_.tokens_in({0, offset}).second;
    return at >= 2 &&
           tree_.words().has(WordClass::part_of, tree_.lower(at - 2) + " " + tree_.lower(at - 1));
  }

  // "49 of the 108", "of the 101 deaths, 19": the smaller is part of the larger.
  void link_parts() {
    const std::string& text = tree_.document().text;
    for (std::size_t i = 0; i + 1 < figures_.size(); ++i) {
      Figure& a = figures_[i];
      Figure& b = figures_[i + 1];
      if (a.measure != b.measure || a.span.end > b.span.begin) continue;
      const std::string_view between = Span{a.span.end, b.span.begin}.of(text);
      const bool of_the = is_part_of(between);
      const bool of_first = follows_part_of(a.span.begin);
      if (of_the) a.part_of = static_cast<std::uint32_t>(i + 1);
      if (!of_the && of_first && between.find('.') == std::string_view::npos) {
        b.part_of = static_cast<std::uint32_t>(i);
      }
    }
  }

  const Tree& tree_;
  const Lexicon& lexicon_;
  const std::vector<Statement>& statements_;
  TokenIndex last_number_ = -1;
  TokenIndex noun_ = -1;
  std::vector<Figure> figures_;
};

}  // namespace

std::int64_t innermost_statement(const std::vector<Statement>& statements, const Span& span) {
  // Statements are sorted by span; one that holds the span begins at most a quotation before it.
  auto i = std::upper_bound(
      statements.begin(), statements.end(), span.begin,
      [](std::uint32_t offset, const Statement& s) { return offset < s.span.begin; });
  std::int64_t best = -1;
  for (int steps = 0; i != statements.begin() && steps < 64; ++steps) {
    --i;
    if (!i->span.contains(span)) continue;
    const bool smaller =
        best < 0 || i->span.size() <= statements[static_cast<std::size_t>(best)].span.size();
    if (smaller) best = i - statements.begin();
  }
  return best;
}

std::vector<Figure> find_figures(const Tree& tree, const Lexicon& lexicon,
                                 const std::vector<Statement>& statements) {
  return FigureFinder(tree, lexicon, statements).run();
}

}  // namespace counterpoint::statement
