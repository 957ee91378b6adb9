// SPDX-License-Identifier: Apache-2.0
#include "document/html/depth.h"

#include <algorithm>
#include <array>

namespace counterpoint::html {
namespace {

constexpr std::size_t kMostDepth = 1000;

// Tags that are never closed, or that pages often leave open: they do not count as depth.
constexpr std::array<std::string_view, 27> kUncounted{
    "area", "base",  "br",     "col",   "embed", "hr",    "img",    "input",    "link",
    "meta", "param", "source", "track", "wbr",   "p",     "li",     "dt",       "dd",
    "tr",   "td",    "th",     "thead", "tbody", "tfoot", "option", "optgroup", "html"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string tag_name(std::string_view page, std::size_t at) {
  std::string name;
  while (at < page.size() && name.size() < 12 &&
         (is_letter(page[at]) || (page[at] >= '0' && page[at] <= '9'))) {
    name += static_cast<char>(is_letter(page[at]) ? page[at] | 32 : page[at]);
    ++at;
  }
  return name;
}

// Behind the end of a script's or style's content, where "<" opens no tag.
std::size_t skip_raw_text(std::string_view page, std::size_t at, std::string_view name) {
  for (at = page.find("</", at); at != std::string_view::npos; at = page.find("</", at + 2)) {
    if (tag_name(page, at + 2) == name) return at;
  }
  return page.size();
}

}  // namespace

std::string without_deep_tags(std::string_view page) {
  std::string copy(page);
  std::size_t depth = 0;
  for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at)) {
    const bool closing = at + 1 < page.size() && page[at + 1] == '/';
    const std::string name = tag_name(page, at + (closing ? 2 : 1));
    if (name.empty() || std::find(kUncounted.begin(), kUncounted.end(), name) != kUncounted.end()) {
      at += 1;
      continue;
    }
    // Looked for only now: a page of "<p<p<p" without ">" is read to its end once.
    const std::size_t close = std::min(page.find('>', at), page.size() - 1);
    if (closing && depth > 0) --depth;
    if (depth >= kMostDepth)
      std::fill(copy.begin() + static_cast<std::ptrdiff_t>(at),
                copy.begin() + static_cast<std::ptrdiff_t>(close) + 1, ' ');
    const bool empty = close > at && page[close - 1] == '/';
    if (!closing && !empty) ++depth;
    at = close + 1;
    if (!closing && (name == "script" || name == "style")) at = skip_raw_text(page, at, name);
  }
  return copy;
}

}  // namespace counterpoint::html
