// SPDX-License-Identifier: Apache-2.0
#include "dossier/utterances/renderings.h"

#include <algorithm>
#include <set>

namespace counterpoint {
namespace {

std::set<std::string> telling_words(const Rendering& rendering) {
  std::set<std::string> words;
  for (const RenderedWord& word : rendering.words) {
    if (word.telling) words.insert(word.folded);
  }
  return words;
}

bool numbers_differ(const Rendering& a, const Rendering& b) {
  bool left = false, right = false;
  for (const RenderedWord& word : b.words) right |= word.number;
  for (const RenderedWord& word : a.words) {
    if (!word.number) continue;
    left = true;
    const auto same = [&](const RenderedWord& other) { return other.folded == word.folded; };
    if (std::any_of(b.words.begin(), b.words.end(), same)) return false;
  }
  return left && right;
}

std::size_t longest_run(const Rendering& a, const Rendering& b) {
  std::size_t best = 0;
  std::vector<std::size_t> before(b.words.size() + 1, 0), here(b.words.size() + 1, 0);
  for (const RenderedWord& word : a.words) {
    for (std::size_t j = 0; j < b.words.size(); ++j) {
      here[j + 1] = word.folded == b.words[j].folded ? before[j] + 1 : 0;
      best = std::max(best, here[j + 1]);
    }
    std::swap(before, here);
  }
  return best;
}

// For each word of `a` whether the longest common subsequence with `b` holds it.
std::vector<bool> common_words(const Rendering& a, const Rendering& b) {
  const std::size_t n = a.words.size(), m = b.words.size();
  std::vector<std::vector<std::uint32_t>> length(n + 1, std::vector<std::uint32_t>(m + 1, 0));
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t j = m; j-- > 0;) {
      length[i][j] = a.words[i].folded == b.words[j].folded
                         ? length[i + 1][j + 1] + 1
                         : std::max(length[i + 1][j], length[i][j + 1]);
    }
  }
  std::vector<bool> common(n, false);
  for (std::size_t i = 0, j = 0; i < n && j < m;) {
    if (a.words[i].folded == b.words[j].folded) {
      common[i++] = true;
      ++j;
    } else if (length[i + 1][j] >= length[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return common;
}

}  // namespace

Overlap overlap_of(const Rendering& a, const Rendering& b) {
  const std::set<std::string> left = telling_words(a), right = telling_words(b);
  Overlap found;
  found.run = longest_run(a, b);
  found.telling = static_cast<std::size_t>(std::count_if(
      left.begin(), left.end(), [&](const std::string& word) { return right.contains(word); }));
  found.numbers_differ = numbers_differ(a, b);
  const std::size_t fewer = std::min(left.size(), right.size());
  found.share = fewer == 0 ? 0 : static_cast<double>(found.telling) / static_cast<double>(fewer);
  return found;
}

std::string lacking(const Rendering& a, const Rendering& b) {
  const std::vector<bool> common = common_words(a, b);
  std::string pieces;
  for (std::size_t first = 0; first < a.words.size();) {
    if (common[first]) {
      ++first;
      continue;
    }
    std::size_t last = first;
    bool telling = false;
    for (; last < a.words.size() && !common[last]; ++last) telling |= a.words[last].telling;
    if (telling) {
      if (!pieces.empty()) pieces += " … ";
      pieces += Span{a.words[first].span.begin, a.words[last - 1].span.end}.of(a.text);
    }
    first = last;
  }
  return pieces;
}

}  // namespace counterpoint
