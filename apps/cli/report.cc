// SPDX-License-Identifier: Apache-2.0
#include "cli/report.h"

#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace counterpoint::cli {

void print_error(const Error& error, bool as_json) {
  if (as_json) {
    const nlohmann::ordered_json json{{"code", error.code},
                                      {"message", error.message},
                                      {"input", error.input},
                                      {"remedy", error.remedy}};
    fmt::print(stderr, "{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return;
  }
  fmt::print(stderr, "counterpoint: {}: {} [{}] {}\n", error.input, error.message, error.code,
             error.remedy);
}

bool wants_colour() {
  const char* off = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && !(off && *off);
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return std::clamp<int>(size.ws_col, 60, 160);
  }
  return 100;
}

}  // namespace counterpoint::cli
