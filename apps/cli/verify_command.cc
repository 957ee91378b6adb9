// SPDX-License-Identifier: Apache-2.0
// counterpoint verify OUT
#include <fmt/core.h>

#include <memory>

#include "cli/commands.h"
#include "cli/report.h"
#include "counterpoint/custody.h"

namespace counterpoint::cli {

void add_verify(CLI::App& app, int& status) {
  auto out = std::make_shared<std::string>();
  auto limits = std::make_shared<ReadLimits>();
  auto json = std::make_shared<bool>(false);
  CLI::App* command =
      app.add_subcommand("verify", "Check every hash, map and span of a built dossier");
  command->add_option("out", *out, "Folder that build wrote")->required();
  add_limits(*command, *limits);
  command->add_flag("--json", *json, "Errors as JSON lines");
  command->callback([out, limits, json, &status] {
    const Verification result = verify(*out, *limits);
    for (const Error& error : result.errors) print_error(error, *json);
    fmt::print("{} files, {} documents and {} spans are as they were; {} are not.\n", result.files,
               result.documents, result.spans, result.errors.size());
    status = result.errors.empty() ? kDone : kDocumentErrors;
  });
}

}  // namespace counterpoint::cli
