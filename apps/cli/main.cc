// SPDX-License-Identifier: Apache-2.0
// counterpoint: parse flags, call the API, print.
#include <CLI/CLI.hpp>

#include "cli/commands.h"

int main(int argc, char** argv) {
  CLI::App app{"Sets the reports on one contested event against each other."};
  app.set_version_flag("--version", std::string("counterpoint ") + COUNTERPOINT_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 done, 1 built with document errors, 2 usage, 3 nothing could be read.");
  int status = 0;
  counterpoint::cli::add_build(app, status);
  counterpoint::cli::add_show(app, status);
  counterpoint::cli::add_explain(app, status);
  counterpoint::cli::add_verify(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : 2;
  }
  return status;
}
