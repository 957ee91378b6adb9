// SPDX-License-Identifier: Apache-2.0
// The built web report, made from web/; read by view.
#pragma once

#include <string_view>

namespace counterpoint::view {

// The whole page, UTF-8, with the marker below exactly once, inside
// <script type="application/json" id="dossier">. Replace the marker by the dossier's JSON in which every
// "<" is written \u003c: then nothing in a report's text can end that element.
// The text lives as long as the program. Safe from any thread.
[[nodiscard]] std::string_view report_template();

inline constexpr std::string_view kDossierMarker = "__COUNTERPOINT_DOSSIER_JSON__";

}  // namespace counterpoint::view
