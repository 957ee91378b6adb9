// SPDX-License-Identifier: Apache-2.0
// Nominals: the same head with nothing said against it, offices, and "the city" for a named one.
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "annotation/chains.h"

namespace counterpoint::annotation {
namespace {

using std::string;
using std::string_view;

// So many of the latest expressions with a head are looked at.
constexpr std::size_t kLatest = 6;
// "the city" is a named one of at most so many sentences before.
constexpr std::uint32_t kNear = 2;

class NominalPass {
 public:
  explicit NominalPass(Chains& chains) : chains_(chains), words_(chains.words) {}

  void run() {
    for (std::size_t i = 0; i < chains_.size(); ++i) {
      const Expression& e = chains_.expressions[i];
      if (e.form == Form::pronoun || e.joined) continue;
      if (is_nominal(e)) link(i);
      remember(i);
    }
  }

 private:
  // "the President" too, though its tag is a name's.
  bool is_nominal(const Expression& e) const {
    return e.form == Form::nominal || (e.name.size() == 1 && e.determiner != Determiner::none &&
                                       words_.lexicon.titles.contains(e.name.front()));
  }

  string key(TokenIndex head, bool plural) const {
    return utf8::folded(words_.token(head).lemma) + (plural ? "+" : "");
  }

  string key(const Expression& e) const {
    return key(e.head, e.number == GrammaticalNumber::plural);
  }

  void link(std::size_t i) {
    const Expression& e = chains_.expressions[i];
    if (e.determiner == Determiner::indefinite || e.determiner == Determiner::quantified) return;
    if (is_new(e)) return;
    if (e.determiner == Determiner::none && !e.labelled) return;
    if (const auto found = heads_.find(key(e)); found != heads_.end()) {
      for (auto at = found->second.rbegin(); at != found->second.rend(); ++at) {
        if (!matches(e, chains_.expressions[*at])) continue;
        const Link kind = e.determiner == Determiner::none ? Link::repeated : Link::nominal;
        if (chains_.join(i, *at, kind)) return;
      }
    }
    if (const auto named = named_one(e, i)) chains_.join(i, *named, Link::nominal);
  }

  // "another", "the second", "other" ones are not the ones before.
  bool is_new(const Expression& e) const {
    return std::any_of(e.own.begin(), e.own.end(), [&](const string& word) {
      return words_.lexicon.roles.has(word, WordRole::fresh);
    });
  }

  bool matches(const Expression& e, const Expression& earlier) const {
    const bool less =
        std::includes(earlier.own.begin(), earlier.own.end(), e.own.begin(), e.own.end());
    switch (e.determiner) {
      case Determiner::pointing:
      case Determiner::definite:
        return less && !(e.type == MentionType::time && e.determiner != earlier.determiner);
      case Determiner::possessed:
        return e.own == earlier.own && earlier.determiner == Determiner::possessed;
      default:
        return e.own == earlier.own && earlier.determiner != Determiner::possessed &&
               earlier.determiner != Determiner::quantified;
    }
  }

  // "the city" -> the one named place spoken of just before; "the company" likewise. With two of
  // them near by there is no telling.
  std::optional<std::size_t> named_one(const Expression& e, std::size_t i) const {
    const bool plain = e.own.empty() && e.number == GrammaticalNumber::singular && !e.modifier;
    if (!plain || (e.determiner != Determiner::definite && e.determiner != Determiner::pointing)) {
      return std::nullopt;
    }
    const MentionType* type = find(words_.lexicon.noun_types, words_.token(e.head).lemma);
    if (type == nullptr || *type == MentionType::person) return std::nullopt;
    std::optional<std::size_t> best;
    const std::size_t reach = std::min(i, kReach);
    for (std::size_t k = i; k-- > i - reach;) {
      const Expression& earlier = chains_.expressions[k];
      if (earlier.sentence + kNear < e.sentence) break;
      if (earlier.form != Form::name || !earlier.typed || earlier.type != *type) continue;
      if (!chains_.may_join(i, k)) continue;
      if (best && !chains_.joined(*best, k)) return std::nullopt;
      if (!best) best = k;
    }
    return best;
  }

  void remember(std::size_t i) {
    const Expression& e = chains_.expressions[i];
    add(is_nominal(e) || e.determiner == Determiner::definite ? key(e) : string(), i);
    if (e.form != Form::name || e.type != MentionType::person) return;
    // "Interior Minister Shaar": "the minister" can take him up.
    for (TokenIndex k = e.range.first; k < e.range.last; ++k) {
      const string lemma = utf8::folded(words_.token(k).lemma);
      const MentionType* type = find(words_.lexicon.noun_types, lemma);
      const bool person = type != nullptr && *type == MentionType::person;
      if (k != e.head && (person || words_.lexicon.titles.contains(lemma))) add(lemma, i);
    }
  }

  void add(const string& head, std::size_t i) {
    if (head.empty()) return;
    auto& latest = heads_[head];
    latest.push_back(i);
    if (latest.size() > kLatest) latest.erase(latest.begin());
  }

  Chains& chains_;
  const Words& words_;
  std::unordered_map<string, std::vector<std::size_t>> heads_;
};

// "her father" after "Hadid's father": the same noun of the same owner.
class OwnerPass {
 public:
  explicit OwnerPass(Chains& chains) : chains_(chains) {}

  void run() {
    for (std::size_t i = 0; i < chains_.size(); ++i) {
      const Expression& e = chains_.expressions[i];
      if (e.determiner != Determiner::possessed || e.joined) continue;
      const std::int32_t owner = chains_.headed_by(chains_.dependents.find(e.head, "nmod:poss"));
      if (owner < 0) continue;
      const auto key = std::pair(
          chains_.root(static_cast<std::size_t>(owner)),
          chains_.words.token(e.head).lemma + (e.number == GrammaticalNumber::plural ? "+" : ""));
      const auto [at, fresh] = latest_.try_emplace(key, i);
      if (!fresh) chains_.join(i, at->second, Link::nominal);
      at->second = i;
    }
  }

 private:
  Chains& chains_;
  std::map<std::pair<std::size_t, string>, std::size_t> latest_;
};

}  // namespace

void link_possessions(Chains& chains) {
  OwnerPass(chains).run();
}

void link_nominals(Chains& chains) {
  NominalPass(chains).run();
}

}  // namespace counterpoint::annotation
