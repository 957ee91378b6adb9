// SPDX-License-Identifier: Apache-2.0
// report.html: the web app's page with the dossier inside.
#include <string>

#include "counterpoint/view.h"
#include "view/report_template.h"

namespace counterpoint {

std::string to_html(const std::string& dossier_json) {
  constexpr std::string_view kMarker = "__COUNTERPOINT_DOSSIER_JSON__";
  const std::string_view page = view::report_template();
  const std::size_t at = page.find(kMarker);
  if (at == std::string_view::npos) return std::string(page);
  std::string html;
  html.reserve(page.size() + dossier_json.size());
  html.append(page.substr(0, at));
  for (const char c : dossier_json) {
    // Inside a script element only "<" can end it or open a comment; JSON allows the escape.
    if (c == '<')
      html.append("\\u003c");
    else
      html.push_back(c);
  }
  html.append(page.substr(at + kMarker.size()));
  return html;
}

}  // namespace counterpoint
