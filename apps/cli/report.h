// SPDX-License-Identifier: Apache-2.0
// Messages on the terminal: errors for people or, with --json, for programs.
#pragma once

#include <string>

#include "counterpoint/error.h"

namespace counterpoint::cli {

// One error on stderr: "counterpoint: INPUT: message [code] remedy", or one JSON object a line.
void print_error(const Error& error, bool as_json);

// Whether the terminal behind stdout takes colour: it is one, and NO_COLOR is not set.
[[nodiscard]] bool wants_colour();
[[nodiscard]] int terminal_width();

}  // namespace counterpoint::cli
