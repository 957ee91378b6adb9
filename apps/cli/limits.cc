// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

namespace counterpoint::cli {

void add_limits(CLI::App& command, ReadLimits& limits) {
  command.add_option("--max-bytes", limits.max_bytes,
                     "Largest file or member to read; 0 is no limit");
  command.add_option("--max-expansion", limits.max_expansion,
                     "Most that a file may unpack to, as a multiple of its bytes; 0 is no limit");
  command.add_option("--max-depth", limits.max_depth,
                     "Containers in containers that are opened; 0 is no limit");
}

}  // namespace counterpoint::cli
