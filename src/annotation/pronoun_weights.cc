// SPDX-License-Identifier: Apache-2.0
#include "annotation/pronoun_weights.h"

#include "annotation/pronoun_features.h"

namespace counterpoint::annotation {
namespace {

// "he told him": two arguments of one verb are two people.
bool is_bound(const Chains& chains, const Expression& e, const Expression& m) {
  const Words& words = chains.words;
  const TokenIndex governor = words.token(e.head).head;
  if (e.pronoun->use == PronounUse::possessive) {
    return governor == m.head || (m.joined && m.range.contains(e.head));
  }
  if (governor < 0 || e.pronoun->use == PronounUse::reflexive) return false;
  return words.token(m.head).head == governor || m.head == governor;
}

}  // namespace

PronounWeights::PronounWeights(const Lexicon& lexicon) : weights_(kColumns * kRows) {
  for (std::size_t f = 0; f < kFeatures; ++f) {
    const auto* row = find(lexicon.pronoun_weights, kFeatureNames[f]);
    for (std::size_t c = 0; row != nullptr && c < kColumns; ++c) {
      weights_[c * kRows + f] = (*row)[c];
    }
  }
}

double PronounWeights::sum(const std::vector<std::size_t>& features) const {
  double result = 0;
  for (const std::size_t f : features) result += weights_[f];
  return result;
}

bool is_candidate(const Chains& chains, std::size_t pronoun, std::size_t earlier) {
  const Expression& e = chains.expressions[pronoun];
  const Expression& m = chains.expressions[earlier];
  if (m.pronoun != nullptr && m.pronoun->person < 3 &&
      chains.quotations.around(e.head) == chains.quotations.around(m.head)) {
    return false;
  }
  const ChainFacts& facts = chains.facts(earlier);
  const PronounClass kind = class_of(*e.pronoun);
  // Only people are "he": a name whose kind is not told may be one.
  if (kind == kHe && (!facts.typed || facts.type != MentionType::person) && m.form != Form::name &&
      m.pronoun == nullptr) {
    return false;
  }
  if (kind == kHe && facts.typed && facts.type != MentionType::person) return false;
  return !is_bound(chains, e, m) && chains.may_join(pronoun, earlier);
}

}  // namespace counterpoint::annotation
