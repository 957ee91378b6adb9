// SPDX-License-Identifier: Apache-2.0
// The marks inside a paragraph of Markdown.
#pragma once

#include <vector>

#include "document/mapped_text.h"
#include "document/words.h"

namespace counterpoint::markdown {

struct Inline {
  MappedText text;            // without marks
  std::vector<Range> images;  // ranges of the given text that were pictures: "![alt](address)"
};

// Links keep their words, pictures go, emphasis, code and HTML tags lose their marks, "\*" becomes
// "*". Marks that do not pair up are text.
[[nodiscard]] Inline read_inline(const MappedText& text);

}  // namespace counterpoint::markdown
