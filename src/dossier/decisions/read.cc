// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "base/utf8.h"
#include "dossier/decisions/decisions.h"

namespace counterpoint {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 10> kActions = {"merge",    "split",  "rename",   "kind",
                                                       "claimant", "figure", "position", "exclude",
                                                       "note",     "protect"};

tl::unexpected<Error> broken(const std::filesystem::path& path, std::size_t line,
                             const std::string& what) {
  return fail("dossier.decisions", "A line of the decisions file cannot be used: " + what + ".",
              path.string() + ":" + std::to_string(line),
              "Correct the line, or take it out; no other decision was applied.");
}

// Text as it is; a number, true or false as JSON writes it; null and absent are empty.
std::string field(const json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || at->is_null()) return {};
  return at->is_string() ? at->get<std::string>() : at->dump();
}

}  // namespace

Result<std::vector<Decision>> read_decisions(const std::filesystem::path& path) {
  std::vector<Decision> decisions;
  if (path.empty() || !std::filesystem::exists(path)) return decisions;
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    return fail("dossier.decisions", "The decisions file cannot be opened.", path.string(),
                "Check that it is a file and may be read.");
  }
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (utf8::find_invalid(line) != std::string_view::npos) {
      return broken(path, number, "it is not UTF-8");
    }
    const json object = json::parse(line, nullptr, false);
    if (!object.is_object()) return broken(path, number, "it is no JSON object");
    Decision decision{field(object, "target"), field(object, "action"),  field(object, "before"),
                      field(object, "after"),  field(object, "by"),      field(object, "at"),
                      field(object, "note"),   Decision::State::orphaned};
    if (decision.target.empty()) return broken(path, number, "it has no target");
    if (std::find(kActions.begin(), kActions.end(), decision.action) == kActions.end()) {
      return broken(path, number, "its action \"" + decision.action + "\" is not known");
    }
    decisions.push_back(std::move(decision));
  }
  return decisions;
}

}  // namespace counterpoint
