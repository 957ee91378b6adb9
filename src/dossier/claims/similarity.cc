// SPDX-License-Identifier: Apache-2.0
#include "dossier/claims/similarity.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "base/utf8.h"

namespace counterpoint {
namespace {

// A word in more than this many statements says nothing of what one of them is about; leaving it
// out of the postings keeps the search linear.
constexpr std::size_t kCommon = 400;

bool is_content(const Token& token) {
  switch (token.upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::VERB:
    case Upos::ADJ:
    case Upos::NUM:
      return true;
    default:
      return false;
  }
}

}  // namespace

SimilarityIndex::SimilarityIndex(const Linking& linking) {
  std::unordered_map<std::string, std::uint32_t> ids;
  const std::size_t count = linking.dossier.statements.size();
  std::vector<std::set<std::uint32_t>> words(count);
  for (std::uint32_t s = 0; s < count; ++s) {
    const AnnotatedDocument& source = linking.document_of(s);
    const auto [first, last] = linking.tokens_of(s);
    for (TokenIndex i = first; i < last; ++i) {
      const Token& token = source.annotation.tokens[static_cast<std::size_t>(i)];
      if (!is_content(token)) continue;
      const auto [entry, fresh] =
          ids.emplace(utf8::lower(token.lemma), static_cast<std::uint32_t>(ids.size()));
      if (fresh) postings_.emplace_back();
      if (words[s].insert(entry->second).second) postings_[entry->second].push_back(s);
    }
  }
  vectors_.resize(count);
  for (std::size_t s = 0; s < count; ++s) {
    double length = 0;
    for (const std::uint32_t word : words[s]) {
      const double weight =
          std::log(1.0 + static_cast<double>(count) / static_cast<double>(postings_[word].size()));
      vectors_[s].emplace_back(word, weight);
      length += weight * weight;
    }
    for (Weighted& entry : vectors_[s]) entry.second /= std::sqrt(length);
  }
}

double SimilarityIndex::between(std::uint32_t a, std::uint32_t b) const {
  double sum = 0;
  auto i = vectors_[a].begin();
  auto j = vectors_[b].begin();
  while (i != vectors_[a].end() && j != vectors_[b].end()) {
    if (i->first < j->first)
      ++i;
    else if (j->first < i->first)
      ++j;
    else
      sum += (i++)->second * (j++)->second;
  }
  return sum;
}

std::vector<std::uint32_t> SimilarityIndex::nearest(std::uint32_t statement,
                                                    std::size_t limit) const {
  std::vector<std::uint32_t> candidates;
  for (const auto& [word, weight] : vectors_[statement]) {
    if (postings_[word].size() > kCommon) continue;
    candidates.insert(candidates.end(), postings_[word].begin(), postings_[word].end());
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::erase(candidates, statement);
  std::stable_sort(candidates.begin(), candidates.end(), [&](std::uint32_t a, std::uint32_t b) {
    return between(statement, a) > between(statement, b);
  });
  if (candidates.size() > limit) candidates.resize(limit);
  return candidates;
}

}  // namespace counterpoint
