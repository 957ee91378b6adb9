// SPDX-License-Identifier: Apache-2.0
// The output folder of a build: replaced as a whole or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "counterpoint/document.h"
#include "counterpoint/error.h"

namespace counterpoint::cli {

struct OutputFiles {
  std::string dossier_json;
  std::string report_html;
  std::string manifest_json;
  std::vector<SourceFile> originals;  // to keep
};

// manifest.json of the dossier that stands there; "" if there is none.
[[nodiscard]] std::string earlier_manifest(const std::filesystem::path& out);

// Writes the files into a new folder beside `out` and exchanges the two in one step. A reader of
// `out` sees the old files or the new ones, never a mixture; on failure `out` is as it was.
// Originals that were kept before are kept again. Refuses to replace a folder that holds anything
// but a dossier. Errors: output.not_a_dossier, output.write, custody.changed (an original is not
// what was read).
[[nodiscard]] std::optional<Error> write_output(const std::filesystem::path& out,
                                                const OutputFiles& files);

// decisions.jsonl lives beside OUT, never inside: "OUT.decisions.jsonl".
[[nodiscard]] std::filesystem::path decisions_beside(const std::filesystem::path& out);

}  // namespace counterpoint::cli
