// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/sha256.h"
#include "base/utf8.h"
#include "counterpoint/custody.h"

namespace counterpoint {
namespace {

using Json = nlohmann::ordered_json;
using Key = std::pair<std::string, std::string>;  // sha256, name

Json receipt_of(const SourceFile& file, const ManifestInput& input) {
  return {{"name", utf8::repaired(file.name)},
          {"sha256", file.sha256},
          {"bytes", file.bytes},
          {"path", utf8::repaired(std::filesystem::absolute(file.path).generic_string())},
          {"received", input.now},
          {"tool", "counterpoint " + input.tool_version}};
}

// All receipts of a manifest, by hash and name.
std::map<Key, Json> receipts_in(const std::string& manifest) {
  std::map<Key, Json> receipts;
  const Json json = Json::parse(manifest, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return receipts;
  for (const char* list : {"files", "earlier"}) {
    const auto found = json.find(list);
    if (found == json.end() || !found->is_array()) continue;
    for (const Json& receipt : *found) {
      if (!receipt.is_object()) continue;
      const auto sha256 = receipt.find("sha256"), name = receipt.find("name");
      if (sha256 == receipt.end() || name == receipt.end()) continue;
      if (!sha256->is_string() || !name->is_string()) continue;
      receipts.emplace(Key{*sha256, *name}, receipt);
    }
  }
  return receipts;
}

}  // namespace

std::filesystem::path original_path(const std::string& sha256) {
  return std::filesystem::path("originals") / sha256.substr(0, 2) / sha256;
}

std::string manifest_json(const ManifestInput& input) {
  auto known = receipts_in(input.earlier);
  Json json{{"schema", "counterpoint/manifest/1"},
            {"tool", {{"name", "counterpoint"}, {"version", input.tool_version}}},
            {"built", input.now}};
  Json& outputs = json["outputs"] = Json::array();
  for (const auto& [name, bytes] : input.outputs) {
    outputs.push_back({{"name", name}, {"sha256", sha256_hex(bytes)}, {"bytes", bytes.size()}});
  }
  Json& files = json["files"] = Json::array();
  for (const SourceFile& file : input.files) {
    Json receipt = receipt_of(file, input);
    const auto before = known.find({file.sha256, utf8::repaired(file.name)});
    if (before != known.end()) {
      for (const char* key : {"received", "tool"}) {
        if (before->second.contains(key)) receipt[key] = before->second[key];
      }
      known.erase(before);
    }
    files.push_back(std::move(receipt));
  }
  Json& earlier = json["earlier"] = Json::array();
  for (auto& [key, receipt] : known) earlier.push_back(std::move(receipt));
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace counterpoint
