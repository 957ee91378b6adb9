// SPDX-License-Identifier: Apache-2.0
// What a model says of itself, from its annotator.json.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "nn/encoder_weights.h"
#include "nn/labels.h"

namespace counterpoint::nn {

struct Manifest {
  std::string name;
  std::string version;
  std::string language;  // BCP 47
  std::string sha256;    // of annotator.safetensors, lower-case hex; empty when it is not stated
  EncoderSizes sizes;
  Labels labels;
};

// Errors: model.missing (unreadable), model.invalid (no JSON; a field absent or of another kind; a
// label list empty; no relation "root"; another number of shape classes than this program knows).
Result<Manifest> read_manifest(const std::filesystem::path& file);

}  // namespace counterpoint::nn
