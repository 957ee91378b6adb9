// SPDX-License-Identifier: Apache-2.0
// counterpoint build PATH... -o OUT
#include <fmt/chrono.h>
#include <fmt/core.h>
#include <unistd.h>

#include <ctime>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/report.h"
#include "counterpoint/custody.h"
#include "counterpoint/pipeline.h"
#include "counterpoint/view.h"

namespace counterpoint::cli {
namespace {

struct BuildFlags {
  std::vector<std::string> paths;
  std::string out;
  std::string title, packs, models, decisions;
  unsigned jobs = 0;
  ReadLimits limits;
  bool json = false;
  bool no_model = false;
  std::string precision = "int8";
  bool quiet = false;
  bool keep = false;
};

std::string now_in_utc() {
  const std::time_t now = std::time(nullptr);
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

BuildOptions options_of(const BuildFlags& flags) {
  BuildOptions options;
  options.title = flags.title;
  options.packs = flags.packs;
  options.models = flags.models;
  options.jobs = flags.jobs;
  options.limits = flags.limits;
  options.use_model = !flags.no_model;
  options.precision = flags.precision == "fp32" ? Precision::fp32 : Precision::int8;
  options.decisions = flags.decisions.empty() ? decisions_beside(flags.out)
                                              : std::filesystem::path(flags.decisions);
  if (!flags.quiet && !flags.json && isatty(STDERR_FILENO) != 0) {
    auto mutex = std::make_shared<std::mutex>();
    options.progress = [mutex](std::size_t done, std::size_t total) {
      const std::lock_guard lock(*mutex);
      fmt::print(stderr, "\rreading {} of {} documents{}", done, total, done == total ? "\n" : "");
    };
  }
  return options;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

void print_summary(const BuildFlags& flags, const Built& built) {
  const Dossier& dossier = built.dossier;
  if (flags.json) {
    const nlohmann::ordered_json json{{"out", flags.out},
                                      {"documents", dossier.documents.size()},
                                      {"statements", dossier.statements.size()},
                                      {"figures", dossier.figures.size()},
                                      {"questions", dossier.questions.size()},
                                      {"errors", built.errors.size()}};
    fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return;
  }
  if (flags.quiet) return;
  fmt::print("{}: {}, {}, {}, {}\n", dossier.title, counted(dossier.documents.size(), "document"),
             counted(dossier.statements.size(), "statement"),
             counted(dossier.figures.size(), "figure"),
             counted(dossier.questions.size(), "question"));
  fmt::print("Wrote {0}/dossier.json and {0}/report.html\n", flags.out);
}

int run(const BuildFlags& flags) {
  const std::vector<std::filesystem::path> paths(flags.paths.begin(), flags.paths.end());
  Result<Built> built = build(paths, options_of(flags));
  if (!built) {
    print_error(built.error(), flags.json);
    return kUsage;
  }
  bool failed = false;
  for (const Error& error : built->errors) {
    print_error(error, flags.json);
    // The same path twice is read once: a note, and nothing is missing.
    if (error.code != "document.repeated") failed = true;
  }
  if (!built->any_document) return kNothingRead;
  OutputFiles files;
  files.dossier_json = to_json(built->dossier);
  files.report_html = to_html(files.dossier_json);
  files.manifest_json =
      manifest_json({built->files,
                     COUNTERPOINT_VERSION,
                     now_in_utc(),
                     earlier_manifest(flags.out),
                     {{"dossier.json", files.dossier_json}, {"report.html", files.report_html}}});
  if (flags.keep) files.originals = built->files;
  if (const auto error = write_output(flags.out, files)) {
    print_error(*error, flags.json);
    return kUsage;
  }
  print_summary(flags, *built);
  return failed ? kDocumentErrors : kDone;
}

}  // namespace

void add_build(CLI::App& app, int& status) {
  auto flags = std::make_shared<BuildFlags>();
  CLI::App* command =
      app.add_subcommand("build", "Read reports and write dossier.json and report.html");
  command->add_option("paths", flags->paths, "Files, folders or JSON-lines files to read")
      ->required();
  command->add_option("-o,--out", flags->out, "Folder to write; replaced as a whole")->required();
  command->add_option("--title", flags->title,
                      "Title of the dossier; made from the reports if absent");
  command->add_option("--jobs", flags->jobs,
                      "Threads; 0 is one per core. Never changes the result");
  add_limits(*command, flags->limits);
  command->add_option("--decisions", flags->decisions,
                      "Decisions file; OUT.decisions.jsonl if absent");
  command->add_option("--packs", flags->packs, "Folder of packs");
  command->add_option("--models", flags->models, "Folder of models");
  command->add_flag("--no-model", flags->no_model, "Rules alone, without tags and parse");
  command
      ->add_option("--precision", flags->precision,
                   "int8: quick, the default; fp32: as the model was trained")
      ->check(CLI::IsMember({"int8", "fp32"}));
  command->add_flag("--keep", flags->keep, "Keep the files received, unchanged, in OUT/originals");
  command->add_flag("--json", flags->json, "Summary and errors as JSON lines");
  command->add_flag("--quiet", flags->quiet, "Print errors only");
  command->callback([flags, &status] { status = run(*flags); });
}

}  // namespace counterpoint::cli
