// SPDX-License-Identifier: Apache-2.0
// "Name: value" lines, as WARC, HTTP and mail have them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace counterpoint {

struct Headers {
  std::vector<std::pair<std::string, std::string>> fields;  // names in lower case
  std::size_t end = 0;                                      // behind the blank line

  // The first value of that name; "" if there is none.
  [[nodiscard]] std::string_view value(std::string_view name) const;
};

// Reads lines up to a blank one or the end; a line that begins with white space goes on with the
// one before. Lines without a colon are passed over.
[[nodiscard]] Headers read_headers(std::string_view bytes);

// "text/html; charset=utf-8" -> "text/html" (lower case), and the value of a parameter.
[[nodiscard]] std::string main_value(std::string_view value);
[[nodiscard]] std::string parameter(std::string_view value, std::string_view name);

}  // namespace counterpoint
