// SPDX-License-Identifier: Apache-2.0
// Whether what a dossier says still stands in the bytes received.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "counterpoint/custody.h"

namespace counterpoint {

using Json = nlohmann::json;

// Of all files received, their members and their records, by SHA-256.
using ReceivedBytes = std::map<std::string, std::string>;

// What a member of a JSON object holds; empty, 0 or no elements where it is of another kind.
[[nodiscard]] std::string string_in(const Json& object, const char* key);
[[nodiscard]] std::uint64_t number_in(const Json& object, const char* key);
[[nodiscard]] const Json& array_in(const Json& object, const char* key);

// Checks the documents and spans of dossier.json. A file that is no JSON says nothing here: its
// hash is wrong already.
void check_dossier(const Json& dossier, const ReceivedBytes& bytes, Verification& result);

}  // namespace counterpoint
