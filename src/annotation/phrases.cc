// SPDX-License-Identifier: Apache-2.0
// How far a referring expression reaches in the text.
#include <algorithm>

#include "annotation/expressions.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

// Deeper trees are taken for a mistake of the parser.
constexpr int kMaxDepth = 64;

bool one_of(string_view word, std::initializer_list<string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class PhraseFinder {
 public:
  PhraseFinder(const Words& words, const Dependents& dependents, TokenIndex head)
      : words_(words), dependents_(dependents), head_(head) {
    for (const TokenIndex child : dependents.of(head)) {
      if (relation(words, child) == "cop") copula_ = child;
    }
  }

  TokenRange range() {
    inside_.push_back(head_);
    for (const TokenIndex child : dependents_.of(head_)) {
      if (belongs(child)) whole(child, 0);
    }
    return trimmed(run());
  }

 private:
  bool belongs(TokenIndex child) const {
    const string_view rel = relation(words_, child);
    if (rel == "appos") return is_close_apposition(words_, dependents_, child);
    if (one_of(rel, {"conj", "cc", "parataxis", "discourse", "vocative", "list", "dep",
                     "reparandum", "cop", "mark", "expl", "csubj", "orphan"})) {
      return false;
    }
    if (is_age(child)) return false;
    if (rel == "case") return child > head_ && words_.token(child).upos == Upos::PART;
    if (rel == "advmod") return child > head_ ? copula_ < 0 : !opens(child);
    if (copula_ >= 0) {
      if (one_of(rel, {"nsubj", "aux", "advcl", "ccomp", "obl"})) return false;
      if (child < copula_) return false;
    } else if (rel == "nsubj" || rel == "aux" || rel == "obl" || rel == "advcl") {
      return false;
    }
    return true;
  }

  // "Hale, 43"; not "May 4, 2009".
  bool is_age(TokenIndex child) const {
    return child > head_ && words_.token(child).upos == Upos::NUM && words_.at(child - 1) == "," &&
           words_.token(head_).upos == Upos::PROPN && words_.at(child).size() < 4;
  }

  // "only the team": an adverb before the article belongs to the clause.
  bool opens(TokenIndex child) const {
    for (const TokenIndex other : dependents_.of(head_)) {
      const string_view rel = relation(words_, other);
      if (other < child && rel != "case" && rel != "punct" && rel != "cc" && rel != "mark" &&
          rel != "cop" && rel != "nsubj") {
        return false;
      }
    }
    return true;
  }

  void whole(TokenIndex token, int depth) {
    inside_.push_back(token);
    if (depth > kMaxDepth) return;
    for (const TokenIndex child : dependents_.of(token)) whole(child, depth + 1);
  }

  // The unbroken run of gathered tokens around the head.
  TokenRange run() {
    std::sort(inside_.begin(), inside_.end());
    TokenRange range{head_, head_ + 1};
    const auto at = std::lower_bound(inside_.begin(), inside_.end(), head_);
    for (auto left = at; left != inside_.begin() && *(left - 1) == range.first - 1; --left) {
      --range.first;
    }
    for (auto right = at + 1; right != inside_.end() && *right == range.last; ++right) {
      ++range.last;
    }
    return range;
  }

  bool is_mark(TokenIndex i) const {
    return words_.token(i).upos == Upos::PUNCT && words_.token(i).head >= 0;
  }

  // What can stand before a phrase but not begin it.
  bool is_lead(TokenIndex i) const {
    const Upos upos = words_.token(i).upos;
    return upos == Upos::ADP || upos == Upos::AUX || upos == Upos::SCONJ || upos == Upos::CCONJ;
  }

  TokenRange trimmed(TokenRange range) const {
    while (range.first < head_ && wraps(range)) ++range.first, --range.last;
    while (range.first < head_ &&
           (is_lead(range.first) || (is_mark(range.first) && !pairs_up(range, range.first)))) {
      ++range.first;
    }
    while (range.last > head_ + 1 && is_mark(range.last - 1) && !pairs_up(range, range.last - 1)) {
      --range.last;
    }
    return range;
  }

  // Brackets or quotation marks around the whole.
  bool wraps(TokenRange range) const {
    return range.last > head_ + 1 && is_mark(range.first) && is_mark(range.last - 1) &&
           pairs_up(range, range.first) && pairs_up(range, range.last - 1);
  }

  // A bracket or quote whose other half stands inside the phrase.
  bool pairs_up(TokenRange range, TokenIndex mark) const {
    static constexpr string_view kPairs[][2] = {{"(", ")"},           {"[", "]"},
                                                {"\"", "\""},         {"'", "'"},
                                                {"\u201c", "\u201d"}, {"\u2018", "\u2019"}};
    const bool left = mark == range.first;
    for (const auto& pair : kPairs) {
      if (words_.at(mark) != pair[left ? 0 : 1]) continue;
      for (TokenIndex i = range.first; i < range.last; ++i) {
        if (i != mark && words_.at(i) == pair[left ? 1 : 0]) return true;
      }
    }
    return false;
  }

  const Words& words_;
  const Dependents& dependents_;
  TokenIndex head_;
  TokenIndex copula_ = -1;
  std::vector<TokenIndex> inside_;
};

}  // namespace

// Right behind a bare noun, with neither mark nor article between: "activist Noam Chomsky".
bool is_close_apposition(const Words& words, const Dependents& dependents, TokenIndex appos) {
  const TokenIndex head = words.token(appos).head;
  if (head < 0 || head > appos || relation(words, appos) != "appos") return false;
  for (const TokenIndex child : dependents.of(head)) {
    const std::string_view rel = relation(words, child);
    if (rel == "det" || words.token(child).deprel == "nmod:poss") return false;
  }
  for (TokenIndex i = head + 1; i < appos; ++i) {
    if (words.token(i).upos == Upos::PUNCT) return false;
  }
  return words.token(head).upos == Upos::NOUN && words.token(appos).upos == Upos::PROPN;
}

TokenRange full_phrase(const Words& words, const Dependents& dependents, TokenIndex head) {
  return PhraseFinder(words, dependents, head).range();
}

}  // namespace counterpoint::annotation
