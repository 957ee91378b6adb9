// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value or an Error. tl::expected is std::expected (C++23) for C++20 compilers.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "counterpoint/error.h"

namespace counterpoint {

template <class T>
using Result = tl::expected<T, Error>;

// `return fail("document.empty", "The file has no bytes.", name, "Remove it or save it again.");`
[[nodiscard]] inline tl::unexpected<Error> fail(std::string code, std::string message,
                                                std::string input, std::string remedy) {
  return tl::unexpected<Error>(
      Error{std::move(code), std::move(message), std::move(input), std::move(remedy)});
}

}  // namespace counterpoint
