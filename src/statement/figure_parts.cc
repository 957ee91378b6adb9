// SPDX-License-Identifier: Apache-2.0
#include "statement/figure_parts.h"

#include <string>
#include <string_view>

#include "base/utf8.h"

namespace counterpoint::statement {
namespace {

bool is_part_of(const Tree& tree, std::string_view words) {
  return words.size() > 2 && words.front() == ' ' && words.back() == ' ' &&
         tree.words().has(WordClass::part_of, utf8::lower(words.substr(1, words.size() - 2)));
}

bool follows_part_of(const Tree& tree, std::uint32_t offset) {
  const TokenIndex at = tree.tokens_in({0, offset}).second;
  return at >= 2 &&
         tree.words().has(WordClass::part_of, tree.lower(at - 2) + " " + tree.lower(at - 1));
}

}  // namespace

void link_parts(const Tree& tree, std::vector<Figure>& figures) {
  const std::string& text = tree.document().text;
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    Figure& a = figures[i];
    Figure& b = figures[i + 1];
    if (a.measure != b.measure || a.span.end > b.span.begin) continue;
    const std::string_view between = Span{a.span.end, b.span.begin}.of(text);
    const bool of_the = is_part_of(tree, between);
    const bool of_first = follows_part_of(tree, a.span.begin);
    if (of_the) a.part_of = static_cast<std::uint32_t>(i + 1);
    if (!of_the && of_first && between.find('.') == std::string_view::npos) {
      b.part_of = static_cast<std::uint32_t>(i);
    }
  }
}

}  // namespace counterpoint::statement
