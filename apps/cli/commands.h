// SPDX-License-Identifier: Apache-2.0
// The subcommands of the program. Each registers its flags and sets `status` when it runs.
#pragma once

#include <CLI/CLI.hpp>

#include "counterpoint/document.h"

namespace counterpoint::cli {

enum ExitStatus { kDone = 0, kDocumentErrors = 1, kUsage = 2, kNothingRead = 3 };

// Options for what one file received may cost.
void add_limits(CLI::App& command, ReadLimits& limits);

void add_build(CLI::App& app, int& status);
void add_show(CLI::App& app, int& status);
void add_explain(CLI::App& app, int& status);
void add_verify(CLI::App& app, int& status);

}  // namespace counterpoint::cli
