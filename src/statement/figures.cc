// SPDX-License-Identifier: Apache-2.0
#include "statement/figures.h"

#include <algorithm>
#include <cmath>

#include "statement/figure_group.h"
#include "statement/figure_implied.h"
#include "statement/figure_measure.h"
#include "statement/figure_parts.h"
#include "statement/figure_status.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

class FigureFinder {
 public:
  FigureFinder(const Tree& tree, const Lexicon& lexicon, const std::vector<Statement>& statements)
      : tree_(tree), words_(tree, lexicon), statements_(statements) {}

  std::vector<Figure> run() {
    std::vector<Quantity> counts = implied_zeros(words_);
    for (const auto& implied : {counted_articles(words_), elliptic_ones(words_)}) {
      counts.insert(counts.end(), implied.begin(), implied.end());
    }
    for (const Quantity& quantity : tree_.annotation().quantities) {
      if (quantity.kind == QuantityKind::count) counts.push_back(quantity);
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const Quantity& a, const Quantity& b) { return a.span < b.span; });
    for (const Quantity& quantity : counts) take(quantity);
    link_parts(tree_, figures_);
    return std::move(figures_);
  }

 private:
  void take(const Quantity& quantity) {
    const std::int64_t statement = innermost_statement(statements_, quantity.span);
    const auto [first, last] = tree_.tokens_in(quantity.number);
    if (statement < 0 || first >= last) return;
    Counted counted = counted_by(quantity, last - 1);
    if (is_age_behind_name(quantity, counted) || counts_nobody(quantity, counted)) return;
    if (counts_a_counted_group(counted) || is_none_of(quantity, counted)) return;
    const Figure* before = figure_before(counted);
    if (before && counted.kind == CountedKind::open) counted.kind = kind_of(*before);
    const MeasureReading reading =
        measure_of(words_, counted, before ? before->measure : std::string());
    if (reading.measure.empty() || (is_implied(quantity) && !is_casualty(reading.measure))) return;
    if (is_elliptic(quantity) && !before) return;
    Figure figure = figure_of(quantity, told_in(static_cast<std::uint32_t>(statement), counted));
    if (counted.noun >= 0) figure.unit = tree_.token(counted.noun).lemma;
    figure.group = group_of(words_, counted);
    if (figure.group.text.empty() && before && passes_on_group(*before, reading.measure)) {
      figure.group = before->group;
    }
    figure.status = status_of(words_, counted);
    figure.scope = scope_of(tree_, counted);
    for (const std::string& measure : {reading.measure, reading.beside}) {
      if (measure.empty()) continue;
      figures_.push_back(figure);
      figures_.back().measure = measure;
    }
  }

  // "received 40 bodies and treated 110 wounded", "flattened hundreds of houses and left thousands
  // homeless": the second are neither bodies nor houses.
  bool passes_on_group(const Figure& before, const std::string& measure) const {
    if (before.group.text.empty()) return false;
    // "100 were hurt. Unions put the march at 9,000": of others.
    if (measure == "present" && measure != before.measure) return false;
    const TokenIndex head = tree_.tokens_in(before.group.span).second - 1;
    const MeasureNoun* noun = words_.noun(head);
    const bool people = words_.lexicon().groups.contains(tree_.token(head).lemma);
    if (noun && noun->strong && !people && measure != before.measure) return false;
    const bool of_things = measure == "destroyed" || measure == "damaged" ||
                           measure == "captured" || measure == "affected";
    return of_things || kind_of(before) != CountedKind::things;
  }

  Figure figure_of(const Quantity& quantity, std::uint32_t statement) const {
    Figure figure;
    figure.document = tree_.document().id;
    figure.statement = statement;
    figure.span = quantity.span;
    figure.min = quantity.min;
    figure.max = quantity.max;
    figure.alternatives = quantity.alternatives;
    figure.approximate = quantity.approximate;
    figure.word = quantity.word;
    figure.emended = quantity.emended;
    figure.time_expression = statements_[statement].time_expression;
    return figure;
  }

  // Nobody, or one by an article: worth a figure only where something befell them.
  bool is_implied(const Quantity& quantity) const {
    const TokenIndex first = tree_.tokens_in(quantity.number).first;
    const bool article = tree_.lower(first) == "a" || tree_.lower(first) == "an";
    return quantity.max == 0.0 || (quantity.max == 1.0 && article) || is_elliptic(quantity);
  }
  bool is_elliptic(const Quantity& quantity) const {
    const TokenIndex first = tree_.tokens_in(quantity.number).first;
    return quantity.noun < 0 && quantity.max == 1.0 && !is_quantity(tree_, first);
  }
  static bool is_casualty(const std::string& measure) {
    return measure != "present" && measure != "population" && measure != "affected";
  }

  // "350 homes were flattened and 2,000 others damaged": the others are homes.
  CountedKind kind_of(const Figure& before) const {
    if (before.group.text.empty()) return CountedKind::open;
    const auto [first, last] = tree_.tokens_in(before.group.span);
    for (TokenIndex i = first; i < last; ++i) {
      if (words_.kind_of(i) == CountedKind::things) return CountedKind::things;
    }
    return CountedKind::people;
  }

  Counted counted_by(const Quantity& quantity, TokenIndex number) const {
    Counted counted;
    counted.first = tree_.tokens_in(quantity.span).first;
    counted.number = number;
    counted.noun = counts_by_noun(quantity, number) ? head_of(quantity.noun, number) : -1;
    counted.end = std::max(counted.noun, tree_.tokens_in(quantity.span).second - 1) + 1;
    counted.kind = words_.kind_of(counted.noun);
    return counted;
  }

  // "900 maize-and-poultry farmers": the noun that the compound belongs to. -1: a preposition that
  // is not "of" stands between ("killed 214 in and around Herat").
  TokenIndex head_of(TokenIndex noun, TokenIndex number) const {
    for (TokenIndex i = number + 1; i < noun; ++i) {
      if (tree_.token(i).upos == Upos::ADP && !tree_.is_word(i, WordClass::of)) return -1;
    }
    const TokenIndex head = tree_.head(noun);
    const bool compound = tree_.is(noun, {"compound"}) && head > noun && head <= noun + 6;
    return compound && tree_.word(noun + 1) == "-" ? head : noun;
  }

  // "12 dead" and "40 detained" say what happened to people, not who they are: no unit, no group.
  // In "49 of the 108 dead" the word stands for what the 49 are a part of.
  bool counts_by_noun(const Quantity& quantity, TokenIndex number) const {
    if (quantity.noun < 0) return false;
    const bool state =
        !is_noun(tree_, quantity.noun) || tree_.is_word(quantity.noun, WordClass::state);
    TokenIndex next = number + 1;
    while (next < quantity.noun && tree_.token(next).upos == Upos::ADV) ++next;
    return !state || quantity.noun != next;
  }

  // "The ministry confirmed 31 cases, three of them fatal": a part is told by whoever told the
  // whole, also where the saying ends before it.
  std::uint32_t told_in(std::uint32_t statement, const Counted& counted) const {
    if (figures_.empty() || statements_[statement].speech != Speech::narration) return statement;
    const Figure& whole = figures_.back();
    const std::size_t there = tree_.sentence_of(tree_.tokens_in(whole.span).first);
    const bool part = is_included(words_, counted) && tree_.sentence_of(counted.head()) == there;
    return part ? whole.statement : statement;
  }

  // "6.1", "a 12-man team", "the four villages hardest hit", "the gang 8 Block"
  bool counts_nobody(const Quantity& quantity, const Counted& counted) const {
    const auto is_whole = [](const std::optional<double>& n) { return !n || *n == std::floor(*n); };
    if (!is_whole(quantity.min) || !is_whole(quantity.max)) return true;
    if (tree_.lower(counted.number + 1) == "-" && !is_quantity(tree_, counted.number + 2))
      return true;
    if (counted.noun < 0) return false;
    const std::string& lemma = tree_.token(counted.noun).lemma;
    if (counted.noun > counted.number && words_.lexicon().settlements.contains(lemma)) return true;
    if (tree_.token(counted.noun).xpos != "NNP") return false;
    const std::string_view word = tree_.word(counted.noun);
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // "McBride, 54, of Lewisburg"
  bool is_age_behind_name(const Quantity& quantity, const Counted& counted) const {
    const TokenIndex comma = counted.first - 1;
    if (counted.noun >= 0 || comma < 1 || tree_.word(comma) != "," || quantity.max > 120) {
      return false;
    }
    const TokenIndex next = counted.number + 1;
    const bool closed = next >= tree_.size() || tree_.word(next) == "," || tree_.word(next) == ".";
    return closed && tree_.token(comma - 1).upos == Upos::PROPN;
  }

  // "none of the dead bore a wound": that nobody died is not said.
  bool is_none_of(const Quantity& quantity, const Counted& counted) const {
    return quantity.max == 0.0 && tree_.is_word(counted.number + 1, WordClass::of);
  }

  // "one group of about 20 policemen": the policemen are counted, not their groups.
  bool counts_a_counted_group(const Counted& counted) const {
    if (counted.noun < 0 || !tree_.is_word(counted.noun + 1, WordClass::of)) return false;
    for (TokenIndex i = counted.noun + 2; i < std::min(tree_.size(), counted.noun + 6); ++i) {
      if (is_quantity(tree_, i)) return true;
      if (is_noun(tree_, i) || tree_.token(i).upos == Upos::VERB) return false;
    }
    return false;
  }

  // The figure that a number without a noun may go on from: the last one in its sentence or the
  // sentence before.
  const Figure* figure_before(const Counted& counted) const {
    if (figures_.empty()) return nullptr;
    const Figure& last = figures_.back();
    const std::size_t there = tree_.sentence_of(tree_.tokens_in(last.span).first);
    return tree_.sentence_of(counted.head()) - there <= 1 ? &last : nullptr;
  }

  const Tree& tree_;
  const FigureWords words_;
  const std::vector<Statement>& statements_;
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
