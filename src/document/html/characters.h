// SPDX-License-Identifier: Apache-2.0
// Character references (&amp; &#8217;) of pages, decoded by the rules of the HTML standard.
#pragma once

#include <string>
#include <string_view>

#include "document/mapped_text.h"

namespace counterpoint::html {

// `raw` stands at `byte_begin` of the page: its text, with references decoded, CR LF as LF and NUL
// left out, mapped to its bytes. What is no reference stays as it is.
[[nodiscard]] MappedText decoded_text(std::string_view raw, std::size_t byte_begin);

// The same without a map; in an attribute's value "&copy=1" is no reference.
[[nodiscard]] std::string decoded_attribute(std::string_view raw);

}  // namespace counterpoint::html
