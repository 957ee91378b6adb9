// SPDX-License-Identifier: Apache-2.0
#include "annotation/groups.h"

#include <algorithm>

namespace counterpoint::annotation {
namespace {

// Of-phrases nest at most so deep: "members of the staff of the ministry of ...".
constexpr int kMaxDepth = 4;

// Tokens of one group, gathered over the parse.
class Gatherer {
 public:
  Gatherer(const Words& words, const Dependents& dependents)
      : words_(words), dependents_(dependents) {}

  void core(TokenIndex head, int depth) {
    inside_.push_back(head);
    for (const TokenIndex child : dependents_.of(head)) {
      const std::string_view rel = relation(words_, child);
      if (belongs_left(child, head, rel)) whole(child, 0);
      if (rel == "flat" || rel == "goeswith" || (rel == "compound" && child > head))
        whole(child, 0);
      if (rel == "punct" && joins(child, head)) inside_.push_back(child);
      if (rel == "nmod" && child > head && depth < kMaxDepth && has_of(child))
        of_phrase(child, depth);
    }
  }

  // The unbroken run of gathered tokens around `head`.
  TokenRange run(TokenIndex head) {
    std::sort(inside_.begin(), inside_.end());
    TokenRange range{head, head + 1};
    const auto at = std::lower_bound(inside_.begin(), inside_.end(), head);
    for (auto left = at; left != inside_.begin() && *(left - 1) >= range.first - 1; --left) {
      range.first = *(left - 1);
    }
    for (auto right = at; right != inside_.end() && *right <= range.last; ++right) {
      range.last = std::max(range.last, *right + 1);
    }
    return range;
  }

 private:
  bool belongs_left(TokenIndex child, TokenIndex head, std::string_view rel) const {
    if (child > head) return false;
    if (rel == "det" || rel == "amod" || rel == "compound" || rel == "nummod") return true;
    if (rel == "nmod" || rel == "advmod" || rel == "case") {
      // Not "in" before the noun, but "about" in "about 40 officers" hangs on the number.
      return rel == "nmod" && (words_.token(child).deprel != "nmod" || !has_case_before(child));
    }
    return false;
  }

  bool has_case_before(TokenIndex child) const {
    const TokenIndex marker = dependents_.find(child, "case");
    return marker >= 0 && marker < child;
  }

  bool has_of(TokenIndex child) const {
    const TokenIndex marker = dependents_.find(child, "case");
    return marker >= 0 && marker < child && words_.at(marker) == "of";
  }

  void of_phrase(TokenIndex child, int depth) {
    inside_.push_back(dependents_.find(child, "case"));
    core(child, depth + 1);
  }

  // A hyphen inside a word, and quotes around a part of the group: "al - Shaar".
  bool joins(TokenIndex mark, TokenIndex head) const {
    const std::string_view word = words_.at(mark);
    if (is_dash(word)) return words_.joined(mark) && words_.joined(mark - 1);
    return word == "\"" && mark < head && dependents_.of(head).front() < mark;
  }

  void whole(TokenIndex token, int depth) {
    inside_.push_back(token);
    if (depth > 16) return;
    for (const TokenIndex child : dependents_.of(token)) {
      const std::string_view rel = relation(words_, child);
      if (rel == "acl" || rel == "appos" || rel == "parataxis") continue;
      whole(child, depth + 1);
    }
  }

  const Words& words_;
  const Dependents& dependents_;
  std::vector<TokenIndex> inside_;
};

bool begins_group(const Words& words, TokenIndex i) {
  const Upos upos = words.token(i).upos;
  return upos != Upos::PUNCT && upos != Upos::ADP && upos != Upos::CCONJ && upos != Upos::PART &&
         upos != Upos::SCONJ;
}

}  // namespace

std::string_view relation(const Words& words, TokenIndex i) {
  const std::string_view rel = words.token(i).deprel;
  return rel.substr(0, rel.find(':'));
}

Dependents::Dependents(const Words& words)
    : words_(words), children_(static_cast<std::size_t>(words.size())) {
  for (TokenIndex i = 0; i < words.size(); ++i) {
    const TokenIndex head = words.token(i).head;
    if (head >= 0) children_[static_cast<std::size_t>(head)].push_back(i);
  }
}

TokenIndex Dependents::find(TokenIndex i, std::string_view rel) const {
  for (const TokenIndex child : of(i)) {
    if (words_.token(child).deprel == rel || relation(words_, child) == rel) return child;
  }
  return -1;
}

bool is_joint(const Words& words, TokenIndex i) {
  return is_dash(words.at(i)) && words.joined(i) && words.joined(i - 1);
}

TokenRange over_hyphens(const Words& words, TokenRange range) {
  while (range.first >= 2 && is_joint(words, range.first - 1)) range.first -= 2;
  while (is_joint(words, range.last)) range.last += 2;
  if (is_joint(words, range.first)) --range.first;
  if (is_joint(words, range.last - 1)) ++range.last;
  return range;
}

TokenRange nominal_group(const Words& words, const Dependents& dependents, TokenIndex head) {
  Gatherer gatherer(words, dependents);
  gatherer.core(head, 0);
  TokenRange range = over_hyphens(words, gatherer.run(head));
  while (range.first < head && !begins_group(words, range.first)) ++range.first;
  while (range.last > head + 1 && words.token(range.last - 1).upos == Upos::PUNCT &&
         words.at(range.last - 1) != "\"") {
    --range.last;
  }
  return range;
}

}  // namespace counterpoint::annotation
