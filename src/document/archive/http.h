// SPDX-License-Identifier: Apache-2.0
// An answer of a web server as a web archive keeps it.
#pragma once

#include <string>
#include <string_view>

#include "document/archive/headers.h"
#include "document/archive/received.h"

namespace counterpoint {

struct HttpAnswer {
  int status = 0;  // 0: no answer of a web server
  Headers headers;
  std::string_view payload;  // as sent, its transfer encoding still on
};

[[nodiscard]] HttpAnswer read_http(std::string_view block);

// The body without chunks and without packing (gzip, deflate). Errors: document.expansion,
// document.container (damaged), document.unsupported (packed otherwise).
[[nodiscard]] Result<std::string> body_of(const HttpAnswer& answer, std::string_view name,
                                          Budget& budget);

}  // namespace counterpoint
