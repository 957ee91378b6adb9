// SPDX-License-Identifier: Apache-2.0
// What tags, roles and class names say about an element: that it is furniture, or the report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/html/dom.h"

namespace counterpoint::html {

// Why the element is no part of a report, judged by itself: script, hidden, navigation, footer,
// related, ...; "" if nothing says so.
[[nodiscard]] std::string_view furniture_reason(const Dom& dom, std::size_t node);

// The element's content is never text: scripts, style sheets, forms' fields, embedded media.
[[nodiscard]] bool is_never_text(Tag tag);

// How strongly an element claims to be the body of the report: 3 itemprop articleBody, 2 a class or
// id such as "article-body", 1 <article> or <main>, 0 otherwise.
[[nodiscard]] int body_claim(const Dom& dom, std::size_t node);

// Class and id as lower-case words: "storyBody-main" gives story, body, main.
[[nodiscard]] std::vector<std::string> class_words(const Dom& dom, std::size_t node);

}  // namespace counterpoint::html
