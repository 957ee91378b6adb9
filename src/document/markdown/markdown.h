// SPDX-License-Identifier: Apache-2.0
// Markdown: front matter as metadata, headings, paragraphs, lists, quotes and tables as blocks,
// with the marks of links and emphasis taken out of the text.
#pragma once

#include <string>
#include <vector>

#include "document/block.h"

namespace counterpoint::markdown {

struct FrontMatter {
  std::string title, publisher, published, updated, url, language;
  std::vector<std::string> authors;
};

struct MarkdownPage {
  Page page;
  FrontMatter front_matter;
};

[[nodiscard]] MarkdownPage read_markdown(const MappedText& source);

void set_metadata(const FrontMatter& front_matter, Document& document);

}  // namespace counterpoint::markdown
