// SPDX-License-Identifier: Apache-2.0
// What a page says about itself to machines: JSON-LD, OpenGraph and other meta tags, microdata,
// <time>.
#pragma once

#include <string>
#include <vector>

#include "counterpoint/document.h"
#include "document/html/dom.h"

namespace counterpoint::html {

struct Metadata {
  std::string title;
  std::string publisher;
  std::string published;  // EDTF
  std::string updated;    // EDTF
  std::string url;
  std::string language;
  std::vector<std::string> authors;
};

// Earlier sources win: JSON-LD, then meta tags, microdata, <time>, <h1>, <title>.
[[nodiscard]] Metadata read_metadata(const Dom& dom);

// Fills what the document does not know yet. A host is set only when no publisher is proven.
void set_metadata(const Metadata& metadata, Document& document);

}  // namespace counterpoint::html
