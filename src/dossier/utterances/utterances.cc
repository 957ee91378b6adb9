// SPDX-License-Identifier: Apache-2.0
#include "dossier/utterances/utterances.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "base/hash.h"
#include "base/utf8.h"
#include "dossier/claims/similarity.h"
#include "dossier/utterances/renderings.h"

namespace counterpoint {
namespace {

constexpr std::size_t kNearest = 24;      // statements compared with each
constexpr std::size_t kRun = 6;           // "there is no armed conflict here": beyond chance
constexpr std::size_t kUnnamedRun = 9;    // two residents do not say nine words alike
constexpr std::size_t kLeastTelling = 4;  // fewer telling words are said by many on many days
constexpr double kShare = 0.75;

bool is_telling(const Token& token) {
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

class Utterances {
 public:
  explicit Utterances(Linking& linking)
      : linking_(linking), similarity_(linking), group_(linking.dossier.statements.size()) {
    std::iota(group_.begin(), group_.end(), 0U);
  }

  void run() {
    for (std::uint32_t s = 0; s < group_.size(); ++s) {
      if (!is_saying(s)) continue;
      for (const std::uint32_t other : similarity_.nearest(s, kNearest)) {
        if (other > s && is_saying(other) && is_same(s, other)) join(s, other);
      }
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t s = 0; s < group_.size(); ++s) {
      if (is_saying(s)) groups[top(s)].push_back(s);
    }
    for (const auto& [first, members] : groups) {
      if (members.size() > 1) add(members);
    }
    std::sort(linking_.dossier.utterances.begin(), linking_.dossier.utterances.end(),
              [](const Utterance& a, const Utterance& b) { return a.id < b.id; });
  }

 private:
  const Statement& statement(std::uint32_t s) const { return linking_.dossier.statements[s]; }

  bool is_saying(std::uint32_t s) const {
    const Statement& said = statement(s);
    return linking_.counted[s] && said.chain.size() > 1 && said.speech != Speech::tabular &&
           said.speech != Speech::narration;
  }

  Rendering rendering_of(std::uint32_t s) const {
    const AnnotatedDocument& source = linking_.document_of(s);
    Rendering made{source.document.text, {}};
    const std::vector<Span>& inserted = linking_.local_of(s).inserted;
    const auto [first, last] = linking_.tokens_of(s);
    for (TokenIndex i = first; i < last; ++i) {
      const Token& token = source.annotation.tokens[static_cast<std::size_t>(i)];
      const bool outlets = std::any_of(inserted.begin(), inserted.end(), [&](const Span& words) {
        return words.contains(token.span);
      });
      if (outlets || token.upos == Upos::PUNCT) continue;
      made.words.push_back({utf8::folded(token.span.of(made.text)), token.span, is_telling(token),
                            token.upos == Upos::NUM});
    }
    return made;
  }

  bool is_same(std::uint32_t a, std::uint32_t b) const {
    const Voice* left = linking_.claimant_of(a);
    const Voice* right = linking_.claimant_of(b);
    if (!left || !right) return false;
    const bool one = left->id == right->id;
    const bool unnamed = left->identity == IdentityClass::unnamed &&
                         right->identity == IdentityClass::unnamed && left->kind == right->kind;
    if (!one && !unnamed) return false;
    if (overlaps(a, b) || statement(a).polarity != statement(b).polarity) return false;
    const Overlap common = overlap_of(rendering_of(a), rendering_of(b));
    if (common.run >= kUnnamedRun) return true;
    if (!one || other_day(a, b)) return false;
    return common.run >= kRun ||
           (!common.numbers_differ && common.telling >= kLeastTelling && common.share >= kShare);
  }

  // A saying told inside the other, in one document.
  bool overlaps(std::uint32_t a, std::uint32_t b) const {
    return statement(a).document == statement(b).document &&
           statement(a).span.overlaps(statement(b).span);
  }

  bool other_day(std::uint32_t a, std::uint32_t b) const {
    const auto& left = statement(a).said;
    const auto& right = statement(b).said;
    constexpr std::size_t kDay = 10;  // "2011-06-06"
    return left && right && left->edtf.size() == kDay && right->edtf.size() == kDay &&
           left->edtf != right->edtf;
  }

  std::uint32_t top(std::uint32_t s) const {
    while (group_[s] != s) s = group_[s];
    return s;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t left = top(a), right = top(b);
    group_[std::max(left, right)] = std::min(left, right);
  }

  // The fullest: quoted before told, then the one with most words.
  std::uint32_t fullest(const std::vector<std::uint32_t>& members) const {
    return *std::max_element(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) {
      const bool left = statement(a).speech == Speech::direct;
      const bool right = statement(b).speech == Speech::direct;
      if (left != right) return right;
      return rendering_of(a).words.size() < rendering_of(b).words.size();
    });
  }

  void add(const std::vector<std::uint32_t>& members) {
    const std::uint32_t base = fullest(members);
    const Rendering full = rendering_of(base);
    Utterance made;
    made.voice = statement(base).chain.back();
    std::size_t shortest_run = SIZE_MAX;
    for (const std::uint32_t s : members) {
      made.statements.push_back(statement(s).id);
      if (!made.said && statement(s).said) made.said = statement(s).said;
      if (s == base) continue;
      const Rendering other = rendering_of(s);
      made.variants.push_back({statement(s).id, lacking(full, other), lacking(other, full)});
      shortest_run = std::min(shortest_run, overlap_of(full, other).run);
    }
    std::sort(made.statements.begin(), made.statements.end());
    made.id = stable_id("u-", {made.statements.front().value});
    made.reason = shortest_run >= kRun
                      ? fmt::format("one voice, and at least {} words in a row alike", shortest_run)
                      : "one voice, and most of the telling words of the shorter rendering";
    for (const std::uint32_t s : members) linking_.dossier.statements[s].utterance = made.id;
    linking_.dossier.utterances.push_back(std::move(made));
  }

  Linking& linking_;
  const SimilarityIndex similarity_;
  std::vector<std::uint32_t> group_;  // statement -> one above it in its group
};

}  // namespace

void link_utterances(Linking& linking) {
  Utterances(linking).run();
}

}  // namespace counterpoint
