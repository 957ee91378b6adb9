// SPDX-License-Identifier: Apache-2.0
// Which referring expressions of a document stand for the same person or thing.
//
// Passes from the surest kind of evidence to the least sure join expressions into chains; each one
// sees what the chains know by then (gender, number, type, names) and joins nothing that this
// contradicts:
//   link_grammar    apposition, "X is a Y", reflexives
//   link_names      the same name, shortened, or as an acronym
//   link_nominals   the same head with nothing said against it; "the minister", "the city"
//   link_speakers   "I", "we" and "you" within a quotation or the text around it
//   link_pronouns   the third person
//   link_possessions  the same noun of the same owner: "her father", "Hale's father"
#pragma once

#include <cstdint>
#include <vector>

#include "annotation/expressions.h"
#include "annotation/quotations.h"

namespace counterpoint::annotation {

// So many expressions before one are looked at, at most: a list without a stop is one sentence of
// any length.
constexpr std::size_t kReach = 300;

// What all expressions of a chain say together.
struct ChainFacts {
  GrammaticalNumber number = GrammaticalNumber::any;
  Gender gender = Gender::unknown;
  MentionType type = MentionType::other;
  bool typed = false;
  bool group = false;
  bool thing = false;  // an "it" belongs to it
  bool named = false;
  std::uint32_t size = 1;
  std::vector<std::string> name;  // the longest one
};

class Chains {
 public:
  Chains(const Words& words, const Dependents& dependents,
         const std::vector<Expression>& expressions, const Quotations& quotations);

  [[nodiscard]] std::size_t size() const { return expressions.size(); }
  [[nodiscard]] std::size_t root(std::size_t i) const;
  [[nodiscard]] const ChainFacts& facts(std::size_t i) const { return facts_[root(i)]; }
  [[nodiscard]] bool joined(std::size_t a, std::size_t b) const { return root(a) == root(b); }
  [[nodiscard]] Link link(std::size_t i) const { return links_[i]; }

  // Joins the chain of `later` to that of `earlier`. False, and nothing changes, where their facts
  // contradict each other or one expression stands inside the other.
  bool join(std::size_t later, std::size_t earlier, Link link);
  [[nodiscard]] bool may_join(std::size_t later, std::size_t earlier) const;

  // The expression (not a joined one) with this head, or -1.
  [[nodiscard]] std::int32_t headed_by(TokenIndex head) const;

  const Words& words;
  const Dependents& dependents;
  const std::vector<Expression>& expressions;
  const Quotations& quotations;

 private:
  mutable std::vector<std::size_t> parent_;  // shortened on the way by root()
  std::vector<ChainFacts> facts_;
  std::vector<Link> links_;
  std::vector<std::int32_t> at_head_;
};

void link_grammar(Chains& chains);
void link_names(Chains& chains);
void link_nominals(Chains& chains);
void link_speakers(Chains& chains);
void link_pronouns(Chains& chains);
void link_possessions(Chains& chains);

// The references of the document: all passes, singletons left out. Fills Mention::antecedent, where
// find_mentions left it open, with the chain's latest mention before it, by links up to
// Link::nominal:
//   "Mr Tarif" -> "Wissam Tarif"                    "the SOHR" -> "Syrian Observatory for ..."
//   "the minister" -> "Interior Minister Shaar"     "the resident" -> "a resident"
// "another resident" and "a resident" refer back to nothing. Cost: linear in the text, with a
// window of a few sentences for each pronoun.
[[nodiscard]] std::vector<Reference> link_references(const Words& words, const TokenLabels& labels,
                                                     std::vector<Mention>& mentions);

}  // namespace counterpoint::annotation
