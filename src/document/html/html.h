// SPDX-License-Identifier: Apache-2.0
// A web page: its metadata and its report as blocks.
#pragma once

#include "document/block.h"
#include "document/html/metadata.h"

namespace counterpoint::html {

struct HtmlPage {
  Page page;
  Metadata metadata;
};

// `source` is UTF-8. All byte offsets of the result are those of `source`'s own map.
[[nodiscard]] HtmlPage read_html(const MappedText& source);

}  // namespace counterpoint::html
