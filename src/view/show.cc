// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "counterpoint/view.h"
#include "view/screens.h"

namespace counterpoint {

Result<std::string> show(const std::string& dossier_json, const std::string& what,
                         const ShowOptions& options) {
  using Screen = std::string (*)(const view::ReadDossier&, const ShowOptions&);
  static constexpr std::array<std::pair<std::string_view, Screen>, 5> kScreens{
      {{"briefing", view::briefing},
       {"ledger", view::ledger},
       {"timeline", view::timeline},
       {"who", view::who},
       {"conflicts", view::conflicts}}};
  const auto dossier = view::ReadDossier::parse(dossier_json);
  if (!dossier) return tl::unexpected<Error>(dossier.error());
  for (const auto& [name, screen] : kScreens) {
    if (name == what) return screen(*dossier, options);
  }
  return fail("view.unknown_screen", "There is no such screen.", what,
              "Choose briefing, ledger, timeline, who or conflicts.");
}

}  // namespace counterpoint
