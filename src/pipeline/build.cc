// SPDX-License-Identifier: Apache-2.0
// paths -> documents -> annotations -> statements -> dossier
#include <algorithm>
#include <atomic>
#include <utility>

#include "base/parallel.h"
#include "counterpoint/pipeline.h"
#include "pipeline/pack_hashes.h"

namespace counterpoint {
namespace {

BuildOptions with_defaults(BuildOptions options) {
  const std::filesystem::path data = find_data_folder();
  if (options.models.empty()) options.models = data / "models";
  if (options.packs.empty()) options.packs = data / "packs";
  return options;
}

std::vector<AnnotatedDocument> annotate_all(std::vector<Document> documents,
                                            const Annotator& annotator, const StatementRules& rules,
                                            const BuildOptions& options) {
  std::vector<AnnotatedDocument> annotated(documents.size());
  std::atomic<std::size_t> done = 0;
  parallel_for(documents.size(), options.jobs, [&](std::size_t i) {
    AnnotatedDocument& item = annotated[i];
    item.document = std::move(documents[i]);
    item.annotation = annotator.annotate(item.document);
    item.found = rules.extract(item.document, item.annotation);
    const std::size_t now = ++done;
    if (options.progress) options.progress(now, annotated.size());
  });
  return annotated;
}

ToolInfo tool_info(const Annotator& annotator, const BuildOptions& options) {
  ToolInfo tool;
  tool.version = COUNTERPOINT_VERSION;
  if (!annotator.model_name().empty()) {
    tool.models.emplace_back(annotator.model_name(), annotator.model_sha256());
  }
  tool.packs = pack_hashes(options.packs);
  tool.options["model"] = options.use_model ? "on" : "off";
  if (options.use_model) {
    tool.options["precision"] = options.precision == Precision::int8 ? "int8" : "fp32";
  }
  return tool;
}

}  // namespace

Result<Built> build(const std::vector<std::filesystem::path>& paths, const BuildOptions& given) {
  const BuildOptions options = with_defaults(given);
  Result<Annotator> annotator =
      Annotator::load({options.models, options.packs, options.use_model, options.precision});
  if (!annotator) return tl::unexpected<Error>(annotator.error());
  Result<StatementRules> rules = StatementRules::load(options.packs);
  if (!rules) return tl::unexpected<Error>(rules.error());

  ReadOptions read;
  read.packs = options.packs;
  read.jobs = options.jobs;
  read.limits = options.limits;
  Intake intake = read_documents(paths, read);
  Built built;
  built.errors = std::move(intake.errors);
  built.files = std::move(intake.files);
  for (const Document& document : intake.documents) {
    if (document.error)
      built.errors.push_back(*document.error);
    else
      built.any_document = true;
  }

  Result<Dossier> dossier =
      link(annotate_all(std::move(intake.documents), *annotator, *rules, options),
           {options.packs, options.decisions, options.title});
  if (!dossier) return tl::unexpected<Error>(dossier.error());
  built.dossier = std::move(*dossier);
  built.dossier.tool = tool_info(*annotator, options);
  return built;
}

}  // namespace counterpoint
