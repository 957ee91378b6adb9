// SPDX-License-Identifier: Apache-2.0
// Articles described in <script type="application/ld+json">.
#pragma once

#include <string_view>

#include "document/html/metadata.h"

namespace counterpoint::html {

// Adds what the script says of an article. Broken JSON, lists and @graph, and values that are
// strings, objects or references (@id) are all common.
void read_json_ld(std::string_view script, Metadata& metadata);

}  // namespace counterpoint::html
