// SPDX-License-Identifier: Apache-2.0
// What a model says of itself, from its annotator.json.
#include "nn/manifest.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "nn/mapped_file.h"
#include "nn/shape.h"

namespace counterpoint::nn {
namespace {

// Reads field after field and remembers the first that is not as it should be.
class Fields {
 public:
  explicit Fields(const nlohmann::json& object) : object_(object) {}

  const std::string& wrong() const { return wrong_; }

  std::string text(const char* key) {
    const auto found = object_.find(key);
    if (found != object_.end() && found->is_string()) return found->get<std::string>();
    return reject(key), std::string();
  }

  std::size_t number(const char* key) {
    const auto found = object_.find(key);
    if (found != object_.end() && found->is_number_unsigned()) return found->get<std::size_t>();
    return reject(key), 0;
  }

  std::vector<std::string> names(const char* key) {
    const auto found = object_.find(key);
    const bool usable = found != object_.end() && found->is_array() && !found->empty() &&
                        found->size() <= std::numeric_limits<std::uint16_t>::max() &&
                        std::ranges::all_of(*found, [](const auto& v) { return v.is_string(); });
    if (usable) return found->get<std::vector<std::string>>();
    return reject(key), std::vector<std::string>();
  }

  void reject(const char* key) {
    if (wrong_.empty()) wrong_ = key;
  }

 private:
  const nlohmann::json& object_;
  std::string wrong_;
};

Labels read_labels(Fields& outer, const nlohmann::json& object) {
  Labels labels;
  const auto found = object.find("labels");
  if (found == object.end() || !found->is_object()) return outer.reject("labels"), labels;
  Fields fields(*found);
  labels.upos = fields.names("upos");
  labels.xpos = fields.names("xpos");
  labels.deprel = fields.names("deprel");
  labels.names = fields.names("names");
  labels.mention = fields.names("mention");
  // The chains of sources, cues and contents have these three; nothing else is known to InSpan.
  if (fields.names("attribution") != std::vector<std::string>{"O", "B", "I"}) {
    fields.reject("attribution");
  }
  if (std::ranges::find(labels.deprel, "root") == labels.deprel.end()) fields.reject("deprel");
  if (!fields.wrong().empty()) outer.reject(("labels." + fields.wrong()).c_str());
  return labels;
}

}  // namespace

Result<Manifest> read_manifest(const std::filesystem::path& file) {
  const auto mapped = MappedFile::open(file);
  if (!mapped) return tl::unexpected(mapped.error());
  const auto bytes = mapped->bytes();
  const auto* text = reinterpret_cast<const char*>(bytes.data());
  const auto json = nlohmann::json::parse(text, text + bytes.size(), nullptr, false);
  if (!json.is_object()) {
    return fail("model.invalid", "The model's description is no JSON object.", file.string(),
                "Fetch or export the model again.");
  }
  Fields fields(json);
  Manifest made;
  made.name = fields.text("name");
  made.version = fields.text("version");
  made.language = fields.text("language");
  if (json.contains("sha256")) made.sha256 = fields.text("sha256");
  made.sizes.hidden = fields.number("hidden");
  made.sizes.layers = fields.number("layers");
  made.sizes.attention_heads = fields.number("attention_heads");
  made.sizes.max_pieces = fields.number("max_pieces");
  made.labels = read_labels(fields, json);
  if (fields.names("shape_classes").size() != kShapeClasses) fields.reject("shape_classes");
  if (!fields.wrong().empty()) {
    return fail("model.invalid",
                "The model's description has no usable field '" + fields.wrong() + "'.",
                file.string(), "docs/model-format.md lists the fields; export the model again.");
  }
  return made;
}

}  // namespace counterpoint::nn
