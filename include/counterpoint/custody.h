// SPDX-License-Identifier: Apache-2.0
// Chain of custody of a built dossier: which files were received when, and whether everything that
// the dossier says still rests on those bytes.
//
// Beside dossier.json stands manifest.json: the hash, size, name and path of every file received,
// the time at which it first was, and the hashes of what was written. The times make it the one
// output that differs from build to build. With --keep the files themselves stand under originals/,
// named by their hash, unchanged; a later build never removes one.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "counterpoint/document.h"
#include "counterpoint/error.h"

namespace counterpoint {

// Where a kept original stands below the output folder: "originals/ab/ab12...".
[[nodiscard]] std::filesystem::path original_path(const std::string& sha256);

struct ManifestInput {
  std::vector<SourceFile> files;
  std::string tool_version;
  std::string now;      // ISO 8601 in UTC
  std::string earlier;  // manifest.json of the build before; empty if there was none
  // Name and bytes of each file written beside the manifest.
  std::vector<std::pair<std::string, std::string_view>> outputs;
};

// manifest.json. A file known to the earlier manifest (same hash and name) keeps its time of
// receipt and the tool that received it; one that this build did not read any more moves to
// "earlier", so that no receipt is ever lost. A broken earlier manifest is as good as none.
[[nodiscard]] std::string manifest_json(const ManifestInput& input);

struct Verification {
  std::size_t files = 0;      // whose bytes have the hash of the manifest
  std::size_t documents = 0;  // whose bytes have their hash, and whose map is true
  std::size_t spans = 0;      // whose text stands where it says
  std::vector<Error> errors;  // custody.changed, .missing, .span, .map, .manifest
};

// Checks an output folder: dossier.json and report.html against the manifest; every original, kept
// or else at its path, against its hash; every document's hash and map against those bytes,
// unpacked anew; every span against its document's text. `limits` bound what a hostile folder may
// cost and must allow what the build allowed. Cost: about that of reading the files.
[[nodiscard]] Verification verify(const std::filesystem::path& out, const ReadLimits& limits);

}  // namespace counterpoint
