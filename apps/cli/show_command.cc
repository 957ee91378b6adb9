// SPDX-License-Identifier: Apache-2.0
// counterpoint show OUT [SCREEN], counterpoint explain OUT ID
#include <fmt/core.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "cli/commands.h"
#include "cli/report.h"
#include "counterpoint/result.h"
#include "counterpoint/view.h"

namespace counterpoint::cli {
namespace {

Result<std::string> read_dossier(const std::filesystem::path& out) {
  const std::filesystem::path path =
      std::filesystem::is_directory(out) ? out / "dossier.json" : out;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return fail("show.missing", "There is no dossier.json to read.", path.string(),
                "Build one first: counterpoint build PATH... -o OUT");
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

int print(const Result<std::string>& text) {
  if (!text) {
    print_error(text.error(), false);
    return kUsage;
  }
  fmt::print("{}", *text);
  return kDone;
}

ShowOptions terminal_options() {
  return {terminal_width(), wants_colour()};
}

}  // namespace

void add_show(CLI::App& app, int& status) {
  auto out = std::make_shared<std::string>();
  auto screen = std::make_shared<std::string>("briefing");
  CLI::App* command = app.add_subcommand("show", "Print a screen of a built dossier");
  command->add_option("out", *out, "Folder that build wrote, or a dossier.json")->required();
  command->add_option("screen", *screen, "briefing, ledger, timeline, who or conflicts");
  command->callback([out, screen, &status] {
    const Result<std::string> dossier = read_dossier(*out);
    status = print(dossier ? show(*dossier, *screen, terminal_options()) : dossier);
  });
}

void add_explain(CLI::App& app, int& status) {
  auto out = std::make_shared<std::string>();
  auto id = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("explain", "Say why a thing is in a dossier");
  command->add_option("out", *out, "Folder that build wrote, or a dossier.json")->required();
  command->add_option("id", *id, "Id of a statement, figure, voice, entity, question ...")
      ->required();
  command->callback([out, id, &status] {
    const Result<std::string> dossier = read_dossier(*out);
    status = print(dossier ? explain(*dossier, *id, terminal_options()) : dossier);
  });
}

}  // namespace counterpoint::cli
