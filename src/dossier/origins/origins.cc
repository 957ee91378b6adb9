// SPDX-License-Identifier: Apache-2.0
#include "dossier/origins/origins.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "base/hash.h"
#include "dossier/identity/name_key.h"

namespace counterpoint {
namespace {

std::uint32_t root(const std::vector<std::uint32_t>& parents, std::uint32_t at) {
  while (parents[at] != at) at = parents[at];
  return at;
}

// By document: the first document of those that are copies, and of those that also share an outlet.
struct Clusters {
  std::vector<std::uint32_t> copies;
  std::vector<std::uint32_t> publishers;
};

std::vector<std::uint32_t> with_publishers(const Linking& linking,
                                           std::vector<std::uint32_t> parents) {
  std::map<VoiceId, std::uint32_t> first;
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    if (linking.voices[d].empty()) continue;
    const auto [at, added] = first.try_emplace(linking.voices[d].front(), d);
    const std::uint32_t a = root(parents, at->second), b = root(parents, d);
    parents[std::max(a, b)] = std::min(a, b);
  }
  for (std::uint32_t d = 0; d < parents.size(); ++d) parents[d] = root(parents, d);
  return parents;
}

struct Key {
  std::string value;
  std::string reason;
};

// nullopt: the statement adds no origin.
std::optional<Key> key_of(const Linking& linking, std::uint32_t s, const Clusters& clusters) {
  const Statement& statement = linking.dossier.statements[s];
  const std::uint32_t d = linking.statement_from[s].document;
  const Voice* claimant = linking.claimant_of(s);
  if (!claimant) return std::nullopt;
  if (statement.chain.size() == 1) {
    if (claimant->kind == VoiceKind::reference) return std::nullopt;
    const Document& document = linking.documents[d].document;
    if (!document.credit.empty()) {
      return Key{"credit " + plain_key(document.credit), "credited to one agency"};
    }
    return Key{"outlet " + std::to_string(clusters.publishers[d]),
               "own reporting of one publisher and its copies"};
  }
  const bool known = claimant->identity == IdentityClass::named ||
                     claimant->identity == IdentityClass::pseudonym ||
                     claimant->identity == IdentityClass::institution;
  if (known) return Key{"voice " + claimant->id.value, "said by one claimant"};
  if (statement.chain.size() > 2) {
    const VoiceId& relay = statement.chain[statement.chain.size() - 2];
    return Key{"relay " + relay.value + " " + plain_key(claimant->name),
               "an unnamed claimant through one relay"};
  }
  return Key{"unnamed " + claimant->id.value + " " + std::to_string(clusters.copies[d]),
             "an unnamed claimant of one report and its copies"};
}

}  // namespace

std::vector<std::uint32_t> copy_clusters(const Linking& linking) {
  std::map<DocumentId, std::uint32_t> index;
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    index.emplace(linking.documents[d].document.id, d);
  }
  std::vector<std::uint32_t> parents(linking.documents.size());
  std::iota(parents.begin(), parents.end(), 0u);
  for (const Derivation& derivation : linking.dossier.derivations) {
    if (derivation.type == DerivationType::cites) continue;
    const std::uint32_t a = root(parents, index.at(derivation.from));
    const std::uint32_t b = root(parents, index.at(derivation.to));
    parents[std::max(a, b)] = std::min(a, b);
  }
  for (std::uint32_t d = 0; d < parents.size(); ++d) parents[d] = root(parents, d);
  return parents;
}

void link_origins(Linking& linking) {
  Clusters clusters{copy_clusters(linking), {}};
  clusters.publishers = with_publishers(linking, clusters.copies);
  std::map<std::string, std::pair<Origin, std::set<DocumentId>>> origins;
  for (std::uint32_t s = 0; s < linking.dossier.statements.size(); ++s) {
    const auto key = linking.counted[s] ? key_of(linking, s, clusters) : std::nullopt;
    if (!key) continue;
    const Statement& statement = linking.dossier.statements[s];
    auto& [origin, documents] = origins[key->value];
    // Statements come in the order of their ids, so the first is the least.
    if (origin.id.empty()) origin.id = stable_id("o-", {statement.id.value});
    origin.reason = key->reason;
    origin.statements.push_back(statement.id);
    documents.insert(statement.document);
  }
  for (auto& [key, made] : origins) {
    made.first.documents.assign(made.second.begin(), made.second.end());
    linking.dossier.origins.push_back(std::move(made.first));
  }
  std::sort(linking.dossier.origins.begin(), linking.dossier.origins.end(),
            [](const Origin& a, const Origin& b) { return a.id < b.id; });
}

}  // namespace counterpoint
