// SPDX-License-Identifier: Apache-2.0
#include "annotation/chains.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace counterpoint::annotation {
namespace {

bool disagree(GrammaticalNumber a, GrammaticalNumber b) {
  return a != GrammaticalNumber::any && b != GrammaticalNumber::any && a != b;
}

// A town can act like a body ("Odara said"), but neither is a person or a time.
bool disagree(const ChainFacts& a, const ChainFacts& b) {
  const auto is = [](const ChainFacts& f, MentionType t) { return f.typed && f.type == t; };
  if (is(a, MentionType::person) && (b.thing || (b.typed && b.type != MentionType::person))) {
    return true;
  }
  if (is(b, MentionType::person) && (a.thing || (a.typed && a.type != MentionType::person))) {
    return true;
  }
  return a.typed && b.typed && (a.type == MentionType::time) != (b.type == MentionType::time);
}

ChainFacts facts_of(const Expression& e) {
  ChainFacts facts;
  facts.number = e.number;
  facts.gender = e.gender;
  facts.type = e.type;
  facts.typed = e.typed;
  facts.group = e.group || (e.form == Form::name && e.type == MentionType::organization);
  facts.thing = e.pronoun != nullptr && e.pronoun->thing;
  facts.named = e.form == Form::name;
  facts.name = e.name;
  return facts;
}

void add(ChainFacts& to, const ChainFacts& from) {
  if (to.number == GrammaticalNumber::any) to.number = from.number;
  if (to.gender == Gender::unknown) to.gender = from.gender;
  if (!to.typed || (from.named && !to.named && from.typed)) {
    if (from.typed || to.type == MentionType::other) to.type = from.type;
    to.typed = to.typed || from.typed;
  }
  to.group = to.group || from.group;
  to.thing = to.thing || from.thing;
  to.named = to.named || from.named;
  to.size += from.size;
  if (from.name.size() > to.name.size()) to.name = from.name;
}

}  // namespace

Chains::Chains(const Words& document_words, const Dependents& parse,
               const std::vector<Expression>& found, const Quotations& quoted)
    : words(document_words),
      dependents(parse),
      expressions(found),
      quotations(quoted),
      parent_(found.size()),
      links_(found.size(), Link::first),
      at_head_(static_cast<std::size_t>(document_words.size()), -1) {
  std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  facts_.reserve(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    facts_.push_back(facts_of(found[i]));
    if (!found[i].joined) {
      at_head_[static_cast<std::size_t>(found[i].head)] = static_cast<std::int32_t>(i);
    }
  }
}

std::size_t Chains::root(std::size_t i) const {
  while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
  return i;
}

std::int32_t Chains::headed_by(TokenIndex head) const {
  return head < 0 ? -1 : at_head_[static_cast<std::size_t>(head)];
}

bool Chains::may_join(std::size_t later, std::size_t earlier) const {
  const ChainFacts& a = facts(later);
  const ChainFacts& b = facts(earlier);
  if (a.gender != Gender::unknown && b.gender != Gender::unknown && a.gender != b.gender) {
    return false;
  }
  if (disagree(a.number, b.number) && !a.group && !b.group) return false;
  if (disagree(a, b)) return false;
  const TokenRange mine = expressions[later].range;
  const TokenRange its = expressions[earlier].range;
  const bool pronoun = expressions[later].form == Form::pronoun;
  return !mine.contains(its) && (!its.contains(mine) || pronoun);
}

bool Chains::join(std::size_t later, std::size_t earlier, Link link) {
  const std::size_t from = root(later);
  const std::size_t to = root(earlier);
  if (from == to) return true;
  if (!may_join(later, earlier)) return false;
  if (links_[later] == Link::first) links_[later] = link;
  const auto [low, high] = std::minmax(from, to);
  parent_[high] = low;
  add(facts_[low], facts_[high]);
  return true;
}

namespace {

std::vector<Reference> collect(const Chains& chains) {
  std::vector<std::int32_t> number(chains.size(), -1);
  std::vector<std::int32_t> latest(chains.size(), -1);  // mention of the chain, by its root
  std::int32_t next = 0;
  std::vector<Reference> references;
  for (std::size_t i = 0; i < chains.size(); ++i) {
    if (chains.facts(i).size < 2) continue;
    std::int32_t& chain = number[chains.root(i)];
    if (chain < 0) chain = next++;
    const Expression& e = chains.expressions[i];
    references.push_back({chains.words.span(e.range.first, e.range.last), e.range.first,
                          e.range.last, e.head, chain, e.mention, latest[chains.root(i)],
                          chains.link(i)});
    if (e.mention >= 0) latest[chains.root(i)] = e.mention;
  }
  return references;
}

// Not by Link::repeated, which tells no more than a kind.
void set_antecedents(const std::vector<Reference>& references, std::vector<Mention>& mentions) {
  for (const Reference& r : references) {
    if (r.mention < 0 || r.link == Link::first || r.link > Link::nominal) continue;
    std::int32_t& antecedent = mentions[static_cast<std::size_t>(r.mention)].antecedent;
    if (antecedent < 0) antecedent = r.antecedent;
  }
}

}  // namespace

std::vector<Reference> link_references(const Words& words, const TokenLabels& labels,
                                       std::vector<Mention>& mentions) {
  const Dependents dependents(words);
  const std::vector<Expression> expressions = find_expressions(words, dependents, labels, mentions);
  const Quotations quotations(words, dependents);
  Chains chains(words, dependents, expressions, quotations);
  link_grammar(chains);
  link_names(chains);
  link_nominals(chains);
  link_speakers(chains);
  link_pronouns(chains);
  link_possessions(chains);
  std::vector<Reference> references = collect(chains);
  set_antecedents(references, mentions);
  return references;
}

}  // namespace counterpoint::annotation
