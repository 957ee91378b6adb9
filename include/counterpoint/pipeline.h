// SPDX-License-Identifier: Apache-2.0
// Joins the stages: paths in, a dossier out. Nothing clever happens here.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "counterpoint/dossier.h"
#include "counterpoint/result.h"

namespace counterpoint {

struct BuildOptions {
  std::filesystem::path models;     // folder of models; empty: found beside the program
  std::filesystem::path packs;      // folder of packs; empty: found beside the program
  std::filesystem::path decisions;  // decisions.jsonl; need not exist
  std::string title;                // empty: made from the documents
  ReadLimits limits;
  unsigned jobs = 0;                      // threads; 0: one per core. Never changes the result
  bool use_model = true;                  // false: rules alone, for comparison
  Precision precision = Precision::int8;  // what the model computes in
  // Called after each stage of each document, from any thread, with done and total. May be empty.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

struct Built {
  Dossier dossier;
  std::vector<Error>
      errors;  // of arguments and documents, for the terminal; also in documents[].error
  std::vector<SourceFile> files;  // what was read, for the manifest
  bool any_document = false;      // at least one document could be read
};

// Reads, annotates, extracts, links. Errors: model and pack errors only; a bad document is never
// one.
[[nodiscard]] Result<Built> build(const std::vector<std::filesystem::path>& paths,
                                  const BuildOptions& options = {});

// Folder that holds packs/ and models/: $COUNTERPOINT_DATA, else beside the executable, else the
// installed share folder, else the source folder it was built from; empty when none has packs/.
[[nodiscard]] std::filesystem::path find_data_folder();

}  // namespace counterpoint
