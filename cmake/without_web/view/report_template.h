// SPDX-License-Identifier: Apache-2.0
// Stands in for the web report in builds with COUNTERPOINT_WEB=OFF: a page that holds the dossier and says
// what is missing. Same interface as web/embed/view/report_template.h.
#pragma once

#include <string_view>

namespace counterpoint::view {

[[nodiscard]] constexpr std::string_view report_template() {
  return R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Counterpoint</title></head><body>
<p>This program was built without the web report. The dossier is in dossier.json beside this page.</p>
<script type="application/json" id="dossier">__COUNTERPOINT_DOSSIER_JSON__</script>
</body></html>
)";
}

inline constexpr std::string_view kDossierMarker = "__COUNTERPOINT_DOSSIER_JSON__";

}  // namespace counterpoint::view
