// SPDX-License-Identifier: Apache-2.0
#include "dossier/origins/derivations.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "base/hash.h"
#include "dossier/origins/shingles.h"
#include "dossier/time/times.h"

namespace counterpoint {
namespace {

// Shares of words; the names say of what. A tenth is left for headlines, captions and corrections.
constexpr double kCopy = 0.9;
constexpr double kExcerpt = 0.75;
constexpr double kRewrite = 0.3;
// Below this share of its own (unquoted) words a text is not derived, whatever it quotes.
constexpr double kOwnWords = 0.15;
// And not below so many words: about two sentences.
constexpr std::uint32_t kFewestWords = 30;

std::string percent(double share) {
  return std::to_string(std::lround(share * 100)) + " %";
}

std::string folded(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return text;
}

struct Pair {
  std::uint32_t from = 0, to = 0;
  std::string direction;  // how it was told
};

class DerivationMaker {
 public:
  explicit DerivationMaker(Linking& linking) : linking_(linking) {
    for (const AnnotatedDocument& source : linking.documents) texts_.push_back(shingle(source));
  }

  void make();

 private:
  [[nodiscard]] const Document& document(std::uint32_t d) const {
    return linking_.dossier.documents[d];
  }
  [[nodiscard]] bool credits(std::uint32_t d, std::uint32_t source) const;
  [[nodiscard]] Pair direct(std::uint32_t a, std::uint32_t b, const Overlap& b_in_a,
                            const Overlap& a_in_b) const;
  [[nodiscard]] std::optional<DerivationType> type_of(const Pair& pair, const Overlap& forward,
                                                      const Overlap& backward) const;
  void add(const Pair& pair, DerivationType type, const Overlap& forward, std::string reason);
  void compare(std::uint32_t a, std::uint32_t b);
  void find_citations();

  Linking& linking_;
  std::vector<ShingledText> texts_;
};

// Whether the document names the publisher of `source` as its agency or source.
bool DerivationMaker::credits(std::uint32_t d, std::uint32_t source) const {
  const std::string& publisher = document(source).publisher;
  return !publisher.empty() && folded(document(d).credit) == folded(publisher);
}

Pair DerivationMaker::direct(std::uint32_t a, std::uint32_t b, const Overlap& b_in_a,
                             const Overlap& a_in_b) const {
  if (credits(b, a)) return {a, b, "the copy credits the source"};
  if (credits(a, b)) return {b, a, "the copy credits the source"};
  const long day_a = sort_day(document(a).published), day_b = sort_day(document(b).published);
  if (document(a).published && document(b).published && day_a != day_b) {
    return day_a < day_b ? Pair{a, b, "the source is dated earlier"}
                         : Pair{b, a, "the source is dated earlier"};
  }
  // Undated: the text that holds nearly all of the other, and more, is the source.
  constexpr double kClearly = 1.1;
  if (b_in_a.coverage > a_in_b.coverage * kClearly)
    return {a, b, "the longer text holds the other"};
  if (a_in_b.coverage > b_in_a.coverage * kClearly)
    return {b, a, "the longer text holds the other"};
  return {a, b, "the direction cannot be told"};
}

std::optional<DerivationType> DerivationMaker::type_of(const Pair& pair, const Overlap& forward,
                                                       const Overlap& backward) const {
  const bool same =
      document(pair.from).sha256 == document(pair.to).sha256 && !document(pair.to).sha256.empty();
  if (same) return DerivationType::copy;
  const bool own = forward.unquoted >= kOwnWords && forward.unquoted_words >= kFewestWords;
  if (!own && backward.coverage < kExcerpt) return std::nullopt;
  const std::string credit = folded(document(pair.to).credit);
  const double most = std::max(forward.coverage, backward.coverage);
  if (most < kRewrite || (!own && forward.unquoted_words < kFewestWords)) return std::nullopt;
  if (!credit.empty() && credit == folded(document(pair.from).credit)) return DerivationType::wire;
  if (forward.coverage >= kCopy && backward.coverage >= kCopy) return DerivationType::copy;
  if (forward.coverage >= kExcerpt) return DerivationType::excerpt;
  return DerivationType::rewrite;
}

void DerivationMaker::add(const Pair& pair, DerivationType type, const Overlap& forward,
                          std::string reason) {
  Derivation made;
  made.from = document(pair.from).id;
  made.to = document(pair.to).id;
  made.id = stable_id(
      "d-", {made.from.value, made.to.value, type == DerivationType::cites ? "cites" : "text"});
  made.type = type;
  made.coverage = std::round(forward.coverage * 1000) / 1000;
  for (const SentenceMatch& match : forward.matches) {
    made.spans.push_back({Evidence{made.from, texts_[pair.from].sentences[match.from].span},
                          Evidence{made.to, texts_[pair.to].sentences[match.to].span}});
  }
  made.reason = std::move(reason);
  linking_.dossier.derivations.push_back(std::move(made));
}

void DerivationMaker::compare(std::uint32_t a, std::uint32_t b) {
  Overlap b_in_a = overlap(texts_[a], texts_[b]);
  Overlap a_in_b = overlap(texts_[b], texts_[a]);
  const Pair pair = direct(a, b, b_in_a, a_in_b);
  const Overlap& forward = pair.to == b ? b_in_a : a_in_b;
  const Overlap& backward = pair.to == b ? a_in_b : b_in_a;
  const auto type = type_of(pair, forward, backward);
  if (!type) return;
  add(pair, *type, forward,
      percent(forward.coverage) + " of its words stand in the source (" +
          percent(forward.unquoted) + " of those outside quotation marks), " +
          percent(backward.coverage) + " of the source's in it; " + pair.direction);
}

// A relay or claimant in the chain that is the publisher of another document here.
void DerivationMaker::find_citations() {
  std::map<VoiceId, std::vector<std::uint32_t>> published;
  for (std::uint32_t d = 0; d < linking_.documents.size(); ++d) {
    if (!document(d).publisher.empty() && !linking_.voices[d].empty()) {
      published[linking_.voices[d].front()].push_back(d);
    }
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> cited;
  for (std::uint32_t s = 0; s < linking_.dossier.statements.size(); ++s) {
    const Statement& statement = linking_.dossier.statements[s];
    const std::uint32_t to = linking_.statement_from[s].document;
    for (std::size_t i = 1; i < statement.chain.size(); ++i) {
      const auto at = published.find(statement.chain[i]);
      if (at == published.end() || statement.chain[i] == statement.chain.front()) continue;
      for (const std::uint32_t from : at->second) {
        // Nobody cites what was not there yet.
        const bool later = sort_day(document(from).published) <= sort_day(document(to).published);
        if (from != to && later) ++cited[{from, to}];
      }
    }
  }
  for (const auto& [pair, count] : cited) {
    add({pair.first, pair.second, {}}, DerivationType::cites,
        overlap(texts_[pair.first], texts_[pair.second]),
        "names " + document(pair.first).publisher + " as source of " + std::to_string(count) +
            " statements");
  }
}

void DerivationMaker::make() {
  const auto likely = likely_pairs(texts_);
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs(likely.begin(), likely.end());
  std::map<std::string, std::uint32_t> by_hash;
  for (std::uint32_t d = 0; d < linking_.documents.size(); ++d) {
    if (document(d).sha256.empty()) continue;
    const auto [at, added] = by_hash.try_emplace(document(d).sha256, d);
    if (!added) pairs.emplace(at->second, d);
  }
  for (const auto& [a, b] : pairs) compare(a, b);
  find_citations();
  auto& made = linking_.dossier.derivations;
  std::sort(made.begin(), made.end(),
            [](const Derivation& a, const Derivation& b) { return a.id < b.id; });
}

}  // namespace

void link_derivations(Linking& linking) {
  DerivationMaker(linking).make();
}

void fill_omissions(Linking& linking) {
  std::map<DocumentId, std::set<ClaimId>> claims;
  for (const ClaimLink& link : linking.dossier.claim_links) {
    if (const auto s = linking.find_statement(link.statement)) {
      claims[linking.dossier.statements[*s].document].insert(link.claim);
    }
  }
  for (Derivation& derivation : linking.dossier.derivations) {
    if (derivation.type == DerivationType::cites) continue;
    const auto& kept = claims[derivation.to];
    for (const ClaimId& claim : claims[derivation.from]) {
      if (!kept.contains(claim)) derivation.omits.push_back(claim);
    }
  }
}

}  // namespace counterpoint
