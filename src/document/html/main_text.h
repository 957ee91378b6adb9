// SPDX-License-Identifier: Apache-2.0
// Which part of a page is the report: by what elements claim to be, and by where running text
// stands.
#pragma once

#include <string_view>
#include <vector>

#include "document/html/dom.h"

namespace counterpoint::html {

struct MainText {
  std::size_t root = 0;  // the element whose subtree holds the report
  // Paragraphs of the report that stand before the root; rising, none within another.
  std::vector<std::size_t> leads;
  // By node: why its subtree is not part of the report; empty where it is.
  std::vector<std::string_view> reasons;
};

// Running text is what stands in blocks of at least 60 bytes that are not mostly links. The
// report's root is the element with the strongest claim that holds at least 75 % of the page's
// running text, else 40 %, else the deepest element with 80 % of it.
[[nodiscard]] MainText find_main_text(const Dom& dom);

}  // namespace counterpoint::html
