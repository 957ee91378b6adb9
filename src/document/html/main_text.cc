// SPDX-License-Identifier: Apache-2.0
#include "document/html/main_text.h"

#include <algorithm>

#include "document/html/furniture_hints.h"

namespace counterpoint::html {
namespace {

constexpr std::size_t kLeastRunningText = 60;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_space(c); }));
}

class Finder {
 public:
  explicit Finder(const Dom& dom)
      : dom_(dom), running_(dom.size(), 0), own_running_(dom.size(), false) {}

  MainText find() {
    main_.reasons.resize(dom_.size());
    for (std::size_t i = 0; i < dom_.size(); ++i) {
      if (is_never_text(dom_[i].tag)) main_.reasons[i] = furniture_reason(dom_, i);
    }
    measure();
    const std::size_t total = running_.empty() ? 0 : running_[0];
    mark_furniture(total);
    measure();
    choose();
    find_leads();
    return std::move(main_);
  }

 private:
  // Running text of each subtree, furniture left out.
  void measure() {
    std::fill(running_.begin(), running_.end(), 0);
    std::vector<std::size_t> own(dom_.size(), 0), linked(dom_.size(), 0);
    std::vector<std::size_t> block(dom_.size(), 0), link(dom_.size(), 0);
    for (std::size_t i = 0; i < dom_.size(); ++i) {
      const Node& node = dom_[i];
      block[i] = !node.is_text && is_block_tag(node.tag) ? i : block[node.parent];
      link[i] = node.is(Tag::a) ? 1 : link[node.parent];
      if (!main_.reasons[i].empty()) {
        i = node.end - 1;
      } else if (node.is_text) {
        const std::size_t length = length_of(dom_.raw_text(i));
        own[block[i]] += length;
        if (link[i] != 0) linked[block[i]] += length;
      }
    }
    for (std::size_t i = dom_.size(); i-- > 0;) {
      const bool running =
          own[i] >= kLeastRunningText && 2 * linked[i] < own[i] && heading_level(dom_[i].tag) == 0;
      own_running_[i] = running;
      running_[i] += running ? own[i] : 0;
      if (i > 0) running_[dom_[i].parent] += running_[i];
    }
  }

  // Furniture is small: an element that holds a good part of the page's running text is not,
  // whatever it is called. Pages wrap everything in a form, or give the report a class
  // "has-comments".
  void mark_furniture(std::size_t total) {
    for (std::size_t i = 0; i < dom_.size(); ++i) {
      if (!main_.reasons[i].empty()) {
        i = dom_[i].end - 1;
        continue;
      }
      const auto reason = furniture_reason(dom_, i);
      if (reason.empty()) continue;
      const bool comments = reason == "comments" && dom_[i].parent != 0;
      const std::size_t most = comments ? total : 3 * total / 10;
      if (running_[i] > most || (total > 0 && running_[i] == total)) continue;
      main_.reasons[i] = reason;
      i = dom_[i].end - 1;
    }
  }

  // The strongest claim that holds most of the running text; failing that, one that holds much of
  // it.
  void choose() {
    const std::size_t total = running_.empty() ? 0 : running_[0];
    main_.root = 0;
    if (total == 0) return;
    for (const std::size_t percent : {75, 40}) {
      for (int claim = 3; claim > 0; --claim) {
        const std::size_t root = claimed(claim, percent * total / 100);
        if (root == 0) continue;
        main_.root = root;
        return;
      }
    }
    main_.root = headed_article(total / 10);
    if (main_.root == 0) main_.root = densest();
  }

  // The one <article> that holds the page's only <h1>, beside others that are previews of other
  // reports. 0 if there is none.
  [[nodiscard]] std::size_t headed_article(std::size_t least) const {
    std::size_t article = 0, headings = 0;
    for (std::size_t i = 1; i < dom_.size(); ++i) {
      if (!main_.reasons[i].empty()) {
        i = dom_[i].end - 1;
      } else if (dom_[i].is(Tag::h1)) {
        ++headings;
        for (std::size_t at = i; at != 0; at = dom_[at].parent) {
          if (dom_[at].is(Tag::article)) article = at;
        }
      }
    }
    return headings == 1 && running_[article] >= least ? article : 0;
  }

  // An element of this claim with `least` running text, or what encloses several that have it
  // together: pages cut a report in pieces to set advertisements between them. 0 if there is none.
  [[nodiscard]] std::size_t claimed(int claim, std::size_t least) const {
    std::size_t best = 0, sum = 0, enclosing = 0;
    for (std::size_t i = 1; i < dom_.size(); ++i) {
      if (!main_.reasons[i].empty()) {
        i = dom_[i].end - 1;
      } else if (body_claim(dom_, i) == claim) {
        if (best == 0 || running_[i] > running_[best]) best = i;
        if (running_[i] * 10 < least) continue;
        enclosing = sum == 0 ? i : common_ancestor(enclosing, i);
        sum += running_[i];
        i = dom_[i].end - 1;
      }
    }
    if (best != 0 && running_[best] >= least) return best;
    return claim > 1 && sum >= least ? enclosing : 0;
  }

  [[nodiscard]] std::size_t common_ancestor(std::size_t a, std::size_t b) const {
    while (dom_[a].end <= b) a = dom_[a].parent;
    return a;
  }

  // Running text between the headline and the report's root, close above it: a page may set the
  // first paragraph apart.
  void find_leads() {
    std::size_t above = main_.root;
    for (int level = 0; level < 3 && above != 0 && !dom_[above].is(Tag::body); ++level) {
      above = dom_[above].parent;
    }
    std::size_t begin = main_.root;  // no headline, no telling
    for (std::size_t i = above; i < main_.root; ++i) {
      if (dom_[i].is(Tag::h1)) begin = dom_[i].end;
    }
    for (std::size_t i = begin; i < main_.root; ++i) {
      if (!main_.reasons[i].empty()) {
        i = dom_[i].end - 1;
      } else if (own_running_[i] && dom_[i].end <= main_.root) {
        main_.leads.push_back(i);
        i = dom_[i].end - 1;
      }
    }
  }

  // The deepest element with 80 % of the running text that is more than a paragraph.
  [[nodiscard]] std::size_t densest() const {
    std::size_t at = 0;
    for (bool deeper = true; deeper;) {
      deeper = false;
      for (std::size_t child = at + 1; child < dom_[at].end; child = dom_[child].end) {
        if (dom_[child].is_text || 10 * running_[child] < 8 * running_[at]) continue;
        if (!has_running_blocks(child)) break;
        at = child;
        deeper = true;
        break;
      }
    }
    return at;
  }

  [[nodiscard]] bool has_running_blocks(std::size_t node) const {
    for (std::size_t child = node + 1; child < dom_[node].end; child = dom_[child].end) {
      if (running_[child] > 0) return true;
    }
    return false;
  }

  const Dom& dom_;
  MainText main_;
  std::vector<std::size_t> running_;
  std::vector<bool> own_running_;  // a block that is running text itself
};

}  // namespace

MainText find_main_text(const Dom& dom) {
  return Finder(dom).find();
}

}  // namespace counterpoint::html
